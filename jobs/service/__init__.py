"""The use cases: everything that a person or an admin can ask of the bot, one method each.

A method is called by a handler, changes the store in one transaction, wakes the worker where there
is something to do, and returns what the screen needs. It raises `jobs.errors.CoreError`.
"""

import asyncio

from jobs.history import JobPage
from jobs.ids import PersonId
from jobs.offer import Offer
from jobs.ports import AccountPool, Cashier, Clock, Store
from jobs.service.admin import LINES_PER_PAGE, Admin
from jobs.service.alarms import Alarms
from jobs.service.arranging import Arranging
from jobs.service.browsing import EFFECTS_PER_PAGE, Browsing, EffectPage
from jobs.service.clips import Clips, Footage
from jobs.service.consent import Consent
from jobs.service.credit import Credit, LedgerPage, Quota
from jobs.service.door import Door
from jobs.service.drafting import Drafting
from jobs.service.guard import Guard
from jobs.service.history import JOBS_PER_PAGE, History
from jobs.service.inline import Inline
from jobs.service.looks import LOOKS_PER_PAGE, LookPage, Looks
from jobs.service.making import Making
from jobs.service.operation import Operation
from jobs.service.privacy import Privacy
from jobs.service.shop import Shop, ShopView
from jobs.service.voices import SPEAKERS_PER_PAGE, SpeakerPage, Voices
from jobs.service.wording import Wording
from jobs.terms import Terms

__all__ = [
    "EFFECTS_PER_PAGE",
    "JOBS_PER_PAGE",
    "LINES_PER_PAGE",
    "LOOKS_PER_PAGE",
    "SPEAKERS_PER_PAGE",
    "EffectPage",
    "Footage",
    "JobPage",
    "LedgerPage",
    "LookPage",
    "Quota",
    "Service",
    "ShopView",
    "SpeakerPage",
]


class Service:
    """What people can ask for, by family."""

    def __init__(
        self,
        store: Store,
        cashier: Cashier,
        clock: Clock,
        wake: asyncio.Event,
        terms: Terms,
        pool: AccountPool,
    ) -> None:
        self._store = store
        guard = Guard(store)
        self.consent = Consent(store, terms)
        self.door = Door(store, clock, wake)
        self.drafting = Drafting(store)
        self.arranging = Arranging(store)
        self.wording = Wording(store)
        self.browsing = Browsing(store)
        self.inline = Inline(store)
        self.history = History(store, wake)
        self.making = Making(store, wake)
        self.clips = Clips(store)
        self.voices = Voices(store)
        self.looks = Looks(store)
        self.credit = Credit(store)
        self.privacy = Privacy(store)
        self.shop = Shop(store, cashier, clock, wake)
        self.alarms = Alarms(store, wake)
        self.admin = Admin(store, guard, clock, wake, pool)
        self.operation = Operation(store, guard, wake)

    async def offer(self, person_id: PersonId) -> Offer:
        """What this person can make now, with which models and options."""
        return await self._store.offer(person_id)
