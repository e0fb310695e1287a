"""The life of a job by the clock: queued, generating, ended when its time has come."""

from __future__ import annotations

import asyncio
import heapq
from typing import TYPE_CHECKING

from simulator.useapi.records import FINAL, Status, Video

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.useapi.world import World

# A busy loop would starve the server; a longer nap would make a finished job wait.
_SHORTEST_NAP = 0.005
_LONGEST_NAP = 60.0


class Timeline:
    """Ends jobs that are due. Every answer settles first, so no answer depends on the ticker.

    After a restart the jobs of the journal are put on the line again: what became due while
    the process was down ends, and is reported, at once.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._starts: list[tuple[datetime, int]] = []
        self._ends: list[tuple[datetime, int]] = []
        self._changed = asyncio.Event()
        self.held = False
        self._released_at: datetime | None = None
        world.listeners.append(self._plan)
        for number in world.running:
            self._plan(world.videos[number], Status.QUEUED)

    def _plan(self, video: Video, status: Status) -> None:
        if status is Status.QUEUED:
            heapq.heappush(self._starts, (video.generating_at, video.number))
            heapq.heappush(self._ends, (video.due_at, video.number))
            self._changed.set()

    def hold(self, *, enabled: bool) -> None:
        if self.held and not enabled:
            self._released_at = self._world.now()
        self.held = enabled
        self._changed.set()

    def clear(self) -> None:
        self._starts.clear()
        self._ends.clear()
        self.held = False

    def settle(self) -> None:
        now = self._world.now()
        while self._starts and self._starts[0][0] <= now:
            self._start(heapq.heappop(self._starts)[1])
        while not self.held and self._ends and self._ends[0][0] <= now:
            due, number = heapq.heappop(self._ends)
            self._end(number, max(due, self._released_at or due))

    def _start(self, number: int) -> None:
        video = self._world.videos.get(number)
        if video is not None and video.final is None:
            for listener in self._world.listeners:
                listener(video, Status.GENERATING)

    def _end(self, number: int, at: datetime) -> None:
        video = self._world.videos.get(number)
        if video is not None and video.final is None:
            self._world.finish(number, video.planned, at)

    def finish_now(self, number: int, status: Status) -> None:
        assert status in FINAL
        self._world.finish(number, status, self._world.now())

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
        moments = self._starts[:1] + ([] if self.held else self._ends[:1])
        if not moments:
            return _LONGEST_NAP
        left = (min(moments)[0] - self._world.now()).total_seconds()
        return min(max(left, _SHORTEST_NAP), _LONGEST_NAP)
