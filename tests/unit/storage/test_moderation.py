"""Moderation in the file: words stop, effects hide, strikes add up to a pause, reports wait for admins."""

from datetime import timedelta

import pytest

from jobs.admin.audit import Action
from jobs.admin.live_settings import SETTINGS
from jobs.drafts import Draft, TextDraft, with_effect, with_picture, with_prompt
from jobs.effects import Effect, Shelf
from jobs.errors import EffectGone, NotYours, PersonPaused, Reason, StopWordUsed
from jobs.ids import ChatId, EffectId, FileId, MessageId, PersonId
from jobs.lifecycle import Failed
from jobs.materials import Picture
from jobs.moderation import Mark
from jobs.outbox import PauseAlert, Paused, ReportAlert
from jobs.people import AccessPolicy, Profile
from tests.offers import OFFER
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, World, home

WORDS = ("a nude fox", "nude at last", "the nude hare")


def effect(number: int, name: str) -> Effect:
    return Effect(id=EffectId(number), name=name, pictures=1, qualities=("540p",), credits=20)


CATALOGUE = [effect(1, "Warm Hug"), effect(2, "Bikini Up"), effect(3, "Big Hug")]


async def write(world: World, person_id: PersonId, words: str) -> None:
    await world.store.drafts.grow(
        person_id,
        home(person_id),
        lambda draft, basis: with_prompt(draft, words, MessageId(1), basis.offer),
    )


async def shelf(world: World, words: str = "") -> list[str]:
    found, total = await world.store.effects.page(Shelf.ALL, words=words, offset=0, limit=9)
    assert total == len(found)
    return [one.name for one in found]


