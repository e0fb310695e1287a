"""Jobs: started once, charged once, moved on, taken back, looked at."""

import asyncio
import json
from collections import Counter
from datetime import timedelta

import pytest

from jobs.capabilities import Mode, Sound, Subject
from jobs.drafts import EffectDraft, TextDraft
from jobs.drafts.pictures import with_pictures
from jobs.effects import Effect
from jobs.errors import (
    AlreadyStarted,
    BotBudgetSpent,
    DraftGone,
    Incomplete,
    NoSuchJob,
    NotEnoughCredits,
    NotYours,
    Reason,
    TooLate,
)
from jobs.ids import (
    AccountId,
    DraftId,
    EffectId,
    FileId,
    JobId,
    MessageId,
    PersonId,
    UpdateId,
    VideoId,
)
from jobs.lifecycle import (
    Cancelled,
    Delivered,
    Event,
    Failed,
    FetchedAgain,
    FileKind,
    Finished,
    Found,
    OutcomeLost,
    PutBack,
    Sent,
    State,
    Submitted,
    Unprovable,
    Uploaded,
)
from jobs.materials import Picture
from jobs.outbox import Alert, JobEnded, JobFailure, JobResult, JobStatus, Receipt, Trouble
from jobs.people import Limit
from jobs.ports import Lane
from tests.offers import OFFER, START
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ACCOUNT, ADMIN, PRICE, RESULT, World, home, topic


async def test_a_started_draft_is_a_queued_job_with_its_price_held(
    world: World, ann: PersonId
) -> None:
    card = await world.draft(ann, sound=Sound.ON)
    view = await world.store.jobs.start(card.id, ann)
    job = view.job
    assert (job.state, job.person_id, job.place) == (State.QUEUED, ann, home(ann))
    assert (job.price, job.request.options.sound) == (40, Sound.ON)
    assert job.request.options == OFFER.only(Subject(Mode.TEXT), card.draft.options)
    assert view.place_in_queue == 1
    assert (await world.store.people.balance(ann)).used_today == 40
    assert [one.message for one in await world.send_all()] == [JobStatus(job_id=job.id)]
    assert await world.store.drafts.current(ann, home(ann)) is None


async def test_references_and_seeds_differ(world: World, ann: PersonId) -> None:
    jobs = [await world.start(ann) for _ in range(3)]
    assert len({job.reference for job in jobs}) == 3
    assert len({job.seed for job in jobs}) == 3


async def test_every_kind_of_request_comes_back_as_it_was(world: World, ann: PersonId) -> None:
    await world.store.people.set_limit(ann, Limit.DAILY, 10_000, by=ADMIN)
    await world.store.people.set_limit(ann, Limit.MONTHLY, 10_000, by=ADMIN)
    pictures = tuple(
        Picture(file_id=FileId(f"f{number}"), message_id=MessageId(number), album="a")
        for number in range(3)
    )
    effect = Effect(id=EffectId(7), name="Kiss 💋", pictures=2, qualities=("540p",), credits=45)
    for draft in (
        TextDraft(options=START, prompt="\u00fc <b>'\"; DROP TABLE jobs; --"),
        with_pictures(TextDraft(options=START), pictures, OFFER, {}),
        EffectDraft(options=START, effect=effect, pictures=pictures[:2], prompt="hello"),
    ):
        card, _ = await world.store.drafts.open(ann, home(ann), draft)
        assert card.draft == draft
        job = (await world.store.jobs.start(card.id, ann)).job
        assert await world.store.jobs.own(job.id, ann) == job


async def test_a_button_pressed_twice_starts_one_job(world: World, ann: PersonId) -> None:
    card = await world.draft(ann)
    starts = (world.store.jobs.start(card.id, ann) for _ in range(5))
    results = await asyncio.gather(*starts, return_exceptions=True)
    [view] = [result for result in results if not isinstance(result, BaseException)]
    repeats = [result for result in results if isinstance(result, AlreadyStarted)]
    assert [repeat.job_id for repeat in repeats] == [view.job.id] * 4
    assert (await world.store.people.balance(ann)).used_today == PRICE


async def test_only_the_owner_starts_a_draft(world: World, ann: PersonId, ben: PersonId) -> None:
    card = await world.draft(ann)
    with pytest.raises(NotYours):
        await world.store.jobs.start(card.id, ben)
    await world.store.jobs.start(card.id, ann)
    with pytest.raises(NotYours):
        await world.store.jobs.start(card.id, ben)
    with pytest.raises(DraftGone):
        await world.store.jobs.start(DraftId(999), ann)


