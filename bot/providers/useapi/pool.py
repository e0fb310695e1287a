"""The PixVerse accounts behind useapi.net: how they are, and how one is added, mended or removed."""

import logging
from collections.abc import Mapping, Sequence

from pydantic import SecretStr, ValidationError

from bot.providers.faults import asked, fault
from jobs.accounts import Account, masked
from jobs.errors import AccountRefused, PasswordRefused, ProviderFault, Reason, Refused
from jobs.ids import AccountId
from pixverse import errors as remote
from pixverse.useapi import Account as Configured
from pixverse.useapi import AccountBody, Capacity, UseApi

log = logging.getLogger(__name__)


class UseApiPool:
    """Implements `jobs.ports.AccountPool`."""

    managed = True

    def __init__(self, client: UseApi) -> None:
        self._client = client

    async def accounts(self) -> Sequence[Account]:
        """See `AccountPool.accounts`. Two requests, and one more for each account."""
        configured = await self._configured()
        if not configured:
            return ()
        scheduler = await asked(self._client.available())
        room = {one.email: one for one in scheduler.available if one.email}
        return [await self._account(one, room) for one in configured if one.email]

    async def _configured(self) -> Sequence[Configured]:
        try:
            return await self._client.accounts()
        except remote.NotFound:
            return ()
        except remote.ProviderError as error:
            raise fault(error) from error

    async def _account(self, one: Configured, room: Mapping[str, Capacity]) -> Account:
        email, capacity = one.email or "", room.get(one.email or "")
        features, trouble = None, None
        try:
            features = await self._client.features(email)
        except remote.ProviderError as error:
            log.info("useapi.net: %s", error)
            trouble = _why(fault(error))
        return Account(
            AccountId(email),
            masked(email),
            plan=features.plan_name if features else None,
            credits=features.balance if features else None,
            running=capacity.executing if capacity else None,
            most=one.max_jobs,
            trouble=trouble,
        )

    async def put(self, email: str, password: SecretStr, most: int) -> AccountId:
        """See `AccountPool.put`."""
        try:
            body = AccountBody(email=email, password=password, max_jobs=most)
        except ValidationError:
            raise AccountRefused from None
        try:
            await self._client.put_account(body)
        except remote.Unauthorized:
            # The same answer for a wrong password and for a wrong token: a look shows which.
            await self._configured()
            raise PasswordRefused from None
        except (remote.Invalid, remote.NotFound) as error:
            # Its words are not for the log: they may repeat the password.
            log.warning("useapi.net: an account is refused: %s", error.status)
            raise AccountRefused from None
        except remote.ProviderError as error:
            log.warning("useapi.net: an account could not be put: %s", error.status)
            raise _without_words(fault(error)) from None
        return AccountId(email)

    async def remove(self, account: AccountId) -> None:
        """See `AccountPool.remove`."""
        try:
            await self._client.delete_account(account)
        except remote.NotFound:
            return
        except remote.ProviderError as error:
            raise fault(error) from error


def _without_words(trouble: ProviderFault) -> ProviderFault:
    return trouble if isinstance(trouble, Refused) else type(trouble)()


def _why(trouble: ProviderFault) -> Reason:
    return trouble.reason if isinstance(trouble, Refused) else Reason.UNREACHABLE
