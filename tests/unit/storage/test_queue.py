"""The queue: people take turns, limits hold, lanes are filled, a dead process's jobs are taken up."""

from datetime import timedelta

from jobs.ids import AccountId, JobId, PersonId, VideoId
from jobs.lifecycle import OutcomeLost, PutBack, State, Submitted, Unprovable, Uploaded
from jobs.people import Limit
from jobs.ports import Lane
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ACCOUNT, ADMIN, World


async def queue_up(world: World, *numbers: int) -> list[JobId]:
    """One job for each of these people, in this order, a second apart."""
    started = []
    for number in numbers:
        person = await world.meet(number)
        await world.store.people.set_limit(person, Limit.DAILY, 100_000, by=ADMIN)
        await world.store.people.set_limit(person, Limit.MONTHLY, 100_000, by=ADMIN)
        started.append((await world.start(person)).id)
        world.clock.advance(seconds=1)
    return started


async def places(world: World, jobs: list[JobId]) -> list[int | None]:
    return [(await world.store.jobs.view(job_id)).place_in_queue for job_id in jobs]


async def test_people_take_turns(world: World) -> None:
    jobs = await queue_up(world, 1, 1, 1, 2, 2, 3)
    a1, a2, a3, b1, b2, c1 = jobs
    assert await places(world, jobs) == [1, 4, 6, 2, 5, 3]
    claimed = await world.claim(5)
    assert [job.id for job in claimed] == [a1, b1, c1, a2, b2]
    assert await world.claim(5) == []  # Ann has her two running jobs
    assert await places(world, [a3]) == [1]


async def test_one_lane_goes_round_even_where_one_person_was_there_first(world: World) -> None:
    a1, a2, a3, b1, b2 = await queue_up(world, 1, 1, 1, 2, 2)
    served = []
    for _ in range(5):
        [job] = await world.claim(1)
        served.append(job.id)
        await world.render(job.id)
        world.clock.advance(seconds=30)
        await world.finish(job.id)
    assert served == [a1, b1, a2, b2, a3]


async def test_who_has_jobs_running_comes_after_who_has_none(world: World) -> None:
    await queue_up(world, 1)
    await world.claim(1)
    a2, b1 = await queue_up(world, 1, 2)
    assert [job.id for job in await world.claim(1)] == [b1]
    assert [job.id for job in await world.claim(1)] == [a2]


async def test_nobody_gets_more_running_jobs_than_their_limit(world: World) -> None:
    await queue_up(world, 1, 1, 1, 2, 2, 2)
    await world.store.people.set_limit(PersonId(2), Limit.JOBS, 1, by=ADMIN)
    assert await world.store.work.queued() == 3
    claimed = await world.claim(100)
    assert [job.person_id for job in claimed] == [1, 2, 1]
    assert (await world.claim(100), await world.store.work.queued()) == ([], 0)
    await world.render(claimed[0].id)
    assert await world.claim(100) == []
    await world.finish(claimed[0].id)
    assert [job.person_id for job in await world.claim(100)] == [1]


async def test_a_job_put_back_keeps_its_place_and_blocks_nobody(world: World) -> None:
    a1, a2, b1 = await queue_up(world, 1, 1, 2)
    await world.claim(1)
    await world.apply(a1, PutBack(timedelta(seconds=10), counts=False))
    assert await places(world, [a1, a2, b1]) == [1, 3, 2]
    assert await world.store.work.queued() == 2
    assert [job.id for job in await world.claim(1)] == [a2]
    world.clock.advance(seconds=10)
    assert [job.id for job in await world.claim(1)] == [b1]
    assert [job.id for job in await world.claim(1)] == [a1]


async def test_jobs_go_where_most_is_free(world: World) -> None:
    await queue_up(world, 1, 2, 3, 4, 5)
    one, two, full = AccountId("one"), AccountId("two"), AccountId("full")
    claimed = await world.store.work.claim([Lane(one, 1), Lane(two, 3), Lane(full, 0)])
    assert [job.account for job in claimed] == [two, two, one, two]
    assert {job.state for job in claimed} == {State.UPLOADING}
    assert await world.store.work.claim([Lane(full, 0), Lane(one, -1)]) == []


async def test_a_process_takes_up_what_a_dead_one_had_in_hand(open_world: Opener) -> None:
    before = await open_world()
    uploading, submitting, generating, _ = await queue_up(before, 1, 2, 3, 4)
    await before.claim(3)
    await before.apply(submitting, Uploaded(()))
    await before.apply(generating, Uploaded(()), Submitted(VideoId("v")))
    assert await before.store.work.orphans() == []
    await before.store.close()

    world = await open_world()
    assert await world.store.work.sent() == {submitting: ACCOUNT, generating: ACCOUNT}
    orphans = await world.store.work.orphans()
    assert [(job.id, job.state) for job in orphans] == [
        (uploading, State.UPLOADING),
        (submitting, State.SUBMITTING),
    ]
    assert await world.store.work.orphans() == []


async def test_a_lost_outcome_is_looked_for_when_it_is_due(world: World) -> None:
    [job] = await queue_up(world, 1)
    await world.claim(1)
    await world.apply(job, Uploaded(()), OutcomeLost(timedelta(minutes=1)))
    assert await world.store.work.orphans() == []
    world.clock.advance(seconds=60)
    assert [orphan.id for orphan in await world.store.work.orphans()] == [job]
    await world.apply(job, Unprovable())
    await world.apply(job, OutcomeLost(timedelta(minutes=5)))
    assert await world.store.work.orphans() == []
    world.clock.advance(seconds=300)
    [unconfirmed] = await world.store.work.orphans()
    assert (unconfirmed.id, unconfirmed.state) == (job, State.UNCONFIRMED)


async def test_a_job_that_its_holder_forgot_is_taken_up_after_its_deadline(world: World) -> None:
    [job] = await queue_up(world, 1)
    await world.claim(1)
    world.clock.advance(seconds=60)
    assert await world.store.work.orphans() == []
    world.clock.advance(hours=1)
    assert [orphan.id for orphan in await world.store.work.orphans()] == [job]


async def test_claimed_jobs_are_not_claimed_again_by_a_successor(open_world: Opener) -> None:
    before = await open_world()
    await queue_up(before, 1)
    assert len(await before.store.work.claim([Lane(ACCOUNT, 5)])) == 1
    await before.store.close()
    world = await open_world()
    assert await world.claim(5) == []
