"""Buttons around the numbers."""

from handlers.chat.buttons.codec import Button
from jobs.roles import Right


class ShowNumbers(Button, tag="Zn", right=Right.SEE):
    """Those of so many days."""

    days: int


class DrawNumbers(Button, tag="Zc", right=Right.SEE):
    """The same as a picture."""

    days: int
