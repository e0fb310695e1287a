"""The use cases: everything that a person or an admin can ask of the bot, one method each.

A method is called by a handler, changes the store in one transaction, wakes the worker where there
is something to do, and returns what the screen needs. It raises `jobs.errors.CoreError`.
"""

import asyncio

from jobs.ports import Store
from jobs.service.admin import Admin
from jobs.service.browsing import EFFECTS_PER_PAGE, Browsing, EffectPage
from jobs.service.credit import Credit
from jobs.service.door import Door
from jobs.service.drafting import Drafting
from jobs.service.making import JOBS_PER_PAGE, JobPage, Making
from jobs.service.operation import Operation
from jobs.service.rules import Rules

__all__ = [
    "EFFECTS_PER_PAGE",
    "JOBS_PER_PAGE",
    "EffectPage",
    "JobPage",
    "Rules",
    "Service",
]


class Service:
    """What people can ask for, by family."""

    def __init__(self, store: Store, rules: Rules, wake: asyncio.Event) -> None:
        self.door = Door(store, rules, wake)
        self.drafting = Drafting(store)
        self.browsing = Browsing(store)
        self.making = Making(store, wake)
        self.credit = Credit(store)
        self.admin = Admin(store, rules, wake)
        self.operation = Operation(store, self.admin, wake)
