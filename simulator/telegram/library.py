"""Telegram's file servers: keeps bytes, gives file ids, and makes the objects that name them."""

import asyncio
import hashlib
import mimetypes
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from simulator.telegram import inspect_media
from simulator.telegram.call import Incoming
from simulator.telegram.errors import bad_request
from simulator.telegram.file_objects import EXTRAS, Details, content_of, dimensions, real_kind
from simulator.telegram.inspect_media import Picture
from simulator.telegram.model import Json, StoredFile
from simulator.telegram.store import Store

_FOLDERS = {
    "photo": "photos",
    "video": "videos",
    "animation": "animations",
    "document": "documents",
    "audio": "music",
    "voice": "voice",
    "video_note": "video_notes",
    "sticker": "stickers",
    "thumbnail": "thumbnails",
}
_PREFIXES = {
    "photo": "AgACAgIAAxk",
    "video": "BAACAgIAAxk",
    "document": "BQACAgIAAxk",
    "animation": "CgACAgIAAxk",
    "audio": "CQACAgIAAxk",
    "voice": "AwACAgIAAxk",
    "video_note": "DQACAgIAAxk",
    "sticker": "CAACAgIAAxk",
    "thumbnail": "AAMCAgADGQE",
}
_EXTENSIONS = {
    "audio/ogg": ".oga",
    "image/jpeg": ".jpg",
    "audio/mpeg": ".mp3",
    "image/webp": ".webp",
}
_THUMBNAIL_BYTES = 200 * 1024


