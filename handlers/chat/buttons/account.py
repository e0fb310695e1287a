"""Buttons around a person: settings and help."""

from handlers.chat.buttons.codec import Button
from jobs.capabilities import Field


class ShowSettings(Button, tag="i"):
    """The person's defaults."""


class OpenDefault(Button, tag="d"):
    """Show the choices of one default."""

    field: Field


class ChooseDefault(Button, tag="t"):
    """Set one default."""

    field: Field
    value: str


class ForgetHabits(Button, tag="fh"):
    """Ask again what pictures and videos are meant for."""


class ShowHelp(Button, tag="l"):
    """How it works."""


class OpenLanguages(Button, tag="ol"):
    """Show the languages that the bot speaks."""


class ChooseLanguage(Button, tag="cl"):
    """Speak this language; none: as Telegram says."""

    language: str
