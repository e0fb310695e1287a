"""Credits: every change is an entry, and the sums that checks read are kept in the same transaction.

Here is what jobs hold, spend and get back; what comes and goes beside them is in `storage/crediting.py`.

These functions run inside somebody else's transaction. The operation key of an entry happens once.
"""

import sqlite3
from dataclasses import asdict, dataclass
from datetime import date, datetime

from jobs.ids import JobId, PersonId
from jobs.lifecycle import Job, Settlement
from jobs.periods import month_of
from jobs.quotas import (
    Balance,
    Hold,
    Pocket,
    Wish,
    check_allowed,
    check_bot_budget,
    check_plan_budget,
    draw,
    hold,
    total,
)
from jobs.rules import LiveRules
from storage import pockets
from storage.rows import to_micros
from storage.standing import Standing, standing

USED = """
    SELECT
        (SELECT used FROM usage WHERE person_id = :person AND period = :day) AS today,
        (SELECT used FROM usage WHERE person_id = :person AND period = :month) AS this_month
"""
BOT_USED = "SELECT used FROM bot_usage WHERE day = :day"
PLAN_USED = "SELECT used FROM plan_usage WHERE plan_id = :plan AND day = :day"

ENTER = """
    INSERT INTO entries (kind, person_id, job_id, amount, allowance, extra, day, month, bot_day,
                         plan_id, operation, by_person, note, at)
    VALUES (:kind, :person_id, :job_id, :amount, :allowance, :extra, :day, :month, :bot_day,
            :plan_id, :operation, :by_person, :note, :at)
    RETURNING id
"""
ENTERED = "SELECT amount FROM entries WHERE operation = ?"
HELD = """
    SELECT id, person_id, allowance, extra, day, bot_day, plan_id FROM entries
    WHERE job_id = ? AND kind = 'held'
"""

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
PLAN_USE = """
    INSERT INTO plan_usage (plan_id, day, used) VALUES (:plan, :day, :credits)
    ON CONFLICT DO UPDATE SET used = used + excluded.used
"""
PLAN_GIVE_BACK = "UPDATE plan_usage SET used = used - :credits WHERE plan_id = :plan AND day = :day"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger; `allowance` and `extra` are what it changes on either side."""

    kind: str
    person_id: PersonId
    amount: int
    day: date
    operation: str
    at: datetime
    allowance: int = 0
    extra: int = 0
    bot_day: date | None = None
    plan_id: int | None = None
    job_id: JobId | None = None
    by_person: PersonId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reservation:
    """A price that fits: how it is split, and on which dates and whose caps it counts."""

    hold: Hold
    pockets: list[Pocket]
    day: date
    bot_day: date
    plan_id: int | None


def balance(
    connection: sqlite3.Connection, person_id: PersonId, now: datetime, rules: LiveRules
) -> Balance:
    """A few rows by their keys, whatever the history. Raises NoSuchPerson."""
    stands = standing(connection, person_id, rules)
    extra = total(pockets.live(connection, person_id, now))
    return _balance(connection, person_id, now, stands, extra)


def _balance(
    connection: sqlite3.Connection,
    person_id: PersonId,
    now: datetime,
    stands: Standing,
    extra: int,
) -> Balance:
    row = connection.execute(USED, _periods(person_id, stands.calendar.day(now))).fetchone()
    return Balance(
        stands.limits,
        used_today=row["today"] or 0,
        used_this_month=row["this_month"] or 0,
        extra=extra,
        debt=stands.debt,
        calendar=stands.calendar,
    )


def reserve(
    connection: sqlite3.Connection,
    person_id: PersonId,
    price: int,
    wish: Wish,
    now: datetime,
    rules: LiveRules,
) -> Reservation:
    """Whether the person may have this now, for so much. Nothing is written yet.

    Raises NoSuchPerson, NotInPlan, NotEnoughCredits, BotBudgetSpent, PlanBudgetSpent.
    """
    stands = standing(connection, person_id, rules)
    check_allowed(wish, stands.limits)
    extra = pockets.live(connection, person_id, now)
    held = hold(price, _balance(connection, person_id, now, stands, total(extra)), now)
    bot_day = rules.day(now)
    check_bot_budget(price, bot_used(connection, bot_day), rules.bot_daily_credits)
    if stands.plan_id is not None:
        check_plan_budget(price, plan_used(connection, stands.plan_id, bot_day), stands.plan_cap)
    day = stands.calendar.day(now)
    return Reservation(held, draw(extra, held.extra), day, bot_day, stands.plan_id)


def bot_used(connection: sqlite3.Connection, day: date) -> int:
    """What all people together have used or hold of a day."""
    row = connection.execute(BOT_USED, {"day": day.isoformat()}).fetchone()
    return row["used"] if row else 0


def plan_used(connection: sqlite3.Connection, plan_id: int, day: date) -> int:
    """What everybody in a plan has used or holds of a day."""
    row = connection.execute(PLAN_USED, {"plan": plan_id, "day": day.isoformat()}).fetchone()
    return row["used"] if row else 0


def enter_hold(
    connection: sqlite3.Connection,
    job: Job,
    reservation: Reservation,
    now: datetime,
    *,
    by: PersonId | None,
) -> None:
    """Set the price of a new job aside; `by` wanted it made."""
    held = reservation.hold
    entry = Entry(
        kind="held",
        person_id=job.person_id,
        job_id=job.id,
        amount=held.total,
        allowance=held.allowance,
        extra=-held.extra,
        day=reservation.day,
        bot_day=reservation.bot_day,
        plan_id=reservation.plan_id,
        operation=f"held:{job.id}",
        by_person=by,
        at=now,
    )
    entry_id = enter(connection, entry)
    used = {**_periods(job.person_id, reservation.day), "credits": held.allowance}
    connection.execute(USE, used)
    _count_for_caps(connection, (BOT_USE, PLAN_USE), entry)
    pockets.take(connection, job.person_id, entry_id, reservation.pockets)


def settle(
    connection: sqlite3.Connection,
    job: Job,
    settlement: Settlement,
    now: datetime,
    *,
    by: PersonId | None,
) -> None:
    """End the hold of a job, for what became of it and by whom. What is released goes back to the dates and pockets it came from.

    A second settlement violates a unique index, and with it the whole change that wanted it.
    """
    held = held_for(connection, job.id)
    released = settlement is Settlement.RELEASED
    entry = Entry(
        kind=settlement.value,
        person_id=held["person_id"],
        job_id=job.id,
        amount=held["allowance"] - held["extra"],
        allowance=-held["allowance"] if released else 0,
        extra=-held["extra"] if released else 0,
        day=date.fromisoformat(held["day"]),
        bot_day=date.fromisoformat(held["bot_day"]) if released else None,
        plan_id=held["plan_id"] if released else None,
        operation=f"{settlement}:{job.id}",
        at=now,
        by_person=by,
        note=job.reason or job.state,
    )
    entry_id = enter(connection, entry)
    if released:
        given_back = {**_periods(entry.person_id, entry.day), "credits": -entry.allowance}
        connection.execute(GIVE_BACK, given_back)
        _count_for_caps(connection, (BOT_GIVE_BACK, PLAN_GIVE_BACK), entry)
        came_from = pockets.taken_by(connection, held["id"])
        pockets.put(connection, entry.person_id, entry_id, came_from)


def is_entered(connection: sqlite3.Connection, operation: str) -> bool:
    """Whether an operation has been entered before."""
    return amount_of(connection, operation) is not None


def amount_of(connection: sqlite3.Connection, operation: str) -> int | None:
    """By how much an operation changed somebody's credits; None: it has not been entered."""
    row = connection.execute(ENTERED, (operation,)).fetchone()
    return row["amount"] if row else None


