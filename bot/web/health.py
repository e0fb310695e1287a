"""Whether the bot can do its work: each part was seen well lately, or is tried now."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from jobs.nursery import Nursery
from jobs.ports import Clock

log = logging.getLogger(__name__)

FRESH = timedelta(seconds=60)
KEPT = timedelta(seconds=10)
PROBE_SECONDS = 5.0

OK = "ok"


def _never() -> None:
    """The part does not keep a time: it is tried whenever somebody asks."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that the bot depends on. `probe` tries it and raises where it does not work."""

    probe: Callable[[], Awaitable[object]]
    seen_at: Callable[[], datetime | None] = _never


class Readiness:
    """Says for each part "ok" or why not. Many who ask at once cause one try, kept for 10 s."""

    def __init__(
        self,
        parts: Mapping[str, Part],
        *,
        clock: Clock,
        nursery: Nursery,
        probe_seconds: float = PROBE_SECONDS,
    ) -> None:
        self._parts = parts
        self._clock = clock
        self._nursery = nursery
        self._probe_seconds = probe_seconds
        self._report: Mapping[str, str] = {}
        self._reported_at: datetime | None = None
        self._looking: asyncio.Task[None] | None = None

    async def check(self) -> Mapping[str, str]:
        """The state of every part."""
        if not self._is_recent():
            if self._looking is None or self._looking.done():
                self._looking = self._nursery.start(self._look(), "look whether all is well")
            # One who goes away while waiting must not take the answer from the others.
            await asyncio.shield(self._looking)
        return self._report

    def _is_recent(self) -> bool:
        return self._reported_at is not None and self._clock.now() - self._reported_at < KEPT

    async def _look(self) -> None:
        states = await asyncio.gather(*map(self._state, self._parts, self._parts.values()))
        self._report = dict(zip(self._parts, states, strict=True))
        self._reported_at = self._clock.now()

    async def _state(self, name: str, part: Part) -> str:
        seen_at = part.seen_at()
        if seen_at is not None and self._clock.now() - seen_at <= FRESH:
            return OK
        try:
            async with asyncio.timeout(self._probe_seconds):
                await part.probe()
        except TimeoutError:
            return "no answer in time"
        except Exception as error:  # noqa: BLE001 (whatever it is, the part does not work)
            log.warning("%s does not work: %r", name, error)
            # Anybody may read this: no more than the kind of trouble.
            return type(error).__name__
        return OK
