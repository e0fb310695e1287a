"""Typed buttons: what a button means is a value, packed into the 64 bytes that Telegram allows."""

from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from jobs.capabilities import Field
from jobs.effects import Shelf
from jobs.ids import DraftId, EffectId, JobId, PersonId

MAX_BYTES = 64
LARGEST_NUMBER = 2**52  # Telegram's ids have 52 bits at most, and no other number comes near
_SEPARATOR = "|"

_TAGS: dict[str, type["Button"]] = {}


class ButtonTooLong(ValueError):
    """The packed button exceeds Telegram's 64 bytes: a mistake in the program."""


class Button(BaseModel):
    """A button's meaning. Each subclass has a tag of its own, which is never given to another one."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    tag: ClassVar[str]

    def __init_subclass__(cls, *, tag: str, **options: object) -> None:
        super().__init_subclass__(**options)  # type: ignore[arg-type]
        if tag in _TAGS:
            raise TypeError(f"{cls.__name__} and {_TAGS[tag].__name__} have the same tag {tag!r}")
        cls.tag = tag
        _TAGS[tag] = cls

    def pack(self) -> str:
        """The callback data. Raises ButtonTooLong."""
        values = [str(getattr(self, name)) for name in type(self).model_fields]
        data = _SEPARATOR.join([self.tag, *values])
        if len(data.encode()) > MAX_BYTES or any(_SEPARATOR in value for value in values):
            raise ButtonTooLong(data)
        return data

    @model_validator(mode="after")
    def _no_giants(self) -> Self:
        """A modified app may send any number; one that the database cannot hold is no button of ours."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
                raise ValueError(f"{name} is out of range")
        return self

    @classmethod
    def unpack(cls, data: str) -> Self | None:
        """The button of this class in callback data; None where it is another's, or cannot be read."""
        tag, *values = data.split(_SEPARATOR)
        names = list(cls.model_fields)
        if tag != cls.tag or len(values) != len(names):
            return None
        try:
            return cls.model_validate_strings(dict(zip(names, values, strict=True)))
        except ValidationError:
            return None


class Generate(Button, tag="g"):
    """Start the draft."""

    draft: DraftId


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


class NewDraft(Button, tag="n"):
    """Begin a fresh draft."""


class Browse(Button, tag="s"):
    """A page of a shelf of effects; `words` narrow it down."""

    shelf: Shelf
    page: int = 0
    words: str = ""


class AskEffectWords(Button, tag="q"):
    """The next words of the person look for an effect."""


class ShowEffect(Button, tag="f"):
    """One effect with its preview."""

    effect: EffectId


class UseEffect(Button, tag="u"):
    """Play this effect in the draft."""

    effect: EffectId


class ClosePreview(Button, tag="z"):
    """Take the preview away."""


class CancelJob(Button, tag="k"):
    """The job is not wanted any more."""

    job: JobId


class Again(Button, tag="a"):
    """The same once more."""

    job: JobId


class ChangeJob(Button, tag="h"):
    """A new draft, filled in with the job's request."""

    job: JobId


class Resend(Button, tag="r"):
    """The result once more."""

    job: JobId


class ShowJobs(Button, tag="j"):
    """A page of the person's jobs."""

    page: int = 0


class GiveUpJob(Button, tag="v"):
    """An admin ends the search for an unconfirmed job."""

    job: JobId


class ShowSettings(Button, tag="i"):
    """The person's defaults."""


class OpenDefault(Button, tag="d"):
    """Show the choices of one default."""

    field: Field


class ChooseDefault(Button, tag="t"):
    """Set one default."""

    field: Field
    value: str


class Decide(Button, tag="y"):
    """An admin lets somebody in, or does not."""

    person: PersonId
    allow: bool


class ShowHelp(Button, tag="l"):
    """How it works."""
