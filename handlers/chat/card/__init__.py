"""The draft card: one message that shows a draft, and keys that change everything on it."""

from handlers.chat.card.screens import card_screen, choices_screen, ways_screen
from handlers.chat.card.text import options_line

__all__ = ["card_screen", "choices_screen", "options_line", "ways_screen"]
