"""Buttons of the effect browser."""

from handlers.chat.buttons.codec import Button, PageNumber
from jobs.effects import Shelf
from jobs.ids import EffectId


class Browse(Button, tag="s"):
    """A page of a shelf of effects; `words` narrow it down."""

    shelf: Shelf
    page: PageNumber = 0
    words: str = ""


class AskEffectWords(Button, tag="q"):
    """The next words of the person look for an effect."""


class ShowEffect(Button, tag="f"):
    """One effect with its preview."""

    effect: EffectId


class UseEffect(Button, tag="u"):
    """Play this effect in the draft."""

    effect: EffectId


class StarEffect(Button, tag="es"):
    """Onto one's favourites, or off them."""

    effect: EffectId
    starred: bool


class ClosePreview(Button, tag="z"):
    """Take the preview away."""
