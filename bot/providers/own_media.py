"""A person's own video and voice, made ready for a provider."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from bot.media.ready import ReadyFile
from bot.media.terms import SoundTerms, VideoTerms
from bot.media.workshop import Workshop
from bot.providers.lengths import check_length
from jobs.capabilities import Mode
from jobs.errors import Reason, Refused
from jobs.materials import OwnClip
from jobs.requests import ClipRequest
from jobs.tariff import Tariff


@dataclass(frozen=True, slots=True)
class OwnMediaTerms:
    """Which videos and voices a provider takes; its tariff says whether a longer video costs more.

    `shortest`: how many seconds a video must last at least, by what is made of it.
    """

    videos: VideoTerms
    voices: SoundTerms
    tariff: Tariff
    shortest: Mapping[Mode, float] = field(default_factory=dict)


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
            if video.seconds < terms.shortest.get(request.subject.mode, 0):
                raise Refused(Reason.TOO_SHORT)
            check_length(request, request.clip.seconds, video, terms.tariff)
            ready[Reason.BAD_VIDEO] = video
        if request.voice:
            sound = workshop.sound(request.voice.file_id, terms.voices)
            ready[Reason.BAD_SOUND] = await open_files.enter_async_context(sound)
        yield ready
