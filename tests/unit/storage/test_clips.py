"""Videos as a material: which message shows which, whom a voice can go into, who alone can do the work."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from jobs.capabilities import Mode
from jobs.drafts import Draft, with_clip_for, with_prompt, with_voice
from jobs.errors import StopWordUsed
from jobs.ids import AccountId, ChatId, FileId, MessageId, PersonId
from jobs.lifecycle import Job, Sent
from jobs.made import made_clip
from jobs.materials import OwnClip, Voice
from jobs.outbox import Owed, Receipt
from jobs.ports import Basis, Lane
from tests.unit.storage.world import ACCOUNT, ADMIN, World, home

VOICE = Voice(file_id=FileId("s"), message_id=MessageId(1), seconds=5)
OTHER = AccountId("pixverse:two@example.com")


async def a_video(world: World, person: PersonId, **options: Any) -> Job:
    job = await world.start(person, **options)
    await world.claim()
    return await world.finish((await world.render(job.id)).id)


async def owed_all(world: World) -> AsyncIterator[Owed]:
    """Everything that is owed, each when the one before it is in the chat."""
    while owed := await world.store.outbox.claim(1):
        yield owed[0]


async def sent(world: World, owed: Owed) -> MessageId:
    message_id = MessageId(owed.id + 500)
    await world.store.outbox.sent(owed, Receipt(message_id, Sent(file_id=FileId("f"))))
    return message_id


async def work_on(world: World, person: PersonId, source: Job, mode: Mode = Mode.UPSCALE) -> Job:
    clip = made_clip(source)
    assert clip

    def change(draft: Draft, basis: Basis) -> Draft:
        return with_clip_for(draft, clip, mode, basis.offer)

    card, _ = await world.store.drafts.open(person, home(person), change=change)
    return (await world.store.jobs.start(card.id, person)).job


async def test_a_result_is_known_by_the_message_that_shows_it(world: World, ann: PersonId) -> None:
    job = await a_video(world, ann)
    behind = world.store.history.behind
    messages = {owed.message.kind: await sent(world, owed) async for owed in owed_all(world)}
    assert set(messages) == {"status", "result", "ended"}
    assert (await behind(ChatId(ann), messages["result"])) == (
        await world.store.jobs.view(job.id)
    ).job
    assert await behind(ChatId(ann), messages["status"]) is None
    assert await behind(ChatId(7), messages["result"]) is None, "each chat counts for itself"
    await world.store.history.shown(job.id, ChatId(7), messages["status"])
    assert await behind(ChatId(7), messages["status"])


async def test_a_voice_is_offered_the_last_videos_that_can_speak(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    await world.store.people.grant(ann, 900, by=ADMIN, operation="x", note="")
    able = [(await a_video(world, ann, model="v5")).id for _ in range(5)]
    await a_video(world, ann, model="v5.6")
    await a_video(world, ben, model="v5.6")

    def speak(draft: Draft, basis: Basis) -> Draft:
        return with_voice(draft, VOICE, basis.offer)

    card = await world.store.drafts.grow(ann, home(ann), speak)
    assert [job.id for job in card.videos] == able[:0:-1]
    assert (await world.draft(ben)).videos == ()


async def test_a_new_draft_can_be_changed_at_once(world: World, ann: PersonId) -> None:
    own = OwnClip(file_id=FileId("v"), message_id=MessageId(4), seconds=5)
    before = await world.draft(ann)

    def change(draft: Draft, basis: Basis) -> Draft:
        return with_clip_for(draft, own, Mode.EXTEND, basis.offer)

    card, replaced = await world.store.drafts.open(ann, home(ann), change=change)
    assert (card.draft.kind, card.draft.prompt) == ("clip", None)
    assert replaced
    assert replaced.id == before.id


async def test_words_that_a_new_draft_begins_with_are_looked_at(
    world: World, ann: PersonId
) -> None:
    before = await world.draft(ann)
    await world.store.moderation.add_stop_word("banana", "", by=ADMIN)

    def change(draft: Draft, basis: Basis) -> Draft:
        return with_prompt(draft, "a banana", MessageId(1), basis.offer)

    with pytest.raises(StopWordUsed):
        await world.store.drafts.open(ann, home(ann), change=change)
    assert await world.store.drafts.current(ann, home(ann)) == before, "nothing was replaced"


async def test_work_on_a_video_goes_to_its_account_or_nowhere(world: World, ann: PersonId) -> None:
    job = await work_on(world, ann, await a_video(world, ann))
    work = world.store.work
    assert await work.claim([Lane(OTHER, 5)]) == []
    assert await work.stranded([ACCOUNT, OTHER]) == []
    assert [one.id for one in await work.stranded([OTHER])] == [job.id]
    assert [one.id for one in await work.stranded([])] == [job.id]
    (claimed,) = await work.claim([Lane(OTHER, 5), Lane(ACCOUNT, 1)])
    assert claimed.account == ACCOUNT
    assert await work.stranded([]) == []
