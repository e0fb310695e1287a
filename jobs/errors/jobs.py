"""What can be in the way of doing something with a job."""

from dataclasses import dataclass

from jobs.errors.base import CoreError


class NoSuchJob(CoreError):
    """There is no such job of this person."""


class TooLate(CoreError):
    """The job has gone too far for what was asked."""


class MayPayTwice(CoreError):
    """The provider may have been paid for this job: it is sent again only for those who know that."""


class StillLooking(CoreError):
    """The unconfirmed job is being looked for right now; in a moment there is an answer, or none."""


@dataclass
class CannotRetry(CoreError):
    """Something about its person, or the rules of the moment, is in the way of trying the job again."""

    why: CoreError


class NothingSpent(CoreError):
    """The credits of the job are still held, or came back by themselves."""


class GivenBackBefore(CoreError):
    """Somebody gave the credits of this job back before."""


class UnderReport(CoreError):
    """Somebody reported the result, and the admins have not looked at it yet."""


class StillRunning(CoreError):
    """Not while jobs of the person are waiting or under way."""
