"""Strikes for breaking the rules, and the pause that too many of them bring. Inside others' transactions."""

import sqlite3
from datetime import datetime, timedelta

from jobs.errors import PersonPaused
from jobs.ids import PersonId
from jobs.moderation import Offence, Strikes
from jobs.outbox import PauseAlert
from jobs.rules import LiveRules
from storage.owing import owe_admins
from storage.rows import from_micros, to_micros

STRIKE = """
    INSERT INTO strikes (person_id, offence, operation, at) VALUES (:person, :offence, :operation, :now)
    ON CONFLICT (operation) DO NOTHING
"""
COUNT = "SELECT count(*) FROM strikes WHERE person_id = :person AND counts = 1 AND at > :since"
SETTLE = "UPDATE strikes SET counts = 0 WHERE person_id = :person AND counts = 1"
PAUSE = """
    INSERT INTO pauses (person_id, until) VALUES (:person, :until)
    ON CONFLICT (person_id) DO UPDATE SET until = max(until, excluded.until)
"""
UNTIL = "SELECT until FROM pauses WHERE person_id = :person AND until > :now"
LIFT = "DELETE FROM pauses WHERE person_id = :person AND until > :now"


def strike(
    connection: sqlite3.Connection,
    rules: LiveRules,
    person_id: PersonId,
    offence: Offence,
    operation: str,
    now: datetime,
) -> datetime | None:
    """Write a strike down, once per operation. Returns until when the person is paused by it, if so.

    Owners get none: they would have to lift their own pause.
    """
    parameters = {
        "person": person_id,
        "offence": offence,
        "operation": operation,
        "now": to_micros(now),
        "since": to_micros(now - timedelta(days=rules.strikes_days)),
    }
    if person_id in rules.owners or connection.execute(STRIKE, parameters).rowcount == 0:
        return None
    counting = connection.execute(COUNT, parameters).fetchone()[0]
    if rules.strikes_limit == 0 or counting < rules.strikes_limit:
        return None
    return _pause(connection, rules, person_id, now)


def _pause(
    connection: sqlite3.Connection, rules: LiveRules, person_id: PersonId, now: datetime
) -> datetime:
    until = now + timedelta(hours=rules.pause_hours)
    parameters = {"person": person_id, "until": to_micros(until)}
    connection.execute(SETTLE, parameters)
    connection.execute(PAUSE, parameters)
    alert = PauseAlert(person_id=person_id, until=until)
    owe_admins(connection, rules, f"paused:{person_id}:{to_micros(now)}", alert, now)
    return until


def standing(
    connection: sqlite3.Connection, rules: LiveRules, person_id: PersonId, now: datetime
) -> Strikes:
    """How somebody stands now."""
    since = to_micros(now - timedelta(days=rules.strikes_days))
    parameters = {"person": person_id, "now": to_micros(now), "since": since}
    row = connection.execute(UNTIL, parameters).fetchone()
    counting = connection.execute(COUNT, parameters).fetchone()[0]
    return Strikes(counting, from_micros(row["until"]) if row else None)


def check_not_paused(connection: sqlite3.Connection, person_id: PersonId, now: datetime) -> None:
    """Raises PersonPaused."""
    parameters = {"person": person_id, "now": to_micros(now)}
    row = connection.execute(UNTIL, parameters).fetchone()
    if row:
        raise PersonPaused(from_micros(row["until"]))


def lift(connection: sqlite3.Connection, person_id: PersonId, now: datetime) -> bool:
    """The pause is over and the strikes are forgotten. False: there was no pause, and strikes count on."""
    parameters = {"person": person_id, "now": to_micros(now)}
    if connection.execute(LIFT, parameters).rowcount == 0:
        return False
    connection.execute(SETTLE, parameters)
    return True
