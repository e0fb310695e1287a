"""PixVerse's APIs, typed: one subpackage per provider, one tree of errors, one transport.

Usable alone: ``from pixverse.useapi import UseApi``.
"""

from pixverse.errors import (
    AccountLocked,
    Busy,
    Invalid,
    Moderated,
    NoCredits,
    NotActivated,
    NotFound,
    NotSent,
    OutcomeUnknown,
    ProviderError,
    Refused,
    SubscriptionExpired,
    Unauthorized,
)

__all__ = [
    "AccountLocked",
    "Busy",
    "Invalid",
    "Moderated",
    "NoCredits",
    "NotActivated",
    "NotFound",
    "NotSent",
    "OutcomeUnknown",
    "ProviderError",
    "Refused",
    "SubscriptionExpired",
    "Unauthorized",
]
