"""Live settings in the file: what is set holds at once, is undone with its transaction, and survives a restart."""

import sqlite3

import pytest

from jobs.admin.live_settings import SETTINGS
from jobs.drafts import TextDraft, with_effect
from jobs.effects import Effect, Shelf
from jobs.errors import (
    BotBudgetSpent,
    CannotRetry,
    CardOutdated,
    NotEnoughCredits,
    NotOffered,
    Reason,
)
from jobs.ids import EffectId, PersonId, UpdateId
from jobs.lifecycle import Failed
from jobs.people import Access, AccessPolicy
from tests.offers import OFFER
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, PRICE, World, home

DAILY = SETTINGS["daily_credits"]
WARM_HUG = Effect(id=EffectId(12), name="Warm Hug", pictures=1, qualities=("540p",), credits=20)


async def test_what_is_set_holds_at_once_and_after_a_restart(
    world: World, open_world: Opener, ann: PersonId
) -> None:
    view = await world.store.settings.set(DAILY, "20", by=ADMIN)
    assert (view.value, view.default, view.set_by) == ("20", "100", ADMIN)
    assert view.set_at == world.clock.now()
    assert (await world.store.people.balance(ann)).left == 20
    with pytest.raises(NotEnoughCredits):
        await world.start(ann)
    await world.store.close()
    again = await open_world(daily_credits=50)
    assert (await again.store.settings.rules()).daily_credits == 20
    view = await again.store.settings.unset(DAILY, by=ADMIN)
    assert (view.value, view.changed) == ("50", False)
    assert (await again.start(ann)).price == PRICE


async def test_the_bots_cap_and_the_door_change_at_once(world: World, ann: PersonId) -> None:
    settings = world.store.settings
    await settings.set(SETTINGS["bot_daily_credits"], "20", by=ADMIN)
    with pytest.raises(BotBudgetSpent):
        await world.start(ann)
    await settings.set(SETTINGS["bot_daily_credits"], "none", by=ADMIN)
    await world.start(ann)
    assert (await world.store.people.get(ann)).access is Access.NEW
    await settings.set(SETTINGS["access"], AccessPolicy.OPEN, by=ADMIN)
    assert (await world.store.people.get(ann)).access is Access.ALLOWED


async def test_limits_of_running_jobs_count_when_the_queue_moves(
    world: World, ann: PersonId
) -> None:
    await world.store.settings.set(SETTINGS["max_running_jobs"], "1", by=ADMIN)
    for _ in range(2):
        await world.start(ann)
    assert len(await world.claim(5)) == 1
    await world.store.settings.set(SETTINGS["max_running_jobs"], "2", by=ADMIN)
    assert len(await world.claim(5)) == 1


async def test_a_change_that_is_taken_back_leaves_nothing_behind(world: World) -> None:
    desk = world.store._desk

    def lost(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO settings VALUES ('daily_credits', '7', 1, 0)")
        assert desk.rules(connection).daily_credits == 7, "its own transaction sees it"
        raise ZeroDivisionError

    def other(connection: sqlite3.Connection) -> int:
        connection.execute("INSERT INTO settings VALUES ('daily_credits', '8', 1, 0)")
        found: int = desk.rules(connection).daily_credits
        return found

    with pytest.raises(ZeroDivisionError):
        await desk.database.write(lost)
    assert await desk.database.write(other) == 8
    assert (await world.store.settings.rules()).daily_credits == 8


async def test_the_list_has_every_setting(world: World) -> None:
    await world.store.settings.set(DAILY, "20", by=ADMIN)
    views = await world.store.settings.views()
    assert [view.setting for view in views] == list(SETTINGS.values())
    assert [view.setting for view in views if view.changed] == [DAILY]


async def test_prices_follow_the_markup_and_fixed_ones(world: World, ann: PersonId) -> None:
    settings = world.store.settings
    await world.store.effects.replace([WARM_HUG])
    await settings.set(SETTINGS["price_markup"], "50", by=ADMIN)
    card = await world.draft(ann)
    assert (card.price.credits, card.price.about) == (45, True)
    assert (await world.store.jobs.start(card.id, ann, shown=45)).job.price == 45
    assert (await world.store.effects.get(WARM_HUG.id)).price == 30
    await settings.set(SETTINGS["fixed_prices"], "text=7, 12=3", by=ADMIN)
    card = await world.draft(ann)
    assert (card.price.credits, card.price.about) == (7, False)
    [shown], _ = await world.store.effects.page(Shelf.ALL, offset=0, limit=1)
    assert (shown.price, shown.credits) == (3, 20)
    draft = with_effect(TextDraft(), shown, OFFER)
    card, _ = await world.store.drafts.open(ann, home(ann), draft)
    assert card.price.credits == 3, "and not with the markup once more"


async def test_nobody_pays_another_price_than_the_card_showed(world: World, ann: PersonId) -> None:
    card = await world.draft(ann)
    await world.store.settings.set(SETTINGS["price_markup"], "-50", by=ADMIN)
    with pytest.raises(CardOutdated):
        await world.store.jobs.start(card.id, ann, shown=card.price.credits)
    with pytest.raises(CardOutdated):
        await world.store.jobs.start(card.id, ann, takes=2, shown=card.price.credits)
    assert (await world.store.jobs.start(card.id, ann, shown=15)).job.price == 15


async def test_again_starts_nothing_for_another_price_than_its_key_says(
    world: World, ann: PersonId
) -> None:
    made = await world.start(ann)
    for markup in ("100", "-50"):
        await world.store.settings.set(SETTINGS["price_markup"], markup, by=ADMIN)
        with pytest.raises(CardOutdated):
            await world.store.jobs.start_again(made.id, ann, home(ann), UpdateId(1))
    assert (await world.store.people.balance(ann)).used_today == made.price, "nothing is held"
    await world.store.settings.unset(SETTINGS["price_markup"], by=ADMIN)
    again = await world.store.jobs.start_again(made.id, ann, home(ann), UpdateId(1))
    assert again.job.price == made.price, "the same press, tried once more, is a first one"


async def test_nobody_else_has_a_job_tried_again_for_more_than_it_cost(
    world: World, ann: PersonId
) -> None:
    failed = await world.start(ann)
    await world.apply(failed.id, Failed(Reason.RENDER_FAILED))
    await world.store.settings.set(SETTINGS["price_markup"], "100", by=ADMIN)
    with pytest.raises(CannotRetry) as found:
        await world.store.oversight.retry(failed.id, by=ADMIN)
    assert isinstance(found.value.why, CardOutdated)
    assert (await world.store.people.balance(ann)).used_today == 0
    await world.store.settings.set(SETTINGS["price_markup"], "-50", by=ADMIN)
    assert (await world.store.oversight.retry(failed.id, by=ADMIN)).price == 15


async def test_what_is_switched_off_cannot_be_started(world: World, ann: PersonId) -> None:
    made = await world.start(ann)
    model = made.request.options.model
    assert model
    card = await world.draft(ann, model=model)
    await world.store.settings.set(SETTINGS["off"], model, by=ADMIN)
    with pytest.raises(CardOutdated):
        await world.store.jobs.start(card.id, ann)
    again = UpdateId(1)
    world.clock.advance(seconds=10)
    with pytest.raises(NotOffered, match=model):
        await world.store.jobs.start_again(made.id, ann, home(ann), again)
    await world.store.settings.set(SETTINGS["off"], "text", by=ADMIN)
    with pytest.raises(NotOffered, match="text"):
        await world.store.jobs.start(card.id, ann)
    await world.store.settings.unset(SETTINGS["off"], by=ADMIN)
    await world.store.jobs.start(card.id, ann)
