"""From an error to a sentence: handlers do not catch, this does."""

import logging
import secrets
from dataclasses import fields, is_dataclass
from datetime import datetime

from telegram import Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import ApplicationHandlerStop

from handlers.button_handler import press_of
from handlers.chat.clip_sentences import clip_sentence
from handlers.chat.credit_sentences import credit_sentence
from handlers.chat.obstacles import obstacle_sentence
from handlers.chat.rule_sentences import rule_sentence
from handlers.chat.screens import Screen
from handlers.chat.texts import Texts
from handlers.consent import Consent
from handlers.turn import Desk, Turn, place_of, profile_of
from jobs import errors
from jobs.ids import PersonId
from jobs.people import Profile
from jobs.ports import Clock

log = logging.getLogger(__name__)

LONGEST_ANSWER = 200  # what answerCallbackQuery takes

SENTENCES: dict[type[errors.CoreError], str] = {
    errors.DraftGone: "error-draft-gone",
    errors.NotYours: "error-not-yours",
    errors.NotAChoice: "error-not-a-choice",
    errors.CardOutdated: "toast-look-again",
    errors.EffectGone: "error-effect-gone",
    errors.SpeakerGone: "error-speaker-gone",
    errors.NoSpeakers: "error-no-speakers",
    errors.LookGone: "error-look-gone",
    errors.NoLooks: "error-no-looks",
    errors.TooLate: "error-too-late",
    errors.MayPayTwice: "error-may-pay-twice",
    errors.StillLooking: "error-still-looking",
    errors.NothingSpent: "error-nothing-spent",
    errors.GivenBackBefore: "error-given-back-before",
    errors.NoSuchBroadcast: "error-no-broadcast",
    errors.NothingDrafted: "error-nothing-drafted",
    errors.NotAimed: "error-not-aimed",
    errors.UnderReport: "error-under-report",
    errors.NoSuchJob: "error-no-job",
    errors.PersonBanned: "error-banned",
    errors.NotAnAdmin: "admin-only",
    errors.NotYourRole: "admin-not-your-role",
    errors.NotHere: "admin-not-here",
    errors.HasARole: "admin-has-a-role",
    errors.NoSuchPerson: "error-no-person",
    errors.NoSuchAccount: "error-no-account",
    errors.AccountBusy: "error-account-busy",
    errors.AccountRefused: "error-account-refused",
    errors.PasswordRefused: "error-password-refused",
    errors.AccountNotRemoved: "error-account-not-removed",
    errors.AccountsAway: "error-accounts-away",
    errors.AccountsElsewhere: "error-accounts-elsewhere",
    errors.NoSuchInvite: "admin-no-invite",
    errors.NoSuchGroup: "admin-no-group",
    errors.OwnersStay: "admin-owners-stay",
    errors.GrantTooLarge: "admin-grant-too-large",
    errors.PromptTooLong: "error-prompt-too-long",
    errors.AlreadySharp: "error-already-sharp",
    errors.NotASeed: "error-not-a-seed",
    errors.TooManyPictures: "error-too-many-pictures",
    errors.BotBudgetSpent: "error-bot-budget",
    errors.PlanBudgetSpent: "error-plan-budget",
    errors.ShopClosed: "error-shop-closed",
    errors.PackGone: "error-pack-gone",
    errors.InvoiceOld: "error-invoice-old",
    errors.AlreadySubscribed: "error-already-subscribed",
    errors.TelegramAway: "error-telegram-away",
    errors.TooManyWishes: "error-too-many-wishes",
    errors.WrongPack: "admin-wrong-pack",
    errors.WrongPlanName: "admin-wrong-plan-name",
    errors.NoSuchPayment: "admin-no-payment",
    errors.NoSuchPack: "admin-no-pack",
    errors.UnknownNames: "error-unknown-names",
    errors.NoSuchPlan: "admin-no-plan",
    errors.AlreadyRefunded: "admin-already-refunded",
    errors.StillRunning: "error-still-running",
    errors.StopWordUnusable: "error-stop-word-unusable",
    errors.TooManyStopWords: "error-too-many-stop-words",
    errors.NoSuchEffect: "error-no-effect",
    errors.EmptyPrompt: "error-prompt-empty",
    errors.AlreadyStarted: "toast-already-started",
}


