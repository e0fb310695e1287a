"""The store: all table families over one open database file."""

import secrets
from pathlib import Path

from jobs import ports
from jobs.ids import PersonId
from jobs.offer import Offer
from jobs.ports import Clock
from jobs.rules import LiveRules
from storage.accounts import Accounts
from storage.albums import Albums
from storage.audit import Audit
from storage.backup_wishes import BackupWishes
from storage.bans import Bans
from storage.broadcasts import Broadcasts
from storage.consents import Consents
from storage.costs import Costs
from storage.credits import Credits
from storage.database import Database
from storage.desk import Desk
from storage.directory import Directory
from storage.drafts import Drafts
from storage.effects import Effects
from storage.errands import Errands
from storage.friends import Friends
from storage.groups import Groups
from storage.history import History
from storage.housekeeping import Housekeeping
from storage.inbox import Inbox
from storage.invites import Invites
from storage.jobs import Jobs
from storage.looks import Looks
from storage.moderation import Moderation
from storage.numbers import Counts
from storage.offering import CurrentOffer, offer_to
from storage.outbox import Outbox
from storage.oversight import Oversight
from storage.packs import Packs
from storage.password_questions import PasswordQuestions
from storage.payments import Payments
from storage.people import People
from storage.plans import Plans
from storage.privacy import Privacy
from storage.removals import Removals
from storage.roles import Roles
from storage.rows import to_micros
from storage.settings import CurrentRules, Settings
from storage.speakers import Speakers
from storage.work import Work

SET_CHECKED = """
    INSERT INTO moments (name, at) VALUES ('checked', :now)
    ON CONFLICT (name) DO UPDATE SET at = excluded.at
"""


class Store:
    """Implements `jobs.ports.Store`, and has the inbox beside it."""

    accounts: ports.Accounts
    counts: ports.Counts
    broadcasts: ports.Broadcasts
    albums: ports.Albums
    drafts: ports.Drafts
    jobs: ports.Jobs
    work: ports.Work
    history: ports.History
    people: ports.People
    outbox: ports.Outbox
    oversight: ports.Oversight
    costs: ports.Costs
    effects: ports.Effects
    speakers: ports.Speakers
    looks: ports.Looks
    settings: ports.LiveSettings
    moderation: ports.Moderation
    audit: ports.Audit
    roles: ports.Roles
    removals: ports.Removals
    backup_wishes: ports.BackupWishes
    bans: ports.Bans
    invites: ports.Invites
    friends: ports.Friends
    groups: ports.Groups
    housekeeping: ports.Housekeeping
    consents: ports.Consents
    directory: ports.Directory
    errands: ports.Errands
    credits: ports.Credits
    packs: ports.Packs
    password_questions: ports.PasswordQuestions
    plans: ports.Plans
    privacy: ports.Privacy
    payments: ports.Payments
    inbox: Inbox

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.accounts = Accounts(desk)
        self.counts = Counts(desk)
        self.broadcasts = Broadcasts(desk)
        self.albums = Albums(desk)
        self.drafts = Drafts(desk)
        self.jobs = Jobs(desk)
        self.work = Work(desk)
        self.history = History(desk)
        self.people = People(desk)
        self.outbox = Outbox(desk)
        self.oversight = Oversight(desk)
        self.costs = Costs(desk)
        self.effects = Effects(desk)
        self.speakers = Speakers(desk)
        self.looks = Looks(desk)
        self.settings = Settings(desk)
        self.moderation = Moderation(desk)
        self.audit = Audit(desk)
        self.roles = Roles(desk)
        self.removals = Removals(desk)
        self.backup_wishes = BackupWishes(desk)
        self.bans = Bans(desk)
        self.invites = Invites(desk)
        self.friends = Friends(desk)
        self.housekeeping = Housekeeping(desk)
        self.groups = Groups(desk)
        self.consents = Consents(desk)
        self.directory = Directory(desk)
        self.errands = Errands(desk)
        self.credits = Credits(desk)
        self.packs = Packs(desk)
        self.password_questions = PasswordQuestions(desk)
        self.plans = Plans(desk)
        self.privacy = Privacy(desk)
        self.payments = Payments(desk)
        self.inbox = Inbox(desk)

    @classmethod
    async def open(
        cls, path: Path, *, clock: Clock, rules: LiveRules, offer: Offer, lock_wait: float = 15.0
    ) -> "Store":
        """Open the file, made or migrated where needed. Raises DatabaseProblem.

        `rules`: what the environment says; what admins have set goes before it. `offer`: the provider's.
        `lock_wait`: how many seconds to wait for a predecessor that still holds the file.
        """
        return cls._over(await Database.open(path, lock_wait=lock_wait), clock, rules, offer)

    @classmethod
    async def visit(cls, path: Path, *, clock: Clock, rules: LiveRules, offer: Offer) -> "Store":
        """Open the file beside a bot that may be running, to look things up and to change them.

        A visitor claims nothing: jobs and messages are moved by the bot. Raises DatabaseProblem.
        """
        return cls._over(await Database.visit(path), clock, rules, offer)

    @classmethod
    def _over(cls, database: Database, clock: Clock, rules: LiveRules, offer: Offer) -> "Store":
        current = CurrentRules(rules)
        owner, offering = secrets.token_hex(8), CurrentOffer(offer, current)
        return cls(Desk(database, clock, current, owner, offering))

    async def offer(self, person_id: PersonId | None = None) -> Offer:
        """See `jobs.ports.Store.offer`."""
        if person_id is None:
            return await self._desk.database.read(self._desk.offer)
        return await self._desk.database.read(
            lambda connection: offer_to(connection, self._desk, person_id)
        )

    async def check(self) -> None:
        """Write something: raises where the disk is full or has become read-only."""
        now = to_micros(self._desk.clock.now())
        await self._desk.database.write(
            lambda connection: connection.execute(SET_CHECKED, {"now": now})
        )

    async def close(self) -> None:
        """Finish the writes that wait, then let go of the file."""
        await self._desk.database.close()
