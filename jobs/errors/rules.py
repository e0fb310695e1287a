"""What admins cannot set: rules, plans, stop words, letters."""

from dataclasses import dataclass

from jobs.errors.base import CoreError


@dataclass
class NoSuchSetting(CoreError):
    """No setting has this name."""

    name: str


@dataclass
class WrongValue(CoreError):
    """The setting cannot have the value that was wished for."""

    setting: str


@dataclass
class UnknownNames(CoreError):
    """The provider has no mode, quality or model of these `names`; `known` are those that it has."""

    names: str
    known: str


class NoSuchPlan(CoreError):
    """There is no plan of this name."""


class WrongPlanName(CoreError):
    """A plan's name is one word of letters, digits, - and _."""


class StopWordUnusable(CoreError):
    """The stop word says too little, or too much: it would stop everything, or is no word."""


@dataclass
class TooManyStopWords(CoreError):
    """More than the bot looks for."""

    limit: int


@dataclass
class NoSuchEffect(CoreError):
    """No effect has this name or number."""

    name: str


class NoSuchBroadcast(CoreError):
    """There is no such broadcast."""


class NothingDrafted(CoreError):
    """No broadcast waits to be sent or dropped."""


class NotAimed(CoreError):
    """Nobody has said yet whom the broadcast is for."""
