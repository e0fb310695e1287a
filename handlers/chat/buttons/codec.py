"""Typed buttons: what a button means is a value, packed into the 64 bytes that Telegram allows."""

from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from jobs.roles import Right

MAX_BYTES = 64
LARGEST_NUMBER = (
    2**63 - 1
)  # what the database can hold; Telegram's ids have 52 bits, a provider's have 63
MOST_PAGES = 1_000_000
PageNumber = Annotated[int, Field(ge=0, le=MOST_PAGES)]  # what is skipped stays a number, too
_SEPARATOR = "|"

_TAGS: dict[str, type["Button"]] = {}


class ButtonTooLong(ValueError):
    """The packed button exceeds Telegram's 64 bytes: a mistake in the program."""


class Button(BaseModel):
    """A button's meaning. Each subclass has a tag of its own, which is never given to another one.

    One with a `right` is for those who run the bot: whoever lacks it is refused before its callback runs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    tag: ClassVar[str]
    right: ClassVar[Right | None]

    def __init_subclass__(cls, *, tag: str, right: Right | None = None, **options: object) -> None:
        super().__init_subclass__(**options)  # type: ignore[arg-type]
        if tag in _TAGS:
            raise TypeError(f"{cls.__name__} and {_TAGS[tag].__name__} have the same tag {tag!r}")
        cls.tag = tag
        cls.right = right
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
