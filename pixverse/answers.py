"""What a provider's answer over HTTP holds: decoded values, or OutcomeUnknown where it holds none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from pixverse.decoding import Tolerant, read_json
from pixverse.errors import OutcomeUnknown

M = TypeVar("M", bound=Tolerant)


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, read whole; ``value`` is its JSON, or None."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @cached_property
    def value(self) -> object:
        try:
            return read_json(self.body)
        except ValueError:
            return None

    def record(self) -> Mapping[str, object]:
        """Return the answer's object; raises OutcomeUnknown where it is none."""
        if isinstance(self.value, Mapping):
            return self.value
        raise OutcomeUnknown("the answer is no object", status=self.status)

    def rows(self, key: str | None = None) -> list[Mapping[str, object]]:
        """Return the answer's list of objects, bare or under ``key``.

        Raises OutcomeUnknown where there is no list: a listing that could not be read must never
        pass for an empty one, or a running job would be taken for lost.
        """
        value = self.value
        if key is not None and isinstance(value, Mapping):
            value = value.get(key)
        if not isinstance(value, list):
            raise OutcomeUnknown("the answer holds no list", status=self.status)
        return [row for row in value if isinstance(row, Mapping)]


def one(kind: type[M], answer: Answer) -> M:
    """Decode the answer's object."""
    return kind.model_validate(answer.record())


def each(kind: type[M], rows: list[Mapping[str, object]]) -> tuple[M, ...]:
    """Decode every object of a list."""
    return tuple(kind.model_validate(row) for row in rows)
