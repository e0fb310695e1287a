"""Where the bytes of a media parameter come from: an upload, an address, or an earlier file."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from simulator.telegram.call import Call, Incoming
from simulator.telegram.errors import ApiError, bad_request
from simulator.telegram.fetch import VOICE_BYTES, fetch
from simulator.telegram.file_objects import Details, content_of
from simulator.telegram.limits import UPLOAD_BYTES, UPLOAD_PHOTO_BYTES
from simulator.telegram.model import Json, StoredFile
from simulator.telegram.world import World

_TYPE_NAMES = {
    "photo": "Photo",
    "video": "Video",
    "animation": "Animation",
    "document": "Document",
    "audio": "Audio",
    "voice": "VoiceNote",
    "video_note": "VideoNote",
    "sticker": "Sticker",
    "thumbnail": "Thumbnail",
}


@dataclass(frozen=True)
class MediaSource:
    """A media parameter: the reference itself and what the sender says about the file."""

    kind: str
    reference: str | None
    details: Details
    field: str | None = None  # the form field in which the file itself may be


async def content_from(world: World, call: Call, source: MediaSource) -> Json:
    """The part of a message that carries the file which a call names or brings."""
    found = await _resolve(world, call, source)
    if isinstance(found, StoredFile):
        return _reused(found, source)
    _check_size(found, source.kind)
    if source.kind == "photo":
        return {"photo": await world.files.photo(found, call.bot.id, by_person=False)}
    fetched = found is call.files.get(f"fetched {source.reference}")
    long_voice = source.kind == "voice" and fetched and found.size > VOICE_BYTES
    kind = "document" if long_voice else source.kind
    return await world.files.media(kind, found, source.details, call.bot.id, fetched=fetched)


async def _resolve(world: World, call: Call, source: MediaSource) -> Incoming | StoredFile:
    if source.field is not None and source.field in call.files:
        return call.files[source.field]
    reference = (source.reference or "").strip()
    if not reference:
        raise bad_request(f"there is no {source.kind.replace('_', ' ')} in the request")
    if reference.startswith("attach://"):
        attached = call.files.get(reference.removeprefix("attach://"))
        if attached is None:
            raise bad_request(f"there is no {source.kind.replace('_', ' ')} in the request")
        return attached
    if "://" in reference:
        return await _fetched(world, call, source.kind, reference)
    file = world.files.find(reference)
    if file is None or file.bot != call.bot.id:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return file


async def _fetched(world: World, call: Call, kind: str, url: str) -> Incoming:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("wrong HTTP URL specified")
    if kind == "video_note":
        raise bad_request("wrong file identifier/HTTP URL specified")
    target = world.files.temporary()
    try:
        fetched = await fetch(url, kind, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    call.files[f"fetched {url}"] = fetched  # so that a copy nobody takes over is removed
    return fetched


def _check_size(found: Incoming, kind: str) -> None:
    if found.size == 0:
        raise bad_request("file must be non-empty")
    if kind == "photo" and found.size > UPLOAD_PHOTO_BYTES:
        raise bad_request(f"file of size {found.size} bytes is too big for a photo")
    if found.size > UPLOAD_BYTES:
        raise ApiError(413, "Request Entity Too Large")


def _reused(file: StoredFile, source: MediaSource) -> Json:
    """A photo stays a photo; every other file is sent again as what it is."""
    mismatch = (file.kind == "photo") != (source.kind == "photo")
    if mismatch or file.kind == "thumbnail":
        raise bad_request(
            f"can't use file of type {_TYPE_NAMES[file.kind]} as {_TYPE_NAMES[source.kind]}"
        )
    content = dict(content_of(file))
    cover = source.details.extra.get("cover")
    if file.kind == "video" and cover:
        content["video"] = {**content["video"], "cover": cover}
    return content


async def cover_sizes(world: World, call: Call, reference: str | None, field: str | None) -> Json:
    """The `cover` of a video, as an entry for its details; nothing when none is given."""
    if not reference and (field is None or field not in call.files):
        return {}
    source = MediaSource("photo", reference, Details(), field)
    return {"cover": (await content_from(world, call, source))["photo"]}


def thumbnail_of(call: Call, reference: str | None, field: str | None) -> Incoming | None:
    """A thumbnail can only be uploaded; ids and addresses are ignored."""
    if field is not None and field in call.files:
        return call.files[field]
    if reference and reference.startswith("attach://"):
        return call.files.get(reference.removeprefix("attach://"))
    return None
