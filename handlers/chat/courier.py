"""Brings what the outbox owes to Telegram, and keeps the status messages of living jobs fresh."""

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from handlers.chat.admin_screens import access_request_screen
from handlers.chat.backups import BackupSender
from handlers.chat.broadcast_screens import progress_screen
from handlers.chat.errors import MessageGone, NotConnected
from handlers.chat.job_desk_screens import refunded_note, retried_note
from handlers.chat.job_screens import failure_screen, status_screen
from handlers.chat.messenger import Messenger
from handlers.chat.moderation_screens import pause_alert_screen, paused_note, report_screen
from handlers.chat.owed_screens import owed_screen
from handlers.chat.result_files import ResultAway
from handlers.chat.results import ResultSender
from handlers.chat.screens import Keyboard, Screen
from handlers.chat.texts import Languages, Texts
from handlers.chat.traffic import seconds_of
from jobs.admin.broadcasts import Broadcast, BroadcastState, Posting
from jobs.capabilities import Mode
from jobs.errors import NoSuchPerson
from jobs.ids import MessageId, PersonId, Place, private_chat
from jobs.lifecycle import Job
from jobs.made import result_ways
from jobs.outbox import (
    AccessRequest,
    BackupWanted,
    Copied,
    JobEnded,
    JobFailure,
    JobRefunded,
    JobResult,
    JobRetried,
    JobStatus,
    Message,
    OriginalFile,
    Owed,
    PauseAlert,
    Paused,
    Receipt,
    ReportAlert,
)
from jobs.ports import Clock, DeliveryUnknown, JobView, NotDelivered, Store, Unreachable
from jobs.roles import Role

log = logging.getLogger(__name__)

RETRY_SECONDS = 5.0
RESULT_AWAY_SECONDS = 30.0
ABOUT_JOB = (JobStatus, JobResult, JobFailure, JobRetried, OriginalFile)


