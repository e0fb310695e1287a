"""Who runs the bot, as its owners see it."""

from collections.abc import Iterable

from handlers.chat.admin_screens import handle
from handlers.chat.html import Html, lines
from handlers.chat.screens import Screen
from handlers.chat.texts import Texts
from jobs.people import Person


def team_screen(team: Iterable[Person], texts: Texts) -> Screen:
    """Everybody who has a role, and how to give one."""
    rows = [_row(person, texts) for person in team]
    return Screen(lines([texts.html("team"), *rows, Html(""), texts.html("team-how")]))


def _row(person: Person, texts: Texts) -> Html:
    return texts.html(
        "team-row",
        name=person.profile.first_name,
        handle=handle(person),
        role=texts.plain(f"role-{person.role}"),
    )


def appointed_screen(person: Person, texts: Texts) -> Screen:
    """What /role did."""
    name = person.profile.first_name
    if person.role is None:
        return Screen(texts.html("role-taken-note", name=name))
    return Screen(texts.html("role-given-note", name=name, role=texts.plain(f"role-{person.role}")))
