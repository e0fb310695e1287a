"""What could mean several things is asked once; what the person chose is their habit from then on."""

from collections.abc import Mapping
from enum import StrEnum

from jobs.capabilities import Mode


class Question(StrEnum):
    """What a person may have meant by..."""

    ONE_PICTURE = "one_picture"
    TWO_PICTURES = "two_pictures"
    MORE_PICTURES = "more_pictures"
    CLIP = "clip"  # a video of their own
    REPLY = "reply"  # words in reply to a video


Habits = Mapping[Question, Mode]


def about_pictures(number: int) -> Question:
    """The question that so many pictures (1 or more) raise."""
    known = {1: Question.ONE_PICTURE, 2: Question.TWO_PICTURES}
    return known.get(number, Question.MORE_PICTURES)
