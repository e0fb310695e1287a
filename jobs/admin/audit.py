"""The audit log: what those who run the bot did, to whom, and when. It is only ever added to.

Words about somebody who wants to be forgotten go: see `storage/privacy.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jobs.ids import DeedId, PersonId


class Action(StrEnum):
    """What somebody did. The words for it are `audit-<value>` in the locale."""

    ACCESS_ALLOWED = "access_allowed"
    ACCESS_REFUSED = "access_refused"
    CREDITS_GRANTED = "credits_granted"
    LIMIT_SET = "limit_set"
    JOB_GIVEN_UP = "job_given_up"
    SETTING_CHANGED = "setting_changed"
    SETTING_RESET = "setting_reset"
    BANNED = "banned"
    UNBANNED = "unbanned"
    INVITE_MADE = "invite_made"
    INVITE_REVOKED = "invite_revoked"
    GROUP_ALLOWED = "group_allowed"
    GROUP_REFUSED = "group_refused"
    STOP_WORD_ADDED = "stop_word_added"
    STOP_WORD_REMOVED = "stop_word_removed"
    EFFECT_HIDDEN = "effect_hidden"
    EFFECT_SHOWN = "effect_shown"
    JOB_CALLED_OFF = "job_called_off"
    JOB_LOOKED_FOR = "job_looked_for"
    JOB_RETRIED = "job_retried"
    JOB_REFUNDED = "job_refunded"
    PAUSE_LIFTED = "pause_lifted"
    REPORT_CLOSED = "report_closed"
    LETTER_SENT = "letter_sent"
    ROLE_GIVEN = "role_given"
    ROLE_TAKEN = "role_taken"
    PLAN_SET = "plan_set"
    PLAN_REMOVED = "plan_removed"
    PLAN_GIVEN = "plan_given"
    PACK_SET = "pack_set"
    PACK_WITHDRAWN = "pack_withdrawn"
    REFUND_ASKED = "refund_asked"
    BROADCAST_STARTED = "broadcast_started"
    BROADCAST_STOPPED = "broadcast_stopped"
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_PUT = "account_put"  # logged in again
    ACCOUNT_CHANGED = "account_changed"  # how many jobs it does at once
    ACCOUNT_PAUSED = "account_paused"
    ACCOUNT_RESUMED = "account_resumed"
    ACCOUNT_REMOVED = "account_removed"
    ACCOUNT_NOT_REMOVED = "account_not_removed"
    BACKUP_ASKED = "backup_asked"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the log. `person`: on whom. `target`: what else it was about, such as a job's number.

    `detail` says how much, how long or why, and never holds a secret. `by` is None for what was done
    from the shell.
    """

    id: DeedId
    by: PersonId | None
    action: Action
    at: datetime
    person: PersonId | None = None
    target: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LogLine:
    """A deed with the names of those in it, as they are called now."""

    deed: Deed
    by_name: str
    person_name: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """One page of the log, newest first. `page` counts from 0."""

    page: int
    lines: Sequence[LogLine]
    more: bool
