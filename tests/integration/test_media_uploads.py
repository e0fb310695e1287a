"""What comes out of the workshop, sent to a useapi.net that looks into the bytes of every upload."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic import SecretStr

from bot.media.ready import ReadyFile
from bot.media.terms import SoundTerms, VideoTerms
from bot.media.workshop import Workshop
from jobs.ids import FileId
from pixverse.useapi import UseApi
from tests.integration.simulator_useapi import TOKEN, running
from tests.media import SOUNDS, VIDEOS, sound, video


class Chat:
    """Every file id is a sound or a video of the kind that is its name."""

    @asynccontextmanager
    async def open(self, file_id: FileId) -> AsyncIterator[AsyncIterator[bytes]]:
        yield self._pieces(sound(file_id) if file_id in SOUNDS else video(file_id))

    async def _pieces(self, content: bytes) -> AsyncIterator[bytes]:
        for start in range(0, len(content), 5000):
            yield content[start : start + 5000]


async def accepted(client: UseApi, ready: ReadyFile, ending: str) -> None:
    upload = await client.upload(ready.pieces(), size=ready.size, content_type=ready.content_type)
    assert (upload.path or "").endswith(ending)


async def test_whatever_people_send_is_taken(tmp_path: Path) -> None:
    workshop = Workshop(Chat(), tmp_path)
    endings = {"wav": ".wav", "mov": ".mov"}
    with running() as simulator:
        async with UseApi(base_url=simulator.url, token=SecretStr(TOKEN)) as client:
            for kind in SOUNDS.keys() - VIDEOS.keys():
                async with workshop.sound(FileId(kind), SoundTerms(longest=60)) as heard:
                    await accepted(client, heard, endings.get(kind, ".mp3"))
            for kind in VIDEOS.keys() - SOUNDS.keys():
                async with workshop.video(FileId(kind), VideoTerms(longest=30)) as seen:
                    await accepted(client, seen, endings.get(kind, ".mp4"))
    workshop.close()
