"""Buttons of the bot's live settings."""

from handlers.chat.buttons.codec import Button
from jobs.admin.live_settings import Topic
from jobs.roles import Right


class OpenSettings(Button, tag="Sg", right=Right.SETTINGS):
    """The settings that belong together."""

    topic: Topic


class OpenSetting(Button, tag="So", right=Right.SETTINGS):
    """One setting."""

    name: str


class ChooseSetting(Button, tag="Sc", right=Right.SETTINGS):
    """A value that can be tapped."""

    name: str
    value: str


class ResetSetting(Button, tag="Sr", right=Right.SETTINGS):
    """The environment decides again."""

    name: str


class TypeSetting(Button, tag="St", right=Right.SETTINGS):
    """The next words of the admin are the value."""

    name: str


class SetOffered(Button, tag="Sh", right=Right.SETTINGS):
    """A model or mode is offered from now on, or not."""

    what: str
    shown: bool
