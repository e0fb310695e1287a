"""Buttons around what must not be made: for those who run the bot, and *Report* for everybody."""

from handlers.chat.buttons.codec import Button, PageNumber
from jobs.ids import JobId, MarkId, PersonId, ReportId, StopWordId
from jobs.roles import Right


class ReportJob(Button, tag="R"):
    """The admins are to look at a result."""

    job: JobId


class ShowStopWords(Button, tag="Mw", right=Right.MODERATION):
    """A page of the stop words."""

    page: PageNumber = 0


class AskStopWords(Button, tag="Ma", right=Right.MODERATION):
    """The next message holds words for the list."""


class AskHide(Button, tag="Mi", right=Right.MODERATION):
    """The next message says which effects to hide."""


class RemoveStopWord(Button, tag="Mx", right=Right.MODERATION):
    """A stop word does not count any more; `page` is shown next."""

    word: StopWordId
    page: PageNumber = 0


class ShowHidden(Button, tag="Mh", right=Right.MODERATION):
    """A page of what was said about effects."""

    page: PageNumber = 0


class RemoveMark(Button, tag="Mr", right=Right.MODERATION):
    """What was said about effects does not count any more; `page` is shown next."""

    mark: MarkId
    page: PageNumber = 0


class ShowPaused(Button, tag="Mp", right=Right.MODERATION):
    """A page of those who have to wait."""

    page: PageNumber = 0


class LiftPause(Button, tag="Ml", right=Right.MODERATION):
    """Somebody need not wait any longer."""

    person: PersonId


class ShowReports(Button, tag="Mo", right=Right.MODERATION):
    """A page of what was reported."""

    page: PageNumber = 0


class OpenReport(Button, tag="Mv", right=Right.MODERATION):
    """One report."""

    report: ReportId


class SeeReported(Button, tag="Ms", right=Right.MODERATION):
    """The result that was reported."""

    report: ReportId


class CloseReport(Button, tag="Md", right=Right.MODERATION):
    """The report was dealt with."""

    report: ReportId


class HideReported(Button, tag="Me", right=Right.MODERATION):
    """The effect of a reported result is not offered any more."""

    report: ReportId
