"""Kinds of settings that admins change: how the values of each are written, and read again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jobs.zones import zone_named

MOST_CREDITS = 1_000_000_000
NO_LIMIT = "none"
NOTHING = "nothing"
ON, OFF = "on", "off"

_ID = re.compile(r"[\w.-]{1,40}")


@dataclass(frozen=True, slots=True)
class Kind:
    """How the values of a setting are written."""

    @property
    def name(self) -> str:
        """What kind it is: texts about it are chosen by this."""
        return type(self).__name__.lower()

    @property
    def facts(self) -> Mapping[str, str | int]:
        """What a sentence about a wrong value may mention."""
        return {}

    def read(self, text: str) -> object:
        """The value. Raises ValueError, KeyError."""
        raise NotImplementedError

    def write(self, value: object) -> str:
        """The text that `read` makes the same value of."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """A whole number; `or_none`: the word "none" stands for no limit."""

    low: int
    high: int
    or_none: bool = False

    @property
    def name(self) -> str:
        return "number-or-none" if self.or_none else "number"

    @property
    def facts(self) -> Mapping[str, str | int]:
        return {"low": self.low, "high": self.high}

    def read(self, text: str) -> int | None:
        if self.or_none and text.casefold() == NO_LIMIT:
            return None
        value = int(text)
        if not self.low <= value <= self.high:
            raise ValueError(text)
        return value

    def write(self, value: object) -> str:
        return NO_LIMIT if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a few words."""

    of: type[StrEnum]

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that may be chosen."""
        return tuple(self.of)

    @property
    def facts(self) -> Mapping[str, str | int]:
        return {"words": ", ".join(self.words)}

    def read(self, text: str) -> StrEnum:
        return self.of(text.casefold())


@dataclass(frozen=True, slots=True)
class Switch(Kind):
    """On or off."""

    def read(self, text: str) -> bool:
        return {ON: True, OFF: False}[text.casefold()]

    def write(self, value: object) -> str:
        return ON if value else OFF


@dataclass(frozen=True, slots=True)
class Words(Kind):
    """A sentence for people. `longest` counts code points."""

    longest: int

    @property
    def facts(self) -> Mapping[str, str | int]:
        return {"longest": self.longest}

    def read(self, text: str) -> str:
        words = " ".join(text.split())
        if len(words) > self.longest:
            raise ValueError(words)
        return words


@dataclass(frozen=True, slots=True)
class Zone(Kind):
    """A time zone by its IANA name."""

    def read(self, text: str) -> str:
        return zone_named(text).key


@dataclass(frozen=True, slots=True)
class Names(Kind):
    """Ids of models and modes, as the provider's table has them."""

    def read(self, text: str) -> frozenset[str]:
        if text.casefold() in ("", NOTHING):
            return frozenset()
        return frozenset(_id(part) for part in text.split(","))

    def write(self, value: object) -> str:
        assert isinstance(value, frozenset)
        return ", ".join(sorted(value)) or NOTHING


@dataclass(frozen=True, slots=True)
class Prices(Kind):
    """Credits for whatever is made in a mode, or with one effect, by their ids."""

    @property
    def facts(self) -> Mapping[str, str | int]:
        return {"high": MOST_CREDITS}

    def read(self, text: str) -> Mapping[str, int]:
        if text.casefold() in ("", NOTHING):
            return {}
        pairs = [part.split("=") for part in text.split(",")]
        return {_id(name): _price(credits) for name, credits in pairs}

    def write(self, value: object) -> str:
        assert isinstance(value, Mapping)
        return ", ".join(f"{name}={value[name]}" for name in sorted(value)) or NOTHING


def _id(text: str) -> str:
    found = text.strip().casefold()
    if not _ID.fullmatch(found):
        raise ValueError(text)
    return found


def _price(text: str) -> int:
    return Number(1, MOST_CREDITS).read(text) or 1
