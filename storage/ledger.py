"""Credits: every change is an entry, and the sums that checks read are kept in the same transaction.

These functions run inside somebody else's transaction. The operation key of an entry happens once.
"""

import sqlite3
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from jobs.errors import NoSuchPerson
from jobs.ids import JobId, PersonId
from jobs.lifecycle import Job, Settlement
from jobs.quotas import Balance, Hold, Limits
from storage.rows import to_micros

BALANCE = """
    SELECT daily_limit, monthly_limit, jobs_limit, granted,
           (SELECT used FROM usage WHERE person_id = :person AND period = :day) AS used_today,
           (SELECT used FROM usage WHERE person_id = :person AND period = :month) AS used_this_month
    FROM people WHERE id = :person
"""
BOT_USED = "SELECT used FROM bot_usage WHERE day = :day"

ENTER = """
    INSERT INTO entries (kind, person_id, job_id, amount, allowance, granted, day, month, operation,
                         by_person, note, at)
    VALUES (:kind, :person_id, :job_id, :amount, :allowance, :granted, :day, :month, :operation,
            :by_person, :note, :at)
"""
IS_ENTERED = "SELECT 1 FROM entries WHERE operation = ?"
HELD = "SELECT person_id, allowance, granted, day, month FROM entries WHERE job_id = ? AND kind = 'held'"

USE = """
    INSERT INTO usage (person_id, period, used)
    VALUES (:person, :day, :credits), (:person, :month, :credits)
    ON CONFLICT DO UPDATE SET used = used + excluded.used
"""
GIVE_BACK = """
    UPDATE usage SET used = used - :credits WHERE person_id = :person AND period IN (:day, :month)
"""
BOT_USE = """
    INSERT INTO bot_usage (day, used) VALUES (:day, :credits)
    ON CONFLICT DO UPDATE SET used = used + excluded.used
"""
BOT_GIVE_BACK = "UPDATE bot_usage SET used = used - :credits WHERE day = :day"
CHANGE_GRANTED = "UPDATE people SET granted = granted + :credits WHERE id = :person"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger; `allowance` and `granted` are what it changes in the two pockets."""

    kind: str
    person_id: PersonId
    amount: int
    allowance: int
    granted: int
    day: str
    month: str
    operation: str
    at: int
    job_id: JobId | None = None
    by_person: PersonId | None = None
    note: str = ""


def limits_of(row: sqlite3.Row, defaults: Limits) -> Limits:
    """A person's own limits where an admin has set them."""
    own = (row["daily_limit"], row["monthly_limit"], row["jobs_limit"])
    usual = (defaults.daily_credits, defaults.monthly_credits, defaults.running_jobs)
    return Limits(
        *(mine if mine is not None else all_ for mine, all_ in zip(own, usual, strict=True))
    )


def balance(
    connection: sqlite3.Connection, person_id: PersonId, now: datetime, defaults: Limits
) -> Balance:
    """Three rows, whatever the history. Raises NoSuchPerson."""
    parameters = {"person": person_id, "day": _day_period(_day(now)), "month": _month_period(now)}
    row = connection.execute(BALANCE, parameters).fetchone()
    if row is None:
        raise NoSuchPerson
    return Balance(
        limits_of(row, defaults),
        used_today=row["used_today"] or 0,
        used_this_month=row["used_this_month"] or 0,
        granted=row["granted"],
    )


def bot_used(connection: sqlite3.Connection, now: datetime) -> int:
    """What all people together have used or hold today."""
    row = connection.execute(BOT_USED, {"day": _day(now)}).fetchone()
    return row["used"] if row else 0


def enter_hold(connection: sqlite3.Connection, job: Job, hold: Hold, now: datetime) -> None:
    """Set the price of a new job aside."""
    day = _day(now)
    entry = Entry(
        kind="held",
        person_id=job.person_id,
        job_id=job.id,
        amount=hold.total,
        allowance=hold.allowance,
        granted=-hold.granted,
        day=day,
        month=day[:7],
        operation=f"held:{job.id}",
        at=to_micros(now),
    )
    connection.execute(ENTER, asdict(entry))
    connection.execute(USE, _usage(job.person_id, day, hold.allowance))
    connection.execute(BOT_USE, {"day": day, "credits": hold.total})
    connection.execute(CHANGE_GRANTED, {"person": job.person_id, "credits": -hold.granted})


def settle(
    connection: sqlite3.Connection, job_id: JobId, settlement: Settlement, now: datetime
) -> None:
    """End the hold of a job. What is released goes back to the day, month and pocket it came from.

    A second settlement violates a unique index, and with it the whole change that wanted it.
    """
    held = connection.execute(HELD, (job_id,)).fetchone()
    released = settlement is Settlement.RELEASED
    entry = Entry(
        kind=settlement.value,
        person_id=held["person_id"],
        job_id=job_id,
        amount=held["allowance"] - held["granted"],
        allowance=-held["allowance"] if released else 0,
        granted=-held["granted"] if released else 0,
        day=held["day"],
        month=held["month"],
        operation=f"{settlement}:{job_id}",
        at=to_micros(now),
    )
    connection.execute(ENTER, asdict(entry))
    if released:
        _put_back(connection, entry)


def _put_back(connection: sqlite3.Connection, entry: Entry) -> None:
    connection.execute(GIVE_BACK, _usage(entry.person_id, entry.day, -entry.allowance))
    connection.execute(BOT_GIVE_BACK, {"day": entry.day, "credits": entry.amount})
    connection.execute(CHANGE_GRANTED, {"person": entry.person_id, "credits": entry.granted})


def enter_grant(
    connection: sqlite3.Connection,
    person_id: PersonId,
    credits: int,
    *,
    by: PersonId,
    operation: str,
    note: str,
    now: datetime,
) -> None:
    """Give credits to the granted pocket; below 0 they are taken, and must be there."""
    day = _day(now)
    entry = Entry(
        kind="granted",
        person_id=person_id,
        amount=credits,
        allowance=0,
        granted=credits,
        day=day,
        month=day[:7],
        operation=operation,
        at=to_micros(now),
        by_person=by,
        note=note,
    )
    connection.execute(ENTER, asdict(entry))
    connection.execute(CHANGE_GRANTED, {"person": person_id, "credits": credits})


def is_entered(connection: sqlite3.Connection, operation: str) -> bool:
    """Whether an operation has been entered before."""
    return connection.execute(IS_ENTERED, (operation,)).fetchone() is not None


def _usage(person_id: PersonId, day: str, credits: int) -> dict[str, object]:
    return {
        "person": person_id,
        "day": _day_period(day),
        "month": f"m:{day[:7]}",
        "credits": credits,
    }


def _day(now: datetime) -> str:
    return now.astimezone(UTC).date().isoformat()


def _day_period(day: str) -> str:
    return f"d:{day}"


def _month_period(now: datetime) -> str:
    return f"m:{_day(now)[:7]}"
