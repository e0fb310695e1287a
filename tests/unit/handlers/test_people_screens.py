"""Somebody's page says what is so, and offers what the role of whoever looks may do."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from handlers.chat.buttons import Button
from handlers.chat.person_screens import person_screen
from handlers.chat.screens import Screen
from handlers.chat.texts import Languages
from jobs.admin.directory import JobCounts, PersonView
from jobs.capabilities import Options
from jobs.ids import PersonId
from jobs.moderation import Strikes
from jobs.people import Access, Ban, Person, Profile
from jobs.quotas import Balance, Limits
from jobs.roles import RIGHTS, Role
from tests.unit.handlers.test_screens import fits, visible
from tests.unit.jobs.strategies import NOON

TEXTS = Languages().pick("en")
ANN = Person(
    Profile(PersonId(2**52), "<b>" + "A" * 60, "a" * 32, "pt-BR", "L" * 64),
    Access.ALLOWED,
    reachable=True,
    defaults=Options(),
    habits={},
)
VIEW = PersonView(
    person=ANN,
    met_at=NOON,
    seen_at=NOON,
    came_by=None,
    balance=Balance(Limits(300, 3000, 2), 10, 20, 5),
    plan=None,
    jobs=JobCounts(10, 7, 2, 1),
    strikes=Strikes(0, None),
)


def seen(viewer: Role = Role.OWNER, **changes: Any) -> Screen:
    person_names = {"access", "reachable", "role", "ban"}
    of_person = {name: value for name, value in changes.items() if name in person_names}
    of_view = {name: value for name, value in changes.items() if name not in person_names}
    view = replace(VIEW, person=replace(ANN, **of_person), **of_view)
    screen = person_screen(view, viewer, NOON, TEXTS)
    assert fits(screen)
    return screen


def keys(screen: Screen) -> set[str]:
    return {type(key.button).__name__ for row in screen.keyboard for key in row}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"access": Access.NEW}, "Not let in yet"),
        ({"access": Access.ASKED}, "Would like to use"),
        ({"access": Access.REFUSED}, "Was refused"),
        ({"role": Role.SUPPORT}, "Helps to run the bot: support"),
        ({"reachable": False}, "Has blocked me"),
        ({"ban": Ban("spam", None)}, "any more. The reason: spam"),
        ({"ban": Ban("", NOON + timedelta(1))}, "until 22 Nov 2026"),
        ({"ban": Ban("spam", NOON)}, "May use the bot"),
        ({"plan": "gold"}, "Plan: gold"),
        ({"balance": Balance(Limits(300, 3000, 2), 0, 0, 0, debt=9)}, "left 9 credits of debt"),
        ({"came_by": "inv_x"}, "by an invitation"),
        ({"came_by": "ref_x"}, "by a friend's link"),
        ({"strikes": Strikes(1, None)}, "One strike"),
        ({"strikes": Strikes(0, NOON + timedelta(1))}, "Paused for breaking the rules until"),
    ],
)
def test_what_a_page_says(changes: dict[str, Any], words: str) -> None:
    assert words in visible(seen(**changes).text)


@pytest.mark.parametrize("viewer", list(Role))
def test_a_page_offers_what_a_role_may_do(viewer: Role) -> None:
    screen = seen(viewer, access=Access.ASKED, strikes=Strikes(3, NOON + timedelta(1)))
    for row in screen.keyboard:
        for key in row:
            assert isinstance(key.button, Button)
            assert key.button.right
            assert key.button.right in RIGHTS[viewer]
    assert ("OpenRoles" in keys(screen)) is (viewer is Role.OWNER)
    assert ("LiftPause" in keys(screen)) is (viewer is not Role.SUPPORT)


def test_a_page_offers_what_makes_sense() -> None:
    assert not {"OpenBan", "LetIn", "LiftBan"} & keys(seen(role=Role.ADMIN))
    assert "LiftBan" in keys(seen(ban=Ban("", None)))
    assert "OpenBan" in keys(seen(ban=Ban("", NOON))), "it has ended"
