"""PixVerse accounts as they were last seen, with how our jobs ended there; which of them take new jobs."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from jobs.accounts import (
    KEPT_MISSING,
    Account,
    KnownAccount,
    Outcome,
    Seat,
    is_ailing,
    is_low,
    masked,
)
from jobs.admin.audit import Action
from jobs.errors import ACCOUNT_TROUBLE, AccountBusy, NoSuchAccount, Reason
from jobs.ids import AccountId, AccountNumber, PersonId
from jobs.outbox import Alert, Trouble
from jobs.ports import Lane
from jobs.rules import LiveRules
from storage.audit import note
from storage.desk import Desk
from storage.owing import owe_admins
from storage.rows import from_micros, to_micros

ALL = "SELECT * FROM accounts ORDER BY id"
HERE = "SELECT * FROM accounts WHERE missing_since IS NULL ORDER BY id"
FIND = "SELECT * FROM accounts WHERE id = ?"
SEE = """
    INSERT INTO accounts (account, name, plan, credits, running, most, trouble, seen_at)
    VALUES (:account, :name, :plan, :credits, :running, :most, :trouble, :now)
    ON CONFLICT (account) DO UPDATE SET
        name = excluded.name, plan = coalesce(excluded.plan, plan),
        credits = coalesce(excluded.credits, credits), running = excluded.running,
        most = excluded.most, trouble = excluded.trouble, seen_at = excluded.seen_at,
        missing_since = NULL
    RETURNING *
"""
MEET = """
    INSERT INTO accounts (account, name, seen_at) VALUES (:account, :name, :now)
    ON CONFLICT (account) DO UPDATE SET seen_at = seen_at
    RETURNING *
"""
FEEL = """
    UPDATE accounts SET
        recoveries = recoveries + (ailing = 1 AND :ailing = 0), ailing = :ailing
    WHERE id = :id
    RETURNING recoveries
"""
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
PAUSE = "UPDATE accounts SET paused = 1 WHERE id = ?"
TRUST = "UPDATE accounts SET paused = :paused, trusted_from = :now WHERE id = :id"
MISS = "UPDATE accounts SET missing_since = :now WHERE id = :id AND missing_since IS NULL"
FORGET_MISSING = "DELETE FROM accounts WHERE missing_since < ?"
FORGET = "DELETE FROM accounts WHERE id = ?"


class Accounts:
    """Implements `jobs.ports.Accounts`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def seen(self, accounts: Sequence[Account]) -> None:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> None:
            rules = self._desk.rules(connection)
            for account in accounts:
                _see(connection, account, rules, now)
            here = {account.id for account in accounts}
            for row in connection.execute(ALL).fetchall():
                if row["account"] not in here:
                    connection.execute(MISS, {"id": row["id"], "now": to_micros(now)})
            connection.execute(FORGET_MISSING, (to_micros(now - KEPT_MISSING),))

        await self._desk.database.write(work)

    async def trouble(self, account: AccountId, reason: Reason) -> None:
        now = self._desk.clock.now()
        parameters = {"account": account, "name": masked(account), "now": to_micros(now)}

        def work(connection: sqlite3.Connection) -> None:
            row = connection.execute(MEET, parameters).fetchone()
            rules = self._desk.rules(connection)
            alert = Alert(trouble=Trouble.ACCOUNT, detail=row["name"], reason=reason)
            _alert(connection, rules, row, row["recoveries"], alert, now)

        await self._desk.database.write(work)

    async def all(self) -> Sequence[KnownAccount]:
        return await self._desk.database.read(lambda connection: known(connection, HERE))

    async def get(self, number: AccountNumber) -> KnownAccount:
        return await self._desk.database.read(lambda connection: _one(connection, number))

    async def pause(self, number: AccountNumber, *, by: PersonId | None) -> KnownAccount:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> KnownAccount:
            account = _one(connection, number).account
            connection.execute(PAUSE, (number,))
            note(connection, by, Action.ACCOUNT_PAUSED, now, target=account.name)
            return _one(connection, number)

        return await self._desk.database.write(work)

    async def resume(self, number: AccountNumber, *, by: PersonId | None) -> KnownAccount:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> KnownAccount:
            account = _one(connection, number).account
            connection.execute(TRUST, {"id": number, "paused": 0, "now": to_micros(now)})
            note(connection, by, Action.ACCOUNT_RESUMED, now, target=account.name)
            return _one(connection, number)

        return await self._desk.database.write(work)

    async def put(
        self, account: Account, *, before: Account | None, by: PersonId | None
    ) -> KnownAccount:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> KnownAccount:
            row = _see(connection, account, self._desk.rules(connection), now)
            trust = {"id": row["id"], "paused": row["paused"], "now": to_micros(now)}
            connection.execute(TRUST, trust)
            action, detail = _put(account, before)
            note(connection, by, action, now, target=account.name, detail=detail)
            return _one(connection, row["id"])

        return await self._desk.database.write(work)

    async def retire(self, number: AccountNumber, *, by: PersonId | None) -> KnownAccount:
        def work(connection: sqlite3.Connection) -> KnownAccount:
            found = _one(connection, number)
            if found.ours:
                raise AccountBusy(found.ours)
            if not found.paused:
                connection.execute(PAUSE, (number,))
                now, action = self._desk.clock.now(), Action.ACCOUNT_PAUSED
                note(connection, by, action, now, target=found.account.name)
            return _one(connection, number)

        return await self._desk.database.write(work)

    async def not_removed(self, number: AccountNumber, *, by: PersonId | None) -> None:
        def work(connection: sqlite3.Connection) -> None:
            row = connection.execute(FIND, (number,)).fetchone()
            if row:
                now, action = self._desk.clock.now(), Action.ACCOUNT_NOT_REMOVED
                note(connection, by, action, now, target=row["name"])

        await self._desk.database.write(work)

    async def forget(self, number: AccountNumber, *, by: PersonId | None) -> None:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> None:
            row = connection.execute(FIND, (number,)).fetchone()
            if row:
                connection.execute(FORGET, (number,))
                note(connection, by, Action.ACCOUNT_REMOVED, now, target=row["name"])

        await self._desk.database.write(work)


