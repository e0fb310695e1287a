"""Buttons under a job: its status, its result, the list of one's videos."""

from handlers.chat.buttons.codec import Button
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

    page: int = 0


class FullQuality(Button, tag="jf"):
    """A new draft, filled in, for what this job has shown a preview of."""

    job: JobId


class ReuseSeed(Button, tag="js"):
    """A new draft, filled in, in which chance falls as it did for this job."""

    job: JobId
