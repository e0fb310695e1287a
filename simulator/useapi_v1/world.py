"""The simulated v1's whole memory: one object that every handler reads and changes."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from simulator.serving.journal import Journal
from simulator.useapi_v1.records import Attachment, Channel, Job, Status, Switches

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    Listener = Callable[[Job, Status], None]

_FIRST_SNOWFLAKE = 1_240_918_273_645_000_000
_CHANNEL_STEP = 90_217_331
_SERVER_OFFSET = 7_340_021


@dataclass(frozen=True, slots=True)
class Options:
    """How the simulator was started; `POST /control/reset` goes back to these."""

    directory: Path  # pictures and rendered media
    token: str = "user:1-legacy"  # noqa: S105 - a token of a simulator
    channels: int = 1
    render_seconds: float = 8
    seed: int = 1
    journal: Path | None = None


class World:
    """Changes go through the methods, so that the journal and the indexes stay true."""

    def __init__(self, options: Options, clock: Callable[[], datetime]) -> None:
        self.options = options
        self.now = clock
        self.base_url = ""
        self.token = options.token
        self.random = random.Random(options.seed)
        self.listeners: list[Listener] = []
        self._journal = Journal(options.journal)
        self._last_number = _FIRST_SNOWFLAKE
        self._forget()
        self._load()

    def _forget(self) -> None:
        self.channels: dict[str, Channel] = {}
        self.jobs: dict[str, Job] = {}
        self.running: dict[str, None] = {}
        self.subscription = True
        self.switches = Switches()
        self.render_seconds = self.options.render_seconds

    def _load(self) -> None:
        kinds = self._journal.load()
        for row in kinds.get("job", {}).values():
            self._index(Job.model_validate(row))
        rows = kinds.get("channel", {})
        for row in rows.values():
            if row is not None:
                channel = Channel.model_validate(row)
                self.channels[channel.channel] = channel
        # The same seed again would give the names of new pictures to old ones.
        self.random.seed(f"{self.options.seed}-{self._last_number}")
        if not rows:
            self._configure(self.options.channels)

    def reset(self, *, channels: int, render_seconds: float) -> None:
        """Everything as on a first start; numbers go on, so that no id is ever used twice."""
        self._journal.clear()
        for name in ("pictures", "media"):
            shutil.rmtree(self.options.directory / name, ignore_errors=True)
        self._forget()
        self.render_seconds = render_seconds
        self._configure(channels)

    def _configure(self, count: int) -> None:
        for number in range(1, count + 1):
            channel = Channel(
                channel=str(_FIRST_SNOWFLAKE - _CHANNEL_STEP * number),
                server=str(_FIRST_SNOWFLAKE - _CHANNEL_STEP * number - _SERVER_OFFSET),
                discord=f"MTA{self.random.getrandbits(160):040x}",
                max_jobs=3,
            )
            self.keep_channel(channel)

    def next_number(self) -> int:
        self._last_number += self.random.randrange(40_000, 9_000_000)
        return self._last_number

    def keep_channel(self, channel: Channel) -> None:
        self.channels[channel.channel] = channel
        self._journal.put("channel", channel.channel, channel)

    def drop_channel(self, channel: Channel) -> None:
        del self.channels[channel.channel]
        self._journal.drop("channel", channel.channel)

    def executing(self, channel: str) -> int:
        return sum(self.jobs[jobid].channel == channel for jobid in self.running)

    def accept(self, job: Job) -> None:
        self.keep(job)
        for listener in self.listeners:
            listener(job, Status.CREATED)

    def finish(self, jobid: str, status: Status, at: datetime) -> None:
        job = self.jobs[jobid]
        done = status is Status.COMPLETED
        changes = {
            "final": status,
            "final_at": at,
            "attachments": self._attachments(job, at) if done else (),
        }
        self.keep(job.model_copy(update=changes))
        for listener in self.listeners:
            listener(self.jobs[jobid], status)

    def _attachments(self, job: Job, at: datetime) -> tuple[Attachment, ...]:
        many = job.buttons[:4] == ("U1", "U2", "U3", "U4") and not self.switches.grid
        expires = at + timedelta(seconds=self.switches.attachment_seconds)
        numbers = [self.next_number() for _ in range(4 if many else 1)]
        return tuple(
            Attachment(number=one, filename=f"pixverse_{place}.mp4", expires=expires)
            for place, one in enumerate(numbers, 1)
        )

    def keep(self, job: Job) -> None:
        self._index(job)
        self._journal.put("job", job.jobid, job)

    def _index(self, job: Job) -> None:
        self.jobs[job.jobid] = job
        numbers = [job.number, *(one.number for one in job.attachments)]
        self._last_number = max(self._last_number, *numbers)
        if job.final is None:
            self.running[job.jobid] = None
        else:
            self.running.pop(job.jobid, None)

    def close(self) -> None:
        self._journal.close()
