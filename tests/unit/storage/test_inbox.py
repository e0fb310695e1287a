"""The inbox: every update once, none lost, none kept for ever."""

from datetime import timedelta

from jobs.ids import UpdateId
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import World


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
