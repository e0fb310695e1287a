"""The queue: whose turn is next, what place a job has, and how long jobs of its kind take.

People take turns: a person's first waiting job stands before anybody's second, and a running job counts
as one turn taken. Where turns are equal, who was served longest ago comes first.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from statistics import median

from jobs.accounts import Seat, seat_for
from jobs.ids import AccountId, JobId
from jobs.lifecycle import Job, State
from jobs.ports import JobView, Lane
from jobs.quotas import Limits
from storage.desk import Desk
from storage.known_accounts import seats as open_seats
from storage.prices import cost_there
from storage.rows import job_of, to_micros

# The states are written out, and must be: only then does SQLite see that the partial indexes fit.
_TURNS = """
    WITH running AS (
        SELECT person_id, count(*) AS jobs FROM jobs
        WHERE state IN ('uploading', 'submitting', 'unconfirmed', 'generating')
        GROUP BY person_id
    ), waiting AS (
        SELECT id, person_id, queued_at, wanted_account,
               row_number() OVER (PARTITION BY person_id ORDER BY queued_at, id) AS nth
        FROM jobs WHERE state = 'queued' AND due_at <= :due
    ), turns AS (
        SELECT waiting.id, waiting.queued_at, waiting.wanted_account, people.served_at,
               waiting.nth + coalesce(running.jobs, 0) AS turn,
               coalesce(people.jobs_limit, plans.running_jobs, :most) AS most
        FROM waiting
        JOIN people ON people.id = waiting.person_id
        LEFT JOIN plans ON plans.id = people.plan_id
        LEFT JOIN running ON running.person_id = waiting.person_id
    )
"""
NEXT = f"""
    {_TURNS} SELECT id, wanted_account FROM turns
    WHERE turn <= most
      AND (wanted_account IS NULL OR wanted_account IN (SELECT value FROM json_each(:accounts)))
    ORDER BY turn, served_at, queued_at, id LIMIT :limit
"""  # noqa: S608 (constant text)
CLAIMABLE = f"{_TURNS} SELECT count(*) FROM turns WHERE turn <= most"  # noqa: S608 (constant text)
PLACES = f"{_TURNS} SELECT id FROM turns ORDER BY turn, served_at, queued_at, id"  # noqa: S608 (constant text)

# Left alone, the planner reads the whole table, since that gives the order for nothing.
STRANDED = """
    SELECT * FROM jobs INDEXED BY jobs_for_account
    WHERE state = 'queued' AND wanted_account IS NOT NULL
      AND wanted_account NOT IN (SELECT value FROM json_each(:accounts))
    ORDER BY id
"""
TOOK = """
    SELECT finished_at - started_at FROM jobs WHERE shape = ? AND result IS NOT NULL
    ORDER BY finished_at DESC LIMIT 20
"""
JOB = "SELECT * FROM jobs WHERE id = ?"
_ANY_TIME = 2**62
LOOKED_BEYOND = 20  # jobs behind those that fit: the first ones may wait for another account


def next_jobs(
    connection: sqlite3.Connection, desk: Desk, lanes: Sequence[Lane]
) -> list[tuple[JobId, AccountId]]:
    """The jobs whose turn it is, each with an account that has room for it.

    Nobody gets more than their limit of running jobs. A job that only one account can do is passed over
    where that one is full, and one that is better done by an account that is full now waits for that.
    """
    rules, now = desk.rules(connection), desk.clock.now()
    seats = open_seats(connection, lanes, now)
    with_room = {seat.account: seat.free for seat in seats if seat.free > 0}
    parameters = {
        "due": to_micros(now),
        "most": rules.limits.running_jobs,
        "limit": sum(with_room.values()) + LOOKED_BEYOND,
        "accounts": json.dumps(list(with_room)),
    }
    seated: list[tuple[JobId, AccountId]] = []
    turns = connection.execute(NEXT, parameters).fetchall() if with_room else []
    for row in turns:
        if not any(seat.free > 0 for seat in seats):
            break
        cost = _cost(connection, desk, row["id"], seats)
        wanted = [seat for seat in seats if seat.account == row["wanted_account"]]
        seat = seat_for(wanted if row["wanted_account"] else seats, cost, rules.low_credits)
        if seat:
            seated.append((row["id"], seat.take(cost)))
    return seated


def _cost(connection: sqlite3.Connection, desk: Desk, job_id: JobId, seats: Iterable[Seat]) -> int:
    """What a job takes at the provider; read only where somebody knows what the accounts have."""
    if all(seat.credits is None for seat in seats):
        return 0
    return cost_there(connection, desk, job_of(connection.execute(JOB, (job_id,)).fetchone()))


def claimable(connection: sqlite3.Connection, now: datetime, limits: Limits) -> int:
    """How many jobs `next_jobs` would give to endless lanes."""
    parameters = {"due": to_micros(now), "most": limits.running_jobs}
    count: int = connection.execute(CLAIMABLE, parameters).fetchone()[0]
    return count


def stranded(connection: sqlite3.Connection, accounts: Collection[AccountId]) -> list[Job]:
    """Queued jobs that wait for an account which is none of these."""
    parameters = {"accounts": json.dumps(list(accounts))}
    return [job_of(row) for row in connection.execute(STRANDED, parameters)]


def views(
    connection: sqlite3.Connection, rows: Sequence[sqlite3.Row], *, paused: bool
) -> list[JobView]:
    """Jobs with their places and usual times. One look at the queue, whatever the number of jobs."""
    jobs = [job_of(row) for row in rows]
    places = _places(connection) if any(job.state is State.QUEUED for job in jobs) else {}
    usual = {shape: _typical_seconds(connection, shape) for shape in {row["shape"] for row in rows}}
    return [
        JobView(job, places.get(job.id), usual[row["shape"]], paused)
        for job, row in zip(jobs, rows, strict=True)
    ]


def _places(connection: sqlite3.Connection) -> Mapping[JobId, int]:
    """The place of every queued job, also of those that are put off for a while; 1 is next."""
    rows = connection.execute(PLACES, {"due": _ANY_TIME, "most": 0})
    return {row["id"]: place for place, row in enumerate(rows, 1)}


def _typical_seconds(connection: sqlite3.Connection, shape: str) -> int | None:
    """The median of the last jobs of this shape that became a video."""
    took = [row[0] for row in connection.execute(TOOK, (shape,))]
    return round(median(took) / 1_000_000) if took else None
