"""`python -m bot backup`, also while the bot runs, and `python -m bot restore FILE`, sealed files included."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr

from bot.backup_files import sealed_name
from bot.cli.answers import Answer, Facts
from bot.cli.typed import add_command
from bot.cli.visit import Shell
from bot.clock import SYSTEM_CLOCK
from bot.sealing import CannotOpen, is_sealed_or_packed, seal, unseal
from bot.settings import Settings
from storage import DatabaseUnusable
from storage.backup import BadBackup, back_up, nameless_copy, restore, write_down


class BackupMade(Facts):
    """What was written."""

    file: str
    size: int
    encrypted: bool


class Restored(Facts):
    """What took the place of what; `kept` is where the old database is now."""

    database: str
    backup: str
    kept: str | None


def add_backups(tasks: "_SubParsersAction[ArgumentParser]") -> None:
    """The commands, and what is typed behind each."""
    told = "copy the database, also while the bot runs; encrypted if BACKUP_KEY is set"
    making = add_command(tasks, "backup", backup, told)
    making.add_argument("--out", type=Path, help="the file to write; else one in DATA_DIR/backups")
    making.add_argument("--plain", action="store_true", help="not encrypted, whatever is set")
    told = "go on from a copy, encrypted or not; the bot must not run"
    restoring = add_command(tasks, "restore", go_back, told)
    restoring.add_argument("file", type=Path, help="what `backup` has written, or the bot has sent")


async def backup(shell: Shell, typed: Namespace) -> Answer:
    """A copy in a file of its own."""
    key = None if typed.plain else shell.settings.backup_key
    target = typed.out or _usual(shell.settings, encrypted=key is not None)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if key:
            _write_sealed(shell.settings, target, key)
        else:
            back_up(shell.settings.database, target)
    except OSError as problem:
        raise DatabaseUnusable(target, problem.strerror or problem) from problem
    noted = await write_down(shell.settings.database, target, shell.now)
    made = BackupMade(file=str(target), size=target.stat().st_size, encrypted=key is not None)
    advice = "Keep its key somewhere else." if key else "Keep it as private as a diary."
    said = [f"{target} holds everything up to now. {advice}"]
    said += [] if noted else ["The audit log does not have it: nothing can be written there now."]
    return Answer(made, said="\n".join(said))


def _usual(settings: Settings, *, encrypted: bool) -> Path:
    when = f"{SYSTEM_CLOCK.now():%Y%m%d-%H%M%S}"
    name = sealed_name(when, encrypted=True) if encrypted else f"bot-{when}.sqlite3"
    return settings.data_dir / "backups" / name


def _write_sealed(settings: Settings, target: Path, key: SecretStr) -> None:
    if not settings.database.is_file():
        raise DatabaseUnusable(settings.database, "there is no such file")
    try:
        target.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise DatabaseUnusable(target, "it exists already") from None
    try:
        with (
            nameless_copy(settings.database, target.parent) as plain,
            target.open("r+b") as file,
        ):
            seal(plain, file, key)
    except BaseException:
        target.unlink()
        raise


async def go_back(shell: Shell, typed: Namespace) -> Answer:
    """A copy in the place of the database."""
    database = shell.settings.database
    with _plain(typed.file, shell.settings) as copy:
        kept = await restore(copy, database, SYSTEM_CLOCK.now(), called=typed.file.name)
    restored = Restored(
        database=str(database), backup=str(typed.file), kept=str(kept) if kept else None
    )
    said = [f"{database} is now what {typed.file} was."]
    said += [f"The old one is kept as {kept}."] if kept else []
    return Answer(restored, said="\n".join(said))


@contextmanager
def _plain(backup: Path, settings: Settings) -> Iterator[Path]:
    """The copy as SQLite reads it: for as long as the context lasts, beside the database. Raises BadBackup."""
    if not _needs_opening(backup):
        yield backup
        return
    opened = settings.database.with_name(f"{settings.database.name}.opened")
    try:
        opened.parent.mkdir(parents=True, exist_ok=True)
        opened.unlink(missing_ok=True)  # of a command that died
        opened.touch(mode=0o600)
        with backup.open("rb") as source, opened.open("wb") as target:
            unseal(source, target, settings.backup_key)
        yield opened
    except CannotOpen as why:
        raise BadBackup(backup, str(why)) from why
    except OSError as problem:
        raise DatabaseUnusable(backup, problem.strerror or problem) from problem
    finally:
        opened.unlink(missing_ok=True)


def _needs_opening(backup: Path) -> bool:
    try:
        with backup.open("rb") as file:
            return is_sealed_or_packed(file)
    except OSError:
        return False  # `restore` says what is wrong with it
