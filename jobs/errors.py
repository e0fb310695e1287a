"""What can be wrong, as facts: no sentences here, the handlers find the words.

    CoreError
    ├─ DraftGone            the draft was finished, dropped or replaced
    ├─ NotYours             the draft or job belongs to somebody else
    ├─ AlreadyStarted       this press was made before; carries the job it started
    ├─ NotAChoice           the option is not offered (an old button)
    ├─ NotOffered           carries the mode or model that is switched off
    ├─ CardOutdated         the draft costs, or is made, otherwise than its card says
    ├─ Incomplete           something is missing before the draft can start
    ├─ EmptyPrompt          nothing but blanks
    ├─ PromptTooLong        carries length and limit
    ├─ NotASeed             carries the first and the last number that is one
    ├─ TooManyPictures      carries the limit
    ├─ TooLong              a voice or a video; carries seconds and limit
    ├─ NotForClip           this cannot be done with that video; carries the mode
    ├─ AlreadySharp         the video has been upscaled
    ├─ EffectGone           the effect is no longer in the catalogue
    ├─ SpeakerGone          the voice is no longer offered
    ├─ NoSpeakers           the voices are not known yet
    ├─ LookGone, NoLooks    the same for ready-made looks
    ├─ NotEnoughCredits     carries price, what is left and when it renews
    ├─ StopWordUsed         carries the words that are not allowed here
    ├─ PersonPaused         too many strikes; carries until when
    ├─ StopWordUnusable, TooManyStopWords, NoSuchEffect
    ├─ UnderMaintenance     nothing new is started for a while; carries the admins' message
    ├─ BotBudgetSpent       the whole bot's credits for today are used up
    ├─ PlanBudgetSpent      those of everybody in the person's plan are
    ├─ NotInPlan            carries what the person's plan does not have
    ├─ ShopClosed           nothing is sold here
    ├─ PackGone             what the invoice was for is not sold any more, or not for that
    ├─ InvoiceOld           the invoice lay about for too long
    ├─ AlreadySubscribed    the person pays for it every month as it is
    ├─ NoSuchPayment, NoSuchPack, NoSuchPlan
    ├─ WrongPack            Telegram would not take an invoice for it
    ├─ WrongPlanName        more than a word
    ├─ AlreadyRefunded      the Stars went back before
    ├─ StillRunning         not while jobs of the person are under way
    ├─ UnderReport          the admins are to look at it before it can be deleted
    ├─ TelegramAway         Telegram did not answer what only it can do
    ├─ TooManyWishes        asked for often enough today
    ├─ TooLate              the job has gone too far for this
    ├─ MayPayTwice          the provider may have been paid for the job: an admin has to say that they know
    ├─ StillLooking         the unconfirmed job is being looked for right now
    ├─ CannotRetry          carries what is in the way of trying it again
    ├─ NothingSpent         the job's credits are held, or came back: there are none to give back
    ├─ GivenBackBefore      the job's credits were given back by somebody
    ├─ NoSuchPerson, NoSuchJob
    ├─ NoSuchAccount
    ├─ AccountBusy          carries how many of our jobs run there
    ├─ AccountRefused       the provider does not take such an account
    ├─ PasswordRefused      PixVerse does not take this password
    ├─ AccountsElsewhere    this provider's accounts cannot be changed from here
    ├─ AccountsAway         the provider cannot be asked about its accounts
    ├─ AccountNotRemoved    the provider did not say that it forgot the account; carries its name
    ├─ NoSuchSetting        carries the name
    ├─ WrongValue           carries the setting whose value it cannot be
    ├─ ConsentNeeded        the terms in force were not accepted yet
    ├─ PersonBanned         nothing is made for them any more
    ├─ NotAnAdmin, NotYourRole
    ├─ NotHere              only in the private chat: others would read it
    ├─ HasARole             somebody who helps to run the bot cannot be banned
    ├─ NoSuchInvite, NoSuchGroup
    ├─ GrantTooLarge        carries what a supporter may still give away today
    └─ OwnersStay           owners are made and unmade by the settings alone

The provider's side answers one question, *may it have happened?*

    ProviderFault
    ├─ NotSent              certainly not: try again
    ├─ Refused              certainly not, and it said why
    └─ OutcomeUnknown       perhaps: look before trying again
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobs.capabilities import Feature, Mode
    from jobs.ids import JobId


class CoreError(Exception):
    """A rule of the product was in the way; the person is told in a sentence."""


class DraftGone(CoreError):
    """The draft of this button was started, dropped or replaced."""


class NotYours(CoreError):
    """The button belongs to somebody else."""


class NotAChoice(CoreError):
    """The value is not offered for this draft any more."""


@dataclass
class NotOffered(CoreError):
    """Whoever runs the bot does not offer this mode or model at the moment."""

    what: str


class CardOutdated(CoreError):
    """Since the card was shown a price has changed, or a model was switched off."""


class EffectGone(CoreError):
    """The effect has left the provider's catalogue."""


