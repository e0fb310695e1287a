"""The provider's side, which answers one question: may it have happened?"""

from datetime import timedelta
from enum import StrEnum


class Reason(StrEnum):
    """Why a job ended without a video, or why the provider would not take it."""

    INVALID = "invalid"
    MODERATED = "moderated"
    NOT_ACTIVATED = "not_activated"  # the effect was not switched on at the provider
    NO_MASKS = "no_masks"  # nothing was found in the video that could be changed
    NOBODY_SEEN = "nobody_seen"  # in the picture that should move, or in the video that shows how
    NO_CREDITS = "no_credits"
    UNAUTHORIZED = "unauthorized"
    BUSY = "busy"
    ACCOUNT_LOCKED = "account_locked"
    ACCOUNT_GONE = "account_gone"  # the one that owns the video to work on
    SUBSCRIPTION_EXPIRED = "subscription_expired"
    BAD_PICTURE = "bad_picture"
    PICTURE_GONE = "picture_gone"
    BAD_SOUND = "bad_sound"
    BAD_VIDEO = "bad_video"
    CLIP_GONE = "clip_gone"  # the video to work on is no longer at the provider
    LONGER_THAN_SAID = "longer_than_said"  # and would cost more than was said
    FILE_GONE = "file_gone"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    TOO_LARGE = "too_large"
    UNREACHABLE = "unreachable"
    RENDER_FAILED = "render_failed"
    LOST = "lost"
    GIVEN_UP = "given_up"
    FLAGGED = "flagged"
    CALLED_OFF = "called_off"  # by an admin


# The account cannot be used until its owner does something; another account may.
ACCOUNT_TROUBLE = frozenset(
    {
        Reason.NO_CREDITS,
        Reason.UNAUTHORIZED,
        Reason.ACCOUNT_LOCKED,
        Reason.SUBSCRIPTION_EXPIRED,
    }
)


class ProviderFault(Exception):
    """The provider did not do what was asked."""


class NotSent(ProviderFault):
    """The request certainly never reached the provider."""


class OutcomeUnknown(ProviderFault):
    """The request may or may not have been carried out."""


class Refused(ProviderFault):
    """The provider answered, and started nothing. `after`: how long to wait before asking again."""

    def __init__(self, reason: Reason, after: timedelta = timedelta()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after = after