async def test_a_stop_word_keeps_words_out_of_a_draft_and_old_drafts_from_starting(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    old = await world.draft(ann)
    moderation = world.store.moderation
    assert await moderation.add_stop_word("cat", "", by=ADMIN)
    assert not await moderation.add_stop_word("cat", "", by=ADMIN)
    with pytest.raises(StopWordUsed) as refusal:
        await world.store.jobs.start(old.id, ann)
    assert (refusal.value.words, refusal.value.until) == ("cat", None)
    with pytest.raises(StopWordUsed):
        await write(world, ben, "two C.A.T.s, one c4t")
    assert await world.store.drafts.current(ben, home(ben)) is None, "nothing of it stays"
    assert (await moderation.standing(ann)).counting == 0, "it was written before"
    assert (await moderation.standing(ben)).counting == 1
    [word] = await moderation.stop_words()
    assert await moderation.remove_stop_word(word.id, by=ADMIN)
    assert not await moderation.remove_stop_word(word.id, by=ADMIN)
    await write(world, ben, "two cats, one cat")
    await world.store.jobs.start(old.id, ann)


async def test_a_stop_word_of_a_language_is_for_those_who_speak_it(world: World) -> None:
    await world.store.moderation.add_stop_word("Mist", "de", by=ADMIN)
    for number, language in ((1, "en"), (2, "de-AT"), (3, None)):
        await world.store.people.meet(Profile(PersonId(number), "X", f"x{number}", language))
    await write(world, PersonId(1), "a fox in the mist")
    await write(world, PersonId(3), "a fox in the mist")
    with pytest.raises(StopWordUsed):
        await write(world, PersonId(2), "so ein Mist")
    await world.store.moderation.add_stop_word("Kas", "de-at", by=ADMIN)
    await world.store.people.meet(Profile(PersonId(4), "X", "x4", "de"))
    await write(world, PersonId(4), "ein Kas")
    with pytest.raises(StopWordUsed):
        await write(world, PersonId(2), "ein Kas")


async def test_too_many_strikes_pause_a_person_for_a_time(world: World, ann: PersonId) -> None:
    moderation, until = world.store.moderation, world.clock.now() + timedelta(hours=24)
    ready = await world.draft(ann)
    await moderation.add_stop_word("nude", "", by=ADMIN)
    refusals = []
    for words in (WORDS[0], WORDS[0], WORDS[1], WORDS[2]):
        with pytest.raises(StopWordUsed) as refusal:
            await write(world, ann, words)
        refusals.append(refusal.value.until)
    assert refusals == [None, None, None, until], "the same words twice are one strike"
    assert (await moderation.standing(ann)).paused_until == until
    assert [one.person.id for one in await moderation.paused()] == [ann]
    with pytest.raises(PersonPaused):
        await world.store.jobs.start(ready.id, ann)
    [alert] = await world.send_all()
    assert alert.message == PauseAlert(person_id=ann, until=until)
    assert alert.place == home(ADMIN)
    world.clock.advance(hours=24)
    assert not await moderation.paused()
    await world.store.jobs.start(ready.id, ann)
    with pytest.raises(StopWordUsed) as refusal:
        await write(world, ann, WORDS[0])
    assert refusal.value.until is None, "what was paid for with a pause does not count again"


async def test_old_strikes_are_forgotten_and_owners_get_none(world: World, ann: PersonId) -> None:
    moderation = world.store.moderation
    await world.meet(ADMIN)
    await moderation.add_stop_word("nude", "", by=ADMIN)
    for words in WORDS:
        with pytest.raises(StopWordUsed) as refusal:
            await write(world, ann, words)
        assert refusal.value.until is None
        with pytest.raises(StopWordUsed):
            await write(world, ADMIN, words)
        world.clock.advance(days=4)
    assert (await moderation.standing(ADMIN)).counting == 0
    assert (await moderation.standing(ann)).counting == 1


async def test_strikes_without_a_pause_are_not_lifted(world: World, ann: PersonId) -> None:
    moderation = world.store.moderation
    await moderation.add_stop_word("nude", "", by=ADMIN)
    for words in WORDS[:2]:
        with pytest.raises(StopWordUsed):
            await write(world, ann, words)
    assert not await moderation.lift(ann, by=ADMIN)
    assert (await moderation.standing(ann)).counting == 2, "there was nothing to end"
    with pytest.raises(StopWordUsed):
        await write(world, ann, WORDS[2])
    world.clock.advance(hours=24)
    with pytest.raises(StopWordUsed):
        await write(world, ann, WORDS[0])
    assert not await moderation.lift(ann, by=ADMIN), "the pause was over by itself"
    assert (await moderation.standing(ann)).counting == 1
    lines = await world.store.audit.page(offset=0, limit=9)
    assert [line.deed.action for line in lines] == [Action.STOP_WORD_ADDED]


async def test_what_pixverse_turns_down_counts_and_an_admin_can_end_the_pause(
    world: World, ann: PersonId
) -> None:
    await world.store.settings.set(SETTINGS["strikes_limit"], "2", by=ADMIN)
    waiting = None
    for reason in (Reason.MODERATED, Reason.RENDER_FAILED, Reason.FLAGGED):
        job = await world.start(ann)
        await world.claim()
        await world.apply(job.id, Failed(reason))
        waiting = await world.draft(ann)
    told = [one.message for one in await world.send_all()]
    until = world.clock.now() + timedelta(hours=24)
    assert [one for one in told if isinstance(one, Paused)] == [Paused(until=until)]
    assert waiting
    with pytest.raises(PersonPaused):
        await world.store.jobs.start(waiting.id, ann)
    assert await world.store.moderation.lift(ann, by=ADMIN)
    assert not await world.store.moderation.lift(ann, by=ADMIN)
    await world.store.jobs.start(waiting.id, ann)


async def test_hidden_effects_are_nowhere(world: World, ann: PersonId) -> None:
    effects, moderation = world.store.effects, world.store.moderation
    await effects.replace(CATALOGUE)
    old, _ = await world.store.drafts.open(ann, home(ann), ready(CATALOGUE[0]))
    assert await shelf(world) == ["Warm Hug", "Bikini Up", "Big Hug"]
    await moderation.add_effect_mark(Mark.WORD, "hug", by=ADMIN)
    assert await shelf(world) == ["Bikini Up"]
    assert await shelf(world, "hug") == []
    with pytest.raises(EffectGone):
        await effects.get(EffectId(1))
    with pytest.raises(EffectGone):
        await world.store.jobs.start(old.id, ann)
    await moderation.add_effect_mark(Mark.SHOWN, "3", by=ADMIN)
    assert await shelf(world, "hug") == ["Big Hug"]
    await moderation.add_effect_mark(Mark.EFFECT, "3", by=ADMIN)
    assert [one.name for one in await effects.hidden()] == ["Warm Hug", "Big Hug"]
    for mark in await moderation.effect_marks():
        assert await moderation.remove_effect_mark(mark.id, by=ADMIN)
    await moderation.add_effect_mark(Mark.NAME, "warm hug", by=ADMIN)
    assert await shelf(world) == ["Bikini Up", "Big Hug"]
    await effects.replace([replace_name(CATALOGUE[1], "WARM HUG")])
    assert await shelf(world) == [], "whatever is called so, also tomorrow"


def replace_name(one: Effect, name: str) -> Effect:
    return one.model_copy(update={"name": name})


def ready(one: Effect) -> Draft:
    """A draft with the effect that lacks nothing."""
    picture = Picture(file_id=FileId("f"), message_id=MessageId(1))
    return with_picture(with_effect(TextDraft(), one, OFFER), picture, OFFER, {})


async def test_the_deny_list_counts_while_the_bot_is_open_to_everybody(
    world: World, open_world: Opener
) -> None:
    await world.store.effects.replace(CATALOGUE)
    settings = world.store.settings
    assert "Bikini Up" in await shelf(world)
    await settings.set(SETTINGS["access"], AccessPolicy.OPEN, by=ADMIN)
    assert await shelf(world) == ["Warm Hug", "Big Hug"]
    await settings.set(SETTINGS["deny_list"], "off", by=ADMIN)
    assert "Bikini Up" in await shelf(world)
    await settings.unset(SETTINGS["access"], by=ADMIN)
    await settings.set(SETTINGS["deny_list"], "on", by=ADMIN)
    await world.store.close()
    assert "Bikini Up" not in await shelf(await open_world())


async def test_a_report_waits_until_an_admin_has_dealt_with_it(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    moderation = world.store.moderation
    job = await world.start(ann)
    assert await moderation.report(job.id, ann, ChatId(ann))
    assert not await moderation.report(job.id, ann, ChatId(ann))
    with pytest.raises(NotYours):
        await moderation.report(job.id, ben, ChatId(ben))
    assert await moderation.report(job.id, ben, job.place.chat_id), "seen in the same chat"
    told = [one.message for one in await world.send_all()]
    assert len([one for one in told if isinstance(one, ReportAlert)]) == 2
    reports, total = await moderation.reports(offset=0, limit=1)
    assert total == 2
    assert (reports[0].owner.id, reports[0].reporter.id, reports[0].job.id) == (ann, ann, job.id)
    assert await moderation.close_report(reports[0].id, by=ADMIN)
    assert not await moderation.close_report(reports[0].id, by=ADMIN)
    assert (await moderation.reports(offset=0, limit=5))[1] == 1
    closed = await moderation.get_report(reports[0].id)
    assert closed
    assert closed.closed_at == world.clock.now()


async def test_admins_deeds_are_in_the_log(world: World, ann: PersonId) -> None:
    moderation = world.store.moderation
    await moderation.add_stop_word("nude", "de", by=ADMIN)
    await moderation.add_effect_mark(Mark.WORD, "hug", by=None)
    lines = await world.store.audit.page(offset=0, limit=9)
    assert [(one.deed.by, one.deed.action, one.deed.target, one.deed.detail) for one in lines] == [
        (None, "effect_hidden", "hug", "word"),
        (ADMIN, "stop_word_added", "nude", "de"),
    ]
