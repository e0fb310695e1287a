"""The settings that admins change while the bot runs: how each is written, read and checked.

A value is kept as the text that an admin could have typed; reading it again gives the same value.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from jobs.errors import NoSuchSetting, WrongValue
from jobs.groups import GroupPolicy
from jobs.moderation import DenyList, Unreachable
from jobs.people import AccessPolicy
from jobs.rules import LiveRules
from jobs.zones import zone_named

MOST_CREDITS = 1_000_000_000
NO_LIMIT = "none"
NOTHING = "nothing"
ON, OFF = "on", "off"
LONGEST_MESSAGE = 180  # what answers a press has room for

_ID = re.compile(r"[\w.-]{1,40}")


class Kind(Protocol):
    """How the values of a setting are written."""

    @property
    def name(self) -> str:
        """What kind it is: texts about it are chosen by this."""

    @property
    def facts(self) -> Mapping[str, str | int]:
        """What a sentence about a wrong value may mention."""

    def read(self, text: str) -> object:
        """The value. Raises ValueError, KeyError."""

    def write(self, value: object) -> str:
        """The text that `read` makes the same value of."""


@dataclass(frozen=True, slots=True)
class Number:
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
class Choice:
    """One of a few words."""

    of: type[StrEnum]

    @property
    def name(self) -> str:
        return "choice"

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that may be chosen."""
        return tuple(self.of)

    @property
    def facts(self) -> Mapping[str, str | int]:
        return {"words": ", ".join(self.words)}

    def read(self, text: str) -> StrEnum:
        return self.of(text.casefold())

    def write(self, value: object) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    @property
    def name(self) -> str:
        return "switch"

    @property
    def facts(self) -> Mapping[str, str | int]:
        return {}

    def read(self, text: str) -> bool:
        return {ON: True, OFF: False}[text.casefold()]

    def write(self, value: object) -> str:
        return ON if value else OFF


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence for people. `longest` counts code points."""

    longest: int

    @property
    def name(self) -> str:
        return "words"

    @property
    def facts(self) -> Mapping[str, str | int]:
        return {"longest": self.longest}

    def read(self, text: str) -> str:
        words = " ".join(text.split())
        if len(words) > self.longest:
            raise ValueError(words)
        return words

    def write(self, value: object) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone by its IANA name."""

    @property
    def name(self) -> str:
        return "zone"

    @property
    def facts(self) -> Mapping[str, str | int]:
        return {}

    def read(self, text: str) -> str:
        return zone_named(text).key

    def write(self, value: object) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Names:
    """Ids of models and modes, as the provider's table has them."""

    @property
    def name(self) -> str:
        return "names"

    @property
    def facts(self) -> Mapping[str, str | int]:
        return {}

    def read(self, text: str) -> frozenset[str]:
        if text.casefold() in ("", NOTHING):
            return frozenset()
        return frozenset(_id(part) for part in text.split(","))

    def write(self, value: object) -> str:
        assert isinstance(value, frozenset)
        return ", ".join(sorted(value)) or NOTHING


@dataclass(frozen=True, slots=True)
class Prices:
    """Credits for whatever is made in a mode, or with one effect, by their ids."""

    @property
    def name(self) -> str:
        return "prices"

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


class Topic(StrEnum):
    """What belongs together in the panel."""

    PEOPLE = "people"
    CREDITS = "credits"
    PRICES = "prices"
    OFFER = "offer"
    MODERATION = "moderation"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: the field of `LiveRules` that it changes, and a value to show as an example."""

    name: str
    kind: Kind
    example: str
    topic: Topic


SETTINGS: Mapping[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("access", Choice(AccessPolicy), "approval", Topic.PEOPLE),
        Setting("daily_credits", Number(0, MOST_CREDITS), "500", Topic.CREDITS),
        Setting("monthly_credits", Number(0, MOST_CREDITS), "5000", Topic.CREDITS),
        Setting("max_running_jobs", Number(1, 1000), "3", Topic.CREDITS),
        Setting("bot_daily_credits", Number(0, MOST_CREDITS, or_none=True), "10000", Topic.CREDITS),
        Setting("maintenance", Switch(), "on", Topic.QUIET),
        Setting("maintenance_message", Words(LONGEST_MESSAGE), "Back in an hour!", Topic.QUIET),
        Setting("queue_paused", Switch(), "on", Topic.QUIET),
        Setting("off", Names(), "transition, v5", Topic.OFFER),
        Setting("on", Names(), "motion", Topic.OFFER),
        Setting("price_markup", Number(-90, 1000), "20", Topic.PRICES),
        Setting("fixed_prices", Prices(), "lipsync=60, upscale=100", Topic.PRICES),
        Setting("deny_list", Choice(DenyList), "on", Topic.MODERATION),
        Setting("strikes_limit", Number(0, 1000), "5", Topic.MODERATION),
        Setting("strikes_days", Number(1, 365), "30", Topic.MODERATION),
        Setting("pause_hours", Number(1, 24 * 365), "48", Topic.MODERATION),
        Setting("moderation_unreachable", Choice(Unreachable), "hold", Topic.MODERATION),
        Setting("support_daily_grants", Number(0, MOST_CREDITS), "200", Topic.PEOPLE),
        Setting("referral_credits", Number(0, MOST_CREDITS), "50", Topic.PEOPLE),
        Setting("groups", Choice(GroupPolicy), "allowed", Topic.PEOPLE),
        Setting("time_zone", Zone(), "Europe/Berlin", Topic.CREDITS),
        Setting("stars", Switch(), "on", Topic.PRICES),
        Setting("low_credits", Number(0, MOST_CREDITS), "500", Topic.CREDITS),
        Setting("bought_credits_days", Number(1, 36_500, or_none=True), "365", Topic.PRICES),
    )
}


def find_setting(name: str) -> Setting:
    """By its name, in capitals or not. Raises NoSuchSetting."""
    found = SETTINGS.get(name.casefold())
    if found is None:
        raise NoSuchSetting(name)
    return found


def canonical(setting: Setting, text: str) -> str:
    """The text as it is kept. Raises WrongValue."""
    try:
        return setting.kind.write(setting.kind.read(text.strip()))
    except (ValueError, KeyError):
        raise WrongValue(setting.name) from None


def written(setting: Setting, rules: LiveRules) -> str:
    """The value of a setting in these rules, as an admin would type it."""
    return setting.kind.write(getattr(rules, setting.name))


def overlaid(defaults: LiveRules, texts: Mapping[str, str]) -> LiveRules:
    """The defaults with what admins have set. What this version cannot read does not count."""
    values: dict[str, Any] = dict(_readable(texts))
    return replace(defaults, **values)


def _readable(texts: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    for name, text in texts.items():
        setting = SETTINGS.get(name)
        if setting is None:
            continue
        try:
            yield name, setting.kind.read(text)
        except (ValueError, KeyError):
            continue
