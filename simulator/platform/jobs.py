"""The life of a job by the clock: generating, then ended when its time has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.platform.records import FINAL, Job, Status
from simulator.serving.agenda import Agenda

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.platform.world import World


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
            self._plan(world.jobs[number], Status.GENERATING)

    def _plan(self, job: Job, status: Status) -> None:
        if status is Status.GENERATING:
            self.end(job.due_at, lambda moment: self._end(job.number, moment))

    def _end(self, number: int, at: datetime) -> None:
        job = self._world.jobs.get(number)
        if job is not None and job.final is None:
            self._world.finish(number, job.planned, at)

    def finish_now(self, number: int, status: Status) -> None:
        assert status in FINAL
        self._world.finish(number, status, self._world.now())
