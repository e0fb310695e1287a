"""What every answer of the Platform API is wrapped in: ``{"ErrCode", "ErrMsg", "Resp"}``.

Errors mostly come with HTTP 200, so that the code inside decides; one that moderation raises
comes with HTTP 500 and in lower case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pixverse.decoding import Tolerant
from pixverse.errors import OutcomeUnknown

if TYPE_CHECKING:
    from pixverse.answers import Answer

M = TypeVar("M", bound=Tolerant)

_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Envelope:
    """One answer, unwrapped; ``code`` 0 is success, and None where there was no envelope."""

    status: int
    code: int | None
    message: str = ""
    resp: object = None

    def record(self) -> Mapping[str, object]:
        """Return the object inside; raises OutcomeUnknown where there is none."""
        if isinstance(self.resp, Mapping):
            return self.resp
        raise OutcomeUnknown("the answer holds no object", status=self.status)

    def rows(self, *keys: str) -> list[Mapping[str, object]]:
        """Return the list of objects inside, bare or under the first of ``keys`` that holds one.

        A null list is empty where the answer counts 0. Raises OutcomeUnknown where there is no
        list: one that could not be read must not pass for an empty one.
        """
        fields = self.resp if isinstance(self.resp, Mapping) else {}
        lists = [self.resp, *(fields.get(key) for key in keys)]
        found = next((value for value in lists if isinstance(value, list)), None)
        if found is None and self.total() == 0:
            return []
        if found is None:
            raise OutcomeUnknown("the answer holds no list", status=self.status)
        return [row for row in found if isinstance(row, Mapping)]

    def total(self) -> int | None:
        """Return how many rows the whole listing has, where it says so."""
        fields = self.resp if isinstance(self.resp, Mapping) else {}
        return _number(fields.get("total"))

    def one(self, kind: type[M]) -> M:
        """Decode the object inside."""
        return kind.model_validate(self.record())

    def each(self, kind: type[M], *keys: str) -> tuple[M, ...]:
        """Decode every object of the list inside."""
        return tuple(kind.model_validate(row) for row in self.rows(*keys))


def unwrap(answer: Answer) -> Envelope:
    """Read the envelope, in whichever spelling."""
    fields = answer.value if isinstance(answer.value, Mapping) else {}
    plain = {_plain(key): value for key, value in fields.items()}
    message = plain.get("errmsg")
    return Envelope(
        status=answer.status,
        code=_number(plain.get("errcode")),
        message=message if isinstance(message, str) else "",
        resp=plain.get("resp"),
    )


def _plain(key: object) -> str:
    return str(key).replace("_", "").lower()


def _number(value: object) -> int | None:
    text = value.strip() if isinstance(value, str) else str(value) if type(value) is int else ""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None