def sentence(error: errors.CoreError, texts: Texts, now: datetime) -> str:
    """What the person is told."""
    special = clip_sentence(error, texts) or obstacle_sentence(error, texts)
    if special:
        return special
    match error:
        case errors.Incomplete(errors.Missing.PROMPT):
            return texts.plain("error-missing-prompt")
        case errors.Incomplete(errors.Missing.NAMED_PICTURE):
            return texts.plain("error-missing-named")
        case errors.Incomplete():
            return texts.plain("error-missing-picture")
        case _:
            found = rule_sentence(error, texts, now) or credit_sentence(error, texts, now)
            return found or texts.plain(SENTENCES[type(error)], **_facts(error))


def _facts(error: errors.CoreError) -> dict[str, str | int]:
    """What an error carries, under the same names in its sentence."""
    if not is_dataclass(error):
        return {}
    every = {each.name: getattr(error, each.name) for each in fields(error)}
    return {name: value for name, value in every.items() if isinstance(value, str | int)}


def alert_of(words: str) -> str:
    """A sentence as it answers a press; what somebody wrote at length ends where one sees it."""
    if len(words) <= LONGEST_ANSWER:
        return words
    return words[: LONGEST_ANSWER - 1].rstrip() + "…"


class Errors:
    """PTB's error handler."""

    def __init__(self, desk: Desk, clock: Clock, consent: Consent) -> None:
        self._desk = desk
        self._clock = clock
        self._consent = consent

    async def on_error(self, update: object, turn: Turn) -> None:
        """A rule of the product gets its sentence; anything else a number, an apology and an alert."""
        profile = profile_of(update) if isinstance(update, Update) else None
        place = place_of(update) if isinstance(update, Update) else None
        if not isinstance(update, Update) or profile is None or place is None:
            log.error("an update could not be handled", exc_info=turn.error)
            raise ApplicationHandlerStop
        # PTB makes a new context for errors: what the doorkeeper put into the first one is set again.
        turn.happens(update, place, profile.id)
        turn.texts = self._desk.languages.pick(await self._language(profile))
        await self._explain(update, turn, profile.id)
        raise ApplicationHandlerStop

    async def _language(self, profile: Profile) -> str | None:
        """What the person chose, as far as the database can still say."""
        try:
            return (await self._desk.service.door.known(profile.id)).language
        except Exception:  # noqa: BLE001 (it may be what the error is about)
            return profile.language

    async def _explain(self, update: Update, turn: Turn, person_id: PersonId) -> None:
        match turn.error:
            case errors.ConsentNeeded():
                await self._consent.ask(update, turn)
            case errors.CoreError() as error:
                await self._tell(update, turn, sentence(error, turn.texts, self._clock.now()))
            case Forbidden():
                await self._desk.service.door.gone(person_id)
            case TelegramError() as error:
                log.warning("Telegram did not take an answer: %r", error)
            case error:
                await self._bug(update, turn, error)

    async def _bug(self, update: Update, turn: Turn, error: Exception | None) -> None:
        number = secrets.token_hex(4)
        log.error("bug %s", number, exc_info=error)
        await self._desk.service.alarms.bug(number)
        await self._tell(update, turn, turn.texts.plain("error-bug", id=number))

    async def _tell(self, update: Update, turn: Turn, words: str) -> None:
        if update.callback_query:
            press = press_of(self._desk, update, turn)
            await self._desk.messenger.answer(press.query_id, alert_of(words), alert=True)
        else:
            await self._desk.say(turn, Screen(turn.texts.html("sentence", words=words)))
