"""The voices that can read words out, page by page, each to be heard and to be chosen."""

from handlers.chat.buttons import ChooseSpeaker, HearSpeaker, OpenSpeakers, ShowCard
from handlers.chat.card.text import card_text
from handlers.chat.html import shorten
from handlers.chat.screens import Key, Keyboard, Screen, page_keys
from handlers.chat.texts import Texts
from jobs.materials import Speaker
from jobs.ports import Card
from jobs.service import SpeakerPage


def speakers_screen(card: Card, page: SpeakerPage, texts: Texts) -> Screen:
    """The card with a page of the voices in place of its keys."""
    chosen = card.draft.speech.speaker if card.draft.speech else card.basis.speaker
    keys = tuple(_row(card, speaker, chosen, texts) for speaker in page.speakers)
    back = ((Key(texts.plain("key-back"), ShowCard(draft=card.id)),),)
    question = texts.html("card-choose-speaker")
    return Screen(card_text(card, texts, question), (*keys, *_turns(card, page, texts), *back))


def _row(card: Card, speaker: Speaker, chosen: Speaker | None, texts: Texts) -> tuple[Key, ...]:
    label = shorten(speaker.name, 30)
    if chosen and chosen.id == speaker.id:
        label = texts.plain("key-chosen", value=label)
    choose = Key(label, ChooseSpeaker(draft=card.id, speaker=speaker.id))
    if speaker.sample_url is None:
        return (choose,)
    return (choose, Key(texts.plain("key-hear"), HearSpeaker(speaker=speaker.id)))


def _turns(card: Card, page: SpeakerPage, texts: Texts) -> Keyboard:
    return page_keys(
        texts,
        OpenSpeakers(draft=card.id, page=page.page - 1) if page.page > 0 else None,
        OpenSpeakers(draft=card.id, page=page.page + 1) if page.page + 1 < page.pages else None,
    )
