"""The outbox: in order per chat, one at a time, again only where nobody would get it otherwise."""

from datetime import timedelta

from jobs.ids import ChatId, FileId, MessageId, PersonId, Place
from jobs.lifecycle import Sent, State
from jobs.outbox import Alert, CreditsGranted, JobEnded, JobResult, Owed, Receipt, Trouble
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import World, home, topic

A, B = home(1), home(2)
RECEIPT = Receipt(MessageId(77))


async def owe(world: World, *places: Place) -> None:
    """Message number 1, 2, 3 ... for these places."""
    for number, place in enumerate(places, 1):
        await world.store.outbox.owe(f"key:{number}", place, CreditsGranted(credits=number))


async def claimed(world: World, limit: int = 100) -> list[tuple[int, int]]:
    return [brief(owed) for owed in await world.store.outbox.claim(limit)]


def brief(owed: Owed) -> tuple[int, int]:
    assert isinstance(owed.message, CreditsGranted)
    return owed.place.chat_id, owed.message.credits


async def test_a_message_is_owed_once_per_key(world: World) -> None:
    for words in ("first", "second"):
        alert = Alert(trouble=Trouble.BUG, detail=words)
        await world.store.outbox.owe("same key", topic(-5, 3), alert)
    [owed] = await world.send_all()
    assert owed.message == Alert(trouble=Trouble.BUG, detail="first")
    assert (owed.place, owed.attempts) == (topic(-5, 3), 1)
    await world.store.outbox.owe("same key", A, CreditsGranted(credits=1))
    assert await world.send_all() == []


async def test_a_chat_gets_its_messages_in_order_one_at_a_time(world: World) -> None:
    await owe(world, A, A, B, A)
    first = await world.store.outbox.claim(100)
    assert [brief(owed) for owed in first] == [(1, 1), (2, 3)]
    assert await claimed(world) == []
    await world.store.outbox.sent(first[0], RECEIPT)
    [second] = await world.store.outbox.claim(100)
    assert brief(second) == (1, 2)
    await world.store.outbox.sent(second, RECEIPT)
    assert await claimed(world) == [(1, 4)]


async def test_the_oldest_come_first_when_there_are_many(world: World) -> None:
    await owe(world, *(home(number) for number in range(1, 8)))
    assert await claimed(world, 3) == [(1, 1), (2, 2), (3, 3)]
    assert await claimed(world, 3) == [(4, 4), (5, 5), (6, 6)]


async def test_topics_of_a_group_are_one_chat(world: World) -> None:
    await owe(world, topic(-5, 1), topic(-5, 2))
    assert await claimed(world) == [(-5, 1)]


async def test_a_flooded_chat_waits_alone_and_in_order(world: World) -> None:
    await owe(world, A, A, B)
    flooded, other = await world.store.outbox.claim(100)
    later = world.clock.now() + timedelta(seconds=30)
    await world.store.outbox.postpone(flooded, later, counts=False)
    await world.store.outbox.sent(other, RECEIPT)
    await world.store.outbox.owe("more", B, CreditsGranted(credits=9))
    assert await claimed(world) == [(2, 9)]
    world.clock.advance(seconds=30)
    [again] = await world.store.outbox.claim(100)
    assert (brief(again), again.attempts) == ((1, 1), 1)


async def test_attempts_count_unless_they_are_taken_back(world: World) -> None:
    await owe(world, A)
    attempts = []
    for counts in (True, False, True, True):
        [owed] = await world.store.outbox.claim(1)
        attempts.append(owed.attempts)
        await world.store.outbox.postpone(owed, world.clock.now(), counts=counts)
    assert attempts == [1, 2, 2, 3]


async def test_what_a_dead_process_was_sending_is_sent_again(open_world: Opener) -> None:
    before = await open_world()
    await owe(before, A, A)
    assert await claimed(before) == [(1, 1)]
    await before.store.close()
    world = await open_world()
    [owed] = await world.store.outbox.claim(100)
    assert (brief(owed), owed.attempts) == ((1, 1), 2)
    assert await claimed(world) == []


