"""The bot's own days: whose midnights count for it, and the day that goes on where the operator has changed that.

What stands in the table is the zone that the last day was counted in. A change in the chat is written down with
the setting; one in the environment when the bot starts.
"""

import sqlite3
from dataclasses import replace
from datetime import date, datetime

from jobs.periods import Calendar
from jobs.rules import LiveRules
from storage.rows import micros_or_none, moment_or_none
from storage.zones import zone_or

FIND = "SELECT * FROM bot_calendar WHERE id = 1"
SET = """
    INSERT INTO bot_calendar (id, time_zone, held_day, held_until) VALUES (1, :zone, :day, :until)
    ON CONFLICT (id) DO UPDATE SET
        time_zone = excluded.time_zone, held_day = excluded.held_day, held_until = excluded.held_until
"""


def with_held_day(connection: sqlite3.Connection, rules: LiveRules) -> LiveRules:
    """The rules with the day that goes on, if one does."""
    counted = _counted(connection, rules)
    if counted is None or counted.zone.key != rules.zone.key:
        return rules
    return replace(rules, held_day=counted.held_day, held_until=counted.held_until)


def settle(connection: sqlite3.Connection, rules: LiveRules, now: datetime) -> None:
    """The zone of these rules counts from now on; where another one did, its day goes on until midnight."""
    counted = _counted(connection, rules)
    calendar = Calendar(rules.zone) if counted is None else counted.moved(rules.zone, now)
    if calendar == counted:
        return
    parameters = {
        "zone": calendar.zone.key,
        "day": calendar.held_day.isoformat() if calendar.held_day else None,
        "until": micros_or_none(calendar.held_until),
    }
    connection.execute(SET, parameters)


def _counted(connection: sqlite3.Connection, rules: LiveRules) -> Calendar | None:
    """How days were counted so far; None: nobody has counted any."""
    row = connection.execute(FIND).fetchone()
    if row is None:
        return None
    held_day = date.fromisoformat(row["held_day"]) if row["held_day"] else None
    zone = zone_or(row["time_zone"], rules.zone)
    return Calendar(zone, held_day, moment_or_none(row["held_until"]))
