"""Whose message it is in a group: kept for half a year, for groups only, and forgotten with its person."""

from jobs.errors import Reason
from jobs.ids import ChatId, MessageId, PersonId, UpdateId
from jobs.lifecycle import Failed
from storage.group_messages import KEPT
from tests.unit.storage.world import World, home, topic

GROUP = topic(-100, 7)
CARD, ASKED = MessageId(50), MessageId(49)


async def test_a_message_is_its_persons_for_half_a_year(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    groups = world.store.groups
    await groups.keep_message(GROUP.chat_id, CARD, ann)
    await groups.keep_message(ChatId(ann), CARD, ann)
    assert await groups.owner(GROUP.chat_id, CARD) == ann
    assert await groups.owner(GROUP.chat_id, MessageId(51)) is None
    assert await groups.owner(ChatId(-200), CARD) is None
    assert await groups.owner(ChatId(ann), CARD) is None, "there is nobody else"
    world.clock.advance(seconds=KEPT.total_seconds() + 1)
    await groups.keep_message(GROUP.chat_id, MessageId(52), ben)
    assert await groups.owner(GROUP.chat_id, CARD) is None
    await world.store.privacy.forget(ben)
    assert await groups.owner(GROUP.chat_id, MessageId(52)) is None


async def test_everything_about_a_job_answers_what_was_asked_and_is_its_persons(
    world: World, ann: PersonId
) -> None:
    card = await world.draft(ann, GROUP)
    await world.store.drafts.shown(card.id, CARD, ASKED)
    job = (await world.store.jobs.start(card.id, ann, takes=2)).job
    takes = await world.store.history.page(ann, offset=0, limit=9)
    assert [(one.place, one.asked_message_id) for one in takes] == [(GROUP, ASKED)] * 2
    for _ in takes:
        [claimed] = await world.claim()
        await world.render(claimed.id)
        await world.finish(claimed.id)
    sent = await world.send_all("file")
    kept = world.sql("SELECT person_id FROM group_messages WHERE chat_id = ?", GROUP.chat_id)
    assert kept == [(ann,)] * len(sent)
    again = await world.store.jobs.start_again(job.id, ann, home(ann), UpdateId(1))
    assert again.job.asked_message_id is None, "there it answers nothing"
    await world.apply(again.job.id, Failed(Reason.LOST))
