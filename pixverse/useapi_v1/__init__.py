"""useapi.net's PixVerse API v1: jobs of a Discord bot. Deprecated by its vendor; for those who have it."""

from pixverse.useapi_v1.client import UseApiV1
from pixverse.useapi_v1.models import Attachment, Channel, Job
from pixverse.useapi_v1.requests import (
    AnimateBody,
    ButtonBody,
    ChannelBody,
    CreateBody,
    CreateSingleBody,
    MemeFaceBody,
)
from pixverse.useapi_v1.status import Done, Failed, Failure, Outcome, Pending, outcome

__all__ = [
    "AnimateBody",
    "Attachment",
    "ButtonBody",
    "Channel",
    "ChannelBody",
    "CreateBody",
    "CreateSingleBody",
    "Done",
    "Failed",
    "Failure",
    "Job",
    "MemeFaceBody",
    "Outcome",
    "Pending",
    "UseApiV1",
    "outcome",
]
