"""What is to happen when, by the clock: how jobs start and end, and how a test holds them back."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    Action = Callable[[datetime], None]  # told when it was due

# A busy loop would starve the server; a longer nap would make a finished job wait.
_SHORTEST_NAP = 0.005
_LONGEST_NAP = 60.0


class _Line:
    """What is to come, the earliest first."""

    def __init__(self) -> None:
        self._entries: list[tuple[datetime, int, Action]] = []
        self._numbers = itertools.count()

    def add(self, moment: datetime, action: Action) -> None:
        heapq.heappush(self._entries, (moment, next(self._numbers), action))

    def clear(self) -> None:
        self._entries.clear()

    def next_moment(self) -> datetime | None:
        return self._entries[0][0] if self._entries else None

    def due(self, now: datetime) -> tuple[datetime, Action] | None:
        if not self._entries or self._entries[0][0] > now:
            return None
        moment, _, action = heapq.heappop(self._entries)
        return moment, action


class Agenda:
    """Every answer settles first, so no answer depends on the ticker."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._steps = _Line()
        self._ends = _Line()
        self._changed = asyncio.Event()
        self.held = False
        self._released_at: datetime | None = None

    def step(self, moment: datetime, action: Action) -> None:
        self._steps.add(moment, action)
        self._changed.set()

    def end(self, moment: datetime, action: Action) -> None:
        """Not before it is let go, when it is held at that moment."""
        self._ends.add(moment, action)
        self._changed.set()

    def hold(self, *, enabled: bool) -> None:
        if self.held and not enabled:
            self._released_at = self._clock()
        self.held = enabled
        self._changed.set()

    def clear(self) -> None:
        self._steps.clear()
        self._ends.clear()
        self.held = False

    def settle(self) -> None:
        now = self._clock()
        while due := self._steps.due(now):
            moment, action = due
            action(moment)
        while not self.held and (due := self._ends.due(now)):
            moment, action = due
            action(max(moment, self._released_at or moment))

    async def run(self) -> None:
        """The ticker: sleeps until the next moment that matters."""
        while True:
            self.settle()
            self._changed.clear()
            try:
                async with asyncio.timeout(self._nap()):
                    await self._changed.wait()
            except TimeoutError:
                continue

    def _nap(self) -> float:
        ends = None if self.held else self._ends.next_moment()
        moments = [one for one in (self._steps.next_moment(), ends) if one is not None]
        if not moments:
            return _LONGEST_NAP
        left = (min(moments) - self._clock()).total_seconds()
        return min(max(left, _SHORTEST_NAP), _LONGEST_NAP)
