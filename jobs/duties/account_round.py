"""How the PixVerse accounts are: asked once in a while, so that jobs go where there are credits."""

import logging

from jobs.accounts import is_well
from jobs.duties.shift import Shift
from jobs.errors import ProviderFault, Reason
from jobs.ids import AccountId
from jobs.ports import AccountPool

log = logging.getLogger(__name__)

ACCOUNTS = "accounts"
# Troubles that the list of accounts would show, too.
SHOWN = frozenset({Reason.ACCOUNT_LOCKED, Reason.NO_CREDITS, Reason.SUBSCRIPTION_EXPIRED})


class AccountRound:
    """Reads the accounts. What is said of them decides nothing that a refused job does not decide, too."""

    def __init__(self, shift: Shift, pool: AccountPool) -> None:
        self._shift = shift
        self._pool = pool

    async def read(self) -> None:
        """Ask how they are, if it is time to."""
        if self._shift.is_due(ACCOUNTS):
            self._shift.wait(ACCOUNTS, self._shift.pace.accounts)
            self._shift.nursery.start(self._ask(), "ask how the accounts are")

    async def _ask(self) -> None:
        shunned = dict(self._shift.shunned)
        try:
            accounts = await self._shift.ask(self._pool.accounts())
        except ProviderFault as fault:
            log.warning("the accounts could not be read: %r", fault)
            return
        await self._shift.store.accounts.seen(accounts)
        for account in accounts:
            if shunned.get(account.id) in SHOWN and is_well(account):
                self._forgive(account.id)

    def _forgive(self, account: AccountId) -> None:
        """One that refused a job, and is well again, need not be left alone any longer."""
        self._shift.shunned.pop(account, None)
        self._shift.forget(account)
        self._shift.wake()
