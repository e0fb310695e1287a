"""The simulated v1's whole memory: one object that every handler reads and changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from simulator.serving.memory import Kind, Memory
from simulator.useapi_v1.records import Attachment, Channel, Job, Status, Switches

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from simulator.serving.process import Site

_FIRST_SNOWFLAKE = 1_240_918_273_645_000_000
_CHANNEL_STEP = 90_217_331
_SERVER_OFFSET = 7_340_021


@dataclass(frozen=True, slots=True)
class Options:
    """How the simulator was started; `POST /control/reset` goes back to these."""

    token: str = "user:1-legacy"  # noqa: S105 - a token of a simulator
    channels: int = 1
    render_seconds: float = 8
    seed: int = 1


class World(Memory[Options, str, Job, Status]):
    FOLDERS = ("pictures", "media")
    OWNERS = "channel"
    ACCEPTED = Status.CREATED

    def __init__(self, options: Options, site: Site) -> None:
        self.token = options.token
        super().__init__(options, site, _FIRST_SNOWFLAKE)

    def _begin(self, options: Options) -> None:
        super()._begin(options)
        self.channels: dict[str, Channel] = {}
        self.subscription = True
        self.switches = Switches()

    def _equip(self, options: Options, known: Mapping[str, object]) -> None:
        if known:
            return
        for number in range(1, options.channels + 1):
            channel = Channel(
                channel=str(_FIRST_SNOWFLAKE - _CHANNEL_STEP * number),
                server=str(_FIRST_SNOWFLAKE - _CHANNEL_STEP * number - _SERVER_OFFSET),
                discord=f"MTA{self.random.getrandbits(160):040x}",
                max_jobs=3,
            )
            self.keep_channel(channel)

    def _kinds(self) -> dict[str, Kind]:
        return {
            "job": Kind(Job, self._index_job),
            "channel": Kind(Channel, self._index_channel),
        }

    def next_number(self) -> int:
        self._last_number += self.random.randrange(40_000, 9_000_000)
        return self._last_number

    def keep_channel(self, channel: Channel) -> None:
        self._keep("channel", channel.channel, channel)

    def drop_channel(self, channel: Channel) -> None:
        del self.channels[channel.channel]
        self._drop("channel", channel.channel)

    def executing(self, channel: str) -> int:
        return sum(self.jobs[jobid].channel == channel for jobid in self.running)

    def _settle(self, job: Job, at: datetime) -> Job:
        done = job.final is Status.COMPLETED
        return job.model_copy(update={"attachments": self._attachments(job, at) if done else ()})

    def _attachments(self, job: Job, at: datetime) -> tuple[Attachment, ...]:
        many = job.buttons[:4] == ("U1", "U2", "U3", "U4") and not self.switches.grid
        expires = at + timedelta(seconds=self.switches.attachment_seconds)
        numbers = [self.next_number() for _ in range(4 if many else 1)]
        return tuple(
            Attachment(number=one, filename=f"pixverse_{place}.mp4", expires=expires)
            for place, one in enumerate(numbers, 1)
        )

    def _index_channel(self, channel: Channel) -> None:
        self.channels[channel.channel] = channel

    def _index_job(self, job: Job) -> None:
        super()._index_job(job)
        self._seen(job.number, *(one.number for one in job.attachments))
