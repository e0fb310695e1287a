"""The card as a message: as it stands, with a question, or with choices in place of its keys."""

from collections.abc import Mapping

from handlers.chat.buttons import OpenMore, ShowCard
from handlers.chat.card.clips import is_undecided, mode_keys, undecided_screen
from handlers.chat.card.keys import choose, keyboard
from handlers.chat.card.more import RARE
from handlers.chat.card.pictures import pictures_screen
from handlers.chat.card.questions import open_question
from handlers.chat.card.text import card_text, how_to_answer
from handlers.chat.card.ways import way_keys
from handlers.chat.option_keys import choice_keys, question
from handlers.chat.screens import Key, Screen, rows
from handlers.chat.texts import Texts
from jobs.asking import Ask
from jobs.capabilities import Field, Value
from jobs.drafts import pictures_of, subject_of
from jobs.ports import Card
from jobs.tariff import Price


def card_screen(card: Card, texts: Texts) -> Screen:
    """The card as it stands, with the question that is open, if any: after a restart it still is."""
    if is_undecided(card.draft):
        return undecided_screen(card, texts)
    if card.asking and card.asking.ask is Ask.PICTURES and pictures_of(card.draft):
        return pictures_screen(card, texts)
    question = open_question(card, texts)
    if question is None:
        return Screen(card_text(card, texts), keyboard(card, texts))
    back = Key(texts.plain("key-back"), question.back)
    how = how_to_answer(card, texts)
    return Screen(card_text(card, texts, question.words, how), ((back,),))


def choices_screen(card: Card, field: Field, prices: Mapping[Value, Price], texts: Texts) -> Screen:
    """The card with the choices of one option in place of its keys, each with its price where they differ."""
    offer, subject = card.basis.offer, subject_of(card.draft)
    options = offer.fit(subject, card.draft.options)
    allowed = offer.choices(subject, options, field)
    differ = len({price.credits for price in prices.values()}) > 1
    keys = choice_keys(
        field,
        getattr(options, field),
        allowed,
        texts,
        choose=choose(card),
        prices=prices if differ else {},
    )
    above = OpenMore(draft=card.id) if field in RARE else ShowCard(draft=card.id)
    back = (Key(texts.plain("key-back"), above),)
    priced = texts.html("card-prices") if differ else None
    text = card_text(card, texts, question(field, getattr(options, field), texts), priced)
    return Screen(text, (*keys, back))


def clip_modes_screen(card: Card, texts: Texts) -> Screen:
    """The card with everything that can be done with its video in place of its keys."""
    if is_undecided(card.draft):
        return undecided_screen(card, texts)
    back = (Key(texts.plain("key-back"), ShowCard(draft=card.id)),)
    question = texts.html("card-choose-mode")
    return Screen(card_text(card, texts, question), (*rows(mode_keys(card, texts), 1), back))


def ways_screen(card: Card, texts: Texts) -> Screen:
    """The card with the ways from its pictures to a video in place of its keys."""
    back = (Key(texts.plain("key-back"), ShowCard(draft=card.id)),)
    question = texts.html("card-choose-way")
    return Screen(card_text(card, texts, question), (*rows(way_keys(card, texts), 1), back))
