"""Jobs of other people: which are listed, what is tried again and at whose risk, credits given back once."""

from datetime import timedelta

import pytest

from jobs.admin.audit import Action
from jobs.admin.oversight import CreditState, JobListing, Sieve
from jobs.capabilities import Mode
from jobs.errors import (
    AlreadyStarted,
    CannotRetry,
    GivenBackBefore,
    MayPayTwice,
    NotEnoughCredits,
    NothingSpent,
    Reason,
    StillLooking,
    TooLate,
)
from jobs.ids import JobId, PersonId
from jobs.lifecycle import (
    DeliveryFailed,
    Event,
    Failed,
    Finished,
    Job,
    OutcomeLost,
    State,
    Unprovable,
    Uploaded,
)
from jobs.outbox import JobRefunded, JobRetried, JobStatus
from tests.unit.storage.world import ADMIN, PRICE, RESULT, World, topic

LOST = (Uploaded(()), OutcomeLost(timedelta(minutes=1)), Unprovable())


async def listed(world: World, sieve: Sieve) -> list[int]:
    return [job.id for job in await world.store.oversight.page(sieve, offset=0, limit=10)]


async def test_lists_by_state_kind_and_person(world: World, ann: PersonId, ben: PersonId) -> None:
    waits = await world.start(ann)
    fails = await world.start(ben)
    await world.apply(fails.id, Failed(Reason.INVALID))
    assert await listed(world, Sieve(JobListing.ALL)) == [fails.id, waits.id]
    assert await listed(world, Sieve(JobListing.QUEUED)) == [waits.id]
    assert await listed(world, Sieve(JobListing.FAILED)) == [fails.id]
    assert await listed(world, Sieve(JobListing.RUNNING)) == []
    assert await listed(world, Sieve(JobListing.ALL, person=ann)) == [waits.id]
    assert await listed(world, Sieve(JobListing.FAILED, person=ann)) == []
    assert await listed(world, Sieve(JobListing.ALL, mode=Mode.TEXT, person=ben)) == [fails.id]
    assert await listed(world, Sieve(JobListing.QUEUED, mode=Mode.LIPSYNC)) == []
    assert (await world.store.oversight.counts())[JobListing.QUEUED] == 1


async def test_a_failed_job_is_tried_again_as_a_new_one_once(world: World, ann: PersonId) -> None:
    failed = await world.start(ann)
    await world.apply(failed.id, Failed(Reason.RENDER_FAILED))
    await world.send_all()
    anew = await world.store.oversight.retry(failed.id, by=ADMIN)
    assert (anew.state, anew.request) == (State.QUEUED, failed.request)
    assert anew.seed != failed.seed
    assert (await world.store.people.balance(ann)).used_today == PRICE
    told = [owed.message for owed in await world.send_all()]
    assert told == [JobStatus(job_id=anew.id), JobRetried(job_id=anew.id)]
    with pytest.raises(AlreadyStarted) as found:
        await world.store.oversight.retry(failed.id, by=ADMIN)
    assert found.value.job_id == anew.id
    assert (await world.store.oversight.open(failed.id)).again == anew.id
    await world.apply(anew.id, Failed(Reason.RENDER_FAILED))
    assert await world.store.oversight.retry(failed.id, by=ADMIN), "the second try failed as well"


async def test_what_is_in_the_way_of_a_new_try_is_told(world: World, ann: PersonId) -> None:
    failed = await world.start(ann)
    await world.apply(failed.id, Failed(Reason.RENDER_FAILED))
    for place in (2, 3, 4):
        await world.start(ann, topic(ann, place))
    with pytest.raises(CannotRetry) as found:
        await world.store.oversight.retry(failed.id, by=None)
    assert isinstance(found.value.why, NotEnoughCredits)


async def test_what_an_admin_tried_again_is_no_strike(world: World, ann: PersonId) -> None:
    failed = await world.start(ann)
    await world.apply(failed.id, Failed(Reason.MODERATED))
    anew = await world.store.oversight.retry(failed.id, by=ADMIN)
    await world.apply(anew.id, Failed(Reason.MODERATED))
    assert world.sql("SELECT count(*) FROM strikes") == [(1,)]


async def unconfirmed(world: World, person: PersonId) -> JobId:
    await world.start(person)
    [job] = await world.claim()
    await world.apply(job.id, *LOST)
    return job.id


