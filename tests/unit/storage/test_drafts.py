"""Drafts: one per person and place, and buttons that hit only their own draft."""

import pytest

from jobs.asking import Ask, Asking
from jobs.capabilities import Field, Mode, Options
from jobs.drafts import Draft, TextDraft, with_option, with_prompt
from jobs.errors import DraftGone, NotAChoice, NotYours
from jobs.habits import Question
from jobs.ids import DraftId, MessageId, PersonId
from jobs.ports import Basis, Change
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, PRICE, World, home, topic


def say(words: str) -> Change:
    return lambda draft, basis: with_prompt(draft, words, MessageId(1), basis.offer)


async def test_a_draft_begins_from_the_persons_defaults_and_grows(
    world: World, ann: PersonId
) -> None:
    await world.store.people.set_defaults(ann, Options(quality="720p"))
    first = await world.store.drafts.grow(ann, home(ann), say("a cat"))
    assert first.draft.options.quality == "720p"
    second = await world.store.drafts.grow(ann, home(ann), say("a dog"))
    assert (second.id, second.draft.prompt) == (first.id, "a dog")
    assert await world.store.drafts.current(ann, home(ann)) == second


async def test_each_place_has_a_draft_of_its_own(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    places = [home(ann), topic(-100, 1), topic(-100, 2)]
    cards = [await world.store.drafts.grow(ann, place, say("a cat")) for place in places]
    cards.append(await world.store.drafts.grow(ben, topic(-100, 1), say("a dog")))
    assert len({card.id for card in cards}) == 4
    assert [card.place for card in cards[:3]] == places
    assert await world.store.drafts.current(ben, topic(-100, 2)) is None


async def test_a_new_draft_replaces_the_open_one(world: World, ann: PersonId) -> None:
    old = await world.draft(ann)
    await world.store.drafts.shown(old.id, MessageId(55))
    new, replaced = await world.store.drafts.open(ann, home(ann), TextDraft(prompt="new"))
    assert replaced
    assert (replaced.id, replaced.message_id) == (old.id, 55)
    assert (new.draft.prompt, new.message_id) == ("new", None)
    with pytest.raises(DraftGone):
        await world.store.drafts.get(old.id, ann)


async def test_an_old_button_never_hits_a_new_draft(open_world: Opener) -> None:
    world = await open_world()
    ann = await world.meet(1)
    old = await world.draft(ann)
    await world.store.drafts.drop(old.id, ann)
    await world.store.close()
    again = await open_world()
    assert (await again.draft(ann)).id > old.id


async def test_buttons_of_others_and_of_gone_drafts_are_refused(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    drafts = world.store.drafts
    card = await world.draft(ann)
    for refused in (
        drafts.get(card.id, ben),
        drafts.change(card.id, ben, say("mine")),
        drafts.drop(card.id, ben),
    ):
        with pytest.raises(NotYours):
            await refused
    dropped = await drafts.drop(card.id, ann)
    assert dropped.draft == card.draft
    for gone in (
        drafts.get(card.id, ann),
        drafts.change(card.id, ann, say("mine")),
        drafts.drop(card.id, ann),
        drafts.get(DraftId(12345), ann),
    ):
        with pytest.raises(DraftGone):
            await gone


async def test_a_change_that_is_refused_changes_nothing(world: World, ann: PersonId) -> None:
    card = await world.draft(ann)
    with pytest.raises(NotAChoice):
        await world.store.drafts.change(
            card.id, ann, lambda draft, basis: with_option(draft, Field.DURATION, 99, basis.offer)
        )
    assert await world.store.drafts.get(card.id, ann) == card
    other = topic(-100, 7)
    with pytest.raises(NotAChoice):
        await world.store.drafts.grow(
            ann, other, lambda draft, basis: with_option(draft, Field.DURATION, 99, basis.offer)
        )
    assert await world.store.drafts.current(ann, other) is None


async def test_a_question_is_open_until_the_draft_grows(world: World, ann: PersonId) -> None:
    drafts, asking = world.store.drafts, Asking(ask=Ask.SEGMENT, detail="2")
    card = await drafts.ask(ann, home(ann), asking)
    assert card.asking == asking
    assert await drafts.current(ann, home(ann)) == card
    grown = await drafts.grow(ann, home(ann), say("a cat"))
    assert (grown.id, grown.asking) == (card.id, None)
    assert (await drafts.ask(ann, home(ann), asking)).draft == grown.draft
    assert (await drafts.ask(ann, home(ann), None)).asking is None


async def test_a_habit_decides_what_a_change_starts_from(world: World, ann: PersonId) -> None:
    await world.store.people.set_habit(ann, Question.TWO_PICTURES, Mode.FUSION)
    card = await world.draft(ann)
    assert card.basis.habits == {Question.TWO_PICTURES: Mode.FUSION}
    assert (await world.store.people.get(ann)).habits == card.basis.habits


async def test_a_card_shows_the_balance_of_now(world: World, ann: PersonId) -> None:
    await world.store.people.grant(ann, 5, by=ADMIN, operation="x", note="")
    await world.start(ann)
    card = await world.draft(ann)
    assert (card.balance.used_today, card.balance.extra) == (PRICE, 5)
    assert card.balance == await world.store.people.balance(ann)


async def test_an_answer_may_open_the_next_question(world: World, ann: PersonId) -> None:
    drafts = world.store.drafts
    await drafts.ask(ann, home(ann), Asking(ask=Ask.REPLACE, detail="1"))
    arranging = Asking(ask=Ask.PICTURES)
    assert (await drafts.grow(ann, home(ann), say("a cat"), arranging)).asking == arranging
    assert (await drafts.grow(ann, home(ann), say("a dog"))).asking is None


async def test_the_card_knows_what_off_peak_saves(world: World, ann: PersonId) -> None:
    card = await world.store.drafts.grow(ann, home(ann), say("a cat"))
    assert (card.price.credits, card.slow_saves) == (PRICE, PRICE // 2)

    def later(draft: Draft, basis: Basis) -> Draft:
        return with_option(draft, Field.OFF_PEAK, True, basis.offer)

    slow = await world.store.drafts.change(card.id, ann, later)
    assert (slow.price.credits, slow.slow_saves) == (PRICE // 2, PRICE // 2)
