"""Keeps a database file to one bot, and knows of visitors. The kernel lets go of a lock when its process dies.

`<file>.lock` is held by the one process that works on the file: the bot. Commands of the shell visit the file
beside it; they share `<file>.visitors`, so that nobody puts another file in its place meanwhile.
"""

import asyncio
import fcntl
import os
from pathlib import Path

from storage.errors import DatabaseInUse

LOOK_AGAIN = 0.05


class FileLock:
    """A lock on a file beside the database. That file stays: deleting it would race with the next."""

    def __init__(self, path: Path, *, ending: str = "lock", shared: bool = False) -> None:
        self._path = path
        self._kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        self._descriptor = os.open(_beside(path, ending), os.O_RDWR | os.O_CREAT, 0o600)

    @classmethod
    def for_visitor(cls, path: Path) -> "FileLock":
        """Held by as many visitors as there are."""
        return cls(path, ending="visitors", shared=True)

    @classmethod
    def against_visitors(cls, path: Path) -> "FileLock":
        """Held while nobody may visit."""
        return cls(path, ending="visitors")

    async def take(self, wait: float) -> None:
        """Wait up to so many seconds for a predecessor that is ending. Raises DatabaseInUse."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + wait
        while not self.try_now():
            if loop.time() >= deadline:
                raise DatabaseInUse(self._path)
            await asyncio.sleep(LOOK_AGAIN)

    def try_now(self) -> bool:
        """Whether it is ours."""
        try:
            fcntl.flock(self._descriptor, self._kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(self) -> None:
        """Let go; the lock cannot be taken again."""
        os.close(self._descriptor)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}.{ending}")
