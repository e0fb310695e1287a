"""Fetches a file from an address that a bot gave instead of the bytes."""

import asyncio
from pathlib import Path
from urllib.parse import unquote, urlsplit

import aiohttp

from simulator.telegram.call import Incoming
from simulator.telegram.errors import bad_request
from simulator.telegram.limits import FETCH_BYTES, FETCH_PHOTO_BYTES, FETCH_SECONDS

VOICE_BYTES = 1024 * 1024  # a longer voice message that comes by address is sent as a file
_ACCEPTED = {
    "photo": ("image/",),
    "video": ("video/mp4",),
    "animation": ("image/gif", "video/mp4"),
    "document": ("application/pdf", "application/zip", "image/gif"),
    "audio": ("audio/",),
    "voice": ("audio/ogg", "audio/mpeg", "audio/mp4"),
    "sticker": ("image/webp", "video/webm"),
    "thumbnail": ("image/", "video/mp4"),
}


async def fetch(url: str, kind: str, target: Path) -> Incoming:
    """Telegram's own download: public formats only, 20 MB, 5 MB for a photo."""
    most = FETCH_PHOTO_BYTES if kind == "photo" else FETCH_BYTES
    timeout = aiohttp.ClientTimeout(total=FETCH_SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(url, headers={"User-Agent": "TelegramBot (like TwitterBot)"}) as answer,
        ):
            if answer.status != 200:
                raise bad_request("failed to get HTTP URL content")
            mime = answer.content_type
            if not mime.startswith(_ACCEPTED[kind]):
                raise bad_request("wrong type of the web page content")
            size = await _save(answer, target, most)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        raise bad_request("failed to get HTTP URL content") from None
    if size == 0:
        raise bad_request("wrong type of the web page content")
    name = Path(unquote(urlsplit(url).path)).name
    return Incoming(target, name, mime, size)


async def _save(answer: aiohttp.ClientResponse, target: Path, most: int) -> int:
    size = 0
    with await asyncio.to_thread(target.open, "wb") as file:
        async for chunk in answer.content.iter_chunked(1 << 16):
            size += len(chunk)
            if size > most:
                raise bad_request("failed to get HTTP URL content")
            file.write(chunk)
    return size
