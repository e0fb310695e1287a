"""Writes the parts of the docs that the code knows better: `python -m tests.generate_docs`, or `make docs`.

Whole pages are made anew; in the others only what stands between `<!-- name -->` and `<!-- /name -->`.
"""

import ast
import inspect
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import groupby, pairwise
from pathlib import Path

from bot.loading import env_example
from bot.providers.pixverse.capabilities import SWITCHES as PLATFORM_SWITCHES
from bot.providers.registry import PROVIDERS
from bot.providers.useapi_v1.switches import SWITCHES as V1_SWITCHES
from handlers.chat.texts import Languages
from handlers.commands import ALL, FOR_ROLES, menu
from jobs import lifecycle
from jobs.capabilities import Field, Mode, ModelRules, Options, Sound, Subject
from jobs.lifecycle import TRANSITIONS, Notice, Settlement, State
from jobs.offer import Offer

ROOT = Path(__file__).parents[1]

SENT: Mapping[Mode, str] = {
    Mode.TEXT: "words",
    Mode.IMAGE: "one picture",
    Mode.FRAMES: "two pictures: the first and the last moment",
    Mode.TRANSITION: "several pictures, in order",
    Mode.FUSION: "pictures for one scene, and words that name them",
    Mode.STILL: "words, and pictures to go by, for a new picture",
    Mode.EFFECT: "an effect and its pictures",
    Mode.EXTEND: "a video that goes on",
    Mode.MODIFY: "a video, and words for what changes in it",
    Mode.LIPSYNC: "a video, and a voice or words",
    Mode.UPSCALE: "a video made here, to 4K",
    Mode.MOTION: "a picture, and a video to move like",
    Mode.RESTYLE: "a video in another style",
    Mode.SOUND: "a video that gets its sound",
    Mode.FOLLOW_UP: "a key under a result",
    Mode.PARTS: "a video in which somebody or something is to be swapped",
    Mode.SWAP: "who or what of a video, and a picture of who or what comes into it",
}
OFFERS: Mapping[str, Offer] = {
    f"{one.title} (`PROVIDER={one.name}`)": one.offer for one in PROVIDERS.values()
}
CREDITS = {Settlement.SPENT: "spent", Settlement.RELEASED: "given back", None: ""}
OWED = {
    Notice.RESULT: "the result",
    Notice.FAILURE: "why there is none",
    Notice.ENDED: "the last edit of its status message",
    Notice.UNCONFIRMED: "an alert to the admins",
}


def pages() -> Mapping[Path, str]:
    """Every file that is made from the code, and what it has to hold."""
    return {
        ROOT / "docs/states.md": states_page(),
        ROOT / "docs/capabilities.md": capabilities_page(),
        ROOT / "docs/architecture.md": _with(ROOT / "docs/architecture.md", states=diagram()),
        ROOT / "docs/providers.md": _with(
            ROOT / "docs/providers.md",
            **{
                "switches": switches_table(PLATFORM_SWITCHES),
                "switches of v1": switches_table(V1_SWITCHES),
            },
        ),
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
            + (" (for those who run the bot)" if command.command in FOR_ROLES else ""),
        )
        for command in menu(ALL, Languages().pick(None))
    ]
    return _table(("Command", "What it does"), rows)


# switches


def switches_table(switches: object) -> str:
    """What is not certain about a provider: each switch, how it is set, and why."""
    tree = ast.parse(inspect.getsource(type(switches)))
    [body] = [node.body for node in tree.body if isinstance(node, ast.ClassDef)]
    rows = []
    for field, reason in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            assert isinstance(reason, ast.Expr), f"{field.target.id} is not explained"
            name, words = field.target.id, ast.literal_eval(reason.value)
            rows.append(
                (
                    f"`{name}`",
                    _set_to(getattr(switches, name)),
                    " ".join(words.replace("``", "`").split()),
                )
            )
    return _table(("Switch", "Set to", "What it decides, and why it is set like this"), rows)


def _set_to(value: object) -> str:
    if isinstance(value, frozenset):
        return ", ".join(f"`{one}`" for one in sorted(map(str, value)))
    if isinstance(value, timedelta):
        return f"{value // timedelta(minutes=1)} minutes"
    return f"`{value}`"


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
    parts = [
        "# What can be made, and for how much",
        "Made by `make docs` from the providers' tables of capabilities and prices, which stand in each folder of"
        " `bot/providers/`. The card offers what stands here and nothing else, so that no"
        " request can be put together that the provider would refuse for its form. What is *off*"
        " is not proven: it is offered where whoever runs the bot switches it on. A plan at"
        " PixVerse may allow less than this.",
    ]
    for name, offer in OFFERS.items():
        parts += [f"## {name}", _modes_table(offer), *_prices(offer)]
    return "\n\n".join(parts) + "\n"


def _modes_table(offer: Offer) -> str:
    heads = ("Send", "Model", "Pictures", "Length", "Quality", "Shape", "Sound", "Words", "Extras")
    rows = [
        _mode_row(offer, mode, name, rules)
        for mode, mode_rules in offer.modes.items()
        for name, rules in mode_rules.models.items()
    ]
    return _table(heads, rows)


