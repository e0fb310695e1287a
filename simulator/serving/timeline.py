"""The life of a job by the clock: accepted, perhaps started, ended when its time has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from simulator.serving.agenda import Agenda
from simulator.serving.records import JobRecord

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.serving.memory import Memory

_Key = TypeVar("_Key")
_Job = TypeVar("_Job", bound=JobRecord[Any])
_Status = TypeVar("_Status")


class Timeline(Agenda, Generic[_Key, _Job, _Status]):
    """Ends jobs that are due.

    After a restart the jobs of the journal are put on the line again: what became due while
    the process was down ends, and is reported, at once.
    """

    def __init__(self, memory: Memory[Any, _Key, _Job, _Status]) -> None:
        super().__init__(memory.now)
        self._memory = memory
        memory.listeners.append(self._on_status)
        for key in memory.running:
            self._plan(memory.jobs[key])

    def _on_status(self, job: _Job, status: _Status) -> None:
        if status is self._memory.ACCEPTED:
            self._plan(job)

    def _plan(self, job: _Job) -> None:
        self.end(job.due_at, lambda moment: self._end(job.key, moment))

    def _end(self, key: _Key, at: datetime) -> None:
        job = self._memory.jobs.get(key)
        if job is not None and job.final is None:
            self._memory.finish(key, job.planned, at)

    def finish_now(self, key: _Key, status: _Status) -> None:
        self._memory.finish(key, status, self._memory.now())
