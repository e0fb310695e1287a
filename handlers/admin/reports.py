"""Reports of results, in the panel and by command: looked at, the effect hidden, dealt with."""

from telegram import Update

from handlers.admin.words import arguments, whole
from handlers.chat.buttons import (
    CloseReport,
    HideReported,
    OpenReport,
    SeeReported,
    ShowReports,
)
from handlers.chat.courier import TelegramCourier
from handlers.chat.moderation_screens import report_screen, reported_keys, reports_screen
from handlers.chat.panel_screens import with_way_back
from handlers.chat.screens import Key, Screen
from handlers.turn import Desk, Press, Turn
from jobs.ids import PersonId, ReportId
from jobs.moderation import Report
from jobs.requests import EffectRequest

PAGE = "moderation"
SEE, CLOSE, HIDE = "see", "close", "hide"


class Reports:
    """The handlers around reports."""

    def __init__(self, desk: Desk, courier: TelegramCourier) -> None:
        self._desk = desk
        self._courier = courier
        self._moderation = desk.service.admin.moderation

    async def reports(self, update: Update, turn: Turn) -> None:
        """/reports; /reports 3; /reports see 3; /reports close 3; /reports hide 3"""
        words = arguments(update)
        *verdict, last = words or [""]
        number = whole(last.removeprefix("#"))
        if not words:
            page = await self._moderation.reports(turn.person.id, 0)
            await self._desk.say(turn, with_way_back(reports_screen(page, turn.texts), turn.texts))
        elif number is None or verdict not in ([], [SEE], [CLOSE], [HIDE]):
            await self._desk.tell(turn, "report-usage")
        elif verdict == [SEE]:
            await self._see_as_typed(turn, ReportId(number))
        else:
            await self._deal(turn, ReportId(number), verdict)
            await self._desk.say(turn, await self._one(turn, ReportId(number)))

    async def _deal(self, turn: Turn, report_id: ReportId, verdict: list[str]) -> None:
        if verdict == [CLOSE]:
            await self._moderation.close(turn.person.id, report_id)
        elif verdict == [HIDE] and not await self._hide(turn.person.id, report_id):
            await self._desk.tell(turn, "report-no-effect")

    async def show_reports(self, press: Press, button: ShowReports) -> None:
        """What waits."""
        page = await self._moderation.reports(press.person_id, button.page)
        await press.show(with_way_back(reports_screen(page, press.texts), press.texts, PAGE))

    async def open_report(self, press: Press, button: OpenReport) -> None:
        """One report."""
        await self._show(press, button.report)

    async def see_reported(self, press: Press, button: SeeReported) -> None:
        """The result that it is about, as a message of its own."""
        report = await self._moderation.report(press.person_id, button.report)
        if report is None:
            await press.answer("report-gone", alert=True)
            return
        await press.answer("toast-sending" if report.job.sent else None)
        await self._let_see(press.turn, report)

    async def _see_as_typed(self, turn: Turn, report_id: ReportId) -> None:
        report = await self._moderation.report(turn.person.id, report_id)
        if report is None:
            await self._desk.tell(turn, "report-gone")
            return
        await self._let_see(turn, report)

    async def _let_see(self, turn: Turn, report: Report) -> None:
        """The video; where Telegram never had it, its address."""
        if report.job.sent:
            keys = reported_keys(report, turn.texts)
            await self._courier.let_look(report.job, turn.place, turn.texts, keys)
        elif report.job.result and report.job.result.url:
            url = report.job.result.url
            await self._desk.tell(turn, "reported-nothing-to-see", url=url)
        else:
            await self._desk.tell(turn, "reported-forgotten")

    async def hide_reported(self, press: Press, button: HideReported) -> None:
        """Its effect is not offered any more, and the report is dealt with."""
        await self._hide(press.person_id, button.report)
        await self._show(press, button.report)

    async def _hide(self, by: PersonId, report_id: ReportId) -> bool:
        """False: there is no effect to hide."""
        report = await self._moderation.report(by, report_id)
        if report is None or not isinstance(report.job.request, EffectRequest):
            return False
        await self._moderation.hide(by, str(report.job.request.effect.id))
        await self._moderation.close(by, report_id)
        return True

    async def close_report(self, press: Press, button: CloseReport) -> None:
        """It was dealt with."""
        await self._moderation.close(press.person_id, button.report)
        await self._show(press, button.report)

    async def _show(self, press: Press, report_id: ReportId) -> None:
        await press.show(await self._one(press.turn, report_id))

    async def _one(self, turn: Turn, report_id: ReportId) -> Screen:
        report = await self._moderation.report(turn.person.id, report_id)
        back = (Key(turn.texts.plain("key-reports-list"), ShowReports()),)
        if report is None:
            return Screen(turn.texts.html("report-gone"), (back,))
        screen = report_screen(report, turn.texts)
        return Screen(screen.text, (*screen.keyboard, back))
