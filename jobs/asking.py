"""What the next words of a person are for, where the bot has asked for something; else they are a prompt."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Ask(StrEnum):
    """The questions that are answered with words, or with a picture."""

    SEARCH = "search"  # which effect
    SPEECH = "speech"  # what should be said; the detail is the speaker's id
    SOUND = "sound"  # what should be heard
    NEGATIVE = "negative"  # what should not be seen
    SEED = "seed"  # the number that chance starts from
    SEGMENT = "segment"  # what happens in a stretch of a transition; the detail is its number
    ZONE = "zone"  # which time zone the person lives in
    REPLACE = "replace"  # another picture; the detail is the number of the one it replaces
    LAST_FRAME = "last_frame"  # a second picture, which a film ends with
    PICTURES = "pictures"  # the pictures are being arranged: any that come join them
    MORE_WORDS = "more_words"  # how a sentence goes on that a key has begun


# Answered with a picture: words that come meanwhile are a prompt, as ever.
FOR_PICTURES = frozenset({Ask.REPLACE, Ask.LAST_FRAME, Ask.PICTURES})


class Asking(BaseModel):
    """A question of ours that is open in a chat."""

    model_config = ConfigDict(frozen=True)

    ask: Ask
    detail: str = ""

    @property
    def for_picture(self) -> bool:
        """Whether a picture answers it."""
        return self.ask in FOR_PICTURES
