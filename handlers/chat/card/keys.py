"""The keys of the card: what is set most often, what the video is made of, and what starts it."""

from collections.abc import Callable, Iterable

from handlers.chat.buttons import (
    AddLastFrame,
    Browse,
    Button,
    Choose,
    ChooseWay,
    DropDraft,
    DropEffect,
    Generate,
    NamePicture,
    OpenField,
    OpenMore,
    OpenPictures,
    OpenSound,
    OpenWays,
    SwapPictures,
)
from handlers.chat.card.clips import clip_keys
from handlers.chat.card.more import RARE, has_more
from handlers.chat.card.text import price_label
from handlers.chat.card.ways import is_way_known, way_keys
from handlers.chat.option_keys import field_label, option_key, value_label
from handlers.chat.screens import Key, Keyboard, Tint, rows
from handlers.chat.texts import Texts
from jobs.capabilities import Field, Mode, Value
from jobs.drafts import (
    ClipDraft,
    EffectDraft,
    PictureDraft,
    missing,
    pictures_of,
    reference,
    subject_of,
    ways_of,
)
from jobs.effects import Shelf
from jobs.ports import Card

NAMES_IN_ROW = 4
# An effect would drop most of their pictures, or make a video after all.
WITHOUT_EFFECT = (Mode.TRANSITION, Mode.FUSION, Mode.STILL)
A_PAIR = 2


def keyboard(card: Card, texts: Texts) -> Keyboard:
    """All of them, most used first."""
    ask_way = () if is_way_known(card) else rows(way_keys(card, texts), 2)
    settings = [*_option_keys(card, texts), *_effect_keys(card, texts)]
    settings += [*clip_keys(card, texts), *_picture_keys(card, texts), *_instead(card, texts)]
    start = ((_generate(card, texts),),) if can_start(card) else ()
    more = [Key(texts.plain("key-more"), OpenMore(draft=card.id))] if has_more(card) else []
    cancel = Key(texts.plain("key-cancel"), DropDraft(draft=card.id))
    return (
        *ask_way,
        *rows(settings, 2),
        *rows(_name_keys(card, texts), NAMES_IN_ROW),
        *start,
        (*more, cancel),
    )


def can_start(card: Card) -> bool:
    """Whether nothing is missing, and this way is offered to the person at all."""
    offer = card.basis.offer
    return missing(card.draft, offer) is None and offer.has(subject_of(card.draft).mode)


def _generate(card: Card, texts: Texts) -> Key:
    price = card.price
    text_id = "key-generate-about" if price.about else "key-generate"
    if subject_of(card.draft).mode is Mode.PARTS:
        text_id = "key-find-parts"
    label = texts.plain(text_id, credits=price_label(texts, price))
    return Key(label, Generate(draft=card.id, credits=price.credits), Tint.MAIN)


def _option_keys(card: Card, texts: Texts) -> Iterable[Key]:
    """One key per option that has a choice."""
    offer, subject = card.basis.offer, subject_of(card.draft)
    options = offer.fit(subject, card.draft.options)
    for field in Field:
        value, allowed = getattr(options, field), offer.choices(subject, options, field)
        if field is Field.SOUND and _makes_image(card):
            continue
        if field is Field.SOUND and has_sound_screen(card):
            yield Key(_sound_label(card, texts), OpenSound(draft=card.id))
        elif field is Field.DURATION and subject.segments:
            yield _each_part(card, value, texts)
        elif len(allowed) > 1 and field not in RARE:
            yield option_key(
                field,
                value,
                allowed,
                texts,
                choose=choose(card),
                open_choices=lambda field: OpenField(draft=card.id, field=field),
            )


def _makes_image(card: Card) -> bool:
    return isinstance(card.draft, EffectDraft) and card.draft.effect.makes_image


def _each_part(card: Card, value: Value, texts: Texts) -> Key:
    """Of a transition it is not the whole that is so long, but each stretch."""
    label = texts.plain("key-each-part", length=value_label(texts, Field.DURATION, value))
    return Key(label, OpenField(draft=card.id, field=Field.DURATION))


def has_sound_screen(card: Card) -> bool:
    """Whether the sound is more than a switch: it can be described, or somebody can speak."""
    draft = card.draft
    rules = card.basis.offer.model_rules(subject_of(draft), draft.options)
    return bool(rules.sounds) and bool(rules.sound_words_limit or rules.speech_limit)


def _sound_label(card: Card, texts: Texts) -> str:
    offer = card.basis.offer
    options = offer.fit(subject_of(card.draft), card.draft.options)
    return field_label(texts, Field.SOUND, options.sound or "")


def _effect_keys(card: Card, texts: Texts) -> Iterable[Key]:
    draft = card.draft
    if isinstance(draft, EffectDraft):
        yield Key(texts.plain("key-effect-change"), Browse(shelf=Shelf.HOT))
        yield Key(texts.plain("key-effect-drop"), DropEffect(draft=card.id))
    elif _may_have_effect(card):
        yield Key(texts.plain("key-effect"), Browse(shelf=Shelf.HOT))


def _may_have_effect(card: Card) -> bool:
    alone = subject_of(card.draft).mode not in WITHOUT_EFFECT and not isinstance(
        card.draft, ClipDraft
    )
    return alone and card.basis.offer.has(Mode.EFFECT)


def _picture_keys(card: Card, texts: Texts) -> Iterable[Key]:
    """What can be done with the pictures that are there."""
    draft = card.draft
    have = len(pictures_of(draft))
    if _may_end_with_another(card):
        yield Key(texts.plain("key-last-frame"), AddLastFrame(draft=card.id))
    if have == A_PAIR:
        yield Key(texts.plain("key-swap"), SwapPictures(draft=card.id))
    if have > 1:
        yield Key(texts.plain("key-pictures"), OpenPictures(draft=card.id))
    if isinstance(draft, PictureDraft) and is_way_known(card) and _has_other_ways(card):
        yield Key(texts.plain("key-other-mode"), OpenWays(draft=card.id))


def _may_end_with_another(card: Card) -> bool:
    """Whether a second picture could be what the film ends with."""
    draft = card.draft
    film = isinstance(draft, PictureDraft) and draft.way not in (Mode.STILL, Mode.FUSION)
    return film and len(pictures_of(draft)) == 1 and card.basis.offer.has(Mode.FRAMES)


def _instead(card: Card, texts: Texts) -> Iterable[Key]:
    """Where there are no pictures to choose a way for: the same words as a picture, or as a video."""
    draft = card.draft
    if pictures_of(draft):
        return
    others = [way for way in ways_of(draft, card.basis.offer) if way is not subject_of(draft).mode]
    for way in others:
        label = texts.plain("key-still" if way is Mode.STILL else "key-video-instead")
        yield Key(label, ChooseWay(draft=card.id, way=way))


def _has_other_ways(card: Card) -> bool:
    return len(card.basis.offer.ways(len(pictures_of(card.draft)))) > 1


def _name_keys(card: Card, texts: Texts) -> list[Key]:
    """Where words name pictures, a key for each puts its name behind them."""
    draft = card.draft
    if subject_of(draft).mode is not Mode.FUSION:
        return []
    length = len(draft.prompt or "")
    return [
        Key(
            texts.plain("key-name", name=reference(number)),
            NamePicture(draft=card.id, number=number, length=length),
        )
        for number in range(len(pictures_of(draft)))
    ]


def choose(card: Card) -> Callable[[Field, str], Button]:
    """What choosing a value of an option means on this card."""
    return lambda field, value: Choose(draft=card.id, field=field, value=value)
