"""A screen: what the chat is to show. A pure value, made without asking anybody."""

from dataclasses import dataclass
from functools import lru_cache

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.chat.buttons import Button
from handlers.chat.html import Html
from handlers.chat.texts import Texts


@dataclass(frozen=True, slots=True)
class Link:
    """Pressing the key opens this address."""

    url: str


@dataclass(frozen=True, slots=True)
class InlineWords:
    """Pressing the key lets the person choose a chat, and types the bot's name and these words there."""

    words: str


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a keyboard: a label, and what pressing it means."""

    label: str
    button: Button | Link | InlineWords


Keyboard = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """A text message with its keyboard; `animation` is the URL of a moving preview above the text."""

    text: Html
    keyboard: Keyboard = ()
    animation: str | None = None


def rows(keys: list[Key], width: int) -> Keyboard:
    """Keys in rows of at most `width`."""
    return tuple(tuple(keys[start : start + width]) for start in range(0, len(keys), width))


def page_keys(texts: Texts, previous: Button | None, following: Button | None) -> Keyboard:
    """The keys that turn pages, where there is a page to turn to."""
    turns = (("key-previous", previous), ("key-next", following))
    row = tuple(Key(texts.plain(label), button) for label, button in turns if button)
    return (row,) if row else ()


@lru_cache(maxsize=2048)
def markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    """The keyboard as Telegram takes it; keyboards that return are kept."""
    if not keyboard:
        return None
    return InlineKeyboardMarkup([[_key(key) for key in row] for row in keyboard])


def _key(key: Key) -> InlineKeyboardButton:
    match key.button:
        case Link(url):
            return InlineKeyboardButton(key.label, url=url)
        case InlineWords(words):
            return InlineKeyboardButton(key.label, switch_inline_query=words)
        case button:
            return InlineKeyboardButton(key.label, callback_data=button.pack())
