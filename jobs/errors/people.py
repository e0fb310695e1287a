"""Who somebody is not, and what they may not do."""

from dataclasses import dataclass

from jobs.errors.base import CoreError


class NoSuchPerson(CoreError):
    """Nobody with this id has talked to the bot."""


class ConsentNeeded(CoreError):
    """The person has not accepted the terms in force, and no job of theirs is accepted before."""


class PersonBanned(CoreError):
    """The person was banned; it may have happened between their press and its handling."""


class NotAnAdmin(CoreError):
    """Only those who run the bot may do this."""


class NotYourRole(CoreError):
    """The person helps to run the bot, but may not do this."""


class NotHere(CoreError):
    """What helps to run the bot is said in the private chat only: in a group others would read it."""


class HasARole(CoreError):
    """Somebody who helps to run the bot cannot be banned before their role is taken."""


class OwnersStay(CoreError):
    """Owners are made and unmade by the settings alone."""


@dataclass
class GrantTooLarge(CoreError):
    """`left` is what this supporter may still give away today."""

    left: int


class NoSuchInvite(CoreError):
    """There is no invitation with this number."""


class NoSuchGroup(CoreError):
    """No such group has asked for the bot."""
