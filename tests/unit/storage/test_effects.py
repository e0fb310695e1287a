"""The catalogue: replaced as a whole, browsed by shelf, searched by words."""

import pytest

from jobs.effects import Effect, Shelf
from jobs.errors import EffectGone
from jobs.ids import EffectId
from tests.unit.storage.world import World


def effect(number: int, name: str, shelf: Shelf = Shelf.ALL, hint: str = "") -> Effect:
    return Effect(
        id=EffectId(number),
        name=name,
        pictures=1,
        qualities=("540p", "720p"),
        credits=45,
        shelf=shelf,
        hint=hint,
    )


CATALOGUE = [
    effect(9, "Muscle Surge", Shelf.HOT, "a person, whole body"),
    effect(3, "Old Photo comes to LIFE", Shelf.NEW),
    effect(5, "ÉCLAIR & Straße", Shelf.HOT),
    effect(1, "100% hug_me", hint="Two people"),
]


async def names(world: World, shelf: Shelf = Shelf.ALL, words: str = "") -> list[str]:
    effects, total = await world.store.effects.page(shelf, words=words, offset=0, limit=100)
    assert total == len(effects)
    return [effect.name for effect in effects]


@pytest.fixture(autouse=True)
async def catalogue(world: World) -> None:
    await world.store.effects.replace(CATALOGUE)


async def test_shelves_keep_the_providers_order(world: World) -> None:
    assert await names(world) == [effect.name for effect in CATALOGUE]
    assert await names(world, Shelf.HOT) == ["Muscle Surge", "ÉCLAIR & Straße"]
    assert await names(world, Shelf.NEW) == ["Old Photo comes to LIFE"]


async def test_pages_say_how_much_there_is(world: World) -> None:
    page, total = await world.store.effects.page(Shelf.ALL, offset=2, limit=1)
    assert ([effect.id for effect in page], total) == ([5], 4)
    assert await world.store.effects.page(Shelf.ALL, offset=9, limit=1) == ([], 4)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("surge", [9]),
        ("MUSC", [9]),
        ("surge body", [9]),
        ("body hug", []),
        ("éclair", [5]),
        ("STRASSE", [5]),
        ("%", [1]),
        ("_", [1]),
        ("people", [1]),
        ("  o  t ", [3, 1]),
        ("' OR 1=1 --", []),
        ('"', []),
        ("", [9, 3, 5, 1]),
    ],
)
async def test_every_word_must_be_in_name_or_hint(
    world: World, words: str, found: list[int]
) -> None:
    effects, total = await world.store.effects.page(Shelf.ALL, words=words, offset=0, limit=9)
    assert [effect.id for effect in effects] == found
    assert total == len(found)


async def test_words_search_one_shelf(world: World) -> None:
    assert await names(world, Shelf.HOT, "s") == ["Muscle Surge", "ÉCLAIR & Straße"]
    assert await names(world, Shelf.NEW, "surge") == []


async def test_a_new_catalogue_takes_the_place_of_the_old(world: World) -> None:
    world.clock.advance(days=1)
    newer = effect(9, "Muscle Surge 2")
    await world.store.effects.replace([newer, newer, effect(12, "Balloon")])
    assert await names(world) == ["Muscle Surge 2", "Balloon"]
    assert await world.store.effects.get(EffectId(9)) == newer
    with pytest.raises(EffectGone):
        await world.store.effects.get(EffectId(3))
    assert await world.store.effects.refreshed_at() == world.clock.now()
