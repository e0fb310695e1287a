"""What people gave for a job, on its way to PixVerse: made ready, checked, and only then sent."""

from bot.media.ready import ReadyFile
from bot.media.terms import SoundTerms, VideoTerms
from bot.media.workshop import Workshop
from bot.providers.faults import asked, upload_fault
from bot.providers.lengths import TELEGRAM_ROUNDS
from bot.providers.own_media import OwnMediaTerms, own_media
from bot.providers.useapi.capabilities import LONGEST_CLIP, MODES
from bot.providers.useapi.tariff import TARIFF
from jobs.capabilities import Mode
from jobs.errors import Reason
from jobs.ids import AccountId
from jobs.lifecycle import Job
from jobs.materials import Picture
from jobs.requests import ClipRequest, TextRequest
from pixverse.useapi import UseApi

TERMS = OwnMediaTerms(
    VideoTerms(longest=LONGEST_CLIP + TELEGRAM_ROUNDS),
    # A longer sound is accepted by the vendor, charged, and fails.
    SoundTerms(longest=MODES[Mode.LIPSYNC].longest_voice),
    TARIFF,
    {mode: rules.shortest_clip for mode, rules in MODES.items()},
)


class Uploads:
    """Brings the materials of a job to its account."""

    def __init__(self, client: UseApi, workshop: Workshop) -> None:
        self._client = client
        self._workshop = workshop

    async def bring(self, job: Job) -> tuple[str, ...]:
        """See `Provider.upload`. Pictures first, then an own video, then a voice."""
        request = job.request
        pictures = () if isinstance(request, TextRequest) else request.pictures
        paths = [await self._picture(picture, job.account) for picture in pictures]
        if isinstance(request, ClipRequest):
            paths += await self._clip_and_voice(job, request)
        return tuple(paths)

    async def _picture(self, picture: Picture, account: AccountId | None) -> str:
        """One after the other: they share one person's patience."""
        async with self._workshop.picture(picture.file_id) as ready:
            return await self._send(ready, account, Reason.BAD_PICTURE)

    async def _clip_and_voice(self, job: Job, request: ClipRequest) -> list[str]:
        async with own_media(self._workshop, request, TERMS) as ready:
            return [await self._send(file, job.account, bad) for bad, file in ready.items()]

    async def _send(self, file: ReadyFile, account: AccountId | None, bad: Reason) -> str:
        sending = self._client.upload(
            file.pieces(),
            size=file.size,
            content_type=file.content_type,
            email=account,
        )
        upload = await asked(sending, meaning=lambda error: upload_fault(error, bad))
        return upload.path or ""
