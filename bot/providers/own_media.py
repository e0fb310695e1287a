"""A person's own video and voice, made ready for a provider."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.media.ready import ReadyFile
from bot.media.terms import SoundTerms, VideoTerms
from bot.media.workshop import Workshop
from bot.providers.lengths import check_length
from jobs.errors import Reason
from jobs.materials import OwnClip
from jobs.requests import ClipRequest
from jobs.tariff import Tariff


@dataclass(frozen=True, slots=True)
class OwnMediaTerms:
    """Which videos and voices a provider takes; its tariff says whether a longer video costs more."""

    videos: VideoTerms
    voices: SoundTerms
    tariff: Tariff


@asynccontextmanager
async def own_media(
    workshop: Workshop, request: ClipRequest, terms: OwnMediaTerms
) -> AsyncIterator[Mapping[Reason, ReadyFile]]:
    """The video, where the provider does not have it yet, and the voice, by the reason if it refuses them.

    Both are looked at before either is sent: what is wrong with one spares the other the way.
    """
    async with AsyncExitStack() as open_files:
        ready: dict[Reason, ReadyFile] = {}
        if isinstance(request.clip, OwnClip) and request.target is None:
            opening = workshop.video(request.clip.file_id, terms.videos)
            video = await open_files.enter_async_context(opening)
            check_length(request, request.clip.seconds, video, terms.tariff)
            ready[Reason.BAD_VIDEO] = video
        if request.voice:
            sound = workshop.sound(request.voice.file_id, terms.voices)
            ready[Reason.BAD_SOUND] = await open_files.enter_async_context(sound)
        yield ready
