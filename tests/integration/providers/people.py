"""What people sent, for adapters to upload: a file id's first letter says what it is."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache

from jobs.ids import FileId, MessageId
from jobs.materials import OwnClip, Voice
from tests import media
from tests.pictures import picture

OWN_CLIP = OwnClip(file_id=FileId("v1"), message_id=MessageId(50), seconds=2)
VOICE = Voice(file_id=FileId("s1"), message_id=MessageId(51), seconds=1)


@cache
def contents() -> Mapping[str, bytes]:
    """By the first letters of their ids."""
    return {
        "f": picture("teal", size=(240, 160)),
        "v": media.video(seconds=2),
        "s": media.sound(),
    }


class Files:
    """Implements `bot.media.source.FileSource`: `f…` are pictures, `v…` videos, `s…` sounds."""

    @asynccontextmanager
    async def open(self, file_id: FileId) -> AsyncIterator[AsyncIterator[bytes]]:
        yield self._pieces(contents()[file_id[0]])

    async def _pieces(self, content: bytes) -> AsyncIterator[bytes]:
        for start in range(0, len(content), 4096):
            yield content[start : start + 4096]


async def no_wait(_seconds: float) -> None:
    """Instead of the pauses between repeats."""