async def test_an_unconfirmed_job_is_sent_again_only_at_a_known_risk(
    world: World, ann: PersonId
) -> None:
    oversight, number = world.store.oversight, await unconfirmed(world, ann)
    with pytest.raises(MayPayTwice):
        await oversight.retry(number, by=ADMIN)
    world.clock.advance(hours=1)
    [taken] = await world.store.work.orphans()
    with pytest.raises(StillLooking):
        await oversight.retry(number, by=ADMIN, may_pay_twice=True)
    await world.apply(taken.id, OutcomeLost(timedelta(minutes=1)))
    again = await oversight.retry(number, by=ADMIN, may_pay_twice=True)
    assert (again.id, again.state, again.account) == (number, State.QUEUED, None)
    assert (await world.store.people.balance(ann)).used_today == PRICE, "held once"
    assert [job.id for job in await world.claim()] == [number]


async def test_an_unconfirmed_job_is_looked_for_at_once(world: World, ann: PersonId) -> None:
    number = await unconfirmed(world, ann)
    assert await world.store.work.orphans() == []
    assert await world.store.oversight.look_now(number, by=ADMIN)
    assert [job.id for job in await world.store.work.orphans()] == [number]
    assert await world.store.oversight.look_now(number, by=ADMIN), "somebody is at it already"
    [deed] = [line.deed for line in await world.store.audit.page(offset=0, limit=9)]
    told = (deed.by, deed.action, deed.person, deed.target)
    assert told == (ADMIN, Action.JOB_LOOKED_FOR, ann, str(number)), "what was done, once"
    with pytest.raises(StillLooking):
        await world.store.oversight.retry(number, by=ADMIN, may_pay_twice=True)
    await world.store.oversight.give_up(number, by=ADMIN)
    assert await world.store.oversight.look_now(number, by=ADMIN) is None


@pytest.mark.parametrize("reason", [Reason.GIVEN_UP, Reason.LOST])
async def test_what_was_paid_and_lost_is_tried_again_only_at_a_known_risk(
    world: World, ann: PersonId, reason: Reason
) -> None:
    if reason is Reason.GIVEN_UP:
        number = await unconfirmed(world, ann)
        assert await world.store.oversight.give_up(number, by=ADMIN)
    else:
        number = (await world.start(ann)).id
        await world.claim()
        await world.render(number)
        await world.apply(number, Failed(Reason.LOST))
    with pytest.raises(MayPayTwice):
        await world.store.oversight.retry(number, by=ADMIN)
    anew = await world.store.oversight.retry(number, by=ADMIN, may_pay_twice=True)
    assert anew.id != number


async def finished(world: World, person: PersonId, *more: Event) -> Job:
    job = await world.start(person)
    await world.claim()
    await world.render(job.id)
    return await world.apply(job.id, Finished(RESULT), *more)


async def test_an_undeliverable_result_is_brought_again_and_nothing_is_paid(
    world: World, ann: PersonId
) -> None:
    job = await finished(world, ann, DeliveryFailed())
    assert await listed(world, Sieve(JobListing.UNDELIVERABLE)) == [job.id]
    again = await world.store.oversight.retry(job.id, by=ADMIN)
    assert (again.id, again.state) == (job.id, State.DELIVERING)
    assert (await world.store.people.balance(ann)).used_today == PRICE


async def test_a_job_that_goes_its_way_is_not_tried_again(world: World, ann: PersonId) -> None:
    job = await finished(world, ann)
    with pytest.raises(TooLate):
        await world.store.oversight.retry(job.id, by=ADMIN)


async def test_credits_of_a_job_are_given_back_once(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    refund = world.store.oversight.refund
    with pytest.raises(NothingSpent):
        await refund(job.id, by=ADMIN)
    await world.claim()
    await world.render(job.id)
    await world.finish(job.id)
    await world.send_all()
    assert (await world.store.oversight.open(job.id)).credits is CreditState.SPENT
    assert await refund(job.id, by=ADMIN, note="it was broken") == PRICE
    balance = await world.store.people.balance(ann)
    assert (balance.extra, balance.used_today) == (PRICE, PRICE)
    assert [owed.message for owed in await world.send_all()] == [
        JobRefunded(job_id=job.id, credits=PRICE)
    ]
    with pytest.raises(GivenBackBefore):
        await refund(job.id, by=None)
    assert (await world.store.oversight.open(job.id)).credits is CreditState.REFUNDED
    [line] = await world.store.credits.lines(ann, offset=0, limit=1)
    assert (line.kind, line.amount, line.note) == ("refunded", PRICE, "it was broken")
    assert line.by == ADMIN
    deeds = world.sql("SELECT action, by_person, person_id, target, detail FROM audit")
    assert deeds == [("job_refunded", ADMIN, ann, str(job.id), f"+{PRICE} it was broken")]


async def test_a_failed_job_has_nothing_to_give_back(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    await world.apply(job.id, Failed(Reason.INVALID))
    with pytest.raises(NothingSpent):
        await world.store.oversight.refund(job.id, by=ADMIN)
