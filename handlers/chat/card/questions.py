"""What the card asks for, where something is asked, and the screen that the question was asked on."""

from dataclasses import dataclass

from handlers.chat.buttons import (
    Button,
    OpenMore,
    OpenPictures,
    OpenSound,
    OpenSpeakers,
    ShowCard,
)
from handlers.chat.card.pictures import segments_of
from handlers.chat.html import Html
from handlers.chat.texts import Texts
from jobs.asking import Ask, Asking
from jobs.drafts import seeds_of, speech_limit, subject_of
from jobs.ports import Card


@dataclass(frozen=True, slots=True)
class Question:
    """`back` leads to where it came from."""

    words: Html
    back: Button


def open_question(card: Card, texts: Texts) -> Question | None:
    """The question that is open, if any: after a restart it still is."""
    return _of_pictures(card, texts) or _of_sound(card, texts) or _of_rare(card, texts)


def _of_pictures(card: Card, texts: Texts) -> Question | None:
    back = OpenPictures(draft=card.id)
    match card.asking:
        case Asking(ask=Ask.REPLACE, detail=number):
            return Question(texts.html("ask-replace", number=int(number) + 1), back)
        case Asking(ask=Ask.SEGMENT, detail=number) if int(number) < len(segments_of(card)):
            first = int(number) + 1
            return Question(texts.html("ask-segment", number=first, next=first + 1), back)
        case Asking(ask=Ask.LAST_FRAME):
            return Question(texts.html("ask-last-frame"), ShowCard(draft=card.id))
        case _:
            return None


def _of_sound(card: Card, texts: Texts) -> Question | None:
    offer = card.basis.offer
    match card.asking:
        case Asking(ask=Ask.SOUND):
            rules = offer.model_rules(subject_of(card.draft), card.draft.options)
            words = texts.html("ask-sound", limit=rules.sound_words_limit)
            return Question(words, OpenSound(draft=card.id))
        case Asking(ask=Ask.SPEECH):
            words = texts.html("ask-speech", limit=speech_limit(card.draft, offer))
            return Question(words, OpenSpeakers(draft=card.id))
        case _:
            return None


def _of_rare(card: Card, texts: Texts) -> Question | None:
    back = OpenMore(draft=card.id)
    match card.asking:
        case Asking(ask=Ask.NEGATIVE):
            return Question(texts.html("ask-negative"), back)
        case Asking(ask=Ask.SEED) if seeds := seeds_of(card.draft, card.basis.offer):
            return Question(texts.html("ask-seed", first=seeds[0], last=seeds[-1]), back)
        case _:
            return None
