"""Updates on their way in, with the real inbox: none lost, none twice, each person's in order."""

import asyncio
import json
import logging
from collections import defaultdict
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.updates.intake import BadUpdate, Intake, Owner, whose
from jobs.nursery import Nursery
from jobs.rules import LiveRules
from storage import DatabaseClosed, Store
from tests.clock import SettableClock
from tests.offers import OFFER

ANN, BOB = 7, 8


def said(update_id: int, person: int = ANN, text: str = "hi") -> dict[str, Any]:
    chat = {"id": person, "type": "private"}
    message = {"message_id": 1, "from": {"id": person}, "chat": chat, "text": text}
    return {"update_id": update_id, "message": message}


class Handler:
    """Notes what it is given; a person's updates may be held up or made to fail."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.done: list[int] = []
        self.gates: defaultdict[Owner, asyncio.Event] = defaultdict(asyncio.Event)
        self.begins: defaultdict[int, asyncio.Event] = defaultdict(asyncio.Event)
        self.ends: defaultdict[int, asyncio.Event] = defaultdict(asyncio.Event)
        self.held: set[Owner] = set()
        self.broken: set[int] = set()

    async def __call__(self, update: dict[str, Any]) -> None:
        update_id = update["update_id"]
        self.begun.append(update_id)
        self.begins[update_id].set()
        if whose(update) in self.held:
            await self.gates[whose(update)].wait()
        if update_id in self.broken:
            raise RuntimeError("broken")
        self.done.append(update_id)
        self.ends[update_id].set()

    def let_go(self, person: int) -> None:
        self.held.discard(person)
        self.gates[person].set()


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
async def store(tmp_path: Path, clock: SettableClock) -> AsyncIterator[Store]:
    rules = LiveRules()
    store = await Store.open(tmp_path / "bot.sqlite3", clock=clock, rules=rules, offer=OFFER)
    yield store
    await store.close()


@pytest.fixture
async def nursery() -> AsyncIterator[Nursery]:
    nursery = Nursery()
    yield nursery
    await nursery.close()


@pytest.fixture
def handler() -> Handler:
    return Handler()


@pytest.fixture
def intake(store: Store, handler: Handler, nursery: Nursery, clock: SettableClock) -> Intake:
    return Intake(store.inbox, handler, nursery, clock=clock)


async def undone(store: Store) -> list[int]:
    """What a next process would find."""
    return [update_id for update_id, _ in await store.inbox.waiting(max_attempts=100)]


async def test_each_update_is_handled_once(
    intake: Intake, handler: Handler, nursery: Nursery, store: Store
) -> None:
    raw = json.dumps(said(2)).encode()
    await intake.receive([said(1), raw])
    await nursery.rest()
    await intake.receive([said(1), raw, said(3), said(3)])
    await nursery.rest()
    assert handler.done == [1, 2, 3]
    assert await undone(store) == []


async def test_an_update_is_kept_before_receive_returns(
    intake: Intake, handler: Handler, store: Store
) -> None:
    handler.held.add(ANN)
    await intake.receive([said(1)])
    assert await undone(store) == [1]


async def test_what_cannot_be_kept_is_not_handled(
    intake: Intake, handler: Handler, nursery: Nursery, store: Store
) -> None:
    await store.close()
    with pytest.raises(DatabaseClosed):
        await intake.receive([said(1)])
    await nursery.rest()
    assert handler.begun == []


@pytest.mark.parametrize("raw", [b"{", b"[]", b'{"update_id": "1"}', b'{"update_id": true}', {}])
async def test_what_is_no_update_is_refused_with_all_that_came_with_it(
    intake: Intake, store: Store, raw: bytes | dict[str, Any]
) -> None:
    with pytest.raises(BadUpdate):
        await intake.receive([said(1), raw])
    assert await undone(store) == []


async def test_one_person_waits_for_themselves_only(
    intake: Intake, handler: Handler, nursery: Nursery
) -> None:
    handler.held.add(ANN)
    await intake.receive([said(1, ANN), said(2, ANN), said(3, BOB), said(4, BOB), said(5, ANN)])
    await handler.ends[4].wait()
    assert handler.done == [3, 4]
    assert handler.begun.count(1) == 1
    assert 2 not in handler.begun
    handler.let_go(ANN)
    await nursery.rest()
    assert handler.done == [3, 4, 1, 2, 5]


async def test_a_checkout_does_not_wait_behind_what_the_person_did_before(
    intake: Intake, handler: Handler, nursery: Nursery
) -> None:
    """Telegram gives a payment up after ten seconds; a slow download may take longer."""
    checkout = {"id": "77", "from": {"id": ANN}, "invoice_payload": "pack 1"}
    handler.held.add(ANN)
    await intake.receive([said(1, ANN), {"update_id": 2, "pre_checkout_query": checkout}])
    await handler.ends[2].wait()
    assert handler.done == [2]
    handler.let_go(ANN)
    await nursery.rest()
    assert handler.done == [2, 1]


async def test_no_more_than_so_many_at_once(
    store: Store, handler: Handler, nursery: Nursery
) -> None:
    intake = Intake(store.inbox, handler, nursery, at_once=2)
    handler.held |= {1, 2, 3}
    await intake.receive([said(person, person) for person in (1, 2, 3)])
    for _ in range(20):
        await asyncio.sleep(0)
    assert handler.begun == [1, 2]
    handler.let_go(1)
    await handler.begins[3].wait()
    handler.let_go(2)
    handler.let_go(3)
    await nursery.rest()
    assert sorted(handler.done) == [1, 2, 3]


async def test_a_flood_is_cut_off_and_hurts_nobody_else(
    store: Store, handler: Handler, nursery: Nursery, caplog: pytest.LogCaptureFixture
) -> None:
    intake = Intake(store.inbox, handler, nursery, waiting_per_person=3)
    handler.held.add(ANN)
    await intake.receive([said(1)])
    await handler.begins[1].wait()
    await intake.receive([said(update_id) for update_id in range(2, 10)])
    await intake.receive([said(10), said(11, BOB)])
    handler.let_go(ANN)
    await nursery.rest()
    assert [update_id for update_id in handler.done if update_id != 11] == [1, 2, 3, 4]
    assert 11 in handler.done
    assert caplog.text.count("faster than we can handle") == 1
    assert await undone(store) == []


async def test_a_handler_that_fails_is_logged_and_the_next_update_comes(
    intake: Intake,
    handler: Handler,
    nursery: Nursery,
    store: Store,
    caplog: pytest.LogCaptureFixture,
) -> None:
    handler.broken.add(1)
    await intake.receive([said(1, text="my secret wish"), said(2)])
    await nursery.rest()
    assert handler.done == [2]
    assert "update 1 could not be handled" in caplog.text
    assert "wish" not in caplog.text
    assert await undone(store) == []


async def test_what_a_process_leaves_undone_the_next_one_does(
    intake: Intake, handler: Handler, nursery: Nursery, store: Store
) -> None:
    handler.held.add(ANN)
    await intake.receive([said(1), said(2)])
    await handler.begins[1].wait()
    await nursery.close()  # killed in the middle of update 1

    successor = Handler()
    again = Nursery()
    next_intake = Intake(store.inbox, successor, again)
    await next_intake.start()
    await again.rest()
    assert successor.done == [1, 2]
    assert await undone(store) == []
    await next_intake.receive([said(1), said(2)])
    await again.rest()
    assert successor.done == [1, 2]


async def test_a_start_does_not_repeat_what_is_in_hand(
    intake: Intake, handler: Handler, nursery: Nursery
) -> None:
    handler.held.add(ANN)
    await intake.receive([said(1)])
    await intake.start()
    handler.let_go(ANN)
    await nursery.rest()
    assert handler.done == [1]


async def test_a_clean_stop_lets_handlers_finish_and_leaves_the_rest(
    intake: Intake, handler: Handler, nursery: Nursery, store: Store
) -> None:
    handler.held.add(ANN)
    await intake.receive([said(1), said(2)])
    await handler.begins[1].wait()
    stop = asyncio.create_task(intake.drain(60))
    await asyncio.sleep(0)
    await intake.receive([said(3, BOB)])
    handler.let_go(ANN)
    await stop
    await nursery.rest()
    assert handler.done == [1]
    assert await undone(store) == [2, 3]


async def test_a_clean_stop_leaves_those_who_wait_for_a_turn(
    store: Store, handler: Handler, nursery: Nursery
) -> None:
    intake = Intake(store.inbox, handler, nursery, at_once=1)
    handler.held.add(ANN)
    await intake.receive([said(1, ANN), said(2, BOB)])
    await handler.begins[1].wait()
    stop = asyncio.create_task(intake.drain(60))
    await asyncio.sleep(0)
    handler.let_go(ANN)
    await stop
    assert handler.done == [1]
    assert await undone(store) == [2]


async def test_a_stop_does_not_wait_for_ever(
    intake: Intake, handler: Handler, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    await intake.drain(60)
    other = Intake(store.inbox, handler, Nursery())
    handler.held.add(ANN)
    await other.receive([said(1)])
    await handler.begins[1].wait()
    await other.drain(0)
    assert handler.done == []
    assert await undone(store) == [1]
    assert "1 handlers were interrupted" in caplog.text


async def test_a_full_disk_after_the_handler_ends_nothing(
    intake: Intake,
    handler: Handler,
    nursery: Nursery,
    store: Store,
    caplog: pytest.LogCaptureFixture,
) -> None:
    handler.held.add(ANN)
    await intake.receive([said(1), said(2)])
    await handler.begins[1].wait()
    await store.close()
    handler.let_go(ANN)
    await nursery.rest()
    assert handler.done == [1, 2]
    assert "update 1 could not be marked as done" in caplog.text


async def test_old_updates_are_forgotten_once_a_day(
    intake: Intake, handler: Handler, nursery: Nursery, clock: SettableClock
) -> None:
    await intake.receive([said(1)])
    await nursery.rest()
    clock.advance(days=8)
    await intake.receive([said(2)])
    await nursery.rest()
    await intake.receive([said(1)])  # so old that it is taken for new
    await nursery.rest()
    assert handler.done == [1, 2, 1]


@pytest.mark.parametrize(
    ("update", "owner"),
    [
        (said(1, ANN), ANN),
        (
            {
                "update_id": 1,
                "callback_query": {"from": {"id": 9}, "message": {"chat": {"id": -5}}},
            },
            9,
        ),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 5}, "from": {"id": 6}}}, 6),
        ({"update_id": 1, "channel_post": {"chat": {"id": -100}}}, -100),
        ({"update_id": 1, "poll": {"id": "x"}}, 0),
        ({"update_id": 1, "message": "nonsense"}, 0),
    ],
)
def test_whose_an_update_is(update: dict[str, Any], owner: int) -> None:
    assert whose(update) == owner


@pytest.fixture(autouse=True)
def listen(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
