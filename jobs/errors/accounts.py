"""What can be in the way of changing a PixVerse account."""

from dataclasses import dataclass

from jobs.errors.base import CoreError


class NoSuchAccount(CoreError):
    """There is no such PixVerse account (any more)."""


@dataclass
class AccountBusy(CoreError):
    """So many of our jobs run on the account."""

    jobs: int


class AccountRefused(CoreError):
    """The provider does not take such an account."""


class PasswordRefused(CoreError):
    """PixVerse does not take this password for the account."""


class AccountsElsewhere(CoreError):
    """This provider's accounts stand in the settings, and cannot be changed from here."""


class AccountsAway(CoreError):
    """The provider did not answer; what was asked of it may have been done."""


@dataclass
class AccountNotRemoved(CoreError):
    """The provider did not say that it forgot the account, which gets nothing new meanwhile."""

    name: str
