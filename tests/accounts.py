"""A provider without accounts, for tests that need none."""

from collections.abc import Sequence

from pydantic import SecretStr

from jobs.accounts import Account
from jobs.errors import AccountRefused
from jobs.ids import AccountId


class NoAccounts:
    """Implements `jobs.ports.AccountPool`."""

    managed = True

    async def accounts(self) -> Sequence[Account]:
        return ()

    async def put(self, email: str, password: SecretStr, most: int) -> AccountId:
        raise AccountRefused

    async def remove(self, account: AccountId) -> None:
        raise AssertionError("there is none")
