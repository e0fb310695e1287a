"""Buttons around everybody's jobs, for those who run the bot."""

from typing import Literal

from handlers.chat.buttons.codec import Button, PageNumber
from jobs.admin.oversight import JobListing, Sieve
from jobs.capabilities import Mode
from jobs.ids import JobId, PersonId
from jobs.roles import Right

EVERYBODY = PersonId(0)


class _Sieved(Button, tag="_J", right=Right.SEE):
    """Something about a list of jobs that shows some of them only."""

    listing: JobListing = JobListing.RUNNING
    mode: Mode | Literal[""] = ""
    person: PersonId = EVERYBODY

    @property
    def sieve(self) -> Sieve:
        """Which jobs these are."""
        return Sieve(self.listing, self.mode or None, self.person or None)


class ListJobs(_Sieved, tag="Jl", right=Right.SEE):
    """A page of everybody's jobs."""

    page: PageNumber = 0


class OpenJobModes(_Sieved, tag="Jk", right=Right.SEE):
    """Show the ways to make a video, to choose one from."""


class AskWhoseJobs(_Sieved, tag="Jp", right=Right.SEE):
    """Ask whose jobs are to be listed."""


class PauseQueue(_Sieved, tag="Jq", right=Right.JOBS):
    """Nothing new is begun, or it is again."""

    paused: bool


class ShowJobOf(_Sieved, tag="Jo", right=Right.SEE):
    """One job of somebody, and the list to go back to."""

    job: JobId
    page: PageNumber = 0


class CallOff(Button, tag="Jx", right=Right.JOBS):
    """The job is ended; its credits go back."""

    job: JobId


class LookNow(Button, tag="Jn", right=Right.JOBS):
    """The unconfirmed job is looked for now."""

    job: JobId


class RetryJob(Button, tag="Jr", right=Right.JOBS):
    """The job that came to nothing is tried again. `sure`: also where that may cost twice."""

    job: JobId
    sure: bool = False


class AskRefundJob(Button, tag="Ja", right=Right.JOBS):
    """Ask why the credits of a job are given back."""

    job: JobId


class RefundJob(Button, tag="Jg", right=Right.JOBS):
    """The credits of the job are given back, without a reason."""

    job: JobId
