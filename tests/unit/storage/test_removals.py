"""Deleting one's jobs: emptied at once, and claimed for the provider until it has deleted them, too."""

from datetime import timedelta

import pytest

from jobs.capabilities import Mode, Options
from jobs.errors import NoSuchJob, NotYours, TooLate, UnderReport
from jobs.history import ERASED, Outcome, Wanted, erased
from jobs.ids import ChatId, FileId, MessageId, PersonId, UpdateId
from jobs.lifecycle import Job
from jobs.materials import OwnClip, Picture, Segment, Voice
from jobs.outbox import OriginalFile
from jobs.requests import ClipRequest, PictureRequest, Request, TextRequest
from storage.rows import REQUEST
from tests.unit.storage.world import World, home

MINUTE = timedelta(minutes=1)
SECRET = "nobody else is to read this"
PHOTO = Picture(file_id=FileId(SECRET), message_id=MessageId(5))
OPTIONS = Options(model="v5")


async def finished(world: World, person_id: PersonId) -> Job:
    job = await world.start(person_id)
    await world.claim()
    await world.render(job.id)
    await world.finish(job.id)
    await world.send_all("file")
    await world.store.history.shown(job.id, ChatId(person_id), MessageId(77))
    return (await world.store.jobs.view(job.id)).job


async def test_what_is_deleted_is_empty_and_goes_at_the_provider(
    world: World, ann: PersonId
) -> None:
    job = await finished(world, ann)
    owed = OriginalFile(job_id=job.id)
    await world.store.outbox.owe("original:1", home(ann), owed)
    ben = await world.meet(2, "Ben")
    with pytest.raises(NotYours):
        await world.store.removals.delete(job.id, ben)
    spots = await world.store.removals.delete(job.id, ann)
    assert (ChatId(ann), MessageId(77)) in spots
    assert await world.store.removals.delete(job.id, ann) == (), "twice is fine"

    left = (await world.store.jobs.view(job.id)).job
    assert left.deleted_at == world.clock.now()
    assert left.request.prompt == ERASED
    assert left.sent is None
    assert left.result is not None
    assert left.result.url == ""
    assert await world.store.history.behind(ChatId(ann), MessageId(77)) is None
    assert await world.store.outbox.claim(10) == []
    assert await world.store.history.page(ann, offset=0, limit=5) == [left], "it stays in the list"
    with pytest.raises(NoSuchJob):
        await world.store.jobs.own(job.id, ann)
    with pytest.raises(NoSuchJob):
        await world.store.jobs.start_again(job.id, ann, home(ann), UpdateId(9))

    [(claimed, attempt)] = await world.store.removals.claim(5, MINUTE)
    assert (claimed.id, claimed.video_id, attempt) == (job.id, job.video_id, 1)
    assert await world.store.removals.claim(5, MINUTE) == [], "it is in hand"
    waits = []
    for number in range(2, 14):
        waited = timedelta()
        while not (due := await world.store.removals.claim(5, MINUTE)):
            world.clock.advance(seconds=60)
            waited += MINUTE
        assert due[0][1] == number
        waits.append(waited)
    assert waits[:3] == [MINUTE, 2 * MINUTE, 4 * MINUTE]
    assert waits[-1] == waits[-2] == 512 * MINUTE
    await world.store.removals.done(job.id)
    world.clock.advance(days=30)
    assert await world.store.removals.claim(5, MINUTE) == []


async def test_only_what_has_ended_and_was_not_reported_can_be_deleted(
    world: World, ann: PersonId
) -> None:
    job = await world.start(ann)
    with pytest.raises(TooLate):
        await world.store.removals.delete(job.id, ann)
    await world.store.jobs.cancel(job.id, ann)
    assert await world.store.removals.delete(job.id, ann) == []
    assert await world.store.removals.claim(5, MINUTE) == [], "the provider never had it"

    job = await finished(world, ann)
    assert await world.store.moderation.report(job.id, ann, ChatId(ann))
    with pytest.raises(UnderReport):
        await world.store.removals.delete(job.id, ann)
    [report], _ = await world.store.moderation.reports(offset=0, limit=5)
    await world.store.moderation.close_report(report.id, by=None)
    await world.store.removals.delete(job.id, ann)


async def test_what_is_cancelled_while_it_renders_is_to_be_stopped(
    world: World, ann: PersonId
) -> None:
    waiting = await world.start(ann)
    await world.store.jobs.cancel(waiting.id, ann)
    assert await world.store.removals.claim(5, MINUTE) == [], "the provider never had it"
    for by_admin in (False, True):
        job = await world.start(ann)
        await world.claim()
        await world.render(job.id)
        if by_admin:
            await world.store.oversight.call_off(job.id, by=None)
        else:
            await world.store.jobs.cancel(job.id, ann)
        [(claimed, _)] = await world.store.removals.claim(5, MINUTE)
        assert (claimed.id, claimed.deleted_at) == (job.id, None)


async def test_files_on_our_own_disk_go_with_their_person(world: World, ann: PersonId) -> None:
    ours, theirs = await finished(world, ann), await finished(world, ann)
    kept = '{"url": "kept:1-x.mp4"}'
    world.sql("UPDATE jobs SET result = ? WHERE id = ?", kept, ours.id)
    await world.store.privacy.forget(ann)
    assert theirs.result
    assert [job.id for job, _ in await world.store.removals.claim(5, MINUTE)] == [ours.id]


REQUESTS = [
    TextRequest(options=OPTIONS, prompt=SECRET, negative=SECRET, sound_words=SECRET),
    PictureRequest(
        options=OPTIONS,
        way=Mode.TRANSITION,
        pictures=(PHOTO, PHOTO),
        segments=(Segment(seconds=5, prompt=SECRET),),
        prompt=SECRET,
    ),
    PictureRequest(options=OPTIONS, way=Mode.STILL, pictures=(), prompt=SECRET),
    ClipRequest(
        options=OPTIONS,
        mode=Mode.LIPSYNC,
        clip=OwnClip(file_id=FileId(SECRET), message_id=MessageId(1)),
        voice=Voice(file_id=FileId(SECRET), message_id=MessageId(1)),
        prompt=SECRET,
    ),
]


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda one: one.kind)
def test_nothing_that_somebody_wrote_or_sent_is_left(request_: Request) -> None:
    written = REQUEST.dump_json(erased(request_))
    assert SECRET.encode() not in written
    again = REQUEST.validate_json(written)
    assert again.subject.mode is request_.subject.mode


async def test_the_list_is_filtered(world: World, ann: PersonId) -> None:
    done = await finished(world, ann)
    waiting = await world.start(ann)
    gone = await world.start(ann)
    await world.store.jobs.cancel(gone.id, ann)

    async def listed(outcome: Outcome = Outcome.ALL, kind: Mode | None = None) -> list[int]:
        wanted = Wanted(outcome, kind)
        page = await world.store.history.page(ann, wanted=wanted, offset=0, limit=9)
        return [job.id for job in page]

    assert await listed() == [gone.id, waiting.id, done.id]
    assert await listed(outcome=Outcome.RUNNING) == [waiting.id]
    assert await listed(outcome=Outcome.DONE) == [done.id]
    assert await listed(outcome=Outcome.FAILED) == [gone.id]
    assert await listed(kind=Mode.TEXT, outcome=Outcome.DONE) == [done.id]
    assert await listed(kind=Mode.EFFECT) == []
    assert await world.store.history.kinds(ann) == [Mode.TEXT]