class TelegramCourier:
    """Implements `jobs.ports.Courier`."""

    def __init__(
        self,
        store: Store,
        messenger: Messenger,
        results: ResultSender,
        backups: BackupSender,
        languages: Languages,
        clock: Clock,
    ) -> None:
        self._store = store
        self._messenger = messenger
        self._results = results
        self._backups = backups
        self._languages = languages
        self._clock = clock

    @property
    def encrypts_backups(self) -> bool:
        """Whether what an owner is sent can be read with the key alone."""
        return self._backups.encrypted

    async def deliver(self, owed: Owed) -> Receipt | None:
        """See `Courier.deliver`."""
        try:
            if isinstance(owed.message, JobEnded):
                await self._end_status(owed.message)
                return None
            return await self._messenger.send_in_turn(owed.place, await self._call(owed))
        except ResultAway as trouble:
            raise NotDelivered(RESULT_AWAY_SECONDS) from trouble
        except TelegramError as trouble:
            raise _outcome(trouble) from trouble

    async def _end_status(self, message: JobEnded) -> None:
        """What the status message shows from now on. One that is gone is nobody's loss."""
        view = await self._store.jobs.view(message.job_id)
        job = view.job
        if job.status_message_id is None:
            return
        screen = status_screen(view, self._clock.now(), await self._texts(job.person_id))
        with suppress(MessageGone):
            await self._messenger.edit_in_turn(job.place, job.status_message_id, screen)

    async def _call(self, owed: Owed) -> Callable[[], Awaitable[Receipt]]:
        """What to do for this message. Everything that is read from the store is read here."""
        message = owed.message
        if isinstance(message, ABOUT_JOB):
            view = await self._store.jobs.view(message.job_id)
            texts = await self._texts(view.job.person_id)
            ways = result_ways(view.job, await self._store.offer(view.job.person_id))
            return lambda: self._about_job(message, view, owed.place, texts, ways)
        if isinstance(message, Copied):
            return lambda: self._copy(owed.place, message)
        texts = await self._texts(PersonId(owed.place.chat_id))
        if isinstance(message, BackupWanted):
            return await self._backup(owed.place, message, texts)
        screen = await self._screen(message, texts)
        return lambda: self._plain(owed.place, screen)

    async def _backup(
        self, place: Place, message: BackupWanted, texts: Texts
    ) -> Callable[[], Awaitable[Receipt]]:
        """For those who are owners now: they may have been dismissed since they asked."""
        if await self._store.roles.of(PersonId(place.chat_id)) is not Role.OWNER:
            return lambda: self._plain(place, Screen(texts.html("backup-no-more")))
        now = self._clock.now()
        return lambda: self._backups.send(place, message.asked_at, now, texts)

    async def _copy(self, place: Place, message: Copied) -> Receipt:
        return Receipt(await self._messenger.copy_now(place, message.chat_id, message.message_id))

    async def _plain(
        self, place: Place, screen: Screen, reply_to: MessageId | None = None
    ) -> Receipt:
        return Receipt(await self._messenger.send_now(place, screen, reply_to=reply_to))

    async def _screen(self, message: Message, texts: Texts) -> Screen:
        """What a message shows; whom or what it is about is read now."""
        now = self._clock.now()
        match message:
            case AccessRequest(person_id=person_id):
                return access_request_screen(await self._store.people.get(person_id), texts)
            case PauseAlert(person_id=person_id, until=until):
                person = await self._store.people.get(person_id)
                return pause_alert_screen(person, until, now, texts)
            case ReportAlert(report_id=report_id):
                report = await self._store.moderation.get_report(report_id)
                assert report is not None
                return report_screen(report, texts)
            case JobRefunded(job_id=job_id, credits=credits):
                return refunded_note((await self._store.jobs.view(job_id)).job, credits, texts)
            case Paused(until=until):
                return paused_note(until, now, texts)
            case _:
                return owed_screen(message, texts)

    async def _about_job(
        self,
        message: Message,
        view: JobView,
        place: Place,
        texts: Texts,
        ways: tuple[Mode, ...],
    ) -> Receipt:
        job = view.job
        asked = job.asked_message_id if place == job.place else None
        if isinstance(message, JobStatus):
            return await self._plain(place, status_screen(view, self._clock.now(), texts), asked)
        if isinstance(message, JobRetried):
            return await self._plain(place, retried_note(job, texts), asked)
        if isinstance(message, JobResult):
            return await self._results.send(job, place, texts, ways=ways, reply_to=asked)
        if isinstance(message, OriginalFile):
            return await self._results.send_original(job, place, texts, reply_to=asked)
        return await self._plain(place, failure_screen(job, texts), asked or job.status_message_id)

    async def copy(self, posting: Posting) -> None:
        """See `Courier.copy`."""
        place, broadcast = private_chat(posting.person_id), posting.broadcast
        try:
            await self._messenger.send_in_turn(
                place,
                lambda: self._messenger.copy_all_now(
                    place, broadcast.chat_id, broadcast.message_ids
                ),
                messages=len(broadcast.message_ids),
            )
        except BadRequest as refusal:
            log.warning("broadcast %s cannot be copied to somebody: %s", broadcast.id, refusal)
            raise NotDelivered(RETRY_SECONDS) from refusal
        except TelegramError as trouble:
            raise _outcome(trouble) from trouble

    async def tell_progress(self, broadcast: Broadcast) -> None:
        """See `Courier.tell_progress`."""
        if broadcast.progress_message_id is None:
            return
        screen = progress_screen(broadcast, await self._texts(broadcast.by))
        try:
            await self._messenger.edit(
                broadcast.chat_id,
                broadcast.progress_message_id,
                screen,
                optional=broadcast.state is BroadcastState.RUNNING,
            )
        except (MessageGone, TelegramError) as trouble:
            log.info("broadcast %s: its progress could not be told: %r", broadcast.id, trouble)

    async def refresh(self, view: JobView, now: datetime) -> None:
        """See `Courier.refresh`."""
        job = view.job
        if job.status_message_id is None:
            return
        screen = status_screen(view, now, await self._texts(job.person_id))
        try:
            await self._messenger.edit(
                job.place.chat_id, job.status_message_id, screen, optional=True
            )
        except (MessageGone, TelegramError) as trouble:
            log.info("job %s: its status message could not be edited: %r", job.id, trouble)

    async def resend(
        self,
        job: Job,
        place: Place,
        texts: Texts,
        below: Keyboard = (),
        *,
        asked: MessageId | None = None,
    ) -> Receipt:
        """A delivered result once more, by its file_id, with more keys `below` the usual ones. In a group
        it answers what was `asked`."""
        ways = result_ways(job, await self._store.offer(job.person_id))
        receipt = await self._messenger.send_in_turn(
            place, lambda: self._results.send(job, place, texts, below, ways=ways, reply_to=asked)
        )
        await self._store.history.shown(job.id, place.chat_id, receipt.message_id)
        await self._store.groups.keep_message(place.chat_id, receipt.message_id, job.person_id)
        return receipt

    async def let_look(self, job: Job, place: Place, texts: Texts, keys: Keyboard) -> None:
        """Show a result to somebody whose it is not: nothing of it can be gone on with from there."""
        await self._messenger.send_in_turn(
            place, lambda: self._results.let_look(job, place, texts, keys)
        )

    async def _texts(self, person_id: PersonId) -> Texts:
        try:
            person = await self._store.people.get(person_id)
        except NoSuchPerson:  # an admin who has not written to the bot yet
            return self._languages.pick(None)
        return self._languages.pick(person.language)


def _outcome(trouble: TelegramError) -> NotDelivered | DeliveryUnknown | Unreachable:
    """Was it sent? Certainly not, perhaps, or never will be."""
    match trouble:
        case RetryAfter():
            return NotDelivered(seconds_of(trouble), counts=False)
        case NotConnected():
            return NotDelivered(RETRY_SECONDS, counts=False)
        case Forbidden() | ChatMigrated():
            return Unreachable()
        case BadRequest() if "chat not found" in str(trouble).lower():
            return Unreachable()
        case BadRequest():
            return NotDelivered(RETRY_SECONDS)
        case NetworkError():
            return DeliveryUnknown()
        case _:
            return NotDelivered(RETRY_SECONDS)
