"""A simulated provider's memory: what survives a restart, which jobs run, and who is told of their ends."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from simulator.serving.journal import Journal
from simulator.serving.records import JobRecord

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.serving.process import Site
    from simulator.serving.records import Record


class Options(Protocol):
    """How a simulator was started; `POST /control/reset` goes back to these."""

    @property
    def render_seconds(self) -> float: ...
    @property
    def seed(self) -> int: ...


_Options = TypeVar("_Options", bound=Options)
_Key = TypeVar("_Key")
_Job = TypeVar("_Job", bound=JobRecord[Any])
_Status = TypeVar("_Status")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: how it is read back, and where it is put so that it is found."""

    model: type[Record]
    index: Callable[[Any], None]


class Memory(Generic[_Options, _Key, _Job, _Status]):
    """Changes go through the methods, so that the journal and the indexes stay true."""

    FOLDERS: ClassVar[tuple[str, ...]]  # what a reset throws away
    OWNERS: ClassVar[str]  # the kind of record that jobs belong to: accounts, channels
    JOBS: ClassVar[str] = "job"
    ACCEPTED: _Status

    def __init__(self, options: _Options, site: Site, first_number: int) -> None:
        self.options = options
        self.directory = site.directory
        self.base_url = site.url
        self.now = site.now
        self.random = random.Random(options.seed)
        self.listeners: list[Callable[[_Job, _Status], None]] = []
        self._journal = Journal(site.journal)
        self._last_number = first_number
        self._begin(options)
        self._load()

    def _begin(self, options: _Options) -> None:
        """Nothing is there yet; each vendor adds what it remembers."""
        self.jobs: dict[_Key, _Job] = {}
        self.running: dict[_Key, None] = {}
        self.render_seconds: float = options.render_seconds

    def _equip(self, options: _Options, known: Mapping[str, object]) -> None:
        """The owners that were asked for at the start, beside those that are known from before."""
        raise NotImplementedError

    def _kinds(self) -> dict[str, Kind]:
        raise NotImplementedError

    def _load(self) -> None:
        kept = self._journal.load()
        for name, kind in self._kinds().items():
            for row in kept.get(name, {}).values():
                if row is not None:
                    kind.index(kind.model.model_validate(row))
        # The same seed again would give the names of new files to old ones.
        self.random.seed(f"{self.options.seed}-{self._last_number}")
        self._equip(self.options, kept.get(self.OWNERS, {}))

    def reset(self, options: _Options) -> None:
        """Everything as on a first start; numbers go on, so that no id is ever used twice."""
        self._journal.clear()
        for name in self.FOLDERS:
            shutil.rmtree(self.directory / name, ignore_errors=True)
        self._begin(options)
        self._equip(options, {})

    def _keep(self, kind: str, key: object, record: Record) -> None:
        self._kinds()[kind].index(record)
        self._journal.put(kind, key, record)

    def _drop(self, kind: str, key: str) -> None:
        self._journal.drop(kind, key)

    def _seen(self, *numbers: int) -> None:
        """Used already, perhaps before a restart."""
        self._last_number = max(self._last_number, *numbers)

    def keep_job(self, job: _Job) -> None:
        self._keep(self.JOBS, job.key, job)

    def _index_job(self, job: _Job) -> None:
        self.jobs[job.key] = job
        self._seen(job.number)
        if job.final is None:
            self.running[job.key] = None
        else:
            self.running.pop(job.key, None)

    def accept(self, job: _Job) -> None:
        self.keep_job(job)
        self.tell(job, self.ACCEPTED)

    def finish(self, key: _Key, status: _Status, at: datetime) -> None:
        ended = self.jobs[key].model_copy(update={"final": status, "final_at": at})
        job = self._settle(ended, at)
        self.keep_job(job)
        self.tell(job, status)

    def _settle(self, job: _Job, at: datetime) -> _Job:
        """What else an end means: credits that go back, files that appear."""
        del at
        return job

    def tell(self, job: _Job, status: _Status) -> None:
        for listener in self.listeners:
            listener(job, status)

    def close(self) -> None:
        self._journal.close()
