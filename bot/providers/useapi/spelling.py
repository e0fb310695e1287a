"""A prompt as useapi.net's models read it: people always write @pic1, most models say @image1. Pure."""

from bot.providers.useapi.capabilities import V5
from jobs.capabilities import Mode
from jobs.drafts.references import NOTATION, spelled
from jobs.requests import Request

_NEWER_NOTATION = "image"


def prompt_of(request: Request) -> str | None:
    """The words as they are sent, and as the lists show them later."""
    if request.subject.mode is not Mode.FUSION or request.prompt is None:
        return request.prompt
    return spelled(request.prompt, NOTATION if request.options.model == V5 else _NEWER_NOTATION)
