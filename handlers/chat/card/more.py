"""What is rarely set: it has a screen of its own, so that the card stays short."""

from collections.abc import Iterable

from handlers.chat.buttons import (
    AskWords,
    Choose,
    DropPictures,
    DropSeed,
    ForgetWords,
    GenerateTakes,
    OpenField,
    ShowCard,
)
from handlers.chat.card.text import card_text
from handlers.chat.html import Html
from handlers.chat.option_keys import option_key
from handlers.chat.screens import Key, Keyboard, Screen, rows
from handlers.chat.texts import Texts
from jobs.asking import Ask
from jobs.capabilities import Field
from jobs.drafts import missing, pictures_of, seed_of, seeds_of, subject_of
from jobs.ports import Card

RARE = (
    Field.PREVIEW,
    Field.OFF_PEAK,
    Field.MULTI_SHOT,
    Field.STYLE,
    Field.CAMERA,
    Field.MOTION,
)
EXPLAINED = (Field.PREVIEW, Field.OFF_PEAK, Field.MULTI_SHOT)
SEVERAL_TAKES = (2, 4)


def more_screen(card: Card, texts: Texts) -> Screen:
    """The card with its rarer keys, and what they mean."""
    fields = list(_fields(card))
    meanings = [texts.html(f"more-{field}") for field in EXPLAINED if field in fields]
    seed = [texts.html("more-takes")] if _takes_seed(card) else []
    back = (Key(texts.plain("key-back"), ShowCard(draft=card.id)),)
    keys = [*_option_keys(card, fields, texts), *_word_keys(card, texts)]
    picture = list(_picture_keys(card, texts))
    return Screen(
        card_text(card, texts, *meanings, *seed, Html("")),
        (*rows(keys, 1), *_chance_keys(card, texts), *rows(picture, 1), back),
    )


def has_more(card: Card) -> bool:
    """Whether there is anything on that screen."""
    draft = card.draft
    rules = card.basis.offer.model_rules(subject_of(draft), draft.options)
    chance = _takes_seed(card) or draft.seed is not None
    alone = len(pictures_of(draft)) == 1
    return chance or bool(rules.negative_limit) or any(_fields(card)) or alone


def _fields(card: Card) -> Iterable[Field]:
    offer, subject = card.basis.offer, subject_of(card.draft)
    options = offer.fit(subject, card.draft.options)
    return (field for field in RARE if len(offer.choices(subject, options, field)) > 1)


def _option_keys(card: Card, fields: list[Field], texts: Texts) -> Iterable[Key]:
    offer, subject = card.basis.offer, subject_of(card.draft)
    options = offer.fit(subject, card.draft.options)
    for field in fields:
        key = option_key(
            field,
            getattr(options, field),
            offer.choices(subject, options, field),
            texts,
            choose=lambda field, value: Choose(draft=card.id, field=field, value=value),
            open_choices=lambda field: OpenField(draft=card.id, field=field),
        )
        if field is Field.OFF_PEAK and not options.off_peak and card.slow_saves:
            label = texts.plain("key-off-peak-saves", credits=card.slow_saves)
            key = Key(label, key.button)
        yield key


def _word_keys(card: Card, texts: Texts) -> Iterable[Key]:
    """What should not be seen."""
    draft = card.draft
    if not card.basis.offer.model_rules(subject_of(draft), draft.options).negative_limit:
        return
    yield Key(texts.plain("key-leave-out"), AskWords(draft=card.id, ask=Ask.NEGATIVE))
    if draft.negative:
        label = texts.plain("key-leave-nothing-out")
        yield Key(label, ForgetWords(draft=card.id, ask=Ask.NEGATIVE))


def _picture_keys(card: Card, texts: Texts) -> Iterable[Key]:
    """Several pictures have a screen of their own."""
    if len(pictures_of(card.draft)) == 1:
        yield Key(texts.plain("key-drop-picture"), DropPictures(draft=card.id))


def _chance_keys(card: Card, texts: Texts) -> Keyboard:
    """Several takes at once, where chance makes them differ; chance itself, where it was ruled out."""
    can_start = missing(card.draft, card.basis.offer) is None and _takes_seed(card)
    takes = [
        Key(
            _takes_label(card, number, texts),
            GenerateTakes(draft=card.id, takes=number, credits=card.price.credits),
        )
        for number in SEVERAL_TAKES
        if can_start
    ]
    return rows([*takes, *_seed_keys(card, texts)], 1)


def _seed_keys(card: Card, texts: Texts) -> Iterable[Key]:
    """A number that chance starts from; one that was meant for another way can be dropped, too."""
    if _takes_seed(card):
        chosen = seed_of(card.draft, card.basis.offer) is not None
        label = texts.plain("key-seed-other" if chosen else "key-seed")
        yield Key(label, AskWords(draft=card.id, ask=Ask.SEED))
    if card.draft.seed is not None:
        yield Key(texts.plain("key-seed-drop"), DropSeed(draft=card.id))


def _takes_seed(card: Card) -> bool:
    return bool(seeds_of(card.draft, card.basis.offer))


def _takes_label(card: Card, takes: int, texts: Texts) -> str:
    text_id = "key-takes-about" if card.price.about else "key-takes"
    return texts.plain(text_id, n=takes, credits=card.price.credits * takes)
