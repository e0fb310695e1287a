"""What grows for ever without being of use, as the store keeps it."""

from typing import Protocol


class Housekeeping(Protocol):
    """Rows that nobody will ask for again."""

    async def prune(self, limit: int) -> int:
        """Delete some, at most so many of each kind; how many these were. 0: there are none left."""
