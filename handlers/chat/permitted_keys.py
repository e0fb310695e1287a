"""Keys for what may be used of each feature, in a plan or by one person."""

from collections.abc import Callable, Sequence

from handlers.chat.buttons import Button
from handlers.chat.screens import Key
from handlers.chat.texts import Texts
from jobs.capabilities import Feature
from jobs.permitted import Permitted


def feature_keys(
    permitted: Permitted, button: Callable[[Feature], Button], texts: Texts
) -> list[Key]:
    """A key for each feature, with what is allowed of it."""
    return [
        Key(
            texts.plain(f"key-plan-{feature}", value=some_of(permitted, feature, texts)),
            button(feature),
        )
        for feature in Feature
    ]


def some_of(permitted: Permitted, feature: Feature, texts: Texts) -> str:
    """What is allowed of a feature, in words."""
    allowed = permitted.allowed(feature)
    if allowed is None:
        return texts.plain("plan-all")
    return ", ".join(sorted(allowed)) or texts.plain("plan-nothing")


def value_keys(
    permitted: Permitted,
    feature: Feature,
    known: Sequence[str],
    button: Callable[[str], Button],
    texts: Texts,
) -> list[Key]:
    """A key for each value, with a tick at what is allowed; also for what the provider has no more."""
    every = dict.fromkeys([*known, *sorted(permitted.allowed(feature) or ())])
    return [
        Key(_ticked(value, texts, ticked=permitted.allows(feature, value)), button(value))
        for value in every
    ]


def _ticked(label: str, texts: Texts, *, ticked: bool) -> str:
    return texts.plain("key-chosen", value=label) if ticked else label
