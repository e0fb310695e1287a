"""What a request would use of the things that a plan may or may not have."""

from jobs.capabilities import Mode
from jobs.quotas import Wish
from jobs.requests import Request


def wish_of(request: Request) -> Wish:
    """An effect brings its own model."""
    options, mode = request.options, request.subject.mode
    return Wish(mode, options.quality, None if mode is Mode.EFFECT else options.model)
