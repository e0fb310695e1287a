"""The card as a message: as it stands, or with choices in place of its keys."""

from handlers.chat.buttons import ShowCard
from handlers.chat.card.keys import choose, keyboard
from handlers.chat.card.text import card_text
from handlers.chat.card.ways import way_keys
from handlers.chat.html import Html, lines
from handlers.chat.option_keys import choice_keys
from handlers.chat.screens import Key, Screen, rows
from handlers.chat.texts import Texts
from jobs.capabilities import Field
from jobs.drafts import subject_of
from jobs.ports import Card


def card_screen(card: Card, texts: Texts) -> Screen:
    """The card as it stands."""
    return Screen(card_text(card, texts), keyboard(card, texts))


def choices_screen(card: Card, field: Field, texts: Texts) -> Screen:
    """The card with the choices of one option in place of its keys."""
    offer, subject = card.basis.offer, subject_of(card.draft)
    options = offer.fit(subject, card.draft.options)
    allowed = offer.choices(subject, options, field)
    keys = choice_keys(field, getattr(options, field), allowed, texts, choose=choose(card))
    back = (Key(texts.plain("key-back"), ShowCard(draft=card.id)),)
    question = texts.html(f"card-choose-{field}")
    return Screen(lines([card_text(card, texts), Html(""), question]), (*keys, back))


def ways_screen(card: Card, texts: Texts) -> Screen:
    """The card with the ways from its pictures to a video in place of its keys."""
    back = (Key(texts.plain("key-back"), ShowCard(draft=card.id)),)
    return Screen(
        lines([card_text(card, texts), Html(""), texts.html("card-choose-way")]),
        (*rows(way_keys(card, texts), 1), back),
    )
