"""Buttons around the pictures of a draft. A picture is known by the message that it came in."""

from handlers.chat.buttons.codec import Button
from jobs.ids import DraftId, MessageId


class OpenPictures(Button, tag="po"):
    """Arrange the pictures."""

    draft: DraftId


class OpenPicture(Button, tag="pp"):
    """What can be done with one picture."""

    draft: DraftId
    picture: MessageId


class MovePicture(Button, tag="pm"):
    """A picture goes to a place, counted from 0."""

    draft: DraftId
    picture: MessageId
    to: int


class ReplacePicture(Button, tag="pr"):
    """The next picture takes the place of this one."""

    draft: DraftId
    picture: MessageId


class RemovePicture(Button, tag="pd"):
    """Go on without this picture."""

    draft: DraftId
    picture: MessageId


class ShowPictures(Button, tag="pa"):
    """See which picture is which."""

    draft: DraftId


class AddLastFrame(Button, tag="pl"):
    """The next picture is what the film ends with."""

    draft: DraftId


class NamePicture(Button, tag="pn"):
    """Name a picture (counted from 0) after words of this length: a press that comes twice names it once."""

    draft: DraftId
    number: int
    length: int


class OpenSegment(Button, tag="sg"):
    """A stretch of a transition, counted from 0."""

    draft: DraftId
    number: int


class SetSegment(Button, tag="ss"):
    """How long a stretch lasts."""

    draft: DraftId
    number: int
    seconds: int


class AskSegment(Button, tag="sw"):
    """The next words are for this stretch."""

    draft: DraftId
    number: int


class HushSegment(Button, tag="sx"):
    """A stretch has the words of the whole film again."""

    draft: DraftId
    number: int
