"""What an error of a provider's client means to the core: may it have happened, and if not, why."""

import logging
from collections.abc import Awaitable, Callable, Collection
from datetime import timedelta
from typing import TypeVar

from jobs import errors as core
from jobs.errors import ProviderFault, Reason
from pixverse import errors as remote

log = logging.getLogger(__name__)

T = TypeVar("T")

_REASONS: dict[type[remote.Refused], Reason] = {
    remote.Invalid: Reason.INVALID,
    remote.NotFound: Reason.INVALID,
    remote.NotActivated: Reason.NOT_ACTIVATED,
    remote.Unauthorized: Reason.UNAUTHORIZED,
    remote.SubscriptionExpired: Reason.SUBSCRIPTION_EXPIRED,
    remote.NoCredits: Reason.NO_CREDITS,
    remote.Moderated: Reason.MODERATED,
    remote.Busy: Reason.BUSY,
    remote.AccountLocked: Reason.ACCOUNT_LOCKED,
}
# An upload answered like this was looked at; what is wrong can only be the file.
_FILE_REFUSED = frozenset({200, 201, 400, 413, 415})


def fault(error: remote.ProviderError) -> ProviderFault:
    """The core's word for an error of the client."""
    match error:
        case remote.Moderated(no_masks=True):
            return core.Refused(Reason.NO_MASKS)
        case remote.Refused():
            after = error.after if isinstance(error, remote.Busy) else timedelta()
            return core.Refused(_REASONS.get(type(error), Reason.INVALID), after)
        case remote.NotSent():
            return core.NotSent(str(error))
        case _:
            return core.OutcomeUnknown(str(error))


def upload_fault(
    error: remote.ProviderError, bad: Reason, *, ours: Collection[int] = ()
) -> ProviderFault:
    """Like `fault`, for a file on its way; `bad` says what a file of its kind is that nobody can use.

    `ours` are the provider's codes for a file that was sent in a wrong way: that is not its sender's fault.
    """
    if isinstance(error, remote.Invalid) and _blames_file(error, ours):
        return core.Refused(bad)
    return fault(error)


def _blames_file(error: remote.Invalid, ours: Collection[int]) -> bool:
    """Where the provider has a code of its own, it says more than HTTP does."""
    return error.status in _FILE_REFUSED if error.code is None else error.code not in ours


async def asked(
    answer: Awaitable[T], *, meaning: Callable[[remote.ProviderError], ProviderFault] = fault
) -> T:
    """The client's answer. Its errors are raised in the core's words; their texts, which the client
    has cleared of secrets and addresses, go to the log."""
    try:
        return await answer
    except remote.ProviderError as error:
        log.warning("the provider: %s", error)
        raise meaning(error) from error
