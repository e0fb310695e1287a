"""Who checks prompts before anything is paid, where whoever runs the bot wants that."""

from typing import Protocol


class ModerationAway(Exception):
    """The check could not be asked, or its answer could not be read."""


class Moderator(Protocol):
    """Judges words. It is given nothing else: no name, no number, no picture."""

    async def allows(self, words: str) -> bool:
        """Whether a video may be made of them. Raises ModerationAway."""
