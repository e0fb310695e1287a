"""The operator changes the bot's time zone: no allowance comes twice by that, and none is lost."""

from datetime import UTC, datetime, timedelta

import pytest

from jobs.admin.live_settings import SETTINGS
from jobs.errors import BotBudgetSpent, NotEnoughCredits
from jobs.ids import PersonId
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, PRICE, World

ZONE = SETTINGS["time_zone"]
EAST, WEST = "Pacific/Kiritimati", "Pacific/Pago_Pago"  # it is tomorrow there, still yesterday
A_DAY = 3  # jobs: what 100 credits a day are enough for


async def change(world: World, zone: str) -> None:
    await world.store.settings.set(ZONE, zone, by=ADMIN)


async def spend_all(world: World, person: PersonId) -> int:
    """As many jobs as there are credits for; how many these are."""
    for number in range(100):
        try:
            await world.start(person)
        except NotEnoughCredits:
            return number
    raise AssertionError("it never ended")


async def used(world: World, person: PersonId) -> int:
    return (await world.store.people.balance(person)).used_today


@pytest.mark.parametrize("zone", [EAST, WEST, "Asia/Kolkata"])
async def test_a_change_renews_nothing_and_the_next_midnight_there_renews_once(
    world: World, ann: PersonId, zone: str
) -> None:
    assert await spend_all(world, ann) == A_DAY
    await change(world, zone)
    assert await spend_all(world, ann) == 0
    renews = (await world.store.people.balance(ann)).calendar.next_day(world.clock.now())
    world.clock.set(renews - timedelta(seconds=1))
    assert await spend_all(world, ann) == 0
    world.clock.set(renews)
    assert await spend_all(world, ann) == A_DAY
    world.clock.advance(hours=23)
    assert await spend_all(world, ann) == 0
    world.clock.advance(hours=1)
    assert await spend_all(world, ann) == A_DAY


async def test_what_is_left_of_the_day_is_not_lost(world: World, ann: PersonId) -> None:
    await world.start(ann)
    world.clock.set(datetime(2026, 11, 21, 22, 0, tzinfo=UTC))
    for zone in (WEST, EAST, "UTC"):
        await change(world, zone)
        assert await used(world, ann) == PRICE
    assert await spend_all(world, ann) == A_DAY - 1


@pytest.mark.parametrize("zones", [(EAST, WEST), (EAST, "UTC"), ("Asia/Tokyo", "Europe/London")])
async def test_however_often_it_is_changed_there_is_one_allowance_a_day(
    open_world: Opener, zones: tuple[str, str]
) -> None:
    world = await open_world(monthly_credits=100_000)
    ann = await world.meet(1, "Ann")
    jobs = 0
    for hour in range(96):
        jobs += await spend_all(world, ann)
        world.clock.advance(hours=1)
        if hour < 48:
            await change(world, zones[hour % 2])
    jobs += await spend_all(world, ann)
    begun, passed = 1, 4
    assert A_DAY * 2 <= jobs <= A_DAY * (begun + passed)


async def test_the_environment_is_changed_between_two_runs(open_world: Opener) -> None:
    world = await open_world()
    await world.store.settings.settle_zone()
    ann = await world.meet(1, "Ann")
    assert await spend_all(world, ann) == A_DAY
    await world.store.close()
    for zone in (EAST, WEST, EAST):
        world = await open_world(time_zone=zone)
        await world.store.settings.settle_zone()
        assert await spend_all(world, ann) == 0
        await world.store.close()
    world = await open_world(time_zone=EAST)
    await world.store.settings.settle_zone()
    world.clock.set((await world.store.people.balance(ann)).calendar.next_day(world.clock.now()))
    assert await spend_all(world, ann) == A_DAY


async def test_the_caps_of_the_bot_do_not_come_twice_either(open_world: Opener) -> None:
    world = await open_world(bot_daily_credits=2 * PRICE)
    ann = await world.meet(1, "Ann")
    for _ in range(2):
        await world.start(ann)
    for zone in (EAST, WEST, "UTC"):
        await change(world, zone)
        with pytest.raises(BotBudgetSpent):
            await world.start(ann)
    world.clock.set(datetime(2026, 11, 22, 0, 0, tzinfo=UTC))
    await world.start(ann)


async def test_who_has_chosen_a_zone_keeps_their_own_days(world: World, ann: PersonId) -> None:
    await world.store.credits.set_zone(ann, "Europe/Berlin")
    assert await spend_all(world, ann) == A_DAY
    await change(world, EAST)
    world.clock.set(datetime(2026, 11, 21, 23, 0, tzinfo=UTC))
    assert await spend_all(world, ann) == A_DAY


async def test_a_person_may_go_back_to_the_bots_zone_and_gets_nothing_twice(
    world: World, ann: PersonId
) -> None:
    await world.store.credits.set_zone(ann, EAST)
    assert await spend_all(world, ann) == A_DAY
    await change(world, EAST)
    await world.store.credits.set_zone(ann, None)
    await change(world, "UTC")
    assert await spend_all(world, ann) == 0


async def test_the_numbers_count_a_day_as_the_wall_shows_it(world: World, ann: PersonId) -> None:
    await world.start(ann)
    world.clock.advance(days=1)
    await world.start(ann)
    await change(world, EAST)
    numbers = await world.store.counts.of_days(3)
    assert numbers.jobs == 2
    assert [each.day.day for each in numbers.per_day] == [21, 22, 23]
