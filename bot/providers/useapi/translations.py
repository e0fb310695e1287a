"""What an effect is called in other languages, as the row of a finished video says. Pure.

The vendor documents that the field is there, not what stands in it. Two shapes are read, names by
language and fields by language; anything else means: no names, and people see the effect's own.
"""

import json
from collections.abc import Iterator, Mapping

LONGEST_NAME = 64
MOST_LANGUAGES = 40
NAMES = ("display_name", "template_name", "name", "title")


def names_by_language(written: str | None) -> Mapping[str, str]:
    """The names, by the first part of their language: of "zh-CN" and "zh-TW" the one that comes first."""
    names: dict[str, str] = {}
    for language, name in _pairs(_read(written)):
        code = language.replace("_", "-").partition("-")[0].strip().lower()
        if name.strip() and len(names) < MOST_LANGUAGES:
            names.setdefault(code, name.strip()[:LONGEST_NAME])
    return names


def _read(written: str | None) -> Mapping[str, object]:
    try:
        value = json.loads(written or "")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _pairs(value: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    named = next((value[name] for name in NAMES if isinstance(value.get(name), dict)), value)
    assert isinstance(named, Mapping)
    for language, fields in named.items():
        name = _name_in(fields) if isinstance(fields, dict) else fields
        if isinstance(name, str):
            yield language, name


def _name_in(fields: Mapping[str, object]) -> object:
    return next((fields[name] for name in NAMES if fields.get(name)), None)
