"""What the next message of somebody with a role is for, after a page of the panel has asked for it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

ERRAND_ENDS = timedelta(minutes=15)  # what is written later is a prompt again


class Errand(StrEnum):
    """What was asked for. The words of the question are `errand-<value>` in the locale."""

    FIND_PERSON = "find_person"  # a name, a number, a contact, a forwarded message
    GRANT = "grant"  # how many credits, and why; the detail is whose
    LIMIT = "limit"  # how much; the detail is whose, and which limit
    BAN = "ban"  # why; the detail is whom, and for how many hours
    SETTING = "setting"  # its value; the detail is its name
    JOBS_OF = "jobs_of"  # whose jobs are listed; the detail is which of them
    REFUND_JOB = "refund_job"  # why; the detail is which job
    STOP_WORDS = "stop_words"
    PLAN = "plan"  # the name of a new one
    PACK = "pack"  # what is sold from now on
    HIDE = "hide"  # which effects
    LETTER = "letter"  # any message, for the person in the detail
    LETTER_GOES_ON = (
        "letter_goes_on"  # the rest of an album; the detail is for whom, and which album
    )


@dataclass(frozen=True, slots=True)
class OpenErrand:
    """An errand that waits for its message."""

    errand: Errand
    detail: str