class SpeakerGone(CoreError):
    """The provider does not offer this voice any more."""


class NoSpeakers(CoreError):
    """The provider has not told yet who can read words out."""


class TooLate(CoreError):
    """The job has gone too far for what was asked."""


class MayPayTwice(CoreError):
    """The provider may have been paid for this job: it is sent again only for those who know that."""


class StillLooking(CoreError):
    """The unconfirmed job is being looked for right now; in a moment there is an answer, or none."""


@dataclass
class CannotRetry(CoreError):
    """Something about its person, or the rules of the moment, is in the way of trying the job again."""

    why: CoreError


class NothingSpent(CoreError):
    """The credits of the job are still held, or came back by themselves."""


class GivenBackBefore(CoreError):
    """Somebody gave the credits of this job back before."""


class NoSuchJob(CoreError):
    """There is no such job of this person."""


class NoSuchBroadcast(CoreError):
    """There is no such broadcast."""


class NothingDrafted(CoreError):
    """No broadcast waits to be sent or dropped."""


class NotAimed(CoreError):
    """Nobody has said yet whom the broadcast is for."""


class UnderReport(CoreError):
    """Somebody reported the result, and the admins have not looked at it yet."""


class NoSuchAccount(CoreError):
    """There is no such PixVerse account (any more)."""


@dataclass
class AccountBusy(CoreError):
    """So many of our jobs run on the account."""

    jobs: int


class AccountRefused(CoreError):
    """The provider does not take such an account."""


class PasswordRefused(CoreError):
    """PixVerse does not take this password for the account."""


class AccountsElsewhere(CoreError):
    """This provider's accounts stand in the settings, and cannot be changed from here."""


class AccountsAway(CoreError):
    """The provider did not answer; what was asked of it may have been done."""


@dataclass
class AccountNotRemoved(CoreError):
    """The provider did not say that it forgot the account, which gets nothing new meanwhile."""

    name: str


class NoSuchPerson(CoreError):
    """Nobody with this id has talked to the bot."""


class ConsentNeeded(CoreError):
    """The person has not accepted the terms in force, and no job of theirs is accepted before."""


class PersonBanned(CoreError):
    """The person was banned; it may have happened between their press and its handling."""


class NotAnAdmin(CoreError):
    """Only those who run the bot may do this."""


class NotYourRole(CoreError):
    """The person helps to run the bot, but may not do this."""


class NotHere(CoreError):
    """What helps to run the bot is said in the private chat only: in a group others would read it."""


class HasARole(CoreError):
    """Somebody who helps to run the bot cannot be banned before their role is taken."""


class NoSuchInvite(CoreError):
    """There is no invitation with this number."""


class NoSuchGroup(CoreError):
    """No such group has asked for the bot."""


class OwnersStay(CoreError):
    """Owners are made and unmade by the settings alone."""


@dataclass
class GrantTooLarge(CoreError):
    """`left` is what this supporter may still give away today."""

    left: int


@dataclass
class NoSuchSetting(CoreError):
    """No setting has this name."""

    name: str


@dataclass
class WrongValue(CoreError):
    """The setting cannot have the value that was wished for."""

    setting: str


class BotBudgetSpent(CoreError):
    """The credits that the whole bot may spend today are used up."""


@dataclass
class UnderMaintenance(CoreError):
    """Nothing new is started for a while. `message` is what the admins say about it, or empty."""

    message: str


class PlanBudgetSpent(CoreError):
    """The credits that everybody in the person's plan may spend together today are used up."""


@dataclass
class NotInPlan(CoreError):
    """The person's plan has not this mode, quality or model."""

    feature: "Feature"
    value: str


class ShopClosed(CoreError):
    """Nobody can buy anything here."""


class PackGone(CoreError):
    """What the invoice was for is not sold any more, or not for that price."""


class InvoiceOld(CoreError):
    """The invoice was made too long ago."""


class AlreadySubscribed(CoreError):
    """The person pays for this every month as it is."""


class TelegramAway(CoreError):
    """Telegram did not answer what only it can do."""


class TooManyWishes(CoreError):
    """The person has asked for this often enough today."""


class NoSuchPayment(CoreError):
    """No payment has this charge id."""


class NoSuchPack(CoreError):
    """Nothing of this name is sold."""


class WrongPack(CoreError):
    """Telegram would not take an invoice for this."""


class WrongPlanName(CoreError):
    """A plan's name is one word of letters, digits, - and _."""


class NoSuchPlan(CoreError):
    """There is no plan of this name."""


