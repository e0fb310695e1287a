"""Keys for the options of a video, the same on a draft card and in the settings."""

from collections.abc import Callable, Mapping, Sequence

from handlers.chat.buttons import Button
from handlers.chat.html import Html
from handlers.chat.screens import Key, Keyboard, rows
from handlers.chat.texts import Texts
from jobs.capabilities import ANY_RATIO, Field, Sound, Value
from jobs.tariff import Price

SWITCHES = {
    Field.SOUND: {
        Sound.ON: "key-sound-on",
        Sound.OFF: "key-sound-off",
        Sound.AUTO: "key-sound-auto",
    },
    Field.KEEP_SOUND: {True: "key-keep-sound-on", False: "key-keep-sound-off"},
    Field.MULTI_SHOT: {True: "key-multi-shot-on", False: "key-multi-shot-off"},
    Field.PREVIEW: {True: "key-preview-on", False: "key-preview-off"},
    Field.OFF_PEAK: {True: "key-off-peak-on", False: "key-off-peak-off"},
}

NAMED = (Field.STYLE, Field.CAMERA, Field.MOTION)  # the words of providers, which we say in our own

Choose = Callable[[Field, str], Button]
NO_PRICES: Mapping[Value, Price] = {}


def option_key(
    field: Field,
    value: Value,
    allowed: Sequence[Value],
    texts: Texts,
    *,
    choose: Choose,
    open_choices: Callable[[Field], Button],
) -> Key:
    """An option with its value: a switch flips at once, any other opens its choices."""
    label = field_label(texts, field, value)
    if field not in SWITCHES:
        return Key(label, open_choices(field))
    after = allowed[(allowed.index(value) + 1) % len(allowed)] if value in allowed else allowed[0]
    return Key(label, choose(field, str(after)))


def choice_keys(
    field: Field,
    value: Value,
    allowed: Sequence[Value],
    texts: Texts,
    *,
    choose: Choose,
    prices: Mapping[Value, Price] = NO_PRICES,
) -> Keyboard:
    """Everything that an option may be, with a tick at what it is, and with its price where there is one."""
    keys = [
        Key(
            _priced(_ticked(texts, field, choice, ticked=choice == value), prices.get(choice)),
            choose(field, str(choice)),
        )
        for choice in allowed
    ]
    return rows(keys, 4 if field is Field.DURATION else 3)


def _priced(label: str, price: Price | None) -> str:
    return f"{label} · {price.credits}" if price else label


def _ticked(texts: Texts, field: Field, value: Value, *, ticked: bool) -> str:
    label = value_label(texts, field, value)
    return texts.plain("key-chosen", value=label) if ticked else label


def field_label(texts: Texts, field: Field, value: Value) -> str:
    """An option with its value, as a key shows it."""
    if field in SWITCHES:
        return texts.plain(SWITCHES[field][value])  # type: ignore[index]
    if _counts_videos(field, value, texts):
        return texts.plain("key-several", value=value_label(texts, field, value))
    return texts.plain(
        "key-field", field=texts.plain(f"field-{field}"), value=value_label(texts, field, value)
    )


def question(field: Field, value: Value, texts: Texts) -> Html:
    """What is asked above the choices of an option."""
    several = _counts_videos(field, value, texts)
    return texts.html("card-choose-several" if several else f"card-choose-{field}")


def _counts_videos(field: Field, value: Value, texts: Texts) -> bool:
    """Whether what the provider calls a model says how many videos are made at once."""
    return field is Field.MODEL and bool(texts.plain_or(f"model-{value}", ""))


def value_label(texts: Texts, field: Field, value: Value) -> str:
    """How a value of an option reads on a key."""
    if field is Field.MODEL and isinstance(value, str):
        return texts.plain_or(f"model-{value}", value)
    if field in NAMED and isinstance(value, str):
        return texts.plain_or(f"{field}-{value}", value.replace("_", " ").capitalize())
    if value == ANY_RATIO and field is Field.RATIO:
        return texts.plain("ratio-auto")
    if isinstance(value, bool):
        return texts.plain("value-on" if value else "value-off")
    if isinstance(value, Sound):
        return texts.plain(f"value-{value}")
    return texts.plain("seconds", n=value) if isinstance(value, int) else str(value)
