"""What jobs really cost: learned from the account's credits, where nothing else moved them."""

from typing import Any

import pytest

from jobs.ids import AccountId, PersonId, VideoId
from jobs.lifecycle import Finished, Job, Submitted, Uploaded
from jobs.tariff import Price
from tests.unit.storage.world import ACCOUNT, ADMIN, RESULT, World

ESTIMATED: dict[str, Any] = {"model": "v5.6", "quality": "540p", "duration": 5}  # about 30
PRINTED: dict[str, Any] = {"model": "v5.5", "quality": "540p", "duration": 5, "sound": "off"}
OTHER = AccountId("pixverse:two@example.com")


@pytest.fixture(autouse=True)
async def plenty(world: World, ann: PersonId, ben: PersonId) -> None:
    for person in (ann, ben):
        await world.store.people.grant(person, 900, by=ADMIN, operation=f"{person}", note="")


async def sent(
    world: World,
    person: PersonId,
    credits: int | None,
    account: AccountId = ACCOUNT,
    **options: Any,
) -> Job:
    """On its way to the provider, whose account had so much before."""
    job = await world.start(person, **(options or ESTIMATED))
    await world.claim(account=account)
    video = VideoId(f"video:{job.id}:{account}")
    return await world.apply(job.id, Uploaded((), credits), Submitted(video))


async def finished(world: World, job: Job) -> Job:
    world.clock.advance(seconds=60)
    return await world.apply(job.id, Finished(RESULT))


async def price(world: World, person: PersonId, **options: Any) -> Price:
    return (await world.draft(person, **(options or ESTIMATED))).price


async def test_the_next_price_is_what_the_last_one_cost(world: World, ann: PersonId) -> None:
    assert (await price(world, ann)).about
    job = await finished(world, await sent(world, ann, 1000))
    assert await world.store.costs.learn(job.id, 955) == 45
    assert await price(world, ann) == Price(45)
    assert await price(world, ann, **{**ESTIMATED, "duration": 6}) == Price(60, about=True)
    assert (await world.store.jobs.view(job.id)).job.cost == 45
    assert job.price == 30, "whoever started it pays what was said"


async def test_what_the_provider_says_itself_is_learned_at_once(
    world: World, ann: PersonId
) -> None:
    job = await world.start(ann, **ESTIMATED)
    await world.claim()
    told = Submitted(VideoId("video:1"), cost=35)
    moved = await world.apply(job.id, Uploaded((), None), told)
    assert moved.cost == 35
    assert await price(world, ann) == Price(35)


async def test_a_printed_price_stays_as_it_is(world: World, ann: PersonId) -> None:
    job = await world.start(ann, **PRINTED)
    assert not await world.store.costs.wanted(job)
    await world.claim()
    await world.apply(job.id, Uploaded((), 1000), Submitted(VideoId("video:1"), cost=99))
    done = await finished(world, job)
    assert await world.store.costs.learn(done.id, 950) is None
    assert await price(world, ann, **PRINTED) == Price(30)


async def test_other_jobs_on_the_account_spoil_it(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    first = await sent(world, ann, 1000)
    second = await sent(world, ben, 970)
    done = await finished(world, first)
    assert await world.store.costs.learn(done.id, 940) is None, "one began meanwhile"
    later = await finished(world, second)
    assert await world.store.costs.learn(later.id, 940) is None, "one ended meanwhile"
    world.clock.advance(seconds=1)
    third = await finished(world, await sent(world, ann, 940))
    assert await world.store.costs.learn(third.id, 910) == 30


async def test_jobs_on_other_accounts_do_not(world: World, ann: PersonId, ben: PersonId) -> None:
    job = await sent(world, ann, 1000)
    await sent(world, ben, 500, OTHER)
    assert await world.store.costs.learn((await finished(world, job)).id, 970) == 30


async def test_a_sum_that_cannot_be_a_price_is_none(world: World, ann: PersonId) -> None:
    for after in (1000, 1300, 700, 995):
        job = await finished(world, await sent(world, ann, 1000))
        assert await world.store.costs.learn(job.id, after) is None
    assert (await price(world, ann)).about


async def test_nobody_looks_where_something_else_runs(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    job = await claimed(world, ann)
    assert await world.store.costs.wanted(job)
    beside = await sent(world, ben, None)
    assert not await world.store.costs.wanted(job)
    await finished(world, beside)
    assert await world.store.costs.wanted(job)


async def test_nobody_looks_at_what_takes_a_day(world: World, ann: PersonId) -> None:
    job = await claimed(world, ann, **ESTIMATED, off_peak=True)
    assert not await world.store.costs.wanted(job)


async def test_what_was_learned_long_ago_is_looked_at_again(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    job = await finished(world, await sent(world, ann, 1000))
    await world.store.costs.learn(job.id, 970)
    world.clock.advance(days=6)
    assert not await world.store.costs.wanted(await claimed(world, ann))
    world.clock.advance(days=2)
    assert await world.store.costs.wanted(await claimed(world, ben))


async def claimed(world: World, person: PersonId, **options: Any) -> Job:
    await world.start(person, **(options or ESTIMATED))
    (job,) = await world.claim()
    return job
