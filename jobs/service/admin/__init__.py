"""What those who run the bot do, one family each. Every method first asks for the right to it."""

import asyncio

from jobs.ports import AccountPool, Clock, Store
from jobs.service.admin.access import INVITES_PER_PAGE, AdminAccess
from jobs.service.admin.accounts import AdminAccounts
from jobs.service.admin.audit import LINES_PER_PAGE, AuditLog
from jobs.service.admin.backups import AdminBackups
from jobs.service.admin.broadcasts import AdminBroadcasts
from jobs.service.admin.errands import AdminErrands
from jobs.service.admin.jobs import AdminJobs
from jobs.service.admin.moderation import AdminModeration
from jobs.service.admin.numbers import AdminNumbers
from jobs.service.admin.payments import AdminPayments
from jobs.service.admin.people import AdminPeople
from jobs.service.admin.plans import AdminPlans
from jobs.service.admin.roles import AdminRoles
from jobs.service.guard import Guard

__all__ = ["INVITES_PER_PAGE", "LINES_PER_PAGE", "Admin"]


class Admin:
    """Every method of every family raises NotAnAdmin or NotYourRole for those who may not."""

    def __init__(
        self, store: Store, guard: Guard, clock: Clock, wake: asyncio.Event, pool: AccountPool
    ) -> None:
        self.numbers = AdminNumbers(store, guard)
        self.accounts = AdminAccounts(store, guard, pool, wake)
        self.access = AdminAccess(store, guard, clock, wake)
        self.errands = AdminErrands(store, guard)
        self.people = AdminPeople(store, guard, wake)
        self.plans = AdminPlans(store, guard)
        self.payments = AdminPayments(store, guard, wake)
        self.roles = AdminRoles(store, guard, wake)
        self.jobs = AdminJobs(store, guard, wake)
        self.audit = AuditLog(store, guard)
        self.moderation = AdminModeration(store, guard)
        self.backups = AdminBackups(store, guard, wake)
        self.broadcasts = AdminBroadcasts(store, guard, clock, wake)