async def test_an_unfinished_draft_does_not_start(world: World, ann: PersonId) -> None:
    card, _ = await world.store.drafts.open(ann, home(ann), TextDraft())
    with pytest.raises(Incomplete):
        await world.store.jobs.start(card.id, ann)
    assert await world.store.drafts.get(card.id, ann) == card


async def test_two_hundred_starts_with_credits_for_three_start_three(
    world: World, ann: PersonId
) -> None:
    places = [topic(-100, number) for number in range(1, 201)]
    cards = [await world.draft(ann, place) for place in places]
    starts = (world.store.jobs.start(card.id, ann) for card in cards)
    results = await asyncio.gather(*starts, return_exceptions=True)
    refusals = [result for result in results if isinstance(result, NotEnoughCredits)]
    assert len(refusals) == 197
    assert {(refusal.price, refusal.left) for refusal in refusals} == {(PRICE, 10)}
    assert (await world.store.people.balance(ann)).used_today == 3 * PRICE
    assert len(await world.store.history.page(ann, offset=0, limit=500)) == 3
    refused = [card for card, result in zip(cards, results, strict=True) if result in refusals]
    assert (await world.store.drafts.get(refused[0].id, ann)).draft == refused[0].draft


async def test_the_bot_stops_at_its_budget_of_the_day(open_world: Opener) -> None:
    world = await open_world(bot_daily_credits=2 * PRICE)
    people = [await world.meet(number) for number in (1, 2, 3)]
    for person in people[:2]:
        await world.start(person)
    card = await world.draft(people[2])
    with pytest.raises(BotBudgetSpent):
        await world.store.jobs.start(card.id, people[2])
    world.clock.advance(days=1)
    assert await world.store.jobs.start(card.id, people[2])


