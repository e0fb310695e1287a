"""What a request refers to: the account's own images, media, finished videos, masks and voices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.film.sniffing import Kind
from simulator.platform.envelope import Code, Refused, bad
from simulator.platform.fields import empty
from simulator.platform.records import Job, Status, Upload
from simulator.platform.speakers import AUTO, SPEAKERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.platform.fields import Body
    from simulator.platform.records import Account
    from simulator.platform.world import World

_LONGEST = 30  # seconds, of a video or a sound
_MASKABLE = ("h264", "hevc")


@dataclass(frozen=True, slots=True)
class Source:
    """A video to work on, made here or uploaded."""

    made: Job | None
    sent: Upload | None
    width: int
    height: int
    seconds: float
    quality: str

    @property
    def name(self) -> str:
        """Masks are for one video only, and know it by this."""
        return f"video:{self.made.number}" if self.made else f"media:{self.number}"

    @property
    def number(self) -> int:
        found = self.made or self.sent
        assert found is not None
        return found.number


def image(world: World, account: Account, number: int) -> Upload:
    found = world.uploads.get(number)
    mine = found is not None and found.account_id == account.account_id
    if found is None or not mine or found.kind is not Kind.IMAGE:
        raise Refused(Code.BAD_IMAGE_ID, f"Image {number} is not known")
    return found


def images(world: World, account: Account, numbers: Iterable[int]) -> tuple[Upload, ...]:
    return tuple(image(world, account, number) for number in numbers)


def source(world: World, account: Account, body: Body, *, longest: int = _LONGEST) -> Source:
    """Exactly one of source_video_id and video_media_id, finished, and not too long."""
    made, sent = (not empty(body.get(name)) for name in ("source_video_id", "video_media_id"))
    if made == sent:
        raise bad("Exactly one of source_video_id and video_media_id is required")
    found = (
        _made(world, account, body["source_video_id"])
        if made
        else _sent(media(world, account, body["video_media_id"], Kind.VIDEO))
    )
    if found.seconds > longest + 0.5:
        raise bad(f"The video is longer than {longest} s")
    return found


def _made(world: World, account: Account, number: int) -> Source:
    job = world.jobs.get(number)
    if job is None or job.account_id != account.account_id or not job.is_video:
        raise Refused(Code.NOT_FOUND, f"Video {number} is not known")
    if job.final is Status.DELETED:
        raise Refused(Code.DELETED, f"Video {number} was deleted")
    if job.final is not Status.SUCCESS:
        raise bad(f"Video {number} is not finished")
    return Source(job, None, job.width, job.height, job.duration, job.quality)


def _sent(upload: Upload) -> Source:
    return Source(None, upload, upload.width, upload.height, upload.seconds, "540p")


def media(world: World, account: Account, number: int, kind: Kind) -> Upload:
    found = world.uploads.get(number)
    if found is None or found.account_id != account.account_id or found.kind is Kind.IMAGE:
        raise Refused(Code.NOT_FOUND, f"Media {number} is not known")
    if found.kind is not kind:
        raise bad(f"Media {number} is {found.kind}, not {kind}")
    return found


def maskable(found: Source) -> None:
    if found.sent is not None and found.sent.codec not in _MASKABLE:
        raise bad("The video must be encoded as h264 or h265")


def masks(world: World, account: Account, body: Body, found: Source, wanted: Iterable[str]) -> None:
    """Each was selected in this video, at this keyframe."""
    keyframe = body.get("keyframe_id") or body.get("keyframe_ids") or 1
    known = {
        mask_id
        for one in world.selections.values()
        if (one.account_id, one.source, one.keyframe) == (account.account_id, found.name, keyframe)
        for mask_id, _ in one.masks
    }
    for mask_id in wanted:
        if mask_id not in known:
            raise bad(f"Mask {mask_id} was not selected in this video at this keyframe")


def voice(world: World, account: Account, body: Body) -> None:
    speaker = body["lip_sync_tts_speaker_id"]
    own = world.voices.get(speaker)
    mine = own is not None and own.account_id == account.account_id
    if speaker.lower() != AUTO and speaker not in SPEAKERS and not mine:
        raise Refused(Code.NOT_FOUND, f"Speaker {speaker} is not known")
