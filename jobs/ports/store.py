"""The whole store."""

from typing import Protocol

from jobs.ids import PersonId
from jobs.offer import Offer
from jobs.ports.access import Bans, Friends, Groups, Invites
from jobs.ports.accounts import Accounts, PasswordQuestions
from jobs.ports.audit import Audit
from jobs.ports.backups import BackupWishes
from jobs.ports.broadcasts import Albums, Broadcasts
from jobs.ports.consents import Consents
from jobs.ports.costs import Costs
from jobs.ports.credits import Credits
from jobs.ports.directory import Directory
from jobs.ports.drafts import Drafts
from jobs.ports.effects import Effects
from jobs.ports.errands import Errands
from jobs.ports.history import History
from jobs.ports.housekeeping import Housekeeping
from jobs.ports.jobs import Jobs
from jobs.ports.looks import Looks
from jobs.ports.moderation import Moderation
from jobs.ports.numbers import Counts
from jobs.ports.outbox import Outbox
from jobs.ports.oversight import Oversight
from jobs.ports.payments import Packs, Payments
from jobs.ports.people import People
from jobs.ports.plans import Plans
from jobs.ports.privacy import Privacy
from jobs.ports.removals import Removals
from jobs.ports.roles import Roles
from jobs.ports.settings import LiveSettings
from jobs.ports.speakers import Speakers
from jobs.ports.work import Work


class Store(Protocol):
    """All families of the store."""

    async def offer(self, person_id: PersonId | None = None) -> Offer:
        """What is offered now: to everybody, or what of it this person may use. Raises NoSuchPerson."""

    accounts: Accounts
    counts: Counts
    broadcasts: Broadcasts
    albums: Albums
    drafts: Drafts
    jobs: Jobs
    work: Work
    history: History
    people: People
    outbox: Outbox
    oversight: Oversight
    costs: Costs
    effects: Effects
    speakers: Speakers
    looks: Looks
    settings: LiveSettings
    moderation: Moderation
    audit: Audit
    roles: Roles
    removals: Removals
    backup_wishes: BackupWishes
    bans: Bans
    invites: Invites
    friends: Friends
    groups: Groups
    housekeeping: Housekeeping
    consents: Consents
    directory: Directory
    errands: Errands
    credits: Credits
    packs: Packs
    password_questions: PasswordQuestions
    plans: Plans
    privacy: Privacy
    payments: Payments
