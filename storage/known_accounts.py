"""What is known of each PixVerse account: how it was last seen, how our jobs ended there, who may have more."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from jobs.accounts import Account, KnownAccount, Outcome, Seat
from jobs.errors import NoSuchAccount, Reason
from jobs.ids import AccountId, AccountNumber
from jobs.ports import Lane
from storage.rows import from_micros

ALL = "SELECT * FROM accounts ORDER BY id"
HERE = "SELECT * FROM accounts WHERE missing_since IS NULL ORDER BY id"
# The index is named: else the planner goes through all jobs of the account in the order of their ids.
OUTCOMES = """
    SELECT accounts.id AS number, jobs.finished_at, jobs.started_at, jobs.reason
    FROM accounts JOIN jobs ON jobs.id IN (
        SELECT late.id FROM jobs AS late INDEXED BY jobs_of_account
        WHERE late.account = accounts.account AND late.finished_at IS NOT NULL
          AND late.state <> 'cancelled'
        ORDER BY late.finished_at DESC LIMIT 50
    )
    ORDER BY jobs.finished_at
"""
RUNNING = """
    SELECT account, count(*) AS jobs FROM jobs INDEXED BY jobs_running
    WHERE state IN ('uploading', 'submitting', 'unconfirmed', 'generating')
    GROUP BY account
"""


def known(connection: sqlite3.Connection, which: str = ALL) -> Sequence[KnownAccount]:
    """Every account with how our jobs ended there, also those that the provider's last list did not have."""
    outcomes = _outcomes(connection)
    ours = {row["account"]: row["jobs"] for row in connection.execute(RUNNING)}
    return [
        _known(row, outcomes[row["id"]], ours.get(row["account"], 0))
        for row in connection.execute(which)
    ]


def known_here(connection: sqlite3.Connection) -> Sequence[KnownAccount]:
    """Those that the provider's last list had."""
    return known(connection, HERE)


def known_one(connection: sqlite3.Connection, number: AccountNumber) -> KnownAccount:
    """Raises NoSuchAccount."""
    found = next((one for one in known_here(connection) if one.number == number), None)
    if found is None:
        raise NoSuchAccount
    return found


def seats(connection: sqlite3.Connection, lanes: Sequence[Lane], now: datetime) -> list[Seat]:
    """The accounts that new jobs may go to: those with lanes, which may be full, and not paused."""
    told = {one.account.id: one for one in known(connection)}
    free = {lane.account: lane.free for lane in lanes}
    everybody = [*free, *(one for one in told if one not in free)]
    return [
        _seat(account, free.get(account, 0), told.get(account), now)
        for account in everybody
        if account not in told or not told[account].paused
    ]


def _seat(account: AccountId, free: int, told: KnownAccount | None, now: datetime) -> Seat:
    if told is None:
        return Seat(account, free)
    rest = told.rests_until
    return Seat(
        account,
        free,
        credits=told.account.credits,
        resting=rest is not None and rest > now,
        trouble=told.account.trouble is not None,
    )


def _outcomes(connection: sqlite3.Connection) -> Mapping[int, Sequence[Outcome]]:
    """The last of each account, oldest first, by its number."""
    found: dict[int, list[Outcome]] = defaultdict(list)
    for row in connection.execute(OUTCOMES):
        started, finished = row["started_at"], row["finished_at"]
        reason = Reason(row["reason"]) if row["reason"] else None
        took = None if reason or started is None else (finished - started) / 1_000_000
        found[row["number"]].append(Outcome(from_micros(finished), reason, took))
    return found


def _known(row: sqlite3.Row, outcomes: Sequence[Outcome], ours: int) -> KnownAccount:
    account = Account(
        id=AccountId(row["account"]),
        name=row["name"],
        plan=row["plan"],
        credits=row["credits"],
        running=row["running"],
        most=row["most"],
        trouble=Reason(row["trouble"]) if row["trouble"] else None,
    )
    return KnownAccount(
        number=AccountNumber(row["id"]),
        account=account,
        seen_at=from_micros(row["seen_at"]),
        paused=bool(row["paused"]),
        trusted_from=from_micros(row["trusted_from"]),
        outcomes=tuple(outcomes),
        ours=ours,
    )
