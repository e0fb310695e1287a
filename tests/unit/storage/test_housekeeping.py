"""What is of no use any more goes, in small batches; what somebody may still ask for stays."""

import pytest

from jobs.admin.broadcasts import Audience, BroadcastState, Group
from jobs.errors import NoSuchBroadcast
from jobs.ids import ChatId, MessageId, PersonId
from jobs.outbox import CreditsGranted, Receipt
from jobs.people import Access
from tests.unit.storage.world import ADMIN, World, home

RECEIPT = Receipt(MessageId(77))


async def send(world: World, person_id: int, number: int) -> None:
    await world.store.outbox.owe(f"key:{number}", home(person_id), CreditsGranted(credits=number))
    [owed] = await world.store.outbox.claim(1)
    await world.store.outbox.sent(owed, RECEIPT)


def keys(world: World) -> list[str]:
    return [key for (key,) in world.sql("SELECT key FROM outbox ORDER BY id")]


async def tidy(world: World, limit: int = 100) -> list[int]:
    """Batch after batch, until there is nothing left."""
    batches = [await world.store.housekeeping.prune(limit)]
    while batches[-1]:
        batches.append(await world.store.housekeeping.prune(limit))
    return batches


async def test_messages_that_were_sent_are_forgotten_after_a_month(world: World) -> None:
    await send(world, 1, 1)
    world.clock.advance(days=20)
    await send(world, 1, 2)
    await world.store.outbox.owe("waits", home(2), CreditsGranted(credits=3))
    assert await tidy(world) == [0]
    world.clock.advance(days=11)
    assert await tidy(world) == [1, 0]
    assert keys(world) == ["key:2", "waits"]
    world.clock.advance(days=400)
    await tidy(world)
    assert keys(world) == ["waits"], "what is owed is owed for ever"


async def test_many_go_in_small_batches(world: World) -> None:
    for number in range(7):
        await send(world, 1, number)
    world.clock.advance(days=31)
    assert await tidy(world, limit=3) == [3, 3, 1, 0]


async def test_what_somebody_missed_waits_longer_for_them(world: World, ann: PersonId) -> None:
    await world.store.outbox.owe("missed", home(ann), CreditsGranted(credits=5))
    [owed] = await world.store.outbox.claim(1)
    await world.store.outbox.unreachable(owed)
    world.clock.advance(days=80)
    assert await tidy(world) == [0]
    await world.meet(ann, "Ann")
    [again] = await world.store.outbox.claim(1)
    await world.store.outbox.unreachable(again)
    world.clock.advance(days=91)
    assert await tidy(world) == [1, 0]
    await world.meet(ann, "Ann")
    assert await world.store.outbox.claim(1) == []


async def test_who_got_an_old_broadcast_is_forgotten_its_numbers_are_not(world: World) -> None:
    for number in range(1, 4):
        person = await world.meet(number)
        await world.store.people.decide_access(person, Access.ALLOWED, by=ADMIN)
    broadcasts = world.store.broadcasts
    made = await broadcasts.draft(ADMIN, ChatId(ADMIN), [MessageId(5)])
    await broadcasts.start(made.id, Audience(Group.ALL), MessageId(6), by=ADMIN)
    world.clock.advance(days=31)
    assert await tidy(world) == [0], "it is still going out"
    await broadcasts.stop(made.id, by=ADMIN)
    assert await tidy(world) == [3, 0]
    assert (await broadcasts.get(made.id)).total == 3


async def test_a_broadcast_that_was_never_sent_is_forgotten_after_a_month(world: World) -> None:
    broadcasts = world.store.broadcasts
    dropped, aimed, begun = [
        await broadcasts.draft(ADMIN, ChatId(ADMIN), [MessageId(number)]) for number in (5, 6, 7)
    ]
    await broadcasts.start(begun.id, Audience(Group.ALL), MessageId(8), by=ADMIN)
    world.clock.advance(days=20)
    await broadcasts.aim(aimed.id, Audience(Group.ALL))
    world.clock.advance(days=11)
    assert await tidy(world) == [1, 0]
    with pytest.raises(NoSuchBroadcast):
        await broadcasts.get(dropped.id)
    assert (await broadcasts.get(aimed.id)).state is BroadcastState.DRAFT
    world.clock.advance(days=20)
    assert await tidy(world) == [1, 0]
    assert (await broadcasts.get(begun.id)).state is not BroadcastState.DRAFT


async def test_sums_of_old_days_go_and_nothing_else_of_the_ledger(
    world: World, ann: PersonId
) -> None:
    job = await world.start(ann)
    entries = world.sql("SELECT * FROM entries")
    world.clock.advance(days=101)
    assert await tidy(world) == [1, 0]
    assert [period for (period,) in world.sql("SELECT period FROM usage")] == ["m:2026-11"]
    assert world.sql("SELECT * FROM entries") == entries
    await world.store.jobs.cancel(job.id, ann)
    balance = await world.store.people.balance(ann)
    assert (balance.used_today, balance.left) == (0, 100)
