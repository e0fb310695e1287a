"""Every call that bots made, for tests to read."""

import datetime as dt
from collections import deque
from dataclasses import asdict, dataclass

from simulator.telegram.model import Json

_KEPT = 50_000


@dataclass(frozen=True)
class Entry:
    n: int
    method: str
    params: Json
    files: Json
    status: int
    error: str | None
    at: str


class Journal:
    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=_KEPT)
        self._last = 0

    def add(self, method: str, params: Json, files: Json, status: int, error: str | None) -> None:
        self._last += 1
        at = dt.datetime.now(dt.UTC).isoformat()
        self._entries.append(Entry(self._last, method, params, files, status, error, at))

    def read(self, *, method: str | None, since: int) -> list[Json]:
        return [
            asdict(entry)
            for entry in self._entries
            if entry.n > since and (not method or entry.method.lower() == method.lower())
        ]

    def clear(self) -> None:
        self._entries.clear()
