"""Finished videos on our own disk: where the provider's addresses expire, nothing is lost by being late."""

import contextlib
import os
import re
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import IO

SCHEME = "kept:"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,120}\.mp4")


class KeptFiles:
    """A folder of videos. A file is in it whole or not at all, also after a crash."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def address(self, name: str) -> str:
        """What a result's url is that stands here."""
        return SCHEME + self._checked(name)

    def path(self, address: str) -> Path | None:
        """Where the file of an address is, or was; None for any other address."""
        name = address.removeprefix(SCHEME)
        return self._directory / name if name != address and _NAME.fullmatch(name) else None

    def has(self, name: str) -> bool:
        """Whether it is here."""
        return (self._directory / self._checked(name)).is_file()

    def put(self, name: str, file: IO[bytes]) -> None:
        """Copy a file into the folder. Raises OSError."""
        self._directory.mkdir(parents=True, exist_ok=True)
        file.seek(0)
        with tempfile.NamedTemporaryFile(dir=self._directory, delete=False) as copy:
            try:
                shutil.copyfileobj(file, copy)
                copy.flush()
                os.fsync(copy.fileno())
                # Only a whole file gets a name that somebody looks for.
                Path(copy.name).replace(self._directory / self._checked(name))
            except BaseException:
                Path(copy.name).unlink(missing_ok=True)
                raise

    def drop(self, name: str) -> None:
        """Take a file away; one that is not here is fine."""
        (self._directory / self._checked(name)).unlink(missing_ok=True)

    def prune(self, before: datetime) -> None:
        """Take away what has been here since before then, and what a crash left half written."""
        for path in self._directory.glob("*"):
            with contextlib.suppress(FileNotFoundError):
                old = path.stat().st_mtime < before.timestamp()
                if old or not _NAME.fullmatch(path.name):
                    path.unlink()

    def _checked(self, name: str) -> str:
        if not _NAME.fullmatch(name):
            raise ValueError("this is no name of a kept file")
        return name
