"""Buttons around what a card asks for in words, and around its rarer options."""

from handlers.chat.buttons.codec import Button
from jobs.asking import Ask
from jobs.ids import DraftId


class OpenMore(Button, tag="mo"):
    """Show what is rarely set."""

    draft: DraftId


class OpenSound(Button, tag="ho"):
    """What is heard and said."""

    draft: DraftId


class AskWords(Button, tag="hw"):
    """The next words answer this question."""

    draft: DraftId
    ask: Ask


class ForgetWords(Button, tag="hx"):
    """Take the answer back."""

    draft: DraftId
    ask: Ask
