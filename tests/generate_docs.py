"""Writes the parts of the docs that the code knows better: `python -m tests.generate_docs`, or `make docs`.

Whole pages are made anew; in the others only what stands between `<!-- name -->` and `<!-- /name -->`.
"""

import inspect
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from bot.settings import env_example
from handlers.chat.texts import Languages
from handlers.commands import ADMINS, EVERYBODY, menu
from jobs import lifecycle
from jobs.capabilities import (
    MODES,
    PICTURES_LIMIT,
    PROMPT_LIMIT,
    Field,
    Mode,
    Model,
    Options,
    Quality,
    Sound,
    Subject,
    choices,
    subject_of,
)
from jobs.lifecycle import TRANSITIONS, Notice, Settlement, State
from jobs.tariff import price

ROOT = Path(__file__).parents[1]

SUBJECTS: Mapping[Mode, tuple[str, Subject]] = {
    Mode.TEXT: ("words", subject_of(0)),
    Mode.IMAGE: ("one picture, with or without words", subject_of(1)),
    Mode.FRAMES: ("two pictures: the first and the last moment", subject_of(2)),
    Mode.TRANSITION: (f"three to {PICTURES_LIMIT} pictures, in order", subject_of(3)),
    Mode.EFFECT: ("an effect and its one or two pictures", Subject(Mode.EFFECT, 1)),
}
CREDITS = {Settlement.SPENT: "spent", Settlement.RELEASED: "given back", None: ""}
OWED = {
    Notice.RESULT: "the result",
    Notice.FAILURE: "why there is none",
    Notice.UNCONFIRMED: "an alert to the admins",
}


def pages() -> Mapping[Path, str]:
    """Every file that is made from the code, and what it has to hold."""
    return {
        ROOT / "docs/states.md": states_page(),
        ROOT / "docs/capabilities.md": capabilities_page(),
        ROOT / "docs/architecture.md": _with(ROOT / "docs/architecture.md", states=diagram()),
        ROOT / "README.md": _with(
            ROOT / "README.md", settings=settings_table(), commands=commands_table()
        ),
    }


