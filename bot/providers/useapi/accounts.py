"""The PixVerse accounts behind useapi.net, as `--check` tells of them."""

from collections.abc import Sequence

from bot.providers.adapter import AccountSummary
from bot.providers.faults import asked, fault
from jobs.accounts import masked
from jobs.errors import ProviderFault
from pixverse.errors import NotFound, ProviderError
from pixverse.useapi import Account, UseApi


async def summaries(client: UseApi) -> Sequence[AccountSummary]:
    """Every configured account. Raises ProviderFault; what is wrong with one account stands in its row."""
    try:
        accounts = await client.accounts()
    except NotFound:
        return ()
    except ProviderError as error:
        raise fault(error) from error
    return [await _summary(client, account) for account in accounts]


async def _summary(client: UseApi, account: Account) -> AccountSummary:
    email = masked(account.email or "***")
    try:
        features = await asked(client.features(account.email))
    except ProviderFault as trouble:
        return AccountSummary(email, jobs=account.max_jobs, trouble=trouble)
    jobs = account.max_jobs or features.gen_simultaneously
    return AccountSummary(email, features.plan_name, features.balance, jobs)
