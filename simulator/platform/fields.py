"""What a single field of a JSON body may hold, and how a body is read by a table."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from simulator.platform.envelope import Code, Refused, bad, wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from simulator.platform.records import Switches

Body = dict[str, Any]
_LARGEST_ID = 2**64 - 1


class Rule(Protocol):
    """Reads one value, in the light of what the simulator was told about disputed limits."""

    def read(self, name: str, value: object, switches: Switches) -> object: ...


@dataclass(frozen=True, slots=True)
class Text:
    limit: int = 2048
    long: int = 0  # the limit where prompts may be long
    code: Code = Code.PROMPT_TOO_LONG

    def read(self, name: str, value: object, switches: Switches) -> str:
        text = _text(name, value)
        limit = self.long if self.long and switches.long_prompts else self.limit
        if len(text) > limit:
            raise Refused(self.code, f"{name} is longer than {limit} characters")
        return text


@dataclass(frozen=True, slots=True)
class Choice:
    values: tuple[str, ...]

    def read(self, name: str, value: object, switches: Switches) -> str:  # noqa: ARG002
        text = _text(name, value)
        if text and text not in self.values:
            raise wrong(f"{name} ({text}) must be one of {', '.join(self.values)}")
        return text


@dataclass(frozen=True, slots=True)
class Whole:
    low: int
    high: int

    def read(self, name: str, value: object, switches: Switches) -> int:  # noqa: ARG002
        if not isinstance(value, int) or isinstance(value, bool):
            raise wrong(f"{name} must be an integer")
        if not self.low <= value <= self.high:
            raise wrong(f"{name} ({value}) must be between {self.low} and {self.high}")
        return value


@dataclass(frozen=True, slots=True)
class Id:
    """A number of up to 64 bits; one in quotes is refused."""

    def read(self, name: str, value: object, switches: Switches) -> int:
        return Whole(0, _LARGEST_ID).read(name, value, switches)


@dataclass(frozen=True, slots=True)
class Digits:
    """An id that may come as a number or in quotes."""

    def read(self, name: str, value: object, switches: Switches) -> str:  # noqa: ARG002
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        return _text(name, text)


@dataclass(frozen=True, slots=True)
class Flag:
    def read(self, name: str, value: object, switches: Switches) -> bool:  # noqa: ARG002
        if not isinstance(value, bool):
            raise wrong(f"{name} must be true or false")
        return value


@dataclass(frozen=True, slots=True)
class Link:
    def read(self, name: str, value: object, switches: Switches) -> str:  # noqa: ARG002
        text = _text(name, value)
        if not re.match(r"https?://[^\s/]+", text):
            raise wrong(f"{name} must be an http or https address")
        return text


@dataclass(frozen=True, slots=True)
class Many:
    each: Rule
    most: int

    def read(self, name: str, value: object, switches: Switches) -> list[object]:
        if not isinstance(value, list):
            raise wrong(f"{name} must be an array")
        if len(value) > self.most:
            raise bad(f"{name} has more than {self.most} entries")
        return [self.each.read(f"{name}[{n}]", one, switches) for n, one in enumerate(value)]


@dataclass(frozen=True, slots=True)
class Record:
    """An object within the body."""

    fields: Mapping[str, Rule]
    required: tuple[str, ...] = ()

    def read(self, name: str, value: object, switches: Switches) -> Body:
        if not isinstance(value, dict):
            raise wrong(f"{name} must be an object")
        return read_values(value, self.fields, self.required, switches, prefix=f"{name}.")


def _text(name: str, value: object) -> str:
    # JSON can spell half a character; nothing can write it down again.
    if not isinstance(value, str) or any("\ud800" <= one <= "\udfff" for one in value):
        raise wrong(f"{name} must be a string")
    return value


async def read_json(request: Request) -> Body:
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != "application/json":
        raise wrong("Content-Type must be application/json")
    try:
        value = json.loads(await request.body())
    except ValueError as error:
        raise wrong("The body is not valid JSON") from error
    if not isinstance(value, dict):
        raise wrong("The body must be a JSON object")
    return value


def read_values(
    raw: Body,
    rules: Mapping[str, Rule],
    required: tuple[str, ...],
    switches: Switches,
    *,
    prefix: str = "",
) -> Body:
    """Every value checked; the first thing wrong is refused. Empty is the same as missing."""
    unknown = sorted(set(raw) - set(rules))
    if unknown and switches.unknown_fields_refused:
        raise bad(f"Unknown parameter {prefix}{unknown[0]}")
    body = {
        name: rules[name].read(prefix + name, value, switches)
        for name, value in raw.items()
        if name in rules
    }
    for name in required:
        if empty(body.get(name)):
            raise Refused(Code.EMPTY, f"{prefix}{name} is required")
    return body


def empty(value: object) -> bool:
    """As the service sees it: 0, "" and [] are nothing, false is something."""
    return value is None or (value in (0, "", []) and not isinstance(value, bool))
