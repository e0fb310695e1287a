"""Looking people up: lists in their orders, a search by beginnings, a page, letters; and errands."""

from datetime import timedelta

import pytest

from jobs.admin.directory import JobCounts, Listing, key_of
from jobs.admin.errands import ERRAND_ENDS, Errand, OpenErrand
from jobs.errors import NoSuchPerson, Reason
from jobs.ids import ChatId, MessageId, PersonId, UpdateId
from jobs.lifecycle import Failed
from jobs.outbox import Copied, LetterHead
from jobs.people import Profile
from tests.unit.storage.world import ADMIN, PRICE, World, home

NAMES = ((1, "Ann", "Lee", "ann_lee"), (2, "ANNA", None, None), (3, "Юлия", "Äse", "fox"))


async def crowd(world: World) -> None:
    for number, first, last, username in NAMES:
        await world.store.people.meet(Profile(PersonId(number), first, username, "en", last))
        world.clock.advance(seconds=1)


async def listed(world: World, listing: Listing, offset: int = 0, limit: int = 9) -> list[int]:
    found = await world.store.directory.page(listing, offset=offset, limit=limit)
    return [person.id for person in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ann", [1, 2]),
        ("ANN L", [1]),
        ("lee", [1]),
        ("юл", [3]),
        ("äs", [3]),
        ("Fo", [3]),
        ("nn", []),
        ("  ", []),
        ("%", []),
        ("_", []),
    ],
)
async def test_people_are_found_by_the_beginning_of_any_name(
    world: World, words: str, found: list[int]
) -> None:
    await crowd(world)
    assert [person.id for person in await world.store.directory.search(words, 9)] == found


async def test_a_name_that_changed_is_found_under_the_new_one_only(world: World) -> None:
    await crowd(world)
    await world.store.people.meet(Profile(PersonId(1), "Zoe", "ann_lee", "en"))
    assert [one.id for one in await world.store.directory.search("zo", 9)] == [1]
    assert [one.id for one in await world.store.directory.search("lee", 9)] == []
    await world.store.people.meet(Profile(PersonId(2), "Bo", "Ann_Lee"))  # the username moved
    assert [one.id for one in await world.store.directory.search("ann_", 9)] == [2]


def test_what_is_the_same_to_a_reader_is_the_same_key() -> None:
    assert key_of("  Ａnn \t LEE ") == "ann lee"
    assert key_of("Straße") == key_of("STRASSE")


async def test_lists(world: World) -> None:
    await crowd(world)
    assert await listed(world, Listing.NEWEST) == [3, 2, 1]
    assert await listed(world, Listing.NEWEST, offset=1, limit=1) == [2]
    assert await world.store.directory.count() == 3
    await world.store.people.ask_access(PersonId(2))
    assert await listed(world, Listing.ASKED) == [2]
    await world.store.bans.ban(PersonId(3), "", world.clock.now() + timedelta(1), by=ADMIN)
    assert await listed(world, Listing.BANNED) == [3]
    world.clock.advance(days=1)
    assert await listed(world, Listing.BANNED) == []
    for person, jobs in ((1, 1), (2, 2)):
        for _ in range(jobs):
            await world.start(PersonId(person))
    assert await listed(world, Listing.ACTIVE) == [2, 1]
    world.clock.advance(days=31)
    assert await listed(world, Listing.ACTIVE) == []


async def test_a_page_counts_what_became_of_the_jobs(world: World, ann: PersonId) -> None:
    came = world.clock.now()
    done, failed, _ = [await world.start(ann) for _ in range(3)]
    await world.claim()
    await world.render(done.id)
    await world.finish(done.id)
    await world.apply(failed.id, Failed(Reason.RENDER_FAILED))
    world.clock.advance(days=1)
    await world.meet(1, "Ann")
    view = await world.store.directory.view(ann)
    assert view.jobs == JobCounts(total=3, done=1, failed=1, open=1)
    assert view.balance.used_this_month == 2 * PRICE
    assert (view.met_at, view.seen_at) == (came, world.clock.now())
    assert (view.plan, view.came_by) == (None, None)
    with pytest.raises(NoSuchPerson):
        await world.store.directory.view(PersonId(404))


async def test_being_seen_is_written_down_to_the_hour(world: World, ann: PersonId) -> None:
    first = world.clock.now()
    for minutes in (30, 29):
        world.clock.advance(timedelta(minutes=minutes))
        await world.meet(1, "Ann")
        assert (await world.store.directory.view(ann)).seen_at == first
    world.clock.advance(timedelta(minutes=1))
    await world.meet(1, "Ann")
    assert (await world.store.directory.view(ann)).seen_at == world.clock.now()


async def test_a_letter_is_owed_once_per_update_and_says_once_from_whom(
    world: World, ann: PersonId
) -> None:
    async def write(update: int, goes_on: bool) -> None:
        await world.store.directory.write_to(
            ann,
            ChatId(ADMIN),
            MessageId(update),
            by=ADMIN,
            update_id=UpdateId(update),
            goes_on=goes_on,
        )

    for update, goes_on in ((5, False), (5, False), (6, True)):
        await write(update, goes_on)
    owed = [(one.place, one.message) for one in await world.send_all()]
    assert owed == [
        (home(ann), LetterHead()),
        (home(ann), Copied(chat_id=ChatId(ADMIN), message_id=MessageId(5))),
        (home(ann), Copied(chat_id=ChatId(ADMIN), message_id=MessageId(6))),
    ]
    assert len(await world.store.audit.page(offset=0, limit=9)) == 1


async def test_an_errand_is_open_until_its_end(world: World, ann: PersonId) -> None:
    errands = world.store.errands
    assert await errands.open(ann) is None
    await errands.begin(ann, Errand.GRANT, "7")
    await errands.begin(ann, Errand.LETTER, "8")
    assert await errands.open(ann) == OpenErrand(Errand.LETTER, "8")
    assert [await errands.end(ann) for _ in range(2)] == [True, False]
    assert await errands.open(ann) is None
    await errands.begin(ann, Errand.LETTER, "8")
    world.clock.advance(ERRAND_ENDS)
    assert await errands.open(ann) is None
