"""What people gave for a job, on its way to the Platform API: made ready, checked, and only then sent."""

from collections.abc import Callable

from bot.media.ready import ReadyFile
from bot.media.terms import PictureTerms, SoundTerms, VideoTerms
from bot.media.workshop import Workshop
from bot.providers.faults import asked, upload_fault
from bot.providers.own_media import OwnMediaTerms, own_media
from bot.providers.pixverse.capabilities import SWITCHES
from bot.providers.pixverse.tariff import TARIFF
from jobs.capabilities import Mode
from jobs.errors import ProviderFault, Reason
from jobs.ids import FileId
from jobs.lifecycle import Job
from jobs.requests import ClipRequest, TextRequest
from pixverse.errors import ProviderError
from pixverse.platform import AUDIO_TYPES, BAD_UPLOAD, IMAGE_TYPES, VIDEO_TYPES, Platform
from pixverse.platform.uploads import (
    LARGEST_IMAGE,
    LARGEST_MEDIA,
    LONGEST_MEDIA_SECONDS,
    LONGEST_MEDIA_SIDE,
)

PICTURES = PictureTerms(
    largest=LARGEST_IMAGE,
    longest_side=SWITCHES.longest_image_side,
    types=frozenset(IMAGE_TYPES),
)
OWN_MEDIA = OwnMediaTerms(
    VideoTerms(
        longest=LONGEST_MEDIA_SECONDS,
        largest=LARGEST_MEDIA,
        longest_side=LONGEST_MEDIA_SIDE,
        types=frozenset(VIDEO_TYPES),
        codecs=frozenset({"h264", "hevc"}),
    ),
    SoundTerms(longest=LONGEST_MEDIA_SECONDS, largest=LARGEST_MEDIA, types=frozenset(AUDIO_TYPES)),
    TARIFF,
)


class Uploads:
    """Brings the materials of a job to the account of one key."""

    def __init__(self, client: Platform, workshop: Workshop) -> None:
        self._client = client
        self._workshop = workshop

    async def bring(self, job: Job) -> tuple[str, ...]:
        """See `Provider.upload`: pictures first, then an own video, then a voice."""
        request = job.request
        pictures = () if isinstance(request, TextRequest) else request.pictures
        numbers = [await self._picture(picture.file_id) for picture in pictures]
        if isinstance(request, ClipRequest):
            numbers += await self._clip_and_voice(request)
        return tuple(numbers)

    async def _picture(self, file_id: FileId) -> str:
        """One after the other: they share one person's patience."""
        async with self._workshop.picture(file_id, PICTURES) as ready:
            sending = self._client.upload_image(
                ready.pieces(), size=ready.size, content_type=ready.content_type
            )
            stored = await asked(sending, meaning=_meaning_of(Reason.BAD_PICTURE))
            return str(stored.img_id)

    async def _clip_and_voice(self, request: ClipRequest) -> list[str]:
        async with own_media(self._workshop, _dearest(request), OWN_MEDIA) as ready:
            sent = [await self._media(file, bad) for bad, file in ready.items()]
        return [*(request.target.uploads if request.target else ()), *sent]

    async def _media(self, file: ReadyFile, bad: Reason) -> str:
        sending = self._client.upload_media(
            file.pieces(), size=file.size, content_type=file.content_type
        )
        stored = await asked(sending, meaning=_meaning_of(bad))
        return str(stored.media_id)


def _meaning_of(bad: Reason) -> Callable[[ProviderError], ProviderFault]:
    return lambda error: upload_fault(error, bad, ours=BAD_UPLOAD)


def _dearest(request: ClipRequest) -> ClipRequest:
    """Where a video is looked through, its length is for the price of the swap that comes of it."""
    leads_to = Mode.SWAP if request.mode is Mode.PARTS else request.mode
    return request.model_copy(update={"mode": leads_to})
