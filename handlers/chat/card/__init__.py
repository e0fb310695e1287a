"""The draft card: one message that shows a draft, and keys that change everything on it."""

from handlers.chat.card.keys import has_sound_screen
from handlers.chat.card.looks import looks_screen
from handlers.chat.card.more import RARE, more_screen
from handlers.chat.card.pictures import picture_screen, pictures_screen, segment_screen, segments_of
from handlers.chat.card.screens import (
    card_screen,
    choices_screen,
    clip_modes_screen,
    ways_screen,
)
from handlers.chat.card.sound import sound_screen
from handlers.chat.card.speakers import speakers_screen
from handlers.chat.card.text import options_line, silent

__all__ = [
    "RARE",
    "card_screen",
    "choices_screen",
    "clip_modes_screen",
    "has_sound_screen",
    "looks_screen",
    "more_screen",
    "options_line",
    "picture_screen",
    "pictures_screen",
    "segment_screen",
    "segments_of",
    "silent",
    "sound_screen",
    "speakers_screen",
    "ways_screen",
]
