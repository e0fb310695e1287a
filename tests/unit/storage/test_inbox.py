"""The inbox: every update once, none lost, none kept for ever."""

from datetime import timedelta

from jobs.ids import PersonId, UpdateId
from storage.inbox import Care
from tests.clock import SettableClock
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, World


def update(number: int) -> tuple[UpdateId, bytes]:
    return UpdateId(number), b'{"update_id": %d}' % number


async def test_an_update_is_new_once(world: World) -> None:
    inbox = world.store.inbox
    assert await inbox.receive([update(1), update(2), update(1)]) == [1, 2]
    assert await inbox.receive([update(2), update(3)]) == [3]
    await inbox.done(UpdateId(3))
    assert await inbox.receive([update(3)]) == []


async def test_what_was_left_undone_waits_for_the_next_process(open_world: Opener) -> None:
    before = await open_world()
    await before.store.inbox.receive([update(2), update(3)])
    before.clock.advance(seconds=1)
    await before.store.inbox.receive([update(1)])
    await before.store.inbox.done(UpdateId(3))
    await before.store.close()
    world = await open_world()
    assert await world.store.inbox.waiting() == [update(2), update(1)]


async def test_an_update_that_kills_the_process_is_given_up(world: World) -> None:
    await world.store.inbox.receive([update(1)])
    assert [await world.store.inbox.waiting() for _ in range(2)] == [[update(1)]] * 2
    await world.store.inbox.receive([update(2)])
    assert await world.store.inbox.waiting() == [update(1), update(2)]
    assert await world.store.inbox.waiting() == [update(2)]
    assert await world.store.inbox.receive([update(1)]) == []


async def test_old_ids_are_forgotten_in_batches_but_nothing_undone(world: World) -> None:
    inbox = world.store.inbox
    await inbox.receive([update(number) for number in range(1200)])
    for number in range(1, 1200):
        await inbox.done(UpdateId(number))
    world.clock.advance(days=2)
    await inbox.receive([update(5000)])
    await inbox.done(UpdateId(5000))
    assert await inbox.prune(timedelta(days=3)) == 0
    world.clock.advance(days=1.5)
    assert await inbox.prune(timedelta(days=3)) == 1199
    assert world.sql("SELECT update_id FROM inbox") == [(0,), (5000,)]
    assert await inbox.waiting() == [update(0)]


def care(person: PersonId, *, asks: bool = False, holds: bool = False) -> Care:
    return Care(person, lambda: b"without", asks=asks, holds=holds)


async def body_of(world: World, number: int) -> bytes:
    [(body,)] = world.sql("SELECT body FROM inbox WHERE update_id = ?", number)
    return bytes(body)


async def test_words_that_may_be_a_password_are_never_written(
    world: World, ann: PersonId, clock: SettableClock
) -> None:
    admin, inbox = await world.meet(ADMIN, "Olivia"), world.store.inbox
    await inbox.receive([update(1)], {UpdateId(1): care(admin)})
    assert await body_of(world, 1) == update(1)[1], "nobody has asked yet"
    # The command that asks, and the answer right behind it.
    both = {UpdateId(2): care(admin, asks=True), UpdateId(3): care(admin), UpdateId(4): care(ann)}
    await inbox.receive([update(2), update(3), update(4)], both)
    assert [await body_of(world, number) for number in (2, 3, 4)] == [
        update(2)[1],
        b"without",
        update(4)[1],
    ]
    clock.advance(hours=1)
    await inbox.receive([update(5)], {UpdateId(5): care(admin)})
    assert await body_of(world, 5) == update(5)[1], "the command came to nothing"
    await world.store.password_questions.ask(admin, "one@example.com", 3)
    clock.advance(days=3)
    await inbox.receive([update(6)], {UpdateId(6): care(admin)})
    assert await body_of(world, 6) == b"without", "late, but it may be the answer"
    await world.store.password_questions.drop(admin)
    await inbox.receive([update(7), update(8)], {UpdateId(8): care(admin, holds=True)})
    assert [await body_of(world, number) for number in (7, 8)] == [update(7)[1], b"without"]


async def test_who_may_not_add_accounts_is_asked_nothing(world: World, ann: PersonId) -> None:
    cares = {UpdateId(1): care(ann, asks=True), UpdateId(2): care(ann)}
    await world.store.inbox.receive([update(1), update(2)], cares)
    assert await body_of(world, 2) == update(2)[1]
