"""The numbers of the last days, each read from an index."""

import sqlite3
from datetime import date, datetime, time, timedelta

from jobs.admin.numbers import JobFact, Numbers, numbers_of, seconds_between
from jobs.lifecycle import State
from jobs.rules import LiveRules
from storage.desk import Desk
from storage.rows import from_micros, moment_or_none, to_micros

JOBS_SINCE = """
    SELECT queued_at, person_id, state, shape, price, started_at, finished_at,
           coalesce(cost, list_price, price) AS taken, reason = 'called_off' AS called_off,
           EXISTS (
               SELECT 1 FROM entries
               WHERE kind = 'refunded' AND job_id IS NOT NULL AND job_id = jobs.id
           ) AS returned
    FROM jobs WHERE queued_at >= ?
"""
NEWCOMERS = "SELECT count(*) FROM people WHERE met_at >= ?"
STARS = "SELECT coalesce(sum(stars), 0) FROM payments WHERE paid_at >= ? AND state <> 'refunded'"
LEFT = "SELECT sum(credits) FROM accounts WHERE missing_since IS NULL"


class Counts:
    """Implements `jobs.ports.Counts`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def of_days(self, days: int) -> Numbers:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> Numbers:
            rules = self._desk.rules(connection)
            dates = _days(rules.date_of(now), days)
            begin = to_micros(datetime.combine(dates[0], time(), rules.zone))
            facts = [_fact(row, rules) for row in connection.execute(JOBS_SINCE, (begin,))]
            return numbers_of(
                facts,
                dates,
                newcomers=connection.execute(NEWCOMERS, (begin,)).fetchone()[0],
                left=connection.execute(LEFT).fetchone()[0],
                stars=connection.execute(STARS, (begin,)).fetchone()[0],
            )

        return await self._desk.database.read(work)


def _days(today: date, days: int) -> list[date]:
    return [today - timedelta(days=back) for back in reversed(range(days))]


def _fact(row: sqlite3.Row, rules: LiveRules) -> JobFact:
    queued = from_micros(row["queued_at"])
    started, finished = moment_or_none(row["started_at"]), moment_or_none(row["finished_at"])
    return JobFact(
        day=rules.date_of(queued),
        hour=queued.astimezone(rules.zone).hour,
        person=row["person_id"],
        mode=row["shape"].partition("/")[0],
        state=State(row["state"]),
        price=row["price"],
        cost=row["taken"],
        returned=bool(row["returned"]),
        called_off=bool(row["called_off"]),
        waited=seconds_between(queued, started),
        took=seconds_between(started, finished),
    )
