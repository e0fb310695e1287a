"""Which messages are one album is known for a month, and to nobody after they asked to be forgotten."""

from jobs.ids import ChatId, MessageId, PersonId
from tests.unit.storage.world import World


async def test_an_album_is_its_parts_in_their_order(world: World, ann: PersonId) -> None:
    albums, chat = world.store.albums, ChatId(ann)
    for message in (7, 5, 6, 5):  # one of them is told twice
        await albums.note(chat, "one", MessageId(message))
    await albums.note(chat, "other", MessageId(8))
    assert await albums.parts(chat, "one") == [5, 6, 7]
    assert await albums.parts(ChatId(404), "one") == []


async def test_it_is_forgotten_after_a_month_or_with_its_person(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    albums = world.store.albums
    await albums.note(ChatId(ann), "old", MessageId(5))
    world.clock.advance(days=31)
    for person in (ann, ben):
        await albums.note(ChatId(person), "new", MessageId(9))
    await world.store.housekeeping.prune(100)
    assert await albums.parts(ChatId(ann), "old") == []
    await world.store.privacy.forget(ann)
    assert await albums.parts(ChatId(ann), "new") == []
    assert await albums.parts(ChatId(ben), "new") == [9]
