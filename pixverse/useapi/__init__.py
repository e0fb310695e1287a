"""useapi.net's PixVerse API v2: a paid wrapper around a PixVerse web account of one's own."""

from pixverse.outcomes import Done, Failed, Failure, Outcome, Pending
from pixverse.useapi.client import PAGE_IMAGES, PAGE_ROWS, UseApi
from pixverse.useapi.images import CreateImagesBody
from pixverse.useapi.models import (
    Account,
    Capacity,
    Created,
    Effect,
    Features,
    Page,
    Running,
    Scheduler,
    Upload,
    Video,
    Voice,
)
from pixverse.useapi.remakes import ExtendBody, LipsyncBody, ModifyBody, UpscaleBody
from pixverse.useapi.requests import (
    AccountBody,
    CreateBody,
    CreateFramesBody,
    CreateFusionBody,
    CreateTransitionBody,
    MotionControlBody,
)
from pixverse.useapi.status import is_being_made, outcome
from pixverse.useapi.uploads import AUDIO_TYPES, IMAGE_TYPES, UPLOAD_TYPES, VIDEO_TYPES
from pixverse.useapi.webhook import Mention

__all__ = [
    "AUDIO_TYPES",
    "IMAGE_TYPES",
    "PAGE_IMAGES",
    "PAGE_ROWS",
    "UPLOAD_TYPES",
    "VIDEO_TYPES",
    "Account",
    "AccountBody",
    "Capacity",
    "CreateBody",
    "CreateFramesBody",
    "CreateFusionBody",
    "CreateImagesBody",
    "CreateTransitionBody",
    "Created",
    "Done",
    "Effect",
    "ExtendBody",
    "Failed",
    "Failure",
    "Features",
    "LipsyncBody",
    "Mention",
    "ModifyBody",
    "MotionControlBody",
    "Outcome",
    "Page",
    "Pending",
    "Running",
    "Scheduler",
    "Upload",
    "UpscaleBody",
    "UseApi",
    "Video",
    "Voice",
    "is_being_made",
    "outcome",
]
