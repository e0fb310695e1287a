"""Why the database file cannot be opened or written: one sentence each, for whoever runs the bot."""

from pathlib import Path


class DatabaseProblem(Exception):
    """The program cannot work with this database file."""


class DatabaseInUse(DatabaseProblem):
    """Another process has the file open."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The database {path} is in use by another process of this bot.")


class DatabaseUnusable(DatabaseProblem):
    """The file or its directory cannot be read and written."""

    def __init__(self, path: Path, why: object) -> None:
        super().__init__(f"The database {path} cannot be used: {why}.")


class NewerDatabase(DatabaseProblem):
    """A newer version of this program has changed the file's tables."""

    def __init__(self, path: Path, *, found: int, known: int) -> None:
        super().__init__(
            f"The database {path} was written by a newer version of this program"
            f" (its tables are at {found}, this program knows {known}): start that version."
        )


class OtherVersionRuns(DatabaseProblem):
    """The bot that has the file open is not of this version."""

    def __init__(self, path: Path, *, found: int, known: int) -> None:
        super().__init__(
            f"The bot that is using {path} is of another version (its tables are at {found}, this program"
            f" knows {known}): use the version that runs."
        )


class DatabaseClosed(DatabaseProblem):
    """The program is ending: nothing more is read or written."""

    def __init__(self) -> None:
        super().__init__("The database is closed.")
