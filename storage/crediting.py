"""Credits that come and go beside jobs: given, bought, taken back with their Stars, expired.

These functions run inside somebody else's transaction. The operation of an occasion happens once.
"""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from jobs.errors import GivenBackBefore, NothingSpent
from jobs.ids import JobId, PersonId
from jobs.lifecycle import Job, Settlement
from jobs.quotas import NEVER, Pocket, draw, total
from jobs.rules import LiveRules
from storage import ledger, pockets
from storage.rows import to_micros
from storage.standing import standing

NEWEST = "SELECT max(id) FROM entries"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why credits come or go: by which operation, when, by whom (None: by nobody in particular)."""

    operation: str
    at: datetime
    rules: LiveRules
    by: PersonId | None = None
    note: str = ""


def enter_grant(
    connection: sqlite3.Connection, person_id: PersonId, credits: int, why: Occasion
) -> int:
    """Give credits that do not expire; below 0 take what there is of them. Returns what was given.

    Raises NoSuchPerson.
    """
    there = pockets.live(connection, person_id, why.at)
    given = max(credits, -total(there))
    entry_id = _enter(connection, "granted", person_id, why, amount=given, extra=given)
    if given > 0:
        pockets.put(connection, person_id, entry_id, [Pocket(NEVER, given)])
    else:
        pockets.take(connection, person_id, entry_id, draw(there, -given))
    return given


def enter_purchase(
    connection: sqlite3.Connection, person_id: PersonId, coming: Pocket, why: Occasion
) -> None:
    """Credits that the person has paid for. Raises NoSuchPerson."""
    credits = coming.credits
    entry_id = _enter(connection, "bought", person_id, why, amount=credits, extra=credits)
    if credits:
        pockets.put(connection, person_id, entry_id, [coming])


def enter_refund(
    connection: sqlite3.Connection, person_id: PersonId, bought: Pocket, why: Occasion
) -> int:
    """The credits of a purchase go back with its Stars, spent or not. Returns how many.

    Out of their own pocket first, then out of the others; what is not there any more becomes a debt.
    Those that have expired are gone already. Raises NoSuchPerson.
    """
    credits = bought.credits if bought.expires_at > why.at else 0
    entry_id = _enter(connection, "refunded", person_id, why, amount=credits, extra=-credits)
    there = pockets.live(connection, person_id, why.at)
    own_first = sorted(there, key=lambda pocket: pocket.expires_at != bought.expires_at)
    pockets.take_or_owe(connection, person_id, entry_id, own_first, credits)
    return credits


def return_of(job: Job) -> str:
    """The operation by which a job's credits are given back."""
    return f"refunded:job:{job.id}"


def enter_return(connection: sqlite3.Connection, job: Job, why: Occasion) -> int:
    """Give back what a job cost, as credits that do not expire: its day may be long over. Returns how many.

    What it counts for in the caps of the bot and of the plan stays: the provider was paid. A second
    return violates two unique indexes, and with it the whole change that wanted it.

    Raises NothingSpent, GivenBackBefore.
    """
    if ledger.is_entered(connection, why.operation):
        raise GivenBackBefore
    if not ledger.is_entered(connection, f"{Settlement.SPENT}:{job.id}"):
        raise NothingSpent
    held = ledger.held_for(connection, job.id)
    credits: int = held["allowance"] - held["extra"]
    person_id = PersonId(held["person_id"])
    entry_id = _enter(
        connection, "refunded", person_id, why, amount=credits, extra=credits, job_id=job.id
    )
    pockets.put(connection, person_id, entry_id, [Pocket(NEVER, credits)])
    return credits


def write_off(
    connection: sqlite3.Connection, person_id: PersonId, now: datetime, rules: LiveRules
) -> int:
    """Enter what has expired; it could not be used any more before either. Returns how many credits."""
    expired = pockets.past(connection, person_id, now)
    for pocket in expired:
        newest = connection.execute(NEWEST).fetchone()[0]
        # Credits may come back to a pocket after its end, and then they expire in their turn.
        operation = f"expired:{person_id}:{to_micros(pocket.expires_at)}:{newest}"
        why, credits = Occasion(operation, now, rules), pocket.credits
        entry_id = _enter(connection, "expired", person_id, why, amount=credits, extra=-credits)
        pockets.take(connection, person_id, entry_id, [pocket])
    return total(expired)


def _enter(
    connection: sqlite3.Connection,
    kind: str,
    person_id: PersonId,
    why: Occasion,
    *,
    amount: int,
    extra: int,
    job_id: JobId | None = None,
) -> int:
    entry = ledger.Entry(
        kind=kind,
        person_id=person_id,
        amount=amount,
        extra=extra,
        day=standing(connection, person_id, why.rules).calendar.day(why.at),
        operation=why.operation,
        at=why.at,
        job_id=job_id,
        by_person=why.by,
        note=why.note,
    )
    return ledger.enter(connection, entry)
