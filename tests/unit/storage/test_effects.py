"""The catalogue: replaced as a whole, browsed by shelf, searched by words."""

import pytest

from jobs.capabilities import Options
from jobs.drafts.models import EffectDraft
from jobs.effects import Effect, Shelf
from jobs.errors import EffectGone, Reason
from jobs.ids import EffectId, FileId, MessageId, PersonId, VideoId
from jobs.lifecycle import Failed, Finished, Job, Result, Submitted, Uploaded
from jobs.materials import Picture
from tests.provider_requests import pictures
from tests.unit.storage.world import World, home


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


async def test_shelves_that_the_provider_leaves_empty_are_known_and_stand_for_everything(
    world: World, ann: PersonId
) -> None:
    effects = world.store.effects
    hot = await effects.browse(Shelf.HOT, person_id=ann, offset=0, limit=9)
    assert (hot.shelf, [one.id for one in hot.effects], hot.total) == (Shelf.HOT, [9, 5], 2)
    assert set(hot.empty) == set()
    await effects.replace([effect(12, "Balloon")])
    all_there_is = await effects.browse(Shelf.HOT, person_id=ann, offset=0, limit=9)
    assert (all_there_is.shelf, [one.id for one in all_there_is.effects]) == (Shelf.ALL, [12])
    assert set(all_there_is.empty) == {Shelf.HOT, Shelf.NEW}


async def test_a_new_catalogue_takes_the_place_of_the_old(world: World) -> None:
    world.clock.advance(days=1)
    newer = effect(9, "Muscle Surge 2")
    await world.store.effects.replace([newer, newer, effect(12, "Balloon")])
    assert await names(world) == ["Muscle Surge 2", "Balloon"]
    assert await world.store.effects.get(EffectId(9)) == newer
    with pytest.raises(EffectGone):
        await world.store.effects.get(EffectId(3))


async def test_own_shelves_have_the_latest_first_and_only_what_is_offered(
    world: World, ann: PersonId
) -> None:
    ben = await world.meet(2, "Ben")
    for number in (9, 1, 3):
        world.clock.advance(seconds=1)
        await world.store.effects.star(ann, EffectId(number), starred=True)
    await world.store.effects.star(ann, EffectId(77), starred=True)
    assert await own(world, ann, Shelf.FAVOURITES) == [3, 1, 9]
    assert await own(world, ann, Shelf.FAVOURITES, "hug") == [1]
    assert await own(world, ann, Shelf.RECENT) == await own(world, ben, Shelf.FAVOURITES) == []
    await world.store.effects.star(ann, EffectId(1), starred=False)
    assert not await world.store.effects.is_starred(ann, EffectId(1))
    await world.store.effects.replace([effect(9, "Muscle Surge")])
    assert await own(world, ann, Shelf.FAVOURITES) == [9], "the others have left the catalogue"
    await world.store.effects.replace(CATALOGUE)
    assert await own(world, ann, Shelf.FAVOURITES) == [3, 9], "and may come back"


async def own(world: World, person_id: PersonId, shelf: Shelf, words: str = "") -> list[int]:
    found, total = await world.store.effects.page(
        shelf, person_id=person_id, words=words, offset=0, limit=100
    )
    assert total == len(found)
    return [one.id for one in found]


async def test_what_was_used_is_recent_and_the_shelf_is_short(world: World, ann: PersonId) -> None:
    many = [effect(number, f"Effect {number}") for number in range(100, 130)]
    await world.store.effects.replace(many)
    for one in [*many, many[0]]:
        world.clock.advance(days=1)
        draft = EffectDraft(
            effect=one, pictures=(Picture(file_id=FileId("p"), message_id=MessageId(1)),)
        )
        card, _ = await world.store.drafts.open(ann, home(ann), draft)
        await world.store.jobs.start(card.id, ann)
    recent = await own(world, ann, Shelf.RECENT)
    assert recent[:2] == [100, 129]
    assert len(recent) == 24


async def play(world: World, person: PersonId) -> Job:
    """Somebody's effect is on its way to the provider."""
    options = Options(quality="540p")
    draft = EffectDraft(options=options, effect=CATALOGUE[0], pictures=pictures(1))
    card, _ = await world.store.drafts.open(person, home(person), draft)
    await world.store.jobs.start(card.id, person)
    [job] = await world.claim()
    return await world.apply(job.id, Uploaded(()))


async def test_what_was_not_switched_on_is_known_for_a_day_or_until_it_is_taken(
    world: World,
) -> None:
    ann, refused = await world.meet(1), Failed(Reason.NOT_ACTIVATED)
    await world.apply((await play(world, ann)).id, Failed(Reason.RENDER_FAILED))
    assert await world.store.effects.refused() == frozenset()
    await world.apply((await play(world, ann)).id, refused)
    assert await world.store.effects.refused() == {CATALOGUE[0].id}
    world.clock.advance(hours=23)
    assert await world.store.effects.refused() == {CATALOGUE[0].id}
    world.clock.advance(hours=1)
    assert await world.store.effects.refused() == frozenset()

    await world.apply((await play(world, ann)).id, refused)
    world.clock.advance(seconds=1)
    taken = await play(world, ann)
    assert await world.store.effects.refused() == {CATALOGUE[0].id}
    world.clock.advance(seconds=1)
    await world.apply(taken.id, Submitted(VideoId("1")))
    assert await world.store.effects.refused() == frozenset()
    world.clock.advance(seconds=1)
    await world.apply((await play(world, ann)).id, refused)
    assert await world.store.effects.refused() == {CATALOGUE[0].id}


async def test_names_that_a_video_tells_are_read_and_found(world: World, ann: PersonId) -> None:
    told = Result(
        url="https://media.example/1.mp4", effect_names={"ru": "Сила МЫШЦ", "pt": "Músculos"}
    )
    job = await play(world, ann)
    await world.apply(job.id, Submitted(VideoId("1")), Finished(told))
    for catalogue in ([], CATALOGUE):  # a fetched one does not know them
        if catalogue:
            await world.store.effects.replace(catalogue)
        surge = await world.store.effects.get(CATALOGUE[0].id)
        assert [surge.called(one) for one in ("ru", "pt", "ar")] == [
            *told.effect_names.values(),
            surge.name,
        ]
        for words in ("мышц сила", "músculos", "surge", "whole body"):
            assert await names(world, words=words) == ["Muscle Surge"]


async def test_a_newer_name_takes_the_place_of_the_older(world: World, ann: PersonId) -> None:
    for number, name in enumerate(["Hug", "Embrace"]):
        told = Result(
            url="https://media.example/1.mp4", effect_names={"de": name, f"x{number}": "X"}
        )
        job = await play(world, ann)
        await world.apply(job.id, Submitted(VideoId(str(number))), Finished(told))
    surge = await world.store.effects.get(CATALOGUE[0].id)
    assert surge.names == {"de": "Embrace", "x0": "X", "x1": "X"}
    assert await names(world, words="hug") == ["100% hug_me"]
