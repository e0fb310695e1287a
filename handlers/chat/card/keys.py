"""The keys of the card: its options, its materials, and what starts it."""

from collections.abc import Callable

from handlers.chat.buttons import (
    Browse,
    Button,
    Choose,
    DropDraft,
    DropEffect,
    DropPictures,
    DropSeed,
    Generate,
    GenerateTakes,
    OpenField,
    OpenWays,
    SwapPictures,
)
from handlers.chat.card.text import price_label
from handlers.chat.card.ways import is_way_known, way_keys
from handlers.chat.option_keys import option_key
from handlers.chat.screens import Key, Keyboard, rows
from handlers.chat.texts import Texts
from jobs.capabilities import Field
from jobs.drafts import EffectDraft, PictureDraft, missing, pictures_of, subject_of
from jobs.effects import Shelf
from jobs.ports import Card

SEVERAL_TAKES = (2, 4)


def keyboard(card: Card, texts: Texts) -> Keyboard:
    """All of them."""
    last = _start_keys(card, texts) if missing(card.draft, card.basis.offer) is None else ()
    cancel = (Key(texts.plain("key-cancel"), DropDraft(draft=card.id)),)
    ask_way = () if is_way_known(card) else rows(way_keys(card, texts), 1)
    return (
        *ask_way,
        *rows([*_option_keys(card, texts), *_material_keys(card, texts)], 2),
        *last,
        cancel,
    )


def _generate(card: Card, texts: Texts) -> Key:
    price = card.price
    text_id = "key-generate-about" if price.about else "key-generate"
    label = texts.plain(text_id, credits=price_label(texts, price))
    return Key(label, Generate(draft=card.id, credits=price.credits))


def _start_keys(card: Card, texts: Texts) -> Keyboard:
    """*Generate*, and below it several takes at once, where chance makes them differ."""
    rules = card.basis.offer.rules(subject_of(card.draft).mode)
    takes = [
        Key(
            _takes_label(card, number, texts),
            GenerateTakes(draft=card.id, takes=number, credits=card.price.credits),
        )
        for number in SEVERAL_TAKES
        if rules.takes_seed
    ]
    return ((_generate(card, texts),), *rows(takes, 2))


def _takes_label(card: Card, takes: int, texts: Texts) -> str:
    text_id = "key-takes-about" if card.price.about else "key-takes"
    return texts.plain(text_id, n=takes, credits=card.price.credits * takes)


def _option_keys(card: Card, texts: Texts) -> list[Key]:
    """One key per option that has a choice."""
    offer, subject = card.basis.offer, subject_of(card.draft)
    options = offer.fit(subject, card.draft.options)
    return [
        option_key(
            field,
            getattr(options, field),
            allowed,
            texts,
            choose=choose(card),
            open_choices=lambda field: OpenField(draft=card.id, field=field),
        )
        for field in Field
        if len(allowed := offer.choices(subject, options, field)) > 1
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
    if isinstance(draft, PictureDraft) and is_way_known(card):
        label = texts.plain("key-way", way=texts.plain(f"way-{draft.way}"))
        keys.append(Key(label, OpenWays(draft=card.id)))
    if draft.seed is not None:
        keys.append(Key(texts.plain("key-seed-drop"), DropSeed(draft=card.id)))
    if have > 1:
        keys.append(Key(texts.plain("key-swap"), SwapPictures(draft=card.id)))
    if have:
        keys.append(Key(texts.plain("key-drop-pictures", n=have), DropPictures(draft=card.id)))
    return keys


def choose(card: Card) -> Callable[[Field, str], Button]:
    """What choosing a value of an option means on this card."""
    return lambda field, value: Choose(draft=card.id, field=field, value=value)
