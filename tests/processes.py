"""The bot as `make run` and the image start it, with nothing but environment variables."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
CLEAN_STOP_SECONDS = 10  # what a container runtime gives before it kills


class BotProcess:
    """One run of the program; its log is a file."""

    def __init__(self, environment: Mapping[str, str], home: Path, module: str = "bot") -> None:
        self.log = home / "bot.log"
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-OO", "-m", module],
                cwd=home,  # no .env of a developer there
                env={"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", **environment},
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        """The power goes: SIGKILL."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> int:
        """SIGTERM; returns the exit status. Raises TimeoutExpired where it takes too long."""
        self._process.terminate()
        return self._process.wait(CLEAN_STOP_SECONDS)

    def has_open(self, name: str) -> bool:
        """Whether it has a file of this name open: how far a silent start has come."""
        links = Path(f"/proc/{self._process.pid}/fd").iterdir()
        return any(link.exists() and link.resolve().name == name for link in links)

    def end(self) -> None:
        """Leave nothing behind, whatever became of it."""
        if self._process.poll() is None:
            self.kill()


@contextmanager
def bot_process(
    environment: Mapping[str, str], home: Path, module: str = "bot"
) -> Iterator[BotProcess]:
    """A running bot, dead at the latest when the block ends."""
    process = BotProcess(environment, home, module)
    try:
        yield process
    finally:
        process.end()