def _with(path: Path, **sections: str) -> str:
    """A page with its marked sections replaced. ValueError where it has no such section."""
    text = path.read_text("utf-8")
    for name, content in sections.items():
        section = re.compile(f"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        found = section.search(text)
        if found is None:
            raise ValueError(f"{path.name} has no section {name}")
        text = text[: found.end(1)] + f"\n{content}\n\n" + text[found.start(2) :]
    return text


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


# settings and commands


def settings_table() -> str:
    """Every setting as `.env.example` has it."""
    found = re.findall(r"^# (.*)\n(#?)(\w+)=(.*)$", env_example(), re.MULTILINE)
    rows = [
        (f"`{name}`", (f"`{default}`" if default else "") if optional else "**needed**", words)
        for words, optional, name, default in found
    ]
    return _table(("Setting", "Default", "What it is"), rows)


def commands_table() -> str:
    """The menu that Telegram shows."""
    rows = [
        (
            f"`/{command.command}`",
            command.description
            + ("" if command.command in EVERYBODY else " (for those who run the bot)"),
        )
        for command in menu(ADMINS, Languages().pick(None))
    ]
    return _table(("Command", "What it does"), rows)


# states


def crash_sentences() -> Mapping[State, str]:
    """What stands behind each state in the code: what becomes of it when the process dies there."""
    source = inspect.getsource(State)
    found = dict(re.findall(r'^ +[A-Z_]+ = "(\w+)"  # (.+)$', source, re.MULTILINE))
    return {state: found[state.value] for state in State}


def diagram() -> str:
    """All transitions as a Mermaid diagram; events that lead the same way share an arrow."""
    arrows: dict[tuple[State, State], list[str]] = {}
    for (before, event), after in TRANSITIONS.items():
        arrows.setdefault((before, after), []).append(event.__name__)
    ends = [state for state in State if state not in {before for before, _ in TRANSITIONS}]
    return "\n".join(
        [
            "```mermaid",
            "stateDiagram-v2",
            f"    [*] --> {State.QUEUED}: Generate",
            *(f"    {one} --> {other}: {', '.join(by)}" for (one, other), by in arrows.items()),
            *(f"    {state} --> [*]" for state in ends),
            "```",
        ]
    )


def states_page() -> str:
    """docs/states.md"""
    states = [(f"`{state}`", sentence) for state, sentence in crash_sentences().items()]
    return "\n\n".join(
        [
            "# The states of a job",
            "Made by `make docs` from `jobs/lifecycle.py:TRANSITIONS`, which is the whole truth. What is"
            " not listed here changes nothing: an event that comes too late or twice is passed over.",
            diagram(),
            "## What becomes of a job when the process dies",
            _table(("State", "After a crash"), states),
            "## Every step",
            "A step is one transaction: the new state, what becomes of the credits that are held, and"
            " what is owed to a chat.",
            _table(("From", "Event", "To", "What happened", "Credits", "Owed"), _steps()),
        ]
    ) + "\n"  # fmt: skip


def _steps() -> list[Sequence[str]]:
    rows: list[Sequence[str]] = []
    for (before, event), after in TRANSITIONS.items():
        meaning = (inspect.getdoc(event) or "").split("\n")[0]
        owed = ", ".join(OWED[notice] for notice in lifecycle._notices(before, after))
        credits = CREDITS[lifecycle._settlement(before, after)]
        rows.append((f"`{before}`", event.__name__, f"`{after}`", meaning, credits, owed))
    return rows


# capabilities


def capabilities_page() -> str:
    """docs/capabilities.md"""
    return "\n\n".join(
        [
            "# What can be made, and for how much",
            "Made by `make docs` from `jobs/capabilities.py` and `jobs/tariff.py`. The card offers what"
            " stands here and nothing else, so that no request can be put together that PixVerse"
            " would refuse for its form.",
            "## Ways to make a video",
            _table(
                ("Send", "Models", "Length", "Quality", "Shape", "Sound", "Preview", "Off-peak"),
                [_mode_row(*SUBJECTS[mode]) for mode in MODES],
            ),
            "An effect brings its own model, length and shape, and the catalogue says which qualities"
            f" it takes. A prompt has at most {PROMPT_LIMIT} characters. A plan at PixVerse may allow"
            " less than this.",
            "## Where a price comes from",
            _table(("Send", "Price"), [_price_row(mode) for mode in MODES]),
            "*About* is a figure that the vendor does not print; the card says so too. Off-peak is"
            " taken to cost half, always about. A preview costs what the video would, always about.",
            "## Prices of words and of one picture",
            f"In PixVerse credits, by length: silent / with sound. A ~ means *about*. {_alike()}",
            _price_table(),
        ]
    ) + "\n"  # fmt: skip


def _mode_row(sent: str, subject: Subject) -> Sequence[str]:
    def offered(field: Field) -> str:
        return ", ".join(map(str, choices(subject, Options(), field))) or "–"

    effect = subject.mode is Mode.EFFECT
    return (
        sent,
        offered(Field.MODEL),
        _lengths(subject),
        "the effect's" if effect else offered(Field.QUALITY),
        offered(Field.RATIO),
        _sounds(subject),
        "yes" if choices(subject, Options(), Field.PREVIEW) else "–",
        "yes" if choices(subject, Options(), Field.OFF_PEAK) else "–",
    )


def _seconds(subject: Subject, quality: Quality) -> Sequence[int]:
    found = choices(subject, Options(quality=quality), Field.DURATION)
    return [value for value in found if isinstance(value, int)]


def _lengths(subject: Subject) -> str:
    longest = {quality: max(_seconds(subject, quality), default=0) for quality in Quality}
    usual = longest[Quality.P540]
    if not usual:
        return "–"
    shorter = [f"{quality}: 1–{most}" for quality, most in longest.items() if most != usual]
    each = ", from picture to picture" if subject.mode is Mode.TRANSITION else ""
    return f"1–{usual} s{each}" + (f" ({', '.join(shorter)})" if shorter else "")


def _sounds(subject: Subject) -> str:
    models = MODES[subject.mode].models or (Model.V5_6,)
    by_model = {model: choices(subject, Options(model=model), Field.SOUND) for model in models}
    if len(set(by_model.values())) == 1:
        return ", ".join(map(str, by_model[models[0]]))
    silent = [model for model, sounds in by_model.items() if not sounds]
    return f"off, on ({', '.join(silent)}: none)"


def _price_row(mode: Mode) -> Sequence[str]:
    sent, subject = SUBJECTS[mode]
    if mode is Mode.EFFECT:
        return sent, "what the catalogue says"
    every = [
        price(subject, Options(model=model, quality=quality, duration=seconds))
        for model in MODES[mode].models
        for quality in Quality
        for seconds in _seconds(subject, quality)
    ]
    if not all(one.about for one in every):
        return sent, "the vendor's list, below; about where it prints none"
    each = " for each step from picture to picture" if mode is Mode.TRANSITION else ""
    return sent, f"about: the same figures{each}"


def _cell(model: Model, quality: Quality, seconds: int) -> str:
    subject = subject_of(0)
    options = Options(model=model, quality=quality, duration=seconds)
    if seconds not in _seconds(subject, quality):
        return "–"
    shown = []
    for sound in choices(subject, options, Field.SOUND) or (Sound.OFF,):
        found = price(subject, options.model_copy(update={"sound": sound}))
        shown.append(f"{'~' if found.about else ''}{found.credits}")
    return " / ".join(shown)


def _rows_of(model: Model) -> Sequence[Sequence[str]]:
    return [[_cell(model, quality, seconds) for seconds in range(1, 11)] for quality in Quality]


def _alike() -> str:
    pairs = [
        f"{one} is priced like {other}"
        for one, other in ((Model.V5_6, Model.V5_5),)
        if _rows_of(one) == _rows_of(other)
    ]
    return "".join(f"{pair}." for pair in pairs)


def _price_table() -> str:
    """Lengths that cost the same everywhere share a column, models that do share their rows."""
    every = [row for model in Model for row in _rows_of(model)]
    columns = [
        [seconds for seconds, _ in group]
        for _, group in groupby(enumerate(zip(*every, strict=True), start=1), lambda pair: pair[1])
    ]
    rows = []
    for cells, group in groupby(Model, _rows_of):
        names = ", ".join(group)
        for quality, row in zip(Quality, cells, strict=True):
            rows.append([names, quality, *(row[column[0] - 1] for column in columns)])
    heads = [
        f"{column[0]} s" if len(column) == 1 else f"{column[0]}–{column[-1]} s"
        for column in columns
    ]
    return _table(("Model", "Quality", *heads), rows)


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
