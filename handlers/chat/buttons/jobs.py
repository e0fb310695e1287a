"""Buttons under a job: its status, its result, the list of one's videos."""

from typing import Literal

from handlers.chat.buttons.codec import Button, PageNumber
from jobs.capabilities import Mode
from jobs.history import Outcome, Wanted
from jobs.ids import JobId


class CancelJob(Button, tag="k"):
    """The job is not wanted any more."""

    job: JobId


class Again(Button, tag="a"):
    """The same once more."""

    job: JobId


class ChangeJob(Button, tag="h"):
    """A new draft, filled in with the job's request."""

    job: JobId


class Resend(Button, tag="r"):
    """The result once more."""

    job: JobId


class ShowJobs(Button, tag="j"):
    """A page of the person's jobs."""

    page: PageNumber = 0


class FullQuality(Button, tag="jf"):
    """A new draft, filled in, for what this job has shown a preview of."""

    job: JobId


class ReuseSeed(Button, tag="js"):
    """A new draft, filled in, in which chance falls as it did for this job."""

    job: JobId


class _InList(Button, tag="_l"):
    """Something about a list of jobs that shows some of them only."""

    outcome: Outcome = Outcome.ALL
    kind: Mode | Literal[""] = ""

    @property
    def wanted(self) -> Wanted:
        """Which jobs these are."""
        return Wanted(self.outcome, self.kind or None)


class ShowHistory(_InList, tag="jh"):
    """A page of the person's jobs."""

    page: PageNumber = 0


class OpenKinds(_InList, tag="jk"):
    """Show the kinds of jobs to choose from."""


class ShowJob(_InList, tag="jj"):
    """One job's page, and the list to go back to."""

    job: JobId
    page: PageNumber = 0


class SendOriginal(Button, tag="jo"):
    """The result as a file, not packed again."""

    job: JobId


class DeleteJob(Button, tag="jx"):
    """Ask whether it is to be deleted."""

    job: JobId


class SureToDelete(Button, tag="jy"):
    """Delete it, here and at the provider."""

    job: JobId