async def test_a_report_of_a_dead_process_changes_nothing(open_world: Opener) -> None:
    before = await open_world()
    await owe(before, A)
    [stale] = await before.store.outbox.claim(1)
    await before.store.close()
    world = await open_world()
    [fresh] = await world.store.outbox.claim(1)
    await world.store.outbox.sent(fresh, RECEIPT)
    await world.store.outbox.postpone(stale, world.clock.now(), counts=True)
    await world.store.outbox.unreachable(stale)
    assert await world.send_all() == []


async def test_a_status_message_is_remembered_by_its_job(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    [owed] = await world.store.outbox.claim(1)
    await world.store.outbox.sent(owed, RECEIPT)
    assert (await world.store.jobs.own(job.id, ann)).status_message_id == 77


async def finished(world: World, person_id: PersonId, place: Place) -> Owed:
    """A job whose result is being sent."""
    job = await world.start(person_id, place)
    await world.send_all()
    await world.claim()
    await world.render(job.id)
    await world.finish(job.id)
    [owed] = await world.store.outbox.claim(1)
    assert owed.message == JobResult(job_id=job.id)
    return owed


async def state_of(world: World, owed: Owed, person_id: PersonId) -> State:
    assert isinstance(owed.message, JobResult)
    return (await world.store.jobs.own(owed.message.job_id, person_id)).state


async def test_a_result_reported_twice_is_delivered_once(world: World, ann: PersonId) -> None:
    owed = await finished(world, ann, home(ann))
    await world.store.outbox.sent(owed, Receipt(MessageId(1), Sent(file_id=FileId("one"))))
    await world.store.outbox.sent(owed, Receipt(MessageId(2), Sent(file_id=FileId("two"))))
    await world.store.outbox.unreachable(owed)
    assert (await world.store.people.get(ann)).reachable
    assert isinstance(owed.message, JobResult)
    job = await world.store.jobs.own(owed.message.job_id, ann)
    assert job.state is State.DELIVERED
    assert job.sent
    assert job.sent.file_id == "one"


async def test_a_result_sent_as_a_link_leaves_no_file(world: World, ann: PersonId) -> None:
    owed = await finished(world, ann, home(ann))
    await world.store.outbox.sent(owed, Receipt(MessageId(1)))
    assert isinstance(owed.message, JobResult)
    job = await world.store.jobs.own(owed.message.job_id, ann)
    assert (job.state, job.sent) == (State.DELIVERED, None)


async def test_a_closed_private_chat_means_a_person_who_is_gone(
    world: World, ann: PersonId
) -> None:
    owed = await finished(world, ann, home(ann))
    await world.store.outbox.unreachable(owed)
    assert await state_of(world, owed, ann) is State.UNDELIVERABLE
    assert not (await world.store.people.get(ann)).reachable


async def test_a_closed_group_says_nothing_about_the_person(world: World, ann: PersonId) -> None:
    owed = await finished(world, ann, Place(ChatId(-7)))
    await world.store.outbox.unreachable(owed)
    assert await state_of(world, owed, ann) is State.UNDELIVERABLE
    assert (await world.store.people.get(ann)).reachable


async def test_what_failed_too_often_is_given_up_and_the_chat_goes_on(
    world: World, ann: PersonId
) -> None:
    owed = await finished(world, ann, home(ann))
    await world.store.outbox.owe("next", home(ann), CreditsGranted(credits=9))
    await world.store.outbox.give_up(owed)
    assert await state_of(world, owed, ann) is State.UNDELIVERABLE
    assert (await world.store.people.get(ann)).reachable
    [ended] = await world.store.outbox.claim(1)
    assert isinstance(ended.message, JobEnded)
    await world.store.outbox.sent(ended, None)
    assert await claimed(world) == [(1, 9)]