def _mode_row(offer: Offer, mode: Mode, name: str, rules: ModelRules) -> Sequence[str]:
    fewest, most = rules.pictures or offer.modes[mode].pictures
    off = " (off)" if rules.unproven or offer.modes[mode].unproven else ""
    return (
        SENT[mode],
        (name or "–") + off,
        "–" if not most else str(most) if fewest == most else f"{fewest}–{most}",
        _lengths(rules),
        ", ".join(rules.qualities) or ("the effect's" if mode is Mode.EFFECT else "–"),
        ", ".join(rules.ratios) or "–",
        ", ".join(rules.sounds) or "–",
        f"{offer.modes[mode].words}, {rules.prompt_limit}"
        if offer.modes[mode].words != "none"
        else "–",
        ", ".join(_extras(offer, mode, rules)) or "–",
    )


def _lengths(rules: ModelRules) -> str:
    if not rules.seconds:
        return "–"
    shorter = [f"{quality}: {_span(seconds)}" for quality, seconds in rules.seconds_at.items()]
    return f"{_span(rules.seconds)} s" + (f" ({', '.join(shorter)})" if shorter else "")


def _span(seconds: Sequence[int]) -> str:
    first, last = seconds[0], seconds[-1]
    whole = len(seconds) > 2 and tuple(seconds) == tuple(range(first, last + 1))
    return f"{first}–{last}" if whole else ", ".join(map(str, seconds))


def _extras(offer: Offer, mode: Mode, rules: ModelRules) -> Iterable[str]:
    switches = ("preview", "off_peak", "multi_shot", "keep_sound")
    yield from (switch.replace("_", "-") for switch in switches if getattr(rules, switch))
    yield from (name for name in ("styles", "cameras", "motions") if getattr(rules, name))
    if rules.negative_limit:
        yield f"what not to show ({rules.negative_limit})"
    if rules.speech_limit:
        yield f"speech ({rules.speech_limit})"
    if rules.sound_words_limit:
        yield f"sound in words ({rules.sound_words_limit})"
    if offer.modes[mode].longest_voice:
        yield f"voice to {offer.modes[mode].longest_voice} s"
    if offer.modes[mode].longest_clip:
        sent = "" if offer.modes[mode].limits_made else "sent "
        least = offer.modes[mode].shortest_clip
        yield f"{sent}video {f'from {least} ' if least else ''}to {offer.modes[mode].longest_clip} s"
    if offer.modes[mode].clip_models:
        yield f"of videos by {', '.join(offer.modes[mode].clip_models)}"
    if offer.modes[mode].takes_seed and rules.takes_seed:
        yield f"seed to {offer.modes[mode].seeds[-1]:,}"
    else:
        yield "no seed"


def _prices(offer: Offer) -> Sequence[str]:
    if not any(rules.seconds for rules in offer.modes[Mode.TEXT].models.values()):
        return (f"Prices, as of {offer.tariff.as_of}: {offer.tariff.source}.", _flat_prices(offer))
    return (
        f"Prices, as of {offer.tariff.as_of}: {offer.tariff.source}. Of words and of one picture,"
        " by length, in PixVerse credits: silent / with sound. A ~ means *about*: the vendor prints"
        " no such figure, the card says so too, and what such a job really cost is learned from the"
        " account's credits.",
        _price_table(offer),
        *_still_prices(offer),
    )


def _still_prices(offer: Offer) -> Sequence[str]:
    """Of new pictures, where there are any."""
    if Mode.STILL not in offer.modes:
        return ()
    return (
        "Of a new picture, in PixVerse credits. A model without a choice of qualities costs the same"
        " at each, and its own is taken.",
        _flat_prices(offer, (Mode.STILL,)),
    )


def _cell(offer: Offer, model: str, quality: str, seconds: int) -> str:
    subject = Subject(Mode.TEXT)
    options = Options(model=model, quality=quality, duration=seconds)
    if seconds not in offer.choices(subject, options, Field.DURATION):
        return "–"
    shown = []
    for sound in offer.choices(subject, options, Field.SOUND) or (Sound.OFF,):
        found = offer.price(subject, options.model_copy(update={"sound": sound}))
        shown.append(f"{'~' if found.about else ''}{found.credits}")
    return " / ".join(dict.fromkeys(shown))


def _flat_prices(offer: Offer, modes: Iterable[Mode] | None = None) -> str:
    """Where lengths are no choice."""
    rows = []
    for mode in modes or offer.modes:
        mode_rules = offer.modes[mode]
        subject = Subject(mode, mode_rules.pictures[0])
        for model, rules in mode_rules.models.items():
            for quality in rules.qualities or ("",):
                options = Options(model=model or None, quality=quality or None)
                price = offer.tariff.price(subject, options)
                cost = f"{'~' if price.about else ''}{price.credits}"
                rows.append((SENT[mode], model or "–", quality or "–", cost))
    return _table(("Send", "Model", "Quality", "Credits"), rows)


def _price_table(offer: Offer) -> str:
    """Lengths that cost the same everywhere share a column."""
    keys = [
        (model, quality)
        for model, rules in offer.modes[Mode.TEXT].models.items()
        if not rules.unproven
        for quality in rules.qualities
    ]
    longest = max(max(rules.seconds) for rules in offer.modes[Mode.TEXT].models.values())
    every = [[_cell(offer, *key, seconds) for seconds in range(1, longest + 1)] for key in keys]
    columns = [
        [seconds for seconds, _ in group]
        for _, group in groupby(enumerate(zip(*every, strict=True), start=1), lambda pair: pair[1])
    ]
    heads = [
        f"{column[0]} s" if len(column) == 1 else f"{column[0]}–{column[-1]} s"
        for column in columns
    ]
    rows = [
        [*key, *(row[column[0] - 1] for column in columns)]
        for key, row in zip(keys, every, strict=True)
    ]
    return _table(("Model", "Quality", *heads), rows)


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
