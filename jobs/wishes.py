"""What a request would use of the things that a plan may or may not have."""

from jobs.quotas import Wish
from jobs.requests import Request


def wish_of(request: Request) -> Wish:
    """What the mode does not let one choose is no wish."""
    options = request.options
    return Wish(request.subject.mode, options.quality, options.model)
