"""What the core needs from outside, as Protocols: the store, the provider, the courier, the clock.

`storage`, `bot` and `handlers` implement them; `bot.compose` puts them together. Every method of a
store is one transaction: when it returns, its whole change is durable; when it raises, nothing changed.
"""

from jobs.ports.access import Bans, Friends, Groups, Invites
from jobs.ports.accounts import AccountPool, Accounts, PasswordQuestion, PasswordQuestions
from jobs.ports.audit import Audit
from jobs.ports.backups import BackupWishes
from jobs.ports.broadcasts import Albums, Broadcasts
from jobs.ports.cashier import Cashier, CashierAway, CashierRefused
from jobs.ports.clock import Clock
from jobs.ports.consents import Consents
from jobs.ports.costs import Costs
from jobs.ports.courier import Courier, DeliveryUnknown, NotDelivered, Unreachable
from jobs.ports.credits import Credits, EntryKind, EntryLine
from jobs.ports.directory import Directory
from jobs.ports.drafts import Basis, Card, Change, Drafts
from jobs.ports.effects import Effects
from jobs.ports.errands import Errands
from jobs.ports.history import History
from jobs.ports.housekeeping import Housekeeping
from jobs.ports.jobs import Jobs, JobView
from jobs.ports.looks import Looks
from jobs.ports.moderation import Moderation
from jobs.ports.moderator import ModerationAway, Moderator
from jobs.ports.numbers import Counts
from jobs.ports.outbox import Outbox
from jobs.ports.oversight import Oversight
from jobs.ports.payments import Packs, Payments
from jobs.ports.people import People
from jobs.ports.plans import Plans
from jobs.ports.privacy import Privacy
from jobs.ports.provider import (
    Accepted,
    Broken,
    Pending,
    Provider,
    Ready,
    Sighting,
    Unseen,
    WithLooks,
)
from jobs.ports.removals import Removals
from jobs.ports.roles import Roles
from jobs.ports.settings import LiveSettings, SettingView
from jobs.ports.speakers import Speakers
from jobs.ports.store import Store
from jobs.ports.work import Lane, Work

__all__ = [
    "Accepted",
    "AccountPool",
    "Accounts",
    "Albums",
    "Audit",
    "BackupWishes",
    "Bans",
    "Basis",
    "Broadcasts",
    "Broken",
    "Card",
    "Cashier",
    "CashierAway",
    "CashierRefused",
    "Change",
    "Clock",
    "Consents",
    "Costs",
    "Counts",
    "Courier",
    "Credits",
    "DeliveryUnknown",
    "Directory",
    "Drafts",
    "Effects",
    "EntryKind",
    "EntryLine",
    "Errands",
    "Friends",
    "Groups",
    "History",
    "Housekeeping",
    "Invites",
    "JobView",
    "Jobs",
    "Lane",
    "LiveSettings",
    "Looks",
    "Moderation",
    "ModerationAway",
    "Moderator",
    "NotDelivered",
    "Outbox",
    "Oversight",
    "Packs",
    "PasswordQuestion",
    "PasswordQuestions",
    "Payments",
    "Pending",
    "People",
    "Plans",
    "Privacy",
    "Provider",
    "Ready",
    "Removals",
    "Roles",
    "SettingView",
    "Sighting",
    "Speakers",
    "Store",
    "Unreachable",
    "Unseen",
    "WithLooks",
    "Work",
]
