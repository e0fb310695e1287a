"""The provider's voices: replaced as a whole, and whom a person's words are read out by."""

import pytest

from jobs.errors import SpeakerGone
from jobs.ids import FileId, PersonId
from jobs.materials import Speaker
from tests.unit.storage.world import World, home

EMILY = Speaker(id="1", name="Emily", sample_url="https://media.example/1.mp3")
JAMES = Speaker(id="2", name="James", sample_url="https://media.example/2.mp3")


async def usual(world: World, person: PersonId) -> Speaker | None:
    card = await world.draft(person, home(person))
    return card.basis.speaker


async def test_they_stand_in_the_providers_order(world: World) -> None:
    speakers = world.store.speakers
    await speakers.replace([JAMES, EMILY])
    assert await speakers.page(offset=0, limit=1) == ([JAMES], 2)
    assert await speakers.page(offset=1, limit=5) == ([EMILY], 2)
    assert await speakers.get("1") == EMILY
    await speakers.replace([EMILY])
    with pytest.raises(SpeakerGone):
        await speakers.get("2")


async def test_a_sample_is_known_until_it_is_another_one(world: World) -> None:
    speakers = world.store.speakers
    await speakers.replace([EMILY, JAMES])
    await speakers.keep_sample("1", FileId("f1"))
    await speakers.keep_sample("2", FileId("f2"))
    moved = JAMES.model_copy(update={"sample_url": "https://media.example/new.mp3"})
    await speakers.replace([moved, EMILY])
    assert [await speakers.sample(one) for one in ("1", "2", "3")] == ["f1", None, None]
    await speakers.keep_sample("1", None)
    assert await speakers.sample("1") is None


async def test_whom_somebody_chose_reads_their_words_from_then_on(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    assert await usual(world, ann) is None, "nobody is known yet"
    await world.store.speakers.replace([EMILY, JAMES])
    assert await usual(world, ann) == EMILY
    await world.store.people.set_speaker(ann, "2")
    assert (await usual(world, ann), await usual(world, ben)) == (JAMES, EMILY)
    await world.store.speakers.replace([EMILY])
    assert await usual(world, ann) == EMILY, "the chosen one is gone"
