"""`python -m bot backup [--out FILE]`, also while the bot runs, and `python -m bot restore FILE`."""

import asyncio
import sys
from argparse import ArgumentParser, _SubParsersAction
from pathlib import Path

from bot.clock import SYSTEM_CLOCK
from bot.settings import Settings
from storage import DatabaseProblem
from storage.backup import back_up, restore


def add_backups(tasks: "_SubParsersAction[ArgumentParser]") -> None:
    """The commands, and what is typed behind each."""
    backup = tasks.add_parser("backup", help="copy the database, also while the bot runs")
    backup.add_argument("--out", type=Path, help="the file to write; else one in DATA_DIR/backups")
    restoring = tasks.add_parser("restore", help="go on from a copy; the bot must not run")
    restoring.add_argument("file", type=Path, help="what `backup` has written")


def run_backup(settings: Settings, out: Path | None) -> int:
    """Write a copy of the database; 0 when it is there, else 1."""
    now = SYSTEM_CLOCK.now()
    target = out or settings.data_dir / "backups" / f"bot-{now:%Y%m%d-%H%M%S}.sqlite3"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        back_up(settings.database, target)
    except (DatabaseProblem, OSError) as problem:
        return _complain(problem)
    print(f"{target} holds everything up to now. Keep it as private as a diary.")
    return 0


def run_restore(settings: Settings, file: Path) -> int:
    """Put a copy in the place of the database; 0 when the bot can go on from it, else 1."""
    try:
        kept = asyncio.run(restore(file, settings.database, SYSTEM_CLOCK.now()))
    except DatabaseProblem as problem:
        return _complain(problem)
    print(f"{settings.database} is now what {file} was.")
    if kept:
        print(f"The old one is kept as {kept}.")
    return 0


def _complain(problem: Exception) -> int:
    print(problem, file=sys.stderr)
    return 1