async def test_again_is_the_same_request_as_a_new_job(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    again = (await world.store.jobs.start_again(job.id, ann, topic(-5, 3), UpdateId(1))).job
    assert again.id != job.id
    assert (again.request, again.place, again.price) == (job.request, topic(-5, 3), PRICE)
    assert again.seed != job.seed
    assert (await world.store.people.balance(ann)).used_today == 2 * PRICE


async def test_again_pressed_twice_is_one_job_but_later_another(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    jobs = world.store.jobs
    job = await world.start(ann)
    first = (await jobs.start_again(job.id, ann, home(ann), UpdateId(11))).job
    world.clock.advance(seconds=2.9)
    with pytest.raises(AlreadyStarted) as repeat:
        await jobs.start_again(job.id, ann, home(ann), UpdateId(12))
    assert repeat.value.job_id == first.id
    with pytest.raises(NotYours):
        await jobs.start_again(job.id, ben, home(ben), UpdateId(13))
    with pytest.raises(NoSuchJob):
        await jobs.start_again(JobId(999), ann, home(ann), UpdateId(14))
    world.clock.advance(seconds=0.2)
    assert (await jobs.start_again(job.id, ann, home(ann), UpdateId(15))).job.id > first.id


async def test_one_press_of_again_handled_twice_is_one_job_however_late(
    world: World, ann: PersonId
) -> None:
    job = await world.start(ann)
    first = (await world.store.jobs.start_again(job.id, ann, home(ann), UpdateId(5))).job
    world.clock.advance(hours=1)
    with pytest.raises(AlreadyStarted) as repeat:
        await world.store.jobs.start_again(job.id, ann, home(ann), UpdateId(5))
    assert repeat.value.job_id == first.id


async def test_a_queued_job_is_cancelled_for_nothing(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    assert (await world.store.jobs.cancel(job.id, ann)).state is State.CANCELLED
    assert (await world.store.people.balance(ann)).used_today == 0
    with pytest.raises(TooLate):
        await world.store.jobs.cancel(job.id, ann)
    assert (await world.store.people.balance(ann)).used_today == 0


async def test_a_rendering_job_is_cancelled_but_stays_paid(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    job = await world.start(ann)
    await world.claim()
    with pytest.raises(TooLate):
        await world.store.jobs.cancel(job.id, ann)
    await world.render(job.id)
    with pytest.raises(NotYours):
        await world.store.jobs.cancel(job.id, ben)
    await world.store.jobs.cancel(job.id, ann)
    assert (await world.store.people.balance(ann)).used_today == PRICE
    assert await world.store.jobs.apply(job.id, Finished(RESULT)) is None


async def test_a_job_moves_to_its_delivery_and_is_settled_once(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    await world.send_all()
    await world.claim()
    await world.render(job.id)
    finished = await world.finish(job.id)
    assert (finished.state, finished.result) == (State.DELIVERING, RESULT)
    assert await world.store.jobs.apply(job.id, Finished(RESULT)) is None
    assert [one.message for one in await world.send_all("file")] == [
        JobResult(job_id=job.id),
        JobEnded(job_id=job.id),
    ]
    delivered = await world.store.jobs.own(job.id, ann)
    assert (delivered.state, delivered.sent) == (State.DELIVERED, Sent(file_id=FileId("file")))
    assert world.sql("SELECT kind FROM entries ORDER BY id") == [("held",), ("spent",)]


@pytest.mark.parametrize("stage", [0, 1, 2])
async def test_a_failed_job_gives_its_credits_back_and_says_so(
    world: World, ann: PersonId, stage: int
) -> None:
    job = await world.start(ann)
    await world.send_all()
    if stage:
        await world.claim()
    if stage > 1:
        await world.render(job.id)
    failed = await world.apply(job.id, Failed(Reason.MODERATED))
    assert (failed.state, failed.reason) == (State.FAILED, Reason.MODERATED)
    assert await world.store.jobs.apply(job.id, Failed(Reason.LOST)) is None
    assert (await world.store.people.balance(ann)).used_today == 0
    assert [one.message for one in await world.send_all()] == [
        JobFailure(job_id=job.id),
        JobEnded(job_id=job.id),
    ]


async def test_one_job_of_many_events_at_once_is_settled_once(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    await world.claim()
    await world.render(job.id)
    events: list[Event] = [Finished(RESULT), Failed(Reason.LOST), Cancelled()] * 10
    moved = await asyncio.gather(*(world.store.jobs.apply(job.id, event) for event in events))
    assert sum(one is not None for one in moved) == 1
    assert world.sql("SELECT kind FROM entries ORDER BY id") == [("held",), ("spent",)]


async def test_admins_hear_of_a_job_that_nobody_can_prove(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    await world.send_all()
    await world.claim()
    unproved = (Uploaded(()), OutcomeLost(timedelta(seconds=10)), Unprovable())
    await world.apply(job.id, *unproved)
    [alert] = await world.send_all()
    expected = Alert(trouble=Trouble.UNCONFIRMED, detail=str(job.id))
    assert (alert.place, alert.message) == (home(ADMIN), expected)
    assert (await world.store.people.balance(ann)).used_today == PRICE


async def test_one_video_is_never_two_jobs(world: World, ann: PersonId) -> None:
    first, second = [await world.start(ann) for _ in range(2)]
    await world.claim(2)
    video = VideoId("v")
    await world.apply(first.id, Uploaded(()), Submitted(video))
    await world.apply(second.id, Uploaded(()))
    with pytest.raises(Exception, match="UNIQUE"):
        await world.store.jobs.apply(second.id, Found(video))
    assert (await world.store.jobs.own(second.id, ann)).state is State.SUBMITTING
    found = await world.store.work.by_video(video)
    assert found
    assert found.id == first.id
    assert await world.store.work.by_video(VideoId("other")) is None


async def test_a_result_that_could_not_be_delivered_is_fetched_again(
    world: World, ann: PersonId
) -> None:
    job = await world.start(ann)
    await world.send_all()
    await world.claim()
    await world.render(job.id)
    await world.finish(job.id)
    [owed] = await world.store.outbox.claim(10)
    await world.store.outbox.unreachable(owed)
    assert (await world.store.jobs.own(job.id, ann)).state is State.UNDELIVERABLE
    assert not (await world.store.people.get(ann)).reachable
    assert [one.message for one in await world.send_all()] == [JobEnded(job_id=job.id)]
    await world.apply(job.id, FetchedAgain())
    assert [one.message for one in await world.send_all("f")] == [
        JobResult(job_id=job.id),
        JobEnded(job_id=job.id),
    ]
    assert (await world.store.jobs.own(job.id, ann)).state is State.DELIVERED
    kinds = Counter(kind for (kind,) in world.sql("SELECT kind FROM entries"))
    assert kinds == {"held": 1, "spent": 1}


async def test_a_view_knows_how_long_such_jobs_took(world: World, ann: PersonId) -> None:
    await world.store.people.set_limit(ann, Limit.DAILY, 10_000, by=ADMIN)
    for seconds in (10, 60, 20):
        job = await world.start(ann)
        await world.claim()
        await world.render(job.id)
        world.clock.advance(seconds=seconds)
        await world.finish(job.id)
    other = await world.start(ann, duration=8)
    assert (await world.store.jobs.view(other.id)).typical_seconds is None
    alike = await world.start(ann)
    assert (await world.store.jobs.view(alike.id)).typical_seconds == 20
    with pytest.raises(NoSuchJob):
        await world.store.jobs.view(JobId(999))


async def test_only_the_last_twenty_count(world: World, ann: PersonId) -> None:
    await world.store.people.set_limit(ann, Limit.DAILY, 10_000, by=ADMIN)
    await world.store.people.set_limit(ann, Limit.MONTHLY, 10_000, by=ADMIN)
    for seconds in [1000] * 30 + [50] * 20:
        job = await world.start(ann)
        await world.claim()
        await world.render(job.id)
        world.clock.advance(seconds=seconds)
        await world.finish(job.id)
    assert (await world.store.jobs.view(job.id)).typical_seconds == 50


async def test_in_motion_is_what_lives_and_has_a_status(world: World, ann: PersonId) -> None:
    running, ended, queued = [await world.start(ann) for _ in range(3)]
    assert await world.store.work.in_motion() == []
    await world.send_all()
    await world.claim(2)
    await world.render(running.id)
    await world.render(ended.id)
    await world.finish(ended.id)
    views = await world.store.work.in_motion()
    assert [view.job.id for view in views] == [running.id, queued.id]
    assert [view.place_in_queue for view in views] == [None, 1]
    assert all(view.job.status_message_id for view in views)
    assert [job.id for job in await world.store.work.generating()] == [running.id]


async def test_history_is_paged_newest_first(world: World, ann: PersonId, ben: PersonId) -> None:
    mine = [await world.start(ann) for _ in range(3)]
    await world.start(ben)
    newest = [job.id for job in reversed(mine)]
    pages = [await world.store.history.page(ann, offset=offset, limit=2) for offset in (0, 2, 4)]
    assert [[job.id for job in page] for page in pages] == [newest[:2], newest[2:], []]
    with pytest.raises(NotYours):
        await world.store.jobs.own(mine[0].id, ben)
    with pytest.raises(NoSuchJob):
        await world.store.jobs.own(JobId(999), ann)


async def test_times_come_back_exactly(world: World, ann: PersonId) -> None:
    world.clock.advance(timedelta(microseconds=123_457))
    job = await world.start(ann)
    await world.store.work.claim([Lane(ACCOUNT, 1)])
    world.clock.advance(timedelta(microseconds=1))
    moved = await world.apply(
        job.id, Uploaded(("upload:1",)), Submitted(VideoId("v"), is_image=True)
    )
    assert await world.store.jobs.own(job.id, ann) == moved
    assert moved.queued_at.microsecond == 123_457
    assert moved.started_at == world.clock.now()
    assert moved.account == AccountId(ACCOUNT)


async def test_what_is_put_back_costs_nobody_anything(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    await world.claim()
    back = await world.apply(job.id, PutBack(timedelta(seconds=10), counts=False))
    assert (back.state, back.attempts, back.account) == (State.QUEUED, 0, None)
    assert await world.claim() == []
    assert (await world.store.jobs.view(job.id)).place_in_queue == 1
    world.clock.advance(seconds=10)
    assert [job.id for job in await world.claim()] == [job.id]
    assert await world.store.jobs.apply(job.id, Delivered(None)) is None


@pytest.mark.parametrize("kind", FileKind)
async def test_what_telegram_made_of_a_result_is_remembered(
    world: World, ann: PersonId, kind: FileKind
) -> None:
    job = await world.start(ann)
    await world.send_all()
    await world.claim()
    await world.render(job.id)
    await world.finish(job.id)
    [owed] = await world.store.outbox.claim(10)
    sent = Sent(file_id=FileId("file"), kind=kind)
    await world.store.outbox.sent(owed, Receipt(MessageId(1), sent))
    assert (await world.store.jobs.own(job.id, ann)).sent == sent


@pytest.mark.parametrize("is_image", [True, False])
async def test_rows_of_earlier_versions_say_only_what_is_a_picture(
    world: World, ann: PersonId, is_image: bool
) -> None:
    job = await world.start(ann)
    written = json.dumps({"file_id": "old", "is_image": is_image})
    world.sql("UPDATE jobs SET sent = ? WHERE id = ?", written, job.id)
    kind = FileKind.PHOTO if is_image else FileKind.VIDEO
    expected = Sent(file_id=FileId("old"), kind=kind)
    assert (await world.store.jobs.own(job.id, ann)).sent == expected
