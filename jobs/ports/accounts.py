"""The PixVerse accounts: the provider's side, and what the store keeps of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pydantic import SecretStr

from jobs.accounts import Account, KnownAccount
from jobs.errors import Reason
from jobs.ids import AccountId, AccountNumber, PersonId


class AccountPool(Protocol):
    """The accounts at the provider. Raises ProviderFault beside what each method names."""

    @property
    def managed(self) -> bool:
        """Whether accounts can be added, changed and removed from here."""

    async def accounts(self) -> Sequence[Account]:
        """All of them, each with what can be learnt of it."""

    async def put(self, email: str, password: SecretStr, most: int) -> AccountId:
        """Log an account in: a new one, or one that changes or is locked. The password is kept nowhere.

        Raises PasswordRefused, AccountRefused.
        """

    async def remove(self, account: AccountId) -> None:
        """The provider forgets the account; one that is gone already is fine."""


class Accounts(Protocol):
    """What the store knows of them."""

    async def seen(self, accounts: Sequence[Account]) -> None:
        """All accounts as they are now. Others are not shown any more; should the provider list them again
        within a month, what was said of them (a pause) still counts. Those who run the bot are told of one
        in trouble or short of credits: once a day, and anew when it was well in between."""

    async def trouble(self, account: AccountId, reason: Reason) -> None:
        """A job was refused because of its account: those who run the bot are told, as by `seen`."""

    async def all(self) -> Sequence[KnownAccount]:
        """Every account, in the order of their numbers."""

    async def get(self, number: AccountNumber) -> KnownAccount:
        """Raises NoSuchAccount."""

    async def pause(self, number: AccountNumber, *, by: PersonId | None) -> KnownAccount:
        """No new jobs go there; running ones end. Raises NoSuchAccount."""

    async def resume(self, number: AccountNumber, *, by: PersonId | None) -> KnownAccount:
        """New jobs may go there, also where it was resting. Raises NoSuchAccount."""

    async def put(
        self, account: Account, *, before: Account | None, by: PersonId | None
    ) -> KnownAccount:
        """It was added (there was none `before`), changed or mended: from now on it is trusted."""

    async def retire(self, number: AccountNumber, *, by: PersonId | None) -> KnownAccount:
        """Before it is removed: it is paused. Raises NoSuchAccount, AccountBusy."""

    async def not_removed(self, number: AccountNumber, *, by: PersonId | None) -> None:
        """The provider did not say that it forgot it: that was tried stands in the audit log."""

    async def forget(self, number: AccountNumber, *, by: PersonId | None) -> None:
        """It was removed."""


@dataclass(frozen=True, slots=True)
class PasswordQuestion:
    """Somebody was asked for the password of this account, which is to do `most` jobs at once.

    `is_open` ends by itself; until they answer or drop it, what they write is kept out of the database all
    the same: it may be the password.
    """

    email: str
    most: int
    asked_at: datetime
    is_open: bool


class PasswordQuestions(Protocol):
    """Who was asked for a password. What they write is never stored."""

    async def ask(self, person_id: PersonId, email: str, most: int) -> None:
        """The question is open; an older one of theirs is not."""

    async def of(self, person_id: PersonId) -> PasswordQuestion | None:
        """What they were asked."""

    async def drop(self, person_id: PersonId) -> bool:
        """Nothing is asked any more. False: nothing was."""
