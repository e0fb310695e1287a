"""One person as their row has them, and what the settings of the moment make of it."""

import sqlite3
from datetime import datetime

from jobs.capabilities import Options
from jobs.errors import NoSuchPerson, PersonBanned
from jobs.ids import PersonId
from jobs.people import FORGOTTEN, Access, Ban, Person, Profile
from jobs.roles import Role
from jobs.rules import LiveRules
from storage.rows import HABITS, moment_or_none, to_micros

FIND = "SELECT * FROM people WHERE id = ?"
IS_BANNED = """
    SELECT 1 FROM people
    WHERE id = :person AND banned_at IS NOT NULL AND (banned_until IS NULL OR banned_until > :now)
"""
SET_ACCESS = "UPDATE people SET access = :access WHERE id = :id"
SET_UNREACHABLE = "UPDATE people SET reachable = 0 WHERE id = ? AND reachable = 1"


def find_person(connection: sqlite3.Connection, person_id: PersonId, rules: LiveRules) -> Person:
    """Somebody of whom something is known. Raises NoSuchPerson."""
    if person_id == FORGOTTEN:
        raise NoSuchPerson
    return find_owner(connection, person_id, rules)


def find_owner(connection: sqlite3.Connection, person_id: PersonId, rules: LiveRules) -> Person:
    """Whose a job is: somebody, or FORGOTTEN, who is nobody else's business. Raises NoSuchPerson."""
    row = connection.execute(FIND, (person_id,)).fetchone()
    if row is None:
        raise NoSuchPerson
    return person_of(row, rules)


def check_not_banned(connection: sqlite3.Connection, person_id: PersonId, now: datetime) -> None:
    """Raises PersonBanned."""
    parameters = {"person": person_id, "now": to_micros(now)}
    if connection.execute(IS_BANNED, parameters).fetchone():
        raise PersonBanned


def set_unreachable(connection: sqlite3.Connection, person_id: PersonId) -> None:
    """They are reachable again when they next talk to the bot."""
    connection.execute(SET_UNREACHABLE, (person_id,))


def person_of(row: sqlite3.Row, rules: LiveRules) -> Person:
    defaults = Options.model_validate_json(row["defaults"])
    return Person(
        profile_of(row),
        _access(row, rules),
        bool(row["reachable"]),
        defaults,
        HABITS.validate_json(row["habits"]),
        role_of(row, rules),
        _ban(row),
        row["chosen_language"],
    )


def profile_of(row: sqlite3.Row) -> Profile:
    return Profile(row["id"], row["first_name"], row["username"], row["language"], row["last_name"])


def _ban(row: sqlite3.Row) -> Ban | None:
    if row["banned_at"] is None:
        return None
    return Ban(row["ban_reason"], moment_or_none(row["banned_until"]))


def role_of(row: sqlite3.Row, rules: LiveRules) -> Role | None:
    """The settings say who the owners are, whatever stands in the row."""
    if row["id"] in rules.owners:
        return Role.OWNER
    return Role(row["role"]) if row["role"] else None


def _access(row: sqlite3.Row, rules: LiveRules) -> Access:
    """The settings let those in who run the bot, and everybody not refused when they open the bot to all."""
    access = Access(row["access"])
    undecided = access in (Access.NEW, Access.ASKED)
    if role_of(row, rules) or (rules.open_access and undecided):
        return Access.ALLOWED
    return access
