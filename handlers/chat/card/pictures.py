"""The pictures of a draft, laid out like a strip of film: each can be moved, replaced, removed; between the
pictures of a transition each stretch has its length and words."""

from handlers.chat.buttons import (
    AskSegment,
    DropPictures,
    HushSegment,
    MovePicture,
    OpenPicture,
    OpenPictures,
    OpenSegment,
    RemovePicture,
    ReplacePicture,
    SetSegment,
    ShowCard,
    ShowPictures,
)
from handlers.chat.card.text import card_text
from handlers.chat.html import Html, shorten
from handlers.chat.screens import Key, Keyboard, Screen, rows
from handlers.chat.texts import Texts
from jobs.capabilities import Field
from jobs.drafts import PictureDraft, pictures_of, subject_of
from jobs.ids import MessageId
from jobs.materials import Segment
from jobs.ports import Card

STRIP = 4  # pictures and stretches in a row
SEGMENT_WORDS_SHOWN = 80


def pictures_screen(card: Card, texts: Texts) -> Screen:
    """All of them, and what is between them."""
    whole = (
        *rows(
            [
                Key(texts.plain("key-show-pictures"), ShowPictures(draft=card.id)),
                Key(texts.plain("key-drop-all"), DropPictures(draft=card.id)),
            ],
            2,
        ),
        (Key(texts.plain("key-done"), ShowCard(draft=card.id)),),
    )
    question = texts.html("pictures-transition" if segments_of(card) else "pictures")
    return Screen(
        card_text(card, texts, *_segment_lines(card, texts), question),
        (*rows(_strip(card, texts), STRIP), *whole),
    )


def segments_of(card: Card) -> tuple[Segment, ...]:
    """The stretches of a transition; other drafts have none."""
    return card.draft.segments if isinstance(card.draft, PictureDraft) else ()


def _strip(card: Card, texts: Texts) -> list[Key]:
    keys, segments = [], segments_of(card)
    for number, picture in enumerate(pictures_of(card.draft)):
        label = texts.plain("key-picture", number=number + 1)
        keys.append(Key(label, OpenPicture(draft=card.id, picture=picture.message_id)))
        if number < len(segments):
            label = texts.plain("key-segment", seconds=segments[number].seconds)
            keys.append(Key(label, OpenSegment(draft=card.id, number=number)))
    return keys


def _segment_lines(card: Card, texts: Texts) -> list[Html]:
    """What happens between the pictures, where that has words of its own."""
    said = [
        texts.html(
            "pictures-segment",
            number=number,
            next=number + 1,
            words=shorten(segment.prompt, SEGMENT_WORDS_SHOWN),
        )
        for number, segment in enumerate(segments_of(card), start=1)
        if segment.prompt
    ]
    return [*said, Html("")] if said else []


def picture_screen(card: Card, picture: MessageId, number: int, texts: Texts) -> Screen:
    """One picture (counted from 0)."""
    last = len(pictures_of(card.draft)) - 1
    moves = [
        Key(texts.plain(label), MovePicture(draft=card.id, picture=picture, to=to))
        for label, to in (("key-earlier", number - 1), ("key-later", number + 1))
        if 0 <= to <= last
    ]
    changes = (
        Key(texts.plain("key-replace"), ReplacePicture(draft=card.id, picture=picture)),
        Key(texts.plain("key-remove"), RemovePicture(draft=card.id, picture=picture)),
    )
    question = texts.html("pictures-one", number=number + 1, n=last + 1)
    keys = (*rows(moves, 2), changes, _back(card, texts))
    return Screen(card_text(card, texts, question), keys)


def segment_screen(card: Card, number: int, texts: Texts) -> Screen:
    """One stretch (counted from 0)."""
    segment = segments_of(card)[number]
    offer, subject = card.basis.offer, subject_of(card.draft)
    lengths = [
        Key(
            _ticked(texts, int(seconds), segment.seconds),
            SetSegment(draft=card.id, number=number, seconds=int(seconds)),
        )
        for seconds in offer.choices(subject, card.draft.options, Field.DURATION)
    ]
    question = texts.html("segment", number=number + 1, next=number + 2)
    said = texts.html("segment-words", words=segment.prompt) if segment.prompt else None
    keys = (*rows(lengths, STRIP), *_segment_words(card, number, texts), _back(card, texts))
    return Screen(card_text(card, texts, question, said), keys)


def _segment_words(card: Card, number: int, texts: Texts) -> Keyboard:
    ask = Key(texts.plain("key-segment-words"), AskSegment(draft=card.id, number=number))
    if not segments_of(card)[number].prompt:
        return ((ask,),)
    hush = Key(texts.plain("key-segment-hush"), HushSegment(draft=card.id, number=number))
    return ((ask,), (hush,))


def _ticked(texts: Texts, seconds: int, chosen: int) -> str:
    label = texts.plain("seconds", n=seconds)
    return texts.plain("key-chosen", value=label) if seconds == chosen else label


def _back(card: Card, texts: Texts) -> tuple[Key, ...]:
    return (Key(texts.plain("key-back"), OpenPictures(draft=card.id)),)
