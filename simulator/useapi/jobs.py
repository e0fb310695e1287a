"""The life of a job by the clock: queued, generating, ended when its time has come."""

from __future__ import annotations

from simulator.serving import timeline
from simulator.useapi.records import Status, Video


class Timeline(timeline.Timeline[int, Video, Status]):
    """Between the two it tells that the job has started."""

    def _plan(self, job: Video) -> None:
        self.step(job.generating_at, lambda _: self._start(job.number))
        super()._plan(job)

    def _start(self, number: int) -> None:
        video = self._memory.jobs.get(number)
        if video is not None and video.final is None:
            self._memory.tell(video, Status.GENERATING)
