"""The numbers as text."""

from handlers.chat.buttons import DrawNumbers, ShowNumbers
from handlers.chat.durations import duration_label
from handlers.chat.html import Html, lines
from handlers.chat.screens import Key, Screen
from handlers.chat.texts import Texts
from jobs.admin.numbers import STRETCHES, Numbers, Spread


def numbers_screen(numbers: Numbers, texts: Texts) -> Screen:
    """Everything about a stretch of days."""
    one = numbers
    modes = [
        texts.html("numbers-mode", mode=texts.plain(f"mode-{mode}"), n=n)
        for mode, n in one.modes.items()
    ]
    success, left = one.success, one.left
    parts = [
        texts.html("numbers", days=one.days),
        texts.html("numbers-people", newcomers=one.newcomers, active=one.active),
        texts.html("numbers-jobs", jobs=one.jobs, made=one.made, failed=one.failed),
        *modes,
        None if success is None else texts.html("numbers-success", percent=success),
        _spread("numbers-waiting", one.waiting, texts),
        _spread("numbers-rendering", one.rendering, texts),
        texts.html("numbers-credits", spent=one.spent),
        texts.html("numbers-taken", taken=one.taken),
        None if left is None else texts.html("numbers-left", left=left),
        texts.html("numbers-stars", stars=one.stars),
    ]
    stretches = tuple(
        Key(
            texts.plain("key-chosen", value=label) if days == one.days else label,
            ShowNumbers(days=days),
        )
        for days in STRETCHES
        for label in [texts.plain(f"key-numbers-{days}")]
    )
    chart = Key(texts.plain("key-numbers-chart"), DrawNumbers(days=one.days))
    return Screen(lines(parts), (stretches, (chart,)))


def _spread(text_id: str, found: Spread | None, texts: Texts) -> Html | None:
    if found is None:
        return None
    middle, high = duration_label(found.middle, texts), duration_label(found.high, texts)
    return texts.html(text_id, middle=middle, high=high)
