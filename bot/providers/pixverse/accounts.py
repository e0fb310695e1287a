"""The accounts behind the API keys: how many jobs each can take, and what it has."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.providers.adapter import AccountSummary
from bot.providers.faults import asked
from bot.providers.polling import Budget, Looks
from jobs.errors import OutcomeUnknown, ProviderFault
from jobs.ids import AccountId
from jobs.ports import Lane
from pixverse.platform import Platform

GREETED_FOR = timedelta(seconds=60)


@dataclass(slots=True)
class Account:
    """One key. `jobs` is how many videos it may make at once: no request tells, the plan does."""

    id: AccountId
    client: Platform
    jobs: int
    budget: Budget
    looks: Looks
    webhook_id: str | None = None
    greeted_at: datetime | None = None

    async def greet(self, now: datetime) -> None:
        """Find out, once a minute at most, whether the key is accepted. Raises ProviderFault."""
        if self.greeted_at and now - self.greeted_at < GREETED_FOR:
            return
        if self.budget.take(now):
            await asked(self.client.balance())
            self.greeted_at = now


def account_id(key: str) -> AccountId:
    """What logs, alerts and jobs call a key: the same after a restart, and no part of it."""
    return AccountId(f"key-{hashlib.sha256(key.encode()).hexdigest()[:8]}")


class Accounts:
    """All of them, in the order in which the keys were given."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._accounts: Mapping[AccountId, Account] = {one.id: one for one in accounts}

    def __iter__(self) -> Iterator[Account]:
        return iter(self._accounts.values())

    def get(self, account: AccountId | None) -> Account | None:
        """None for a key that is no longer set, and for another provider's account."""
        return self._accounts.get(account) if account else None

    def of(self, account: AccountId | None) -> Account:
        """Raises OutcomeUnknown where there is none: what became of its jobs, only its key tells."""
        found = self.get(account)
        if found is None:
            raise OutcomeUnknown(f"no key of {account} is set")
        return found

    async def lanes(self, sent: Sequence[AccountId], now: datetime) -> Sequence[Lane]:
        """Every account that can be used now, with what its plan has room for beside the jobs that were
        sent. Raises ProviderFault where none can be used."""
        lanes: list[Lane] = []
        trouble: ProviderFault | None = None
        for account in self._accounts.values():
            try:
                await account.greet(now)
            except ProviderFault as fault:
                trouble = fault
            else:
                lanes.append(Lane(account.id, max(account.jobs - sent.count(account.id), 0)))
        if trouble and not lanes:
            raise trouble
        return lanes

    async def summaries(self) -> Sequence[AccountSummary]:
        """Every account with its balance; what is wrong with one stands in its row."""
        return [await _summary(account) for account in self._accounts.values()]


async def _summary(account: Account) -> AccountSummary:
    try:
        balance = await asked(account.client.balance())
    except ProviderFault as trouble:
        return AccountSummary(account.id, jobs=account.jobs, trouble=trouble)
    plan = f"PixVerse account {balance.account_id}" if balance.account_id else None
    return AccountSummary(account.id, plan, balance.total, account.jobs)
