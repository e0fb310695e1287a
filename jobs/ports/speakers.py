"""The provider's voices, as the store keeps them."""

from collections.abc import Sequence
from typing import Protocol

from jobs.ids import FileId
from jobs.materials import Speaker


class Speakers(Protocol):
    """Everybody who can read words out, as the provider last told it."""

    async def replace(self, speakers: Sequence[Speaker]) -> None:
        """Take over a complete list. A sample that is the same stays known to Telegram."""

    async def get(self, speaker_id: str) -> Speaker:
        """Raises SpeakerGone."""

    async def page(self, *, offset: int, limit: int) -> tuple[Sequence[Speaker], int]:
        """Some of them in the provider's order, and how many there are."""

    async def sample(self, speaker_id: str) -> FileId | None:
        """Their sample as Telegram has it, where it was sent before."""

    async def keep_sample(self, speaker_id: str, file_id: FileId | None) -> None:
        """Remember it; None: Telegram does not take it any more."""
