"""A program under measurement: a process of its own, whose CPU time and memory are read from /proc."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Measured:
    """A running process."""

    pid: int

    def cpu_seconds(self) -> float:
        """User and system time so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_mb(self, what: str = "VmRSS") -> float:
        """Resident memory now, or at its peak (`VmHWM`)."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith(what):
                return int(line.split()[1]) / 1024
        raise ProcessLookupError(self.pid)

    def forget_peak(self) -> None:
        """Let the peak start anew from what is resident now."""
        Path(f"/proc/{self.pid}/clear_refs").write_text("5")


@asynccontextmanager
async def running(module: str, environment: Mapping[str, str]) -> AsyncIterator[Measured]:
    """`python -OO -m module`, as `make run` and the image start the bot, until the block ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-OO", "-m", module, env={**os.environ, **environment}
    )
    try:
        yield Measured(process.pid)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
