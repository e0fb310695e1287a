"""Buttons around a person's credits, time zone and data."""

from handlers.chat.buttons.codec import Button, PageNumber


class ShowQuota(Button, tag="Q"):
    """What is left."""


class ShowLedger(Button, tag="H"):
    """A page of the person's ledger."""

    page: PageNumber = 0


class OpenZones(Button, tag="oz"):
    """The time zones that are offered."""


class ChooseZone(Button, tag="cz"):
    """The person lives there; nothing: where the bot does."""

    zone: str


class AskZone(Button, tag="az"):
    """The next words say where the person lives."""


class ExportData(Button, tag="X"):
    """Everything that the bot knows about the person, as a file."""


class ForgetMe(Button, tag="fm"):
    """They have read what goes and what stays, and mean it."""


class KeepMe(Button, tag="km"):
    """They do not."""
