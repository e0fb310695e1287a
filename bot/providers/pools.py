"""The accounts of any provider as those who run the bot see them."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from pydantic import SecretStr

from bot.providers.adapter import AccountSummary, OpenProvider
from jobs.accounts import Account, masked
from jobs.errors import AccountsElsewhere, Reason, Refused
from jobs.ids import AccountId
from jobs.ports import AccountPool


@runtime_checkable
class WithPool(Protocol):
    """A provider whose accounts can be managed."""

    @property
    def pool(self) -> AccountPool:
        """They."""


def pool_of(provider: OpenProvider) -> AccountPool:
    """The provider's own pool, or one that only shows what `--check` does."""
    return provider.pool if isinstance(provider, WithPool) else ShownPool(provider)


class ShownPool:
    """Implements `jobs.ports.AccountPool` where accounts are keys in the settings."""

    managed = False

    def __init__(self, provider: OpenProvider) -> None:
        self._provider = provider

    async def accounts(self) -> Sequence[Account]:
        """See `AccountPool.accounts`."""
        return [_account(one) for one in await self._provider.accounts_summary()]

    async def put(self, email: str, password: SecretStr, most: int) -> AccountId:  # noqa: ARG002
        """Raises AccountsElsewhere."""
        raise AccountsElsewhere

    async def remove(self, account: AccountId) -> None:  # noqa: ARG002
        """Raises AccountsElsewhere."""
        raise AccountsElsewhere


def _account(summary: AccountSummary) -> Account:
    trouble = summary.trouble
    reason = trouble.reason if isinstance(trouble, Refused) else Reason.UNREACHABLE
    return Account(
        AccountId(summary.name),
        masked(summary.name),
        summary.plan,
        summary.credits,
        most=summary.jobs,
        trouble=reason if trouble else None,
    )
