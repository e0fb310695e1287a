"""What can be wrong, as facts: no sentences here, the handlers find the words.

CoreError             a rule of the product was in the way
├─ `drafts`           something is wrong with a draft, or with what was sent for it
├─ `limits`           the person cannot have it now: credits, plans, caps, words
├─ `jobs`             the job has gone too far, or not far enough
├─ `people`           nobody of that name, or nobody who may do this
├─ `payments`         Stars, and what is sold for them
├─ `accounts`         PixVerse accounts
└─ `rules`            what admins set

ProviderFault         the provider did not do what was asked. May it have happened?
├─ NotSent            certainly not: try again
├─ Refused            certainly not, and it said why
└─ OutcomeUnknown     perhaps: look before trying again
"""

from jobs.errors.accounts import NoSuchAccount as NoSuchAccount
from jobs.errors.accounts import AccountBusy as AccountBusy
from jobs.errors.accounts import AccountRefused as AccountRefused
from jobs.errors.accounts import PasswordRefused as PasswordRefused
from jobs.errors.accounts import AccountsElsewhere as AccountsElsewhere
from jobs.errors.accounts import AccountsAway as AccountsAway
from jobs.errors.accounts import AccountNotRemoved as AccountNotRemoved
from jobs.errors.base import CoreError as CoreError
from jobs.errors.drafts import DraftGone as DraftGone
from jobs.errors.drafts import NotYours as NotYours
from jobs.errors.drafts import NotAChoice as NotAChoice
from jobs.errors.drafts import NotOffered as NotOffered
from jobs.errors.drafts import CardOutdated as CardOutdated
from jobs.errors.drafts import AlreadyStarted as AlreadyStarted
from jobs.errors.drafts import Missing as Missing
from jobs.errors.drafts import Incomplete as Incomplete
from jobs.errors.drafts import EmptyPrompt as EmptyPrompt
from jobs.errors.drafts import PromptTooLong as PromptTooLong
from jobs.errors.drafts import NotASeed as NotASeed
from jobs.errors.drafts import TooManyPictures as TooManyPictures
from jobs.errors.drafts import TooLong as TooLong
from jobs.errors.drafts import NotForClip as NotForClip
from jobs.errors.drafts import AlreadySharp as AlreadySharp
from jobs.errors.drafts import EffectGone as EffectGone
from jobs.errors.drafts import SpeakerGone as SpeakerGone
from jobs.errors.drafts import NoSpeakers as NoSpeakers
from jobs.errors.drafts import LookGone as LookGone
from jobs.errors.drafts import NoLooks as NoLooks
from jobs.errors.jobs import NoSuchJob as NoSuchJob
from jobs.errors.jobs import TooLate as TooLate
from jobs.errors.jobs import MayPayTwice as MayPayTwice
from jobs.errors.jobs import StillLooking as StillLooking
from jobs.errors.jobs import CannotRetry as CannotRetry
from jobs.errors.jobs import NothingSpent as NothingSpent
from jobs.errors.jobs import GivenBackBefore as GivenBackBefore
from jobs.errors.jobs import UnderReport as UnderReport
from jobs.errors.jobs import StillRunning as StillRunning
from jobs.errors.limits import NotEnoughCredits as NotEnoughCredits
from jobs.errors.limits import NotInPlan as NotInPlan
from jobs.errors.limits import PlanBudgetSpent as PlanBudgetSpent
from jobs.errors.limits import BotBudgetSpent as BotBudgetSpent
from jobs.errors.limits import UnderMaintenance as UnderMaintenance
from jobs.errors.limits import StopWordUsed as StopWordUsed
from jobs.errors.limits import PersonPaused as PersonPaused
from jobs.errors.limits import TooManyWishes as TooManyWishes
from jobs.errors.payments import ShopClosed as ShopClosed
from jobs.errors.payments import PackGone as PackGone
from jobs.errors.payments import InvoiceOld as InvoiceOld
from jobs.errors.payments import AlreadySubscribed as AlreadySubscribed
from jobs.errors.payments import TelegramAway as TelegramAway
from jobs.errors.payments import NoSuchPayment as NoSuchPayment
from jobs.errors.payments import NoSuchPack as NoSuchPack
from jobs.errors.payments import WrongPack as WrongPack
from jobs.errors.payments import AlreadyRefunded as AlreadyRefunded
from jobs.errors.people import NoSuchPerson as NoSuchPerson
from jobs.errors.people import ConsentNeeded as ConsentNeeded
from jobs.errors.people import PersonBanned as PersonBanned
from jobs.errors.people import NotAnAdmin as NotAnAdmin
from jobs.errors.people import NotYourRole as NotYourRole
from jobs.errors.people import NotHere as NotHere
from jobs.errors.people import HasARole as HasARole
from jobs.errors.people import OwnersStay as OwnersStay
from jobs.errors.people import GrantTooLarge as GrantTooLarge
from jobs.errors.people import NoSuchInvite as NoSuchInvite
from jobs.errors.people import NoSuchGroup as NoSuchGroup
from jobs.errors.provider import Reason as Reason
from jobs.errors.provider import ACCOUNT_TROUBLE as ACCOUNT_TROUBLE
from jobs.errors.provider import ProviderFault as ProviderFault
from jobs.errors.provider import NotSent as NotSent
from jobs.errors.provider import OutcomeUnknown as OutcomeUnknown
from jobs.errors.provider import Refused as Refused
from jobs.errors.rules import NoSuchSetting as NoSuchSetting
from jobs.errors.rules import WrongValue as WrongValue
from jobs.errors.rules import UnknownNames as UnknownNames
from jobs.errors.rules import NoSuchPlan as NoSuchPlan
from jobs.errors.rules import WrongPlanName as WrongPlanName
from jobs.errors.rules import StopWordUnusable as StopWordUnusable
from jobs.errors.rules import TooManyStopWords as TooManyStopWords
from jobs.errors.rules import NoSuchEffect as NoSuchEffect
from jobs.errors.rules import NoSuchBroadcast as NoSuchBroadcast
from jobs.errors.rules import NothingDrafted as NothingDrafted
from jobs.errors.rules import NotAimed as NotAimed
