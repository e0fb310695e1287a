"""How a command of the shell answers: tables and pages for people, JSON for programs."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict


class Facts(BaseModel):
    """What a command has to say. The names of the fields are those of the JSON: they stay as they are."""

    model_config = ConfigDict(frozen=True)


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing (its facts line by line) or several (a table of `columns`); `said` goes before it."""

    facts: Facts | Sequence[Facts]
    columns: Sequence[str] = ()
    said: str = ""

    def as_json(self) -> str:
        """The same whether it is one or several."""
        several = not isinstance(self.facts, Facts)
        values = [one.model_dump(mode="json") for one in self._each()]
        return json.dumps(values if several else values[0], ensure_ascii=False, indent=2)

    def as_text(self) -> str:
        """For somebody who reads it."""
        if isinstance(self.facts, Facts):
            shown = "\n".join(_lines(self.facts, self.columns))
        else:
            shown = _table(self.facts, self.columns)
        return "\n".join(part for part in (self.said, shown) if part)

    def _each(self) -> Sequence[Facts]:
        return [self.facts] if isinstance(self.facts, Facts) else self.facts


def _lines(facts: Facts, columns: Sequence[str]) -> list[str]:
    names = columns or list(type(facts).model_fields)
    widest = max(map(len, names), default=0)
    return [f"{_called(name):{widest}}  {_written(getattr(facts, name))}" for name in names]


def _table(rows: Sequence[Facts], columns: Sequence[str]) -> str:
    if not rows:
        return "(nothing)"
    cells = [list(map(_called, columns))]
    cells += [[_written(getattr(row, name)) for name in columns] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    return "\n".join(_row(line, widths) for line in cells)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()


def _called(name: str) -> str:
    return name.replace("_", " ")


def _written(value: object) -> str:
    match value:
        case None | "" | [] | () | {}:
            return "-"
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
        case Facts():
            return ", ".join(f"{_called(name)} {_written(one)}" for name, one in value)
        case list() | tuple():
            return ", ".join(map(_written, value))
        case dict():
            return ", ".join(f"{name} {_written(one)}" for name, one in value.items())
        case _:
            return printable(str(value))


def printable(text: str) -> str:
    """Names and words of people come from anywhere: nothing in them moves the cursor of a terminal."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def _width(text: str) -> int:
    """Columns of a terminal: letters of the East and most pictures take two, accents of their own none."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(bool(unicodedata.combining(letter)) for letter in text)
