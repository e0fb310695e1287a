"""The draft card: one message that shows a draft, and keys that change everything on it."""

from collections.abc import Callable

from handlers.chat.buttons import (
    Browse,
    Button,
    Choose,
    DropDraft,
    DropEffect,
    DropPictures,
    Generate,
    OpenField,
    ShowCard,
    SwapPictures,
)
from handlers.chat.html import Html, lines, shorten
from handlers.chat.option_keys import choice_keys, option_key, value_label
from handlers.chat.screens import Key, Keyboard, Screen, rows
from handlers.chat.texts import Texts
from jobs.capabilities import Field, Mode, Options, Subject, choices
from jobs.drafts import (
    Draft,
    EffectDraft,
    missing,
    pictures_of,
    price_of,
    subject_of_draft,
)
from jobs.effects import Shelf
from jobs.errors import Missing
from jobs.ports import Card
from jobs.tariff import Price

PROMPT_SHOWN = 900


def card_screen(card: Card, texts: Texts) -> Screen:
    """The card as it stands."""
    return Screen(_text(card, texts), _keyboard(card, texts))


def choices_screen(card: Card, field: Field, texts: Texts) -> Screen:
    """The card with the choices of one option in place of its keys."""
    options = card.draft.options
    allowed = choices(subject_of_draft(card.draft), options, field)
    keys = choice_keys(field, getattr(options, field), allowed, texts, choose=_choose(card))
    back = (Key(texts.plain("key-back"), ShowCard(draft=card.id)),)
    question = texts.html(f"card-choose-{field}")
    return Screen(lines([_text(card, texts), Html(""), question]), (*keys, back))


def _choose(card: Card) -> Callable[[Field, str], Button]:
    return lambda field, value: Choose(draft=card.id, field=field, value=value)


def price_label(texts: Texts, price: Price) -> str:
    """A price in words, without "about"."""
    return texts.plain("credits", n=price.credits)


# the text


def _text(card: Card, texts: Texts) -> Html:
    draft = card.draft
    return lines(
        [
            _title(draft, texts),
            _prompt(draft, texts),
            _pictures(draft, texts),
            _hint(draft, texts),
            texts.html(
                "card-options", options=options_line(subject_of_draft(draft), draft.options, texts)
            ),
            Html(""),
            *_price(card, texts),
            _question(draft, texts),
        ]
    )


def _title(draft: Draft, texts: Texts) -> Html:
    if isinstance(draft, EffectDraft):
        return texts.html("card-title-effect", effect=draft.effect.name)
    return texts.html(f"card-title-{subject_of_draft(draft).mode}")


def _prompt(draft: Draft, texts: Texts) -> Html | None:
    if not draft.prompt:
        return None
    return texts.html("card-prompt", prompt=shorten(draft.prompt, PROMPT_SHOWN))


def _pictures(draft: Draft, texts: Texts) -> Html | None:
    have = len(pictures_of(draft))
    if isinstance(draft, EffectDraft):
        return texts.html("card-pictures-effect", have=have, need=draft.effect.pictures)
    if not have:
        return None
    mode = subject_of_draft(draft).mode
    return texts.html("card-pictures-frames" if mode is Mode.FRAMES else "card-pictures", n=have)


def _hint(draft: Draft, texts: Texts) -> Html | None:
    if not isinstance(draft, EffectDraft) or not draft.effect.hint:
        return None
    return texts.html("card-hint", hint=shorten(draft.effect.hint, 200))


def options_line(subject: Subject, options: Options, texts: Texts) -> str:
    """Every option that applies, in one line: "v5.6 · 540p · 5 s · 16:9 · no sound"."""
    parts = [
        value_label(texts, getattr(options, field))
        for field in (Field.MODEL, Field.QUALITY, Field.DURATION, Field.RATIO)
        if choices(subject, options, field)
    ]
    if choices(subject, options, Field.SOUND):
        parts.append(texts.plain(f"card-sound-{options.sound}"))
    if options.preview and choices(subject, options, Field.PREVIEW):
        parts.append(texts.plain("card-preview"))
    if options.off_peak:
        parts.append(texts.plain("card-off-peak"))
    return " · ".join(parts)


def _price(card: Card, texts: Texts) -> list[Html]:
    price = price_of(card.draft)
    left = card.balance.left
    text_id = "card-price-about" if price.about else "card-price"
    shown = [texts.html(text_id, price=price_label(texts, price), left=left)]
    if price.credits > left:
        shown.append(texts.html("card-short"))
    return shown


def _question(draft: Draft, texts: Texts) -> Html | None:
    """The one thing to ask for, where something is missing; else an invitation to say more."""
    match missing(draft):
        case Missing.PROMPT:
            question = "card-ask-prompt"
        case Missing.FIRST_PICTURE if isinstance(draft, EffectDraft) and draft.effect.pictures > 1:
            question = "card-ask-first-of-two"
        case Missing.FIRST_PICTURE:
            question = "card-ask-first-picture"
        case Missing.SECOND_PICTURE:
            question = "card-ask-second-picture"
        case None if draft.prompt is None and not isinstance(draft, EffectDraft):
            question = "card-words-welcome"
        case _:
            return None
    return lines([Html(""), texts.html(question)])


# the keys


def _keyboard(card: Card, texts: Texts) -> Keyboard:
    last = [(_generate(card, texts),)] if missing(card.draft) is None else []
    cancel = (Key(texts.plain("key-cancel"), DropDraft(draft=card.id)),)
    return (
        *rows([*_option_keys(card, texts), *_material_keys(card, texts)], 2),
        *last,
        cancel,
    )


def _generate(card: Card, texts: Texts) -> Key:
    price = price_of(card.draft)
    text_id = "key-generate-about" if price.about else "key-generate"
    label = texts.plain(text_id, credits=price_label(texts, price))
    return Key(label, Generate(draft=card.id))


def _option_keys(card: Card, texts: Texts) -> list[Key]:
    """One key per option that has a choice."""
    subject, options = subject_of_draft(card.draft), card.draft.options
    return [
        option_key(
            field,
            getattr(options, field),
            allowed,
            texts,
            choose=_choose(card),
            open_choices=lambda field: OpenField(draft=card.id, field=field),
        )
        for field in Field
        if len(allowed := choices(subject, options, field)) > 1
    ]


def _material_keys(card: Card, texts: Texts) -> list[Key]:
    """What the video is made of: its effect and its pictures."""
    draft, keys = card.draft, []
    have = len(pictures_of(draft))
    if isinstance(draft, EffectDraft):
        keys.append(Key(texts.plain("key-effect-change"), Browse(shelf=Shelf.HOT)))
        keys.append(Key(texts.plain("key-effect-drop"), DropEffect(draft=card.id)))
    else:
        keys.append(Key(texts.plain("key-effect"), Browse(shelf=Shelf.HOT)))
    if have > 1:
        keys.append(Key(texts.plain("key-swap"), SwapPictures(draft=card.id)))
    if have:
        keys.append(Key(texts.plain("key-drop-pictures", n=have), DropPictures(draft=card.id)))
    return keys
