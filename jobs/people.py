"""People who talk to the bot: who they are, whether they may use it, and what they may spend."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jobs.capabilities import Options
from jobs.habits import Habits
from jobs.ids import PersonId
from jobs.roles import Role

FORGOTTEN = PersonId(0)  # whose jobs are those of people who wanted to be forgotten


class Access(StrEnum):
    """Whether a person may use the bot."""

    NEW = "new"  # seen, nothing decided
    ASKED = "asked"  # the admins have been asked
    ALLOWED = "allowed"
    REFUSED = "refused"


class AccessPolicy(StrEnum):
    """Who may use the bot (`ACCESS`)."""

    APPROVAL = "approval"
    OPEN = "open"
    INVITE = "invite"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Profile:
    """What Telegram says about a person with each update."""

    id: PersonId
    first_name: str
    username: str | None = None
    language: str | None = None
    last_name: str | None = None

    @property
    def full_name(self) -> str:
        """Both names, where there are two."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


@dataclass(frozen=True, slots=True)
class Ban:
    """Why somebody may not use the bot, and until when; None: for ever."""

    reason: str
    until: datetime | None

    def holds(self, now: datetime) -> bool:
        """Whether it has not ended by itself."""
        return self.until is None or now < self.until


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the bot knows them. `reachable` is False once they have blocked the bot.

    A `ban` may have ended.
    """

    profile: Profile
    access: Access
    reachable: bool
    defaults: Options
    habits: Habits
    role: Role | None = None
    ban: Ban | None = None
    chosen_language: str | None = None

    @property
    def language(self) -> str | None:
        """The language to speak to them: chosen, else Telegram's."""
        return self.chosen_language or self.profile.language

    @property
    def id(self) -> PersonId:
        return self.profile.id

    def is_banned(self, now: datetime) -> bool:
        return self.ban is not None and self.ban.holds(now)


class Limit(StrEnum):
    """The limits that an admin may set for one person with /limit."""

    DAILY = "daily"
    MONTHLY = "monthly"
    JOBS = "jobs"
