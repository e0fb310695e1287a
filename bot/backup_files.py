"""A backup as a file that is ready to be sent: copied while the bot works, packed, sealed, and nowhere by name."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

from pydantic import SecretStr

from bot.sealing import seal
from handlers.chat.backups import BackupFailed, BackupFile
from jobs.ports import Clock
from storage import DatabaseProblem
from storage.backup import nameless_copy


class BackupFiles:
    """Implements `handlers.chat.backups.BackupFiles`."""

    def __init__(
        self, database: Path, directory: Path, key: SecretStr | None, clock: Clock
    ) -> None:
        self._database = database
        self._directory = directory
        self._key = key
        self._clock = clock

    @property
    def encrypted(self) -> bool:
        """See `BackupFiles.encrypted`."""
        return self._key is not None

    @asynccontextmanager
    async def make(self) -> AsyncIterator[BackupFile]:
        """See `BackupFiles.make`. Neither file has a name on disk: a crash leaves nothing behind."""
        name = sealed_name(f"{self._clock.now():%Y%m%d-%H%M%S}", encrypted=self.encrypted)
        try:
            file = await asyncio.to_thread(self._sealed)
        except (DatabaseProblem, OSError) as problem:
            raise BackupFailed from problem
        with file:
            size = file.seek(0, 2)
            file.seek(0)
            yield BackupFile(name, size, file)

    def _sealed(self) -> IO[bytes]:
        self._directory.mkdir(parents=True, exist_ok=True)
        with nameless_copy(self._database, self._directory) as plain:
            file = tempfile.TemporaryFile(dir=self._directory)  # noqa: SIM115 (it is given away)
            try:
                seal(plain, file, self._key)
            except BaseException:
                file.close()
                raise
            return file


def sealed_name(when: str, *, encrypted: bool) -> str:
    """What such a file is called."""
    return f"bot-{when}.sqlite3.gz{'.sealed' if encrypted else ''}"
