"""What somebody may use, and whose days count: their own values, then their plan's, then the settings'."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import date

from jobs.errors import NoSuchPerson
from jobs.ids import PersonId
from jobs.people import FORGOTTEN
from jobs.periods import Calendar
from jobs.quotas import Limits
from jobs.rules import LiveRules
from storage.rows import moment_or_none
from storage.zones import zone_or

STANDING = """
    SELECT
        coalesce(people.daily_limit, plans.daily_credits) AS daily_credits,
        coalesce(people.monthly_limit, plans.monthly_credits) AS monthly_credits,
        coalesce(people.jobs_limit, plans.running_jobs) AS running_jobs,
        coalesce(people.modes, plans.modes) AS modes,
        coalesce(people.qualities, plans.qualities) AS qualities,
        coalesce(people.models, plans.models) AS models,
        people.plan_id, plans.name AS plan_name, plans.daily_cap,
        people.time_zone, people.held_day, people.held_until, people.debt
    FROM people LEFT JOIN plans ON plans.id = people.plan_id
    WHERE people.id = ?
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one person stands. `plan_cap`: what everybody in the plan may use together per day."""

    limits: Limits
    calendar: Calendar
    debt: int
    plan_id: int | None
    plan_name: str | None
    plan_cap: int | None


def standing(connection: sqlite3.Connection, person_id: PersonId, rules: LiveRules) -> Standing:
    """One row by its key, and its plan's. Raises NoSuchPerson."""
    row = connection.execute(STANDING, (person_id,)).fetchone()
    if row is None or person_id == FORGOTTEN:
        raise NoSuchPerson
    return Standing(
        limits=_limits(row, rules.limits),
        calendar=_calendar(row, rules),
        debt=row["debt"],
        plan_id=row["plan_id"],
        plan_name=row["plan_name"],
        plan_cap=row["daily_cap"],
    )


def _limits(row: sqlite3.Row, usual: Limits) -> Limits:
    def number(name: str, default: int) -> int:
        value: int | None = row[name]
        return default if value is None else value

    return Limits(
        daily_credits=number("daily_credits", usual.daily_credits),
        monthly_credits=number("monthly_credits", usual.monthly_credits),
        running_jobs=number("running_jobs", usual.running_jobs),
        modes=some_of(row["modes"]),
        qualities=some_of(row["qualities"]),
        models=some_of(row["models"]),
    )


def some_of(text: str | None) -> frozenset[str] | None:
    """A list of what is allowed; None: everything."""
    return None if text is None else frozenset(json.loads(text))


def _calendar(row: sqlite3.Row, rules: LiveRules) -> Calendar:
    """Where somebody has not chosen a zone, a change of the bot's is theirs, too."""
    held_day = date.fromisoformat(row["held_day"]) if row["held_day"] else None
    zone = zone_or(row["time_zone"], rules.zone)
    own = Calendar(zone, held_day, moment_or_none(row["held_until"]))
    return own.joined(rules.calendar) if row["time_zone"] is None else own
