"""What is the same in all accounts, effects and speakers: asked of the first account that answers."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TypeVar

from bot.providers.faults import asked
from jobs.errors import ACCOUNT_TROUBLE, OutcomeUnknown, Refused

A = TypeVar("A")
T = TypeVar("T")


async def ask_any(accounts: Iterable[A], question: Callable[[A], Awaitable[T]]) -> T:
    """The answer for the first account that can be used. Raises ProviderFault."""
    trouble: Refused | None = None
    for account in accounts:
        try:
            return await asked(question(account))
        except Refused as refusal:
            if refusal.reason not in ACCOUNT_TROUBLE:
                raise
            trouble = refusal
    raise trouble or OutcomeUnknown("no account can be asked")


def not_empty(found: Sequence[T], what: str) -> Sequence[T]:
    """An empty catalogue is taken for a mistake: it would empty the shelves that people see."""
    if not found:
        raise OutcomeUnknown(f"the catalogue holds no {what} that can be offered")
    return found
