"""Buttons of the draft card."""

from handlers.chat.buttons.codec import Button
from jobs.capabilities import Field, Mode
from jobs.ids import DraftId


class Generate(Button, tag="g"):
    """Start the draft, for the price that its card shows."""

    draft: DraftId
    credits: int


class DropDraft(Button, tag="x"):
    """Forget the draft."""

    draft: DraftId


class OpenField(Button, tag="o"):
    """Show the choices of one option."""

    draft: DraftId
    field: Field


class Choose(Button, tag="c"):
    """Set one option."""

    draft: DraftId
    field: Field
    value: str


class ShowCard(Button, tag="b"):
    """Back to the card."""

    draft: DraftId


class SwapPictures(Button, tag="w"):
    """Turn the order of the pictures round."""

    draft: DraftId


class DropPictures(Button, tag="p"):
    """Go on without the pictures."""

    draft: DraftId


class DropEffect(Button, tag="e"):
    """Go on without the effect."""

    draft: DraftId


class NewStill(Button, tag="nst"):
    """Begin a picture."""


class NewDraft(Button, tag="n"):
    """Begin a fresh draft."""


class OpenWays(Button, tag="dw"):
    """Show what the pictures could become."""

    draft: DraftId


class ChooseWay(Button, tag="dc"):
    """What the pictures become."""

    draft: DraftId
    way: Mode


class GenerateTakes(Button, tag="gt"):
    """Start several takes of the draft at once; `credits` is the price of one."""

    draft: DraftId
    takes: int
    credits: int


class DropSeed(Button, tag="dd"):
    """Chance falls anew."""

    draft: DraftId
