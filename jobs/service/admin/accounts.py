"""The PixVerse accounts, as those who run the bot look after them."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from pydantic import SecretStr

from jobs.accounts import (
    FEWEST_JOBS,
    LONGEST_EMAIL,
    LONGEST_PASSWORD,
    MOST_JOBS,
    Account,
    KnownAccount,
    masked,
)
from jobs.errors import (
    AccountNotRemoved,
    AccountRefused,
    AccountsAway,
    AccountsElsewhere,
    NoSuchAccount,
    PasswordRefused,
    ProviderFault,
)
from jobs.ids import AccountId, AccountNumber, Actor, PersonId
from jobs.ports import AccountPool, PasswordQuestion, Store
from jobs.roles import Right
from jobs.service.guard import Guard

_EMAIL = re.compile(r"[^\s@|]+@[^\s@|]+\.[^\s@|]+")


class AdminAccounts:
    """Everything about accounts. Passwords pass through and are kept nowhere."""

    def __init__(self, store: Store, guard: Guard, pool: AccountPool, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._pool = pool
        self._wake = wake

    @property
    def managed(self) -> bool:
        """Whether accounts can be added, changed and removed from here."""
        return self._pool.managed

    async def all(self, by: Actor) -> Sequence[KnownAccount]:
        """Every account, as it was last seen."""
        await self._guard.require(by, Right.ACCOUNTS)
        return await self._store.accounts.all()

    async def get(self, by: Actor, number: AccountNumber) -> KnownAccount:
        """One of them. Raises NoSuchAccount."""
        await self._guard.require(by, Right.ACCOUNTS)
        return await self._store.accounts.get(number)

    async def low_credits(self, by: Actor) -> int:
        """Fewer credits than that are few."""
        await self._guard.require(by, Right.ACCOUNTS)
        return (await self._store.settings.rules()).low_credits

    async def pause(self, by: Actor, number: AccountNumber) -> KnownAccount:
        """It gets no new jobs, running ones end. Raises NoSuchAccount."""
        await self._guard.require(by, Right.ACCOUNTS)
        return await self._store.accounts.pause(number, by=by)

    async def resume(self, by: Actor, number: AccountNumber) -> KnownAccount:
        """It gets jobs again. Raises NoSuchAccount."""
        await self._guard.require(by, Right.ACCOUNTS)
        account = await self._store.accounts.resume(number, by=by)
        self._wake.set()
        return account

    async def remove(self, by: Actor, number: AccountNumber) -> KnownAccount:
        """The provider forgets it; returns what it was.

        Where the provider does not say so, it may have done it all the same: the account stays paused.

        Raises AccountBusy, NoSuchAccount, AccountsElsewhere, AccountNotRemoved.
        """
        await self._guard.require(by, Right.ACCOUNTS)
        self._check_managed()
        account = await self._store.accounts.retire(number, by=by)
        try:
            await self._pool.remove(account.account.id)
        except ProviderFault as fault:
            await self._store.accounts.not_removed(number, by=by)
            raise AccountNotRemoved(account.account.name) from fault
        await self._store.accounts.forget(number, by=by)
        return account

    # passwords

    async def ask_for(self, by: PersonId, email: str, most: int) -> None:
        """Somebody is asked for the password of an account that may be new.

        Raises AccountRefused, AccountsElsewhere.
        """
        await self._guard.require(by, Right.ACCOUNTS)
        self._check(email, most)
        await self._store.password_questions.ask(by, email, most)

    async def ask_about(
        self, by: PersonId, number: AccountNumber, most: int | None = None
    ) -> KnownAccount:
        """The same for one that is known, to mend it or to change how many jobs it does at once.

        Raises NoSuchAccount, AccountRefused, AccountsElsewhere.
        """
        await self._guard.require(by, Right.ACCOUNTS)
        known = await self._store.accounts.get(number)
        await self.ask_for(by, known.account.id, most or known.account.most or FEWEST_JOBS)
        return known

    async def question(self, by: PersonId) -> PasswordQuestion | None:
        """What somebody was asked."""
        await self._guard.require(by, Right.ACCOUNTS)
        return await self._store.password_questions.of(by)

    async def drop_question(self, by: PersonId) -> bool:
        """Nothing is asked any more. False: nothing was."""
        await self._guard.require(by, Right.ACCOUNTS)
        return await self._store.password_questions.drop(by)

    async def answer(self, by: PersonId, password: SecretStr) -> KnownAccount:
        """The password: the account is logged in. The question stays open where it was wrong.

        Raises PasswordRefused, AccountRefused, AccountsAway, NoSuchAccount (nothing was asked).
        """
        await self._guard.require(by, Right.ACCOUNTS)
        question = await self._store.password_questions.of(by)
        if question is None:
            raise NoSuchAccount
        known = await self.log_in(by, question.email, password, question.most)
        await self._store.password_questions.drop(by)
        return known

    async def mend(
        self, by: Actor, number: AccountNumber, password: SecretStr, most: int | None = None
    ) -> KnownAccount:
        """The same for one that is known: it is logged in again, or does another number of jobs at once.

        Raises NoSuchAccount beside what `log_in` raises.
        """
        await self._guard.require(by, Right.ACCOUNTS)
        known = await self._store.accounts.get(number)
        most = most or known.account.most or FEWEST_JOBS
        return await self.log_in(by, known.account.id, password, most)

    async def log_in(self, by: Actor, email: str, password: SecretStr, most: int) -> KnownAccount:
        """An account that may be new, with its password at hand: it is to do so many jobs at once.

        Raises PasswordRefused, AccountRefused, AccountsElsewhere, AccountsAway.
        """
        await self._guard.require(by, Right.ACCOUNTS)
        self._check(email, most)
        if len(password.get_secret_value()) > LONGEST_PASSWORD:
            raise PasswordRefused
        # Asked before: as soon as the provider has it, a look of the bot's own makes it known here.
        before = {one.account.id: one.account for one in await self._store.accounts.all()}
        with _away():
            account_id = await self._pool.put(email, password, most)
        account = await self._look(account_id, email, most)
        known = await self._store.accounts.put(account, before=before.get(account_id), by=by)
        self._wake.set()
        return known

    async def _look(self, account_id: AccountId, email: str, most: int) -> Account:
        """How the account is now; where nobody can tell yet, the next look will."""
        try:
            accounts = {one.id: one for one in await self._pool.accounts()}
        except ProviderFault:
            accounts = {}
        plain = Account(account_id, masked(email), most=most)
        found = accounts.get(account_id, plain)
        return found if found.most else replace(found, most=most)

    def _check(self, email: str, most: int) -> None:
        self._check_managed()
        fits = len(email) <= LONGEST_EMAIL and _EMAIL.fullmatch(email)
        if not fits or not FEWEST_JOBS <= most <= MOST_JOBS:
            raise AccountRefused

    def _check_managed(self) -> None:
        if not self._pool.managed:
            raise AccountsElsewhere


@contextmanager
def _away() -> Iterator[None]:
    try:
        yield
    except ProviderFault:
        raise AccountsAway from None
