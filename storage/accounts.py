"""PixVerse accounts as they were last seen, and what those who run the bot do with them."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from jobs.accounts import (
    KEPT_MISSING,
    Account,
    KnownAccount,
    is_ailing,
    is_low,
    masked,
)
from jobs.admin.audit import Action
from jobs.errors import ACCOUNT_TROUBLE, AccountBusy, Reason
from jobs.ids import AccountId, AccountNumber, PersonId
from jobs.outbox import Alert, Trouble
from jobs.rules import LiveRules
from storage.audit import note
from storage.desk import Desk
from storage.known_accounts import ALL, known_here, known_one
from storage.owing import owe_admins
from storage.rows import to_micros

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
        return await self._desk.database.read(known_here)

    async def get(self, number: AccountNumber) -> KnownAccount:
        return await self._desk.database.read(lambda connection: known_one(connection, number))

    async def pause(self, number: AccountNumber, *, by: PersonId | None) -> KnownAccount:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> KnownAccount:
            account = known_one(connection, number).account
            connection.execute(PAUSE, (number,))
            note(connection, by, Action.ACCOUNT_PAUSED, now, target=account.name)
            return known_one(connection, number)

        return await self._desk.database.write(work)

    async def resume(self, number: AccountNumber, *, by: PersonId | None) -> KnownAccount:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> KnownAccount:
            account = known_one(connection, number).account
            connection.execute(TRUST, {"id": number, "paused": 0, "now": to_micros(now)})
            note(connection, by, Action.ACCOUNT_RESUMED, now, target=account.name)
            return known_one(connection, number)

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
            return known_one(connection, row["id"])

        return await self._desk.database.write(work)

    async def retire(self, number: AccountNumber, *, by: PersonId | None) -> KnownAccount:
        def work(connection: sqlite3.Connection) -> KnownAccount:
            found = known_one(connection, number)
            if found.ours:
                raise AccountBusy(found.ours)
            if not found.paused:
                connection.execute(PAUSE, (number,))
                now, action = self._desk.clock.now(), Action.ACCOUNT_PAUSED
                note(connection, by, action, now, target=found.account.name)
            return known_one(connection, number)

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
