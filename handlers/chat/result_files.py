"""The provider's finished files, as whoever sends them gets them."""

from contextlib import AbstractAsyncContextManager
from typing import BinaryIO, Protocol


class ResultTooBig(Exception):
    """The file is larger than Telegram takes."""


class ResultAway(Exception):
    """The provider's file cannot be fetched now."""


class ResultGone(ResultAway):
    """The provider does not have the file any more."""


class ResultFiles(Protocol):
    """Fetches finished files: from the provider, public https only, or from our own disk."""

    def is_public(self, url: str) -> bool:
        """Whether Telegram, or a person, could fetch it themselves: False for what we keep."""

    async def size(self, url: str) -> int | None:
        """Bytes, as far as the server says. None: unknown."""

    def fetch(self, url: str, *, limit: int) -> AbstractAsyncContextManager[BinaryIO]:
        """The file on local disk, for as long as the context lasts. Raises ResultTooBig, ResultAway, ResultGone."""