class AlreadyRefunded(CoreError):
    """The Stars of this payment went back before, or are on their way."""


class StillRunning(CoreError):
    """Not while jobs of the person are waiting or under way."""


@dataclass
class StopWordUsed(CoreError):
    """`words` in `text` are not allowed here. `until`: the person is paused for it, so long."""

    words: str
    text: str
    until: datetime | None = None


@dataclass
class PersonPaused(CoreError):
    """Too many of the person's wishes were turned down: they can start videos again then."""

    until: datetime


class StopWordUnusable(CoreError):
    """The stop word says too little, or too much: it would stop everything, or is no word."""


@dataclass
class TooManyStopWords(CoreError):
    """More than the bot looks for."""

    limit: int


@dataclass
class NoSuchEffect(CoreError):
    """No effect has this name or number."""

    name: str


class Missing(StrEnum):
    """What a draft may still lack."""

    PROMPT = "prompt"
    FIRST_PICTURE = "first_picture"
    NEXT_PICTURE = "next_picture"
    NAMED_PICTURE = "named_picture"  # the words name a picture that is not there
    CLIP = "clip"
    CLIP_MODE = "clip_mode"
    VOICE = "voice"
    LOOK = "look"  # words will do, too


@dataclass
class Incomplete(CoreError):
    """The draft cannot start yet."""

    missing: Missing


@dataclass
class AlreadyStarted(CoreError):
    """The same button was pressed before, and started this job."""

    job_id: "JobId"


class EmptyPrompt(CoreError):
    """The words are nothing but blanks."""


@dataclass
class PromptTooLong(CoreError):
    """Counted in code points."""

    length: int
    limit: int


@dataclass
class NotASeed(CoreError):
    """The words are no whole number that chance can start from, the `first` to the `last`."""

    first: int
    last: int


@dataclass
class TooManyPictures(CoreError):
    """More pictures than one video can take."""

    limit: int


@dataclass
class TooLong(CoreError):
    """A voice or a video plays longer than can be used. In seconds."""

    seconds: int
    limit: int


class LookGone(CoreError):
    """The ready-made look is not offered any more."""


class NoLooks(CoreError):
    """The ready-made looks are not known yet."""


@dataclass
class NotForClip(CoreError):
    """The provider cannot do this with that video."""

    mode: "Mode"


class AlreadySharp(CoreError):
    """The video was upscaled: it has all its pixels."""


@dataclass
class NotEnoughCredits(CoreError):
    """`left` is what the person may still spend now; `renews_at` when the next allowance comes."""

    price: int
    left: int
    renews_at: datetime


class Reason(StrEnum):
    """Why a job ended without a video, or why the provider would not take it."""

    INVALID = "invalid"
    MODERATED = "moderated"
    NOT_ACTIVATED = "not_activated"  # the effect was not switched on at the provider
    NO_MASKS = "no_masks"  # nothing was found in the video that could be changed
    NOBODY_SEEN = "nobody_seen"  # in the picture that should move, or in the video that shows how
    NO_CREDITS = "no_credits"
    UNAUTHORIZED = "unauthorized"
    BUSY = "busy"
    ACCOUNT_LOCKED = "account_locked"
    ACCOUNT_GONE = "account_gone"  # the one that owns the video to work on
    SUBSCRIPTION_EXPIRED = "subscription_expired"
    BAD_PICTURE = "bad_picture"
    PICTURE_GONE = "picture_gone"
    BAD_SOUND = "bad_sound"
    BAD_VIDEO = "bad_video"
    CLIP_GONE = "clip_gone"  # the video to work on is no longer at the provider
    LONGER_THAN_SAID = "longer_than_said"  # and would cost more than was said
    FILE_GONE = "file_gone"
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    UNREACHABLE = "unreachable"
    RENDER_FAILED = "render_failed"
    LOST = "lost"
    GIVEN_UP = "given_up"
    FLAGGED = "flagged"
    CALLED_OFF = "called_off"  # by an admin


# The account cannot be used until its owner does something; another account may.
ACCOUNT_TROUBLE = frozenset(
    {
        Reason.NO_CREDITS,
        Reason.UNAUTHORIZED,
        Reason.ACCOUNT_LOCKED,
        Reason.SUBSCRIPTION_EXPIRED,
    }
)


class ProviderFault(Exception):
    """The provider did not do what was asked."""


class NotSent(ProviderFault):
    """The request certainly never reached the provider."""


class OutcomeUnknown(ProviderFault):
    """The request may or may not have been carried out."""


class Refused(ProviderFault):
    """The provider answered, and started nothing. `after`: how long to wait before asking again."""

    def __init__(self, reason: Reason, after: timedelta = timedelta()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after = after
