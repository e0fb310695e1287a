"""The draft card: one message that shows a draft, and keys that change everything on it."""

from collections.abc import Callable

from handlers.chat.buttons import (
    Browse,
    Button,
    Choose,
    ChooseWay,
    DropDraft,
    DropEffect,
    DropPictures,
    DropSeed,
    Generate,
    GenerateTakes,
    OpenField,
    OpenWays,
    ShowCard,
    SwapPictures,
)
from handlers.chat.html import Html, lines, shorten
from handlers.chat.option_keys import choice_keys, option_key, value_label
from handlers.chat.screens import Key, Keyboard, Screen, rows
from handlers.chat.texts import Texts
from jobs.capabilities import Field, Mode, Options
from jobs.drafts import Draft, EffectDraft, PictureDraft, missing, pictures_of, subject_of
from jobs.effects import Shelf
from jobs.errors import Missing
from jobs.habits import about_pictures
from jobs.ports import Card
from jobs.tariff import Price

PROMPT_SHOWN = 900
SEVERAL_TAKES = (2, 4)


def card_screen(card: Card, texts: Texts) -> Screen:
    """The card as it stands."""
    return Screen(_text(card, texts), _keyboard(card, texts))


def choices_screen(card: Card, field: Field, texts: Texts) -> Screen:
    """The card with the choices of one option in place of its keys."""
    offer, subject = card.basis.offer, subject_of(card.draft)
    options = offer.fit(subject, card.draft.options)
    allowed = offer.choices(subject, options, field)
    keys = choice_keys(field, getattr(options, field), allowed, texts, choose=_choose(card))
    back = (Key(texts.plain("key-back"), ShowCard(draft=card.id)),)
    question = texts.html(f"card-choose-{field}")
    return Screen(lines([_text(card, texts), Html(""), question]), (*keys, back))


def ways_screen(card: Card, texts: Texts) -> Screen:
    """The card with the ways from its pictures to a video in place of its keys."""
    back = (Key(texts.plain("key-back"), ShowCard(draft=card.id)),)
    return Screen(
        lines([_text(card, texts), Html(""), texts.html("card-choose-way")]),
        (*rows(_way_keys(card, texts), 1), back),
    )


def _way_keys(card: Card, texts: Texts) -> list[Key]:
    draft = card.draft
    way = draft.way if isinstance(draft, PictureDraft) else None
    return [
        Key(_way_label(other, texts, ticked=other is way), ChooseWay(draft=card.id, way=other))
        for other in card.basis.offer.ways(len(pictures_of(draft)))
    ]


def _is_way_known(card: Card) -> bool:
    """Whether the person need not be asked what their pictures are for: it is asked once."""
    draft = card.draft
    if not isinstance(draft, PictureDraft):
        return True
    number = len(draft.pictures)
    habit = about_pictures(number) in card.basis.habits
    return draft.chosen or habit or len(card.basis.offer.ways(number)) < 2


def _way_label(way: Mode, texts: Texts, *, ticked: bool) -> str:
    label = texts.plain(f"way-{way}")
    return texts.plain("key-chosen", value=label) if ticked else label


def _choose(card: Card) -> Callable[[Field, str], Button]:
    return lambda field, value: Choose(draft=card.id, field=field, value=value)


def price_label(texts: Texts, price: Price) -> str:
    """A price in words, without "about"."""
    return texts.plain("credits", n=price.credits)


# the text


def _text(card: Card, texts: Texts) -> Html:
    draft = card.draft
    offer, subject = card.basis.offer, subject_of(draft)
    shown = offer.only(subject, draft.options)
    return lines(
        [
            _title(draft, texts),
            _prompt(draft, texts),
            _pictures(draft, texts),
            _hint(draft, texts),
            texts.html("card-seed") if draft.seed is not None else None,
            texts.html("card-options", options=options_line(shown, texts)),
            Html(""),
            *_price(card, texts),
            _question(card, texts),
        ]
    )


def _title(draft: Draft, texts: Texts) -> Html:
    if isinstance(draft, EffectDraft):
        return texts.html("card-title-effect", effect=draft.effect.name)
    return texts.html(f"card-title-{subject_of(draft).mode}")


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
    mode = subject_of(draft).mode
    return texts.html("card-pictures-frames" if mode is Mode.FRAMES else "card-pictures", n=have)


def _hint(draft: Draft, texts: Texts) -> Html | None:
    if not isinstance(draft, EffectDraft) or not draft.effect.hint:
        return None
    return texts.html("card-hint", hint=shorten(draft.effect.hint, 200))


def options_line(options: Options, texts: Texts) -> str:
    """Every option that is set, in one line: "v5.6 · 540p · 5 s · 16:9 · no sound"."""
    fields = (Field.MODEL, Field.QUALITY, Field.DURATION, Field.RATIO)
    values = [getattr(options, field) for field in fields]
    parts = [value_label(texts, value) for value in values if value is not None]
    if options.sound:
        parts.append(texts.plain(f"card-sound-{options.sound}"))
    if options.preview:
        parts.append(texts.plain("card-preview"))
    if options.off_peak:
        parts.append(texts.plain("card-off-peak"))
    return " · ".join(parts)


def _price(card: Card, texts: Texts) -> list[Html]:
    price = card.price
    left = card.balance.left
    text_id = "card-price-about" if price.about else "card-price"
    shown = [texts.html(text_id, price=price_label(texts, price), left=left)]
    if price.credits > left:
        shown.append(texts.html("card-short"))
    return shown


def _question(card: Card, texts: Texts) -> Html | None:
    """The one thing to ask for, where something is missing; else an invitation to say more."""
    draft = card.draft
    match missing(draft, card.basis.offer):
        case Missing.PROMPT:
            question = "card-ask-prompt"
        case Missing.FIRST_PICTURE if isinstance(draft, EffectDraft) and draft.effect.pictures > 1:
            question = "card-ask-first-of-two"
        case Missing.FIRST_PICTURE:
            question = "card-ask-first-picture"
        case Missing.NEXT_PICTURE:
            question = "card-ask-second-picture"
        case None if draft.prompt is None and not isinstance(draft, EffectDraft):
            question = "card-words-welcome"
        case _:
            return None
    return lines([Html(""), texts.html(question)])


# the keys


def _keyboard(card: Card, texts: Texts) -> Keyboard:
    last = _start_keys(card, texts) if missing(card.draft, card.basis.offer) is None else ()
    cancel = (Key(texts.plain("key-cancel"), DropDraft(draft=card.id)),)
    ask_way = () if _is_way_known(card) else rows(_way_keys(card, texts), 1)
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
    return Key(label, Generate(draft=card.id))


def _start_keys(card: Card, texts: Texts) -> Keyboard:
    """*Generate*, and below it several takes at once, where chance makes them differ."""
    rules = card.basis.offer.rules(subject_of(card.draft).mode)
    takes = [
        Key(_takes_label(card, number, texts), GenerateTakes(draft=card.id, takes=number))
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
            choose=_choose(card),
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
    if isinstance(draft, PictureDraft) and _is_way_known(card):
        label = texts.plain("key-way", way=texts.plain(f"way-{draft.way}"))
        keys.append(Key(label, OpenWays(draft=card.id)))
    if draft.seed is not None:
        keys.append(Key(texts.plain("key-seed-drop"), DropSeed(draft=card.id)))
    if have > 1:
        keys.append(Key(texts.plain("key-swap"), SwapPictures(draft=card.id)))
    if have:
        keys.append(Key(texts.plain("key-drop-pictures", n=have), DropPictures(draft=card.id)))
    return keys
