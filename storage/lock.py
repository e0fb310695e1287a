"""Keeps a database file to one process. The kernel lets go of the lock when the process dies."""

import asyncio
import fcntl
import os
from pathlib import Path

from storage.errors import DatabaseInUse

LOOK_AGAIN = 0.05


class FileLock:
    """An exclusive lock on `<file>.lock`. The lock file stays: deleting it would race with the next."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = os.open(_beside(path), os.O_RDWR | os.O_CREAT, 0o600)

    async def take(self, wait: float) -> None:
        """Wait up to so many seconds for a predecessor that is ending. Raises DatabaseInUse."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + wait
        while not self._try():
            if loop.time() >= deadline:
                raise DatabaseInUse(self._path)
            await asyncio.sleep(LOOK_AGAIN)

    def _try(self) -> bool:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(self) -> None:
        """Let go; the lock cannot be taken again."""
        os.close(self._descriptor)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")
