"""A screen: what the chat is to show. A pure value, made without asking anybody."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    KeyboardButtonRequestUsers,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from handlers.chat.buttons import Button
from handlers.chat.html import Html
from handlers.chat.texts import Texts

A_PHONE = 39  # letters of ordinary width in a row of keys on a phone, the air around them included
AIR = 1
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
EMOJI = "\N{WATCH}"  # from here on signs are drawn as wide as two letters


@dataclass(frozen=True, slots=True)
class Link:
    """Pressing the key opens this address."""

    url: str


@dataclass(frozen=True, slots=True)
class InlineWords:
    """Pressing the key lets the person choose a chat, and types the bot's name and these words there."""

    words: str


@dataclass(frozen=True, slots=True)
class InlineHere:
    """Pressing the key types the bot's name and these words in this chat."""

    words: str


class Tint(StrEnum):
    """What sets a key apart from the others, in Telegram's words."""

    MAIN = "primary"  # what one came for
    GRAVE = "danger"  # what cannot be taken back


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a keyboard: a label, and what pressing it means."""

    label: str
    button: Button | Link | InlineWords | InlineHere
    tint: Tint | None = None


Keyboard = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, slots=True)
class PersonPicker:
    """A keyboard in place of one's own, with a key to choose somebody, and one to leave."""

    choose: str
    leave: str


@dataclass(frozen=True, slots=True)
class Screen:
    """A text message with its keyboard; `animation` is the URL of a moving preview above the text.

    A new message may lay a `picker` in place of the person's own keyboard, or take it away again.
    """

    text: Html
    keyboard: Keyboard = ()
    animation: str | None = None
    picker: PersonPicker | None = None
    takes_keyboard_away: bool = False


def rows(keys: list[Key], width: int) -> Keyboard:
    """Keys in rows of at most `width`; fewer where a phone would cut their labels off.

    More than two stand in a row only if all rows can have as many; of two, a long one stands alone.
    A last key that would be alone, wide as the screen, gets one of the row above beside it.
    """
    widest = max((cells(key.label) for key in keys), default=0)
    while width > 2 and widest > _room(width):
        width -= 1
    if width == 2:
        return tuple(_pairs(keys))
    grid = [tuple(keys[start : start + width]) for start in range(0, len(keys), width)]
    if width > 2 and len(grid) > 1 and len(grid[-1]) == 1:
        above, last = grid[-2:]
        grid[-2:] = [above[:-1], above[-1:] + last]
    return tuple(grid)


def _pairs(keys: list[Key]) -> Iterator[tuple[Key, ...]]:
    row: list[Key] = []
    for key in keys:
        if len(row) == 2 or (row and _is_long(key)) or any(map(_is_long, row)):
            yield tuple(row)
            row = []
        row.append(key)
    if row:
        yield tuple(row)


def _is_long(key: Key) -> bool:
    return cells(key.label) > _room(2)


def _room(columns: int) -> int:
    return A_PHONE // columns - AIR


@lru_cache(maxsize=4096)
def cells(label: str) -> int:
    """How wide a label is, in letters of ordinary width: Chinese ones and emoji are two wide."""
    return sum(map(_width, label))


def _width(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    wide = unicodedata.east_asian_width(sign) in ("W", "F")
    return 2 if wide or (sign >= EMOJI and unicodedata.category(sign) == "So") else 1


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
    label, tint = key.label, key.tint
    match key.button:
        case Link(url):
            return InlineKeyboardButton(label, url=url, style=tint)
        case InlineWords(words):
            return InlineKeyboardButton(label, switch_inline_query=words, style=tint)
        case InlineHere(words):
            return InlineKeyboardButton(label, switch_inline_query_current_chat=words, style=tint)
        case button:
            return InlineKeyboardButton(label, callback_data=button.pack(), style=tint)


def first_markup(
    screen: Screen,
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """What a new message has below it. Telegram takes one of these; an edit knows the first only."""
    if screen.takes_keyboard_away:
        return ReplyKeyboardRemove()
    if screen.picker:
        return _picker_markup(screen.picker)
    return markup(screen.keyboard)


def _picker_markup(picker: PersonPicker) -> ReplyKeyboardMarkup:
    wish = KeyboardButtonRequestUsers(request_id=1, user_is_bot=False, max_quantity=1)
    keys = [[KeyboardButton(picker.choose, request_users=wish)], [KeyboardButton(picker.leave)]]
    return ReplyKeyboardMarkup(keys, resize_keyboard=True, one_time_keyboard=True)
