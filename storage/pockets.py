"""Extra credits as rows: what expires together is one pocket, used soonest first; debts are settled first.

These functions run inside the transaction of the entry that they belong to, and note what it moved.
"""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from jobs.ids import PersonId
from jobs.quotas import Pocket, draw, total
from storage.rows import from_micros, to_micros

LIVE = """
    SELECT expires_at, credits FROM pockets
    WHERE person_id = :person AND expires_at > :now ORDER BY expires_at
"""
PAST = """
    SELECT expires_at, credits FROM pockets
    WHERE person_id = :person AND expires_at <= :now ORDER BY expires_at
"""
PUT = """
    INSERT INTO pockets (person_id, expires_at, credits) VALUES (:person, :expires, :credits)
    ON CONFLICT DO UPDATE SET credits = credits + excluded.credits
"""
TAKE = """
    UPDATE pockets SET credits = credits - :credits
    WHERE person_id = :person AND expires_at = :expires
"""
TIDY = "DELETE FROM pockets WHERE person_id = ? AND credits = 0"
NOTE = (
    "INSERT INTO entry_pockets (entry_id, expires_at, credits) VALUES (:entry, :expires, :credits)"
)
TAKEN_BY = "SELECT expires_at, -credits AS credits FROM entry_pockets WHERE entry_id = ?"
DEBT = "SELECT debt FROM people WHERE id = ?"
CHANGE_DEBT = "UPDATE people SET debt = debt + :credits WHERE id = :person"
OVERDUE = """
    SELECT person_id FROM pockets INDEXED BY pockets_by_expiry
    WHERE expires_at <= :now ORDER BY expires_at LIMIT :limit
"""


def live(connection: sqlite3.Connection, person_id: PersonId, now: datetime) -> list[Pocket]:
    """What can be used, soonest to expire first. As many rows as there are days on which some expire."""
    parameters = {"person": person_id, "now": to_micros(now)}
    return [_pocket(row) for row in connection.execute(LIVE, parameters)]


def past(connection: sqlite3.Connection, person_id: PersonId, now: datetime) -> list[Pocket]:
    """What expired and is not written off yet."""
    parameters = {"person": person_id, "now": to_micros(now)}
    return [_pocket(row) for row in connection.execute(PAST, parameters)]


def overdue(connection: sqlite3.Connection, now: datetime, limit: int) -> list[PersonId]:
    """People with credits that expired and are not written off yet."""
    parameters = {"now": to_micros(now), "limit": limit}
    found = (row["person_id"] for row in connection.execute(OVERDUE, parameters))
    return list(dict.fromkeys(found))


def taken_by(connection: sqlite3.Connection, entry_id: int) -> list[Pocket]:
    """What an entry took out of the pockets."""
    return [_pocket(row) for row in connection.execute(TAKEN_BY, (entry_id,))]


def put(
    connection: sqlite3.Connection, person_id: PersonId, entry_id: int, coming: Sequence[Pocket]
) -> None:
    """Credits come in. A debt is settled with those that would expire soonest; the rest can be used."""
    debt: int = connection.execute(DEBT, (person_id,)).fetchone()[0]
    paid = {pocket.expires_at: pocket.credits for pocket in draw(coming, debt)}
    add_debt(connection, person_id, -sum(paid.values()))
    for pocket in coming:
        kept = pocket.credits - paid.get(pocket.expires_at, 0)
        if kept:
            _move(connection, PUT, person_id, entry_id, Pocket(pocket.expires_at, kept), sign=1)


def take(
    connection: sqlite3.Connection, person_id: PersonId, entry_id: int, going: Sequence[Pocket]
) -> None:
    """Credits go; they must be there."""
    for pocket in going:
        _move(connection, TAKE, person_id, entry_id, pocket, sign=-1)
    connection.execute(TIDY, (person_id,))


def take_or_owe(
    connection: sqlite3.Connection,
    person_id: PersonId,
    entry_id: int,
    pockets: Sequence[Pocket],
    credits: int,
) -> None:
    """So many credits go, out of these pockets as far as they reach; the rest becomes a debt."""
    going = draw(pockets, credits)
    take(connection, person_id, entry_id, going)
    add_debt(connection, person_id, credits - total(going))


def add_debt(connection: sqlite3.Connection, person_id: PersonId, credits: int) -> None:
    """Below 0: it is settled."""
    if credits:
        connection.execute(CHANGE_DEBT, {"person": person_id, "credits": credits})


def _move(
    connection: sqlite3.Connection,
    statement: str,
    person_id: PersonId,
    entry_id: int,
    pocket: Pocket,
    *,
    sign: int,
) -> None:
    expires = to_micros(pocket.expires_at)
    moved = {"person": person_id, "expires": expires, "credits": pocket.credits}
    connection.execute(statement, moved)
    note = {"entry": entry_id, "expires": expires, "credits": sign * pocket.credits}
    connection.execute(NOTE, note)


def _pocket(row: sqlite3.Row) -> Pocket:
    return Pocket(from_micros(row["expires_at"]), row["credits"])
