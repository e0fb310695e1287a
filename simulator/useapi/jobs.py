"""The life of a job by the clock: queued, generating, ended when its time has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.serving.agenda import Agenda
from simulator.useapi.records import FINAL, Status, Video

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.useapi.world import World


class Timeline(Agenda):
    """Ends jobs that are due.

    After a restart the jobs of the journal are put on the line again: what became due while
    the process was down ends, and is reported, at once.
    """

    def __init__(self, world: World) -> None:
        super().__init__(world.now)
        self._world = world
        world.listeners.append(self._plan)
        for number in world.running:
            self._plan(world.videos[number], Status.QUEUED)

    def _plan(self, video: Video, status: Status) -> None:
        if status is Status.QUEUED:
            self.step(video.generating_at, lambda _: self._start(video.number))
            self.end(video.due_at, lambda moment: self._end(video.number, moment))

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
