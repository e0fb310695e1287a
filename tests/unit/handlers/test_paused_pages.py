"""Nobody who has to wait is left out of the list: it has pages."""

from dataclasses import replace
from datetime import timedelta

from handlers.chat.buttons import LiftPause, ShowPaused
from handlers.chat.moderation_screens import paused_screen
from handlers.chat.texts import Languages
from jobs.ids import PersonId
from jobs.moderation import PausedPerson
from tests.unit.handlers.test_people_screens import ANN
from tests.unit.jobs.strategies import NOON

TEXTS = Languages().pick("en")
PAUSED = [
    PausedPerson(
        replace(ANN, profile=replace(ANN.profile, id=PersonId(number))), NOON + timedelta(hours=2)
    )
    for number in range(1, 36)
]


def page(number: int) -> tuple[list[int], list[int]]:
    """Who stands on it, and which pages its keys lead to."""
    found = [
        key.button for row in paused_screen(PAUSED, number, NOON, TEXTS).keyboard for key in row
    ]
    people = [int(button.person) for button in found if isinstance(button, LiftPause)]
    return people, [button.page for button in found if isinstance(button, ShowPaused)]


def test_everybody_stands_on_one_of_the_pages() -> None:
    assert [number for each in range(4) for number in page(each)[0]] == list(range(1, 36))
    assert [page(each)[1] for each in range(4)] == [[1], [0, 2], [1, 3], [2]]
    assert page(99) == page(3), "the list has become shorter meanwhile"