def held_for(connection: sqlite3.Connection, job_id: JobId) -> sqlite3.Row:
    """The line by which a job's price was set aside."""
    row: sqlite3.Row = connection.execute(HELD, (job_id,)).fetchone()
    return row


def enter(connection: sqlite3.Connection, entry: Entry) -> int:
    """Add a line; returns its id. An operation that was entered before violates a unique index."""
    columns = asdict(entry) | {
        "day": entry.day.isoformat(),
        "month": month_of(entry.day),
        "bot_day": entry.bot_day.isoformat() if entry.bot_day else None,
        "at": to_micros(entry.at),
    }
    entry_id: int = connection.execute(ENTER, columns).fetchone()[0]
    return entry_id


def _count_for_caps(
    connection: sqlite3.Connection, statements: tuple[str, str], entry: Entry
) -> None:
    """The caps of the bot and of the plan, on the day that the entry counts for."""
    assert entry.bot_day
    for_bot, for_plan = statements
    counted = {"day": entry.bot_day.isoformat(), "credits": entry.amount}
    connection.execute(for_bot, counted)
    if entry.plan_id is not None:
        connection.execute(for_plan, {**counted, "plan": entry.plan_id})


def _periods(person_id: PersonId, day: date) -> dict[str, object]:
    return {
        "person": person_id,
        "day": f"d:{day.isoformat()}",
        "month": f"m:{month_of(day)}",
    }