def known(connection: sqlite3.Connection, which: str = ALL) -> Sequence[KnownAccount]:
    """Every account with how our jobs ended there, also those that the provider's last list did not have."""
    outcomes = _outcomes(connection)
    ours = {row["account"]: row["jobs"] for row in connection.execute(RUNNING)}
    return [
        _known(row, outcomes[row["id"]], ours.get(row["account"], 0))
        for row in connection.execute(which)
    ]


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


def _put(account: Account, before: Account | None) -> tuple[Action, str]:
    """What logging an account in was, in the audit log's words, and how many jobs it does at once."""
    if before is None:
        return Action.ACCOUNT_ADDED, f"{account.most} jobs at once"
    if before.most == account.most:
        return Action.ACCOUNT_PUT, ""
    return Action.ACCOUNT_CHANGED, f"{before.most or '?'} → {account.most}"


def _see(
    connection: sqlite3.Connection, account: Account, rules: LiveRules, now: datetime
) -> sqlite3.Row:
    parameters = {
        "account": account.id,
        "name": account.name,
        "plan": account.plan,
        "credits": account.credits,
        "running": account.running,
        "most": account.most,
        "trouble": account.trouble,
        "now": to_micros(now),
    }
    row: sqlite3.Row = connection.execute(SEE, parameters).fetchone()
    feeling = {"id": row["id"], "ailing": is_ailing(account, rules.low_credits)}
    recoveries = connection.execute(FEEL, feeling).fetchone()["recoveries"]
    if account.trouble in ACCOUNT_TROUBLE:
        alert = Alert(trouble=Trouble.ACCOUNT, detail=account.name, reason=account.trouble)
        _alert(connection, rules, row, recoveries, alert, now)
    elif is_low(account, rules.low_credits):
        alert = Alert(trouble=Trouble.LOW_CREDITS, detail=account.name, credits=account.credits)
        _alert(connection, rules, row, recoveries, alert, now)
    return row


def _alert(
    connection: sqlite3.Connection,
    rules: LiveRules,
    row: sqlite3.Row,
    recoveries: int,
    alert: Alert,
    now: datetime,
) -> None:
    """Once a day; after a recovery it is news again."""
    what = alert.reason or alert.trouble
    key = f"account:{row['id']}:{what}:{recoveries}:{rules.day(now)}"
    owe_admins(connection, rules, key, alert, now)


def _one(connection: sqlite3.Connection, number: AccountNumber) -> KnownAccount:
    """Raises NoSuchAccount."""
    found = next((one for one in known(connection, HERE) if one.number == number), None)
    if found is None:
        raise NoSuchAccount
    return found


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