class Library:
    def __init__(self, store: Store, folder: Path, clock: Callable[[], float]) -> None:
        self._store = store
        self._folder = folder
        self._clock = clock
        self._files: dict[str, StoredFile] = {}
        self._paths: dict[str, StoredFile] = {}
        self._count = 0
        folder.mkdir(parents=True, exist_ok=True)
        for leftover in folder.glob("*.part"):
            leftover.unlink()
        for _, value in store.load("file"):
            self._remember(StoredFile.model_validate(value))

    def _remember(self, file: StoredFile) -> None:
        self._files[file.file_id] = file
        self._paths[file.path] = file
        self._count += 1

    def find(self, file_id: str) -> StoredFile | None:
        return self._files.get(file_id)

    def bytes_of(self, file: StoredFile) -> Path:
        return self._folder / file.blob

    def temporary(self) -> Path:
        return self._folder / f"{secrets.token_hex(8)}.part"

    def open_link(self, file: StoredFile) -> str:
        """The path under which the bot may fetch the file for the next hour."""
        file.link_until = self._clock() + 3600
        self._store.put("file", file.file_id, file)
        return file.path

    def by_link(self, path: str) -> StoredFile | None:
        file = self._paths.get(path)
        return file if file is not None and file.link_until > self._clock() else None

    def clear(self) -> None:
        for file in self._files.values():
            self.bytes_of(file).unlink(missing_ok=True)
        self._files.clear()
        self._paths.clear()
        self._store.drop_all("file")

    async def photo(self, source: Incoming, bot: int, *, by_person: bool) -> list[Json]:
        """The sizes of a photo, smallest first."""
        read = inspect_media.person_photo if by_person else inspect_media.bot_photo
        try:
            pictures = await asyncio.to_thread(read, source.path)
        except inspect_media.UnreadablePicture:
            raise bad_request("IMAGE_PROCESS_FAILED") from None
        except ValueError as problem:
            raise bad_request(str(problem)) from None
        files = [await self._picture(picture, source, "photo", bot) for picture in pictures]
        sizes = [file.value for file in files]
        for file in files:
            self._describe(file, sizes)
        return sizes

    def _describe(self, file: StoredFile, value: Any) -> None:
        file.value = value
        self._store.put("file", file.file_id, file)

    async def _picture(self, picture: Picture, source: Incoming, kind: str, bot: int) -> StoredFile:
        if picture.data is None:
            file = await self._keep(source, kind, "image/jpeg", bot)
        else:
            path = self.temporary()
            path.write_bytes(picture.data)
            made = Incoming(path, "", "image/jpeg", len(picture.data))
            file = await self._keep(made, kind, "image/jpeg", bot)
        value = {
            "file_id": file.file_id,
            "file_unique_id": file.unique_id,
            "width": picture.width,
            "height": picture.height,
            "file_size": file.size,
        }
        self._describe(file, value)
        return file

    async def media(
        self,
        kind: str,
        source: Incoming,
        details: Details,
        bot: int,
        *,
        trusted: bool = False,
        fetched: bool = False,
    ) -> Json:
        """The message content for a file sent as `kind`.

        Telegram looks at a bot's bytes and may decide that they are something else; what a
        person's app calls a video is trusted to be one. `fetched`: it came by its address.
        """
        facts = await asyncio.to_thread(inspect_media.examine, source.path)
        believed = trusted and kind != "document"
        real = kind if believed else real_kind(kind, facts, fetched=fetched)
        mime = facts.mime or source.mime or _guess(source.name)
        file = await self._keep(source, real, mime, bot, name=source.name or None)
        value: Json = {"file_id": file.file_id, "file_unique_id": file.unique_id}
        value |= dimensions(real, facts, details)
        small = await self._thumbnail(real, file, details, bot)
        if small is not None:
            value["thumbnail"] = small
        if real not in ("voice", "sticker", "video_note"):
            value |= {"file_name": file.name} if file.name else {}
        if real not in ("sticker", "video_note"):
            value["mime_type"] = mime
        tags = {"performer": facts.performer, "title": facts.title}
        said = {k: v for k, v in (tags | details.extra).items() if v and k in EXTRAS.get(real, ())}
        value |= said
        value["file_size"] = file.size
        self._describe(file, value)
        return content_of(file)

    async def _thumbnail(
        self, kind: str, file: StoredFile, details: Details, bot: int
    ) -> Json | None:
        given = details.thumbnail
        if given is not None:
            if given.size >= _THUMBNAIL_BYTES:
                raise bad_request(f"file of size {given.size} bytes is too big for a thumbnail")
            picture = await asyncio.to_thread(inspect_media.thumbnail, given.path)
            if picture is not None:
                stored = await self._picture(picture, given, "thumbnail", bot)
                return _plain(stored.value)
        made = await asyncio.to_thread(self._made_thumbnail, kind, file)
        if made is None:
            return None
        source = Incoming(self.bytes_of(file), "", file.mime, file.size)
        return _plain((await self._picture(made, source, "thumbnail", bot)).value)

    def _made_thumbnail(self, kind: str, file: StoredFile) -> Picture | None:
        path = self.bytes_of(file)
        if kind in ("video", "animation", "video_note"):
            return inspect_media.first_frame(path)
        if kind == "document" and file.mime.startswith("image/"):
            return inspect_media.small_copy(path)
        return None

    def small(self, file: StoredFile) -> StoredFile:
        """The thumbnail of a file, or the file itself where it has none."""
        sizes = file.value if isinstance(file.value, list) else [file.value.get("thumbnail")]
        found = self.find(sizes[0]["file_id"]) if sizes[0] else None
        return found or file

    async def keep(self, source: Incoming, bot: int) -> StoredFile:
        """A picture from the web, as it is."""
        return await self._keep(source, "thumbnail", source.mime, bot)

    async def _keep(
        self, source: Incoming, kind: str, mime: str, bot: int, *, name: str | None = None
    ) -> StoredFile:
        digest = await asyncio.to_thread(_digest, source.path)
        blob = f"{digest}-{secrets.token_hex(4)}"
        source.path.rename(self._folder / blob)
        extension = Path(name).suffix if name else ""
        extension = extension or _EXTENSIONS.get(mime) or mimetypes.guess_extension(mime) or ""
        file = StoredFile(
            file_id=_PREFIXES[kind] + secrets.token_urlsafe(36),
            unique_id=("AQAD" if kind in ("photo", "thumbnail") else "AgAD") + digest[:12],
            kind=kind,
            blob=blob,
            size=source.size,
            mime=mime,
            path=f"{_FOLDERS[kind]}/file_{self._count}{extension}",
            bot=bot,
            name=name,
        )
        self._remember(file)
        self._store.put("file", file.file_id, file)
        return file


def _plain(value: Any) -> Json:
    return dict(value)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:24]


def _guess(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
