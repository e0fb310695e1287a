"""Everything that can go wrong with a provider, split by one question: may it have happened?

ProviderError
├── NotSent                 no connection, or the request never left whole: nothing happened
├── Refused                 the provider answered, and nothing was started
│   ├── Invalid             400 and other 4xx, or an upload answered with an error text
│   ├── Unauthorized        401, 403: the token, or the account's password
│   ├── SubscriptionExpired 402: the subscription to the provider itself
│   ├── NotFound            404: no such thing, or (videos) not finished yet
│   ├── NotActivated        the effect must first be switched on by the account's owner
│   ├── NoCredits           412: the PixVerse account is out of credits
│   ├── Moderated           422: the prompt or the picture
│   ├── Busy                429: ask again after ``after``
│   └── AccountLocked       596: the PixVerse account needs its owner
└── OutcomeUnknown          timeout, reset, 5xx, unreadable answer: a paid job may be running

For a read the same classes serve, and OutcomeUnknown means that nothing could be learnt.
``message`` is the provider's wording, shortened, without tokens and addresses: for logs, never
for people. ``status`` is that of HTTP; ``code`` is the provider's own number, where it has one.
"""

from __future__ import annotations

from datetime import timedelta

SHORTEST_WAIT = timedelta(seconds=10)
"""What the vendor's own samples wait after a 429; asking sooner only adds to the crowd."""


class ProviderError(Exception):
    """A call to a provider did not give what was asked for."""

    def __init__(
        self, message: str = "", *, status: int | None = None, code: int | None = None
    ) -> None:
        super().__init__(message, status)
        self.message = message
        self.status = status
        self.code = code

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.status, self.code) if number]
        return " ".join(part for part in (*numbers, self.message) if part)


class NotSent(ProviderError):
    """The request certainly did not reach the provider: repeating it is safe."""


class Refused(ProviderError):
    """The provider answered and started nothing: nothing is owed."""


class Invalid(Refused):
    """The request itself is wrong: the same request will be refused again."""


class Unauthorized(Refused):
    """The token is not valid, or the thing belongs to somebody else."""


class SubscriptionExpired(Refused):
    """The operator's subscription to the provider has ended."""


class NotFound(Refused):
    """There is no such thing; a video that is still being made may also be answered so."""


class NotActivated(Refused):
    """The effect exists, but the account's owner has not switched it on for the API."""


class NoCredits(Refused):
    """The PixVerse account behind the provider has no credits left."""


class Moderated(Refused):
    """PixVerse's moderation refused the content; ``no_masks``: nothing to change was found."""

    def __init__(
        self,
        message: str = "",
        *,
        status: int | None = None,
        code: int | None = None,
        no_masks: bool = False,
    ) -> None:
        super().__init__(message, status=status, code=code)
        self.no_masks = no_masks


class Busy(Refused):
    """No capacity now. ``after`` is how long to wait before asking again, never under 10 s."""

    def __init__(
        self,
        message: str = "",
        *,
        status: int | None = None,
        code: int | None = None,
        after: timedelta = SHORTEST_WAIT,
    ) -> None:
        super().__init__(message, status=status, code=code)
        self.after = max(after, SHORTEST_WAIT)


class AccountLocked(Refused):
    """The PixVerse account has a pending error that its owner must clear first."""


class OutcomeUnknown(ProviderError):
    """It may have happened: look before asking again."""
