"""The stream of news that the chat page and the tests follow."""

from collections import deque
from typing import Any

from simulator.telegram.model import Event
from simulator.telegram.news import Signal
from simulator.telegram.store import Store

_KEPT = 20_000


class EventLog:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._events: deque[Event] = deque(
            Event.model_validate(value) for _, value in store.load("event")
        )
        self.last = self._events[-1].n if self._events else 0
        self.signal = Signal()

    def add(
        self,
        type_: str,
        *,
        chat: int | None = None,
        people: list[int] | None = None,
        message: int | None = None,
        sender: int | None = None,
        version: int = -1,
        **extra: Any,
    ) -> None:
        self.last += 1
        event = Event(
            n=self.last,
            type=type_,
            chat=chat,
            people=people,
            message=message,
            sender=sender,
            version=version,
            extra=extra,
        )
        self._events.append(event)
        self._store.put("event", event.n, event)
        if len(self._events) > _KEPT:
            self._store.drop("event", self._events.popleft().n)
        self.signal.fire()

    def after(self, n: int, person: int, *, elsewhere: bool = False) -> list[Event]:
        """The news for one person; with those of other people's chats, if that is wanted."""
        found = []
        for event in reversed(self._events):
            if event.n <= n:
                break
            if event.is_for(person) or (elsewhere and event.type == "message"):
                found.append(event)
        return found[::-1]

    def clear(self) -> None:
        """Forget the past; the numbers go on, so that a page's position stays valid."""
        self._events.clear()
        self._store.drop_all("event")
        self.add("people")
