"""Where Telegram's updates come in: kept first, then handled in each person's order, many people at once.

An update is in the inbox before Telegram is told that we have it, and leaves it when its handler is
through. After a crash in between it is handled again.
"""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeGuard

from bot.clock import SYSTEM_CLOCK
from bot.updates.care import care_for
from jobs.ids import UpdateId
from jobs.nursery import Nursery
from jobs.ports import Clock
from storage.inbox import Inbox

log = logging.getLogger(__name__)

AT_ONCE = 256
WAITING_PER_PERSON = 200
PRUNE_EVERY = timedelta(days=1)
REMEMBERED = timedelta(days=7)
"""Telegram keeps an update for a day at most, so a repeat cannot come later than that."""

Update = dict[str, Any]
Handle = Callable[[Update], Awaitable[None]]
Owner = int | str

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "pre_checkout_query",
    "my_chat_member",
)


class BadUpdate(ValueError):
    """What came is not an update of Telegram's."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update as it came and as it is read."""

    id: UpdateId
    raw: bytes
    content: Update


@dataclass(slots=True, eq=False)
class _Line:
    """One person's updates, in order, while any of them is in hand."""

    waiting: deque[Incoming] = field(default_factory=deque)
    flooding: bool = False


class Intake:
    """Takes updates from polling or webhook, and hands each to `handle` once."""

    def __init__(
        self,
        inbox: Inbox,
        handle: Handle,
        nursery: Nursery,
        *,
        clock: Clock = SYSTEM_CLOCK,
        at_once: int = AT_ONCE,
        waiting_per_person: int = WAITING_PER_PERSON,
    ) -> None:
        self._inbox = inbox
        self._handle = handle
        self._nursery = nursery
        self._clock = clock
        self._slots = asyncio.Semaphore(at_once)
        self._waiting_per_person = waiting_per_person
        self._lines: dict[Owner, _Line] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: set[UpdateId] = set()
        self._stopping = False
        self._pruned_at: datetime | None = None

    async def start(self) -> None:
        """Take up again what the last process left undone."""
        waiting = await self._inbox.waiting()
        await self._enqueue([decode(raw) for _, raw in waiting])
        if waiting:
            log.info("%d updates were left by the last run and are handled now", len(waiting))

    async def receive(self, raw: Sequence[bytes | Update]) -> None:
        """Keep updates for good, then queue those that are new. When it returns, none can be lost.

        Raises BadUpdate, and then none of them was taken.
        """
        if not raw:
            return
        updates = [decode(one) for one in raw]
        new = set(
            await self._inbox.receive(
                [(update.id, update.raw) for update in updates],
                {update.id: care for update in updates if (care := care_for(update.content))},
            )
        )
        await self._enqueue([update for update in updates if update.id in new])
        self._prune_daily()

    async def drain(self, timeout: float) -> None:
        """Let running handlers finish, `timeout` seconds long; all others stay in the inbox."""
        self._stopping = True
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=timeout)
        for task in late:
            task.cancel()
        if late:
            log.warning("%d handlers were interrupted; they run again at the next start", len(late))
            await asyncio.wait(late)

    async def _enqueue(self, updates: Sequence[Incoming]) -> None:
        for update in updates:
            if update.id not in self._held and not self._stopping and not self._queue(update):
                await self._inbox.done(update.id)

    def _queue(self, update: Incoming) -> bool:
        """Put an update at the end of its person's line; False where that line is too long."""
        key = whose(update.content)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = _Line()
            self._attend(key, line)
        if len(line.waiting) >= self._waiting_per_person:
            if not line.flooding:
                log.warning("%s sends faster than we can handle; updates are dropped", key)
            line.flooding = True
            return False
        self._held.add(update.id)
        line.waiting.append(update)
        return True

    def _attend(self, key: Owner, line: _Line) -> None:
        task = self._nursery.start(self._serve(key, line), f"updates of {key}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, key: Owner, line: _Line) -> None:
        """Handle a person's updates one after the other; people take turns for the slots."""
        try:
            while line.waiting and not self._stopping:
                async with self._slots:
                    if not self._stopping:
                        await self._take(line.waiting.popleft())
        finally:
            del self._lines[key]

    async def _take(self, update: Incoming) -> None:
        try:
            await self._handle(update.content)
        except Exception:
            log.exception("update %s could not be handled", update.id)
        try:
            await self._inbox.done(update.id)
        except Exception:
            # It is handled again at the next start.
            log.exception("update %s could not be marked as done", update.id)
        self._held.discard(update.id)

    def _prune_daily(self) -> None:
        now = self._clock.now()
        if self._pruned_at is None or now - self._pruned_at >= PRUNE_EVERY:
            self._pruned_at = now
            self._nursery.start(self._prune(), "forget old updates")

    async def _prune(self) -> None:
        await self._inbox.prune(REMEMBERED)


def decode(raw: bytes | Update) -> Incoming:
    """Read one update. Raises BadUpdate."""
    try:
        content = json.loads(raw) if isinstance(raw, bytes) else raw
    except (ValueError, RecursionError):
        raise BadUpdate("not JSON") from None
    if not is_update(content):
        raise BadUpdate("no update_id")
    body = raw if isinstance(raw, bytes) else json.dumps(raw, separators=(",", ":")).encode()
    return Incoming(UpdateId(content["update_id"]), body, content)


def is_update(content: object) -> TypeGuard[Update]:
    """Whether it has what every update has."""
    return isinstance(content, dict) and type(content.get("update_id")) is int


def whose(update: Mapping[str, Any]) -> Owner:
    """Whose update it is: the id of its user, else of its chat. A person's updates keep their order.

    A question before a payment has a line of its own: Telegram waits ten seconds for the answer.
    """
    question = update.get("pre_checkout_query")
    if isinstance(question, dict):
        return f"checkout {question.get('id')}"
    for content in update.values():
        if isinstance(content, dict):
            for owner in (content.get("from"), content.get("user"), content.get("chat")):
                if isinstance(owner, dict) and isinstance(owner.get("id"), int):
                    return int(owner["id"])
    return 0
