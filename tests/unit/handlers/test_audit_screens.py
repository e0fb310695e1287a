"""The audit log as it is read: whose deeds, on whom, and page by page."""

from datetime import timedelta

import pytest

from handlers.chat.audit_screens import log_screen
from handlers.chat.buttons import Button, ShowLog
from handlers.chat.screens import Screen
from handlers.chat.texts import Languages
from jobs.admin.audit import Action, Deed, LogLine, LogPage
from jobs.capabilities import Options
from jobs.ids import DeedId, PersonId
from jobs.people import Access, Person, Profile
from jobs.roles import Role
from jobs.service import LINES_PER_PAGE
from tests.unit.handlers.test_screens import fits, visible
from tests.unit.jobs.strategies import NOON

TEXTS = Languages().pick("en")
OLIVIA, ADA = PersonId(1), PersonId(2)
TEAM = [
    Person(Profile(number, name), Access.ALLOWED, True, Options(), {}, role)
    for number, name, role in ((OLIVIA, "Olivia", Role.OWNER), (ADA, "Ada", Role.ADMIN))
]


def line(action: Action, by: PersonId | None = OLIVIA, **about: object) -> LogLine:
    deed = Deed(DeedId(1), by, action, NOON + timedelta(minutes=5), **about)  # type: ignore[arg-type]
    return LogLine(deed, "Olivia" if by else "", "Ann" if deed.person else "")


def shown(chosen: ShowLog, *lines: LogLine, more: bool = False) -> Screen:
    screen = log_screen(LogPage(chosen.page, lines, more), chosen, TEAM, TEXTS)
    assert fits(screen)
    return screen


def keys(screen: Screen) -> dict[str, Button]:
    found = {key.label: key.button for row in screen.keyboard for key in row}
    return {label: button for label, button in found.items() if isinstance(button, Button)}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (line(Action.ACCESS_ALLOWED, person=PersonId(7)), "21 Nov 12:05 Olivia let in · Ann"),
        (line(Action.CREDITS_GRANTED, person=PersonId(7), detail="+5 <b>"), "Ann · +5 <b>"),
        (line(Action.GROUP_ALLOWED, None, target="Friends"), "the shell allowed a group · Friends"),
    ],
)
def test_a_line_says_who_did_what_to_whom(told: LogLine, words: str) -> None:
    assert words in visible(shown(ShowLog(), told).text)


@pytest.mark.parametrize("action", Action)
def test_every_deed_can_be_read(action: Action) -> None:
    told = line(action, person=PersonId(7), target="this", detail="that")
    assert "· Ann · this · that" in visible(shown(ShowLog(), told).text)


def test_a_choice_is_named_and_kept_while_pages_turn() -> None:
    one = line(Action.LIMIT_SET, person=PersonId(7), detail="d" * 500)
    first = shown(ShowLog(), *[one] * LINES_PER_PAGE, more=True)
    assert keys(first)["▶️"] == ShowLog(page=1)
    assert keys(first)["Ada"] == ShowLog(actor=ADA)
    assert "Everybody" not in keys(first)
    by_ada = shown(ShowLog(actor=ADA, page=1), one, more=True)
    assert "What Ada did" in visible(by_ada.text)
    assert keys(by_ada)["◀️"] == ShowLog(actor=ADA)
    assert keys(by_ada)["Everybody"] == ShowLog()
    assert "Ada" not in keys(by_ada)
    assert "What was done to Ann" in visible(shown(ShowLog(person=PersonId(7)), one).text)
    both = shown(ShowLog(actor=PersonId(7), person=PersonId(7)), one)
    assert "What Ann did, and what was done to them" in visible(both.text)
    assert "Nothing yet" in visible(shown(ShowLog(person=PersonId(7))).text)
