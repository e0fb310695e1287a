"""The ready-made looks for a whole video, page by page."""

from handlers.chat.buttons import ChooseLook, OpenLooks, ShowCard
from handlers.chat.card.text import card_text
from handlers.chat.html import shorten
from handlers.chat.screens import Key, Screen, page_keys, rows
from handlers.chat.texts import Texts
from jobs.drafts import look_of
from jobs.materials import Look
from jobs.ports import Card
from jobs.service import LookPage


def looks_screen(card: Card, page: LookPage, texts: Texts) -> Screen:
    """The card with a page of the looks in place of its keys."""
    chosen = look_of(card.draft, card.basis.offer)
    keys = [
        Key(_label(look, chosen, texts), ChooseLook(draft=card.id, look=look.id))
        for look in page.looks
    ]
    turns = page_keys(
        texts,
        OpenLooks(draft=card.id, page=page.page - 1) if page.page > 0 else None,
        OpenLooks(draft=card.id, page=page.page + 1) if page.page + 1 < page.pages else None,
    )
    back = (Key(texts.plain("key-back"), ShowCard(draft=card.id)),)
    question = texts.html("card-choose-look")
    return Screen(card_text(card, texts, question), (*rows(keys, 2), *turns, back))


def _label(look: Look, chosen: Look | None, texts: Texts) -> str:
    label = shorten(look.name, 30)
    is_chosen = chosen is not None and chosen.id == look.id
    return texts.plain("key-chosen", value=label) if is_chosen else label
