"""Where settings are written down: the environment, `.env`, and files that hold secrets."""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values


class BadSettings(Exception):
    """Some settings are wrong: one clear line for each, which never holds a secret's value."""

    def __init__(self, lines: Collection[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


@dataclass(frozen=True, slots=True)
class Places:
    """The places to look in. What stands in the environment goes before all others."""

    environ: Mapping[str, str]
    env_file: Path | None = None
    secrets_dir: Path | None = None

    @classmethod
    def usual(cls) -> "Places":
        return cls(os.environ, Path(".env"), Path("/run/secrets"))


def read(places: Places, names: Collection[str], secret: Collection[str]) -> dict[str, str]:
    """The settings by their lower-case names; those in `secret` may also be given as `<NAME>_FILE`.

    An empty value counts as not given. Raises BadSettings for a file that cannot be read.
    """
    mistakes: list[str] = []
    values = _in_directory(places.secrets_dir, names, mistakes)
    written = _in_env_file(places.env_file, mistakes) | _not_empty(places.environ)
    for name in secret:
        path = written.pop(f"{name}_file", None)
        if path and name in written:
            mistakes.append(f"{name.upper()} and {name.upper()}_FILE are both set; keep one.")
        elif path:
            _add(values, name, Path(path), f"{name.upper()}_FILE", mistakes)
    if mistakes:
        raise BadSettings(mistakes)
    return values | {name: value for name, value in written.items() if name in names}


def _not_empty(values: Mapping[str, str | None]) -> dict[str, str]:
    return {
        name.lower(): value.strip() for name, value in values.items() if value and value.strip()
    }


def _in_env_file(path: Path | None, mistakes: list[str]) -> dict[str, str]:
    if path is None:
        return {}
    try:
        return _not_empty(dotenv_values(path))
    except (OSError, ValueError):
        mistakes.append(f"The file {path} cannot be read.")
        return {}


def _in_directory(
    directory: Path | None, names: Collection[str], mistakes: list[str]
) -> dict[str, str]:
    values: dict[str, str] = {}
    paths = directory.iterdir() if directory is not None and directory.is_dir() else ()
    for path in paths:
        name = path.name.lower()
        if name in names and path.is_file():
            _add(values, name, path, f"The secret {path.name}", mistakes)
    return values


def _add(values: dict[str, str], name: str, path: Path, what: str, mistakes: list[str]) -> None:
    try:
        text = path.read_text("utf-8").strip()
    except (OSError, ValueError):
        mistakes.append(f"{what} names a file that cannot be read: {path}.")
        return
    if text:
        values[name] = text
    else:
        mistakes.append(f"{what} names a file that is empty: {path}.")
