"""What a single field of a request may hold, and how a JSON or multipart body is read by a table."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from starlette.datastructures import UploadFile

from simulator.useapi.refusals import bad

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

Body = dict[str, Any]
_WHOLE = re.compile(r"-?[0-9]{1,19}")


class Rule(Protocol):
    """Reads one value; `form` is true for multipart, where everything arrives as text."""

    def read(self, name: str, value: object, *, form: bool) -> object: ...


def _encodable(value: str) -> bool:
    """JSON can spell half a character; nothing can write it down again."""
    return not any("\ud800" <= one <= "\udfff" for one in value)


@dataclass(frozen=True, slots=True)
class Text:
    limit: int = 2048
    choices: tuple[str, ...] = ()
    filled: bool = True

    def read(self, name: str, value: object, *, form: bool) -> str:  # noqa: ARG002
        if not isinstance(value, str) or not _encodable(value):
            raise bad(f"Parameter {name} must be a string")
        if self.filled and not value.strip():
            raise bad(f"Parameter {name} must not be empty")
        if len(value) > self.limit:
            raise bad(f"Parameter {name} is too long, at most {self.limit} characters")
        if self.choices and value not in self.choices:
            raise bad(f"Parameter {name} ({value}) must be one of {', '.join(self.choices)}")
        return value


@dataclass(frozen=True, slots=True)
class Whole:
    low: int
    high: int
    or_text: bool = False

    def read(self, name: str, value: object, *, form: bool) -> int:
        if isinstance(value, str) and (form or self.or_text) and _WHOLE.fullmatch(value):
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise bad(f"Parameter {name} must be an integer")
        if not self.low <= value <= self.high:
            raise bad(f"Parameter {name} ({value}) must be between {self.low} and {self.high}")
        return value


@dataclass(frozen=True, slots=True)
class Flag:
    def read(self, name: str, value: object, *, form: bool) -> bool:
        if form and value in ("true", "false"):
            return value == "true"
        if not isinstance(value, bool):
            raise bad(f"Parameter {name} must be true or false")
        return value


@dataclass(frozen=True, slots=True)
class Link:
    limit: int = 1024

    def read(self, name: str, value: object, *, form: bool) -> str:
        text = Text(self.limit).read(name, value, form=form)
        if not re.match(r"https?://[^\s/]+", text):
            raise bad(f"Parameter {name} must be an http or https address")
        return text


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice: a string in the list of voices, a number in the vendor's sample; both are taken."""

    def read(self, name: str, value: object, *, form: bool) -> str:
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        return Text(64).read(name, value, form=form)


async def read_body(
    request: Request, rules: Mapping[str, Rule], required: tuple[str, ...] = ()
) -> Body:
    """The body with every value checked and coerced; a 400 for the first thing wrong."""
    raw, form = await _raw_body(request)
    unknown = sorted(set(raw) - set(rules))
    if unknown:
        raise bad(f"Unknown parameter {unknown[0]}")
    missing = [name for name in required if name not in raw]
    if missing:
        raise bad(f"Parameter {missing[0]} is required")
    return {name: rules[name].read(name, value, form=form) for name, value in raw.items()}


async def _raw_body(request: Request) -> tuple[Body, bool]:
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type == "multipart/form-data":
        return await _form_body(request), True
    if content_type == "application/json":
        return _json_body(await request.body()), False
    raise bad("Content-Type must be application/json or multipart/form-data")


def _json_body(content: bytes) -> Body:
    try:
        value = json.loads(content)
    except ValueError as error:
        raise bad("The body is not valid JSON") from error
    if not isinstance(value, dict):
        raise bad("The body must be a JSON object")
    return value


async def _form_body(request: Request) -> Body:
    body: Body = {}
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                raise bad(f"Parameter {name} must not be a file, upload it with POST /files/")
            if name in body:
                raise bad(f"Parameter {name} is given twice")
            body[name] = value
    return body
