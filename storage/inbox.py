"""Telegram's updates as they came, so that none is lost between their receipt and their effect."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from jobs.ids import PersonId, UpdateId
from storage.desk import Desk
from storage.password_questions import begin, is_asked
from storage.rows import to_micros

RECEIVE = """
    INSERT INTO inbox (update_id, body, received_at) VALUES (?, ?, ?)
    ON CONFLICT (update_id) DO NOTHING
"""
DONE = "UPDATE inbox SET body = NULL WHERE update_id = ?"
GIVE_UP = "UPDATE inbox SET body = NULL WHERE body IS NOT NULL AND attempts >= ?"
COUNT_ATTEMPT = "UPDATE inbox SET attempts = attempts + 1 WHERE body IS NOT NULL"
WAITING = "SELECT update_id, body FROM inbox WHERE body IS NOT NULL ORDER BY received_at, update_id"
PRUNE = """
    DELETE FROM inbox WHERE update_id IN (
        SELECT update_id FROM inbox WHERE body IS NULL AND received_at < :before
        ORDER BY received_at LIMIT :batch
    )
"""
BATCH = 500


@dataclass(frozen=True, slots=True)
class Care:
    """What an update has to do with passwords: it makes us ask `person` for one, or may hold one.

    `wordless` is its body without what they wrote, kept in the place of the other where they were asked
    before, or where it `holds` a password for certain.
    """

    person: PersonId
    wordless: Callable[[], bytes]
    asks: bool = False
    holds: bool = False


class Inbox:
    """Used by the update intake: an update is acknowledged to Telegram once `receive` has returned."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def receive(
        self,
        updates: Sequence[tuple[UpdateId, bytes]],
        cares: Mapping[UpdateId, Care] | None = None,
    ) -> Sequence[UpdateId]:
        """Keep new updates, given as their raw JSON; returns the ids that were not seen before.

        A password is never written: of what is named in `cares` the words are left out where they may be one.
        """
        now = self._desk.clock.now()
        careful = cares or {}

        def work(connection: sqlite3.Connection) -> Sequence[UpdateId]:
            return [
                update_id
                for update_id, body in updates
                if self._keep(connection, update_id, body, careful.get(update_id), now)
            ]

        return await self._desk.database.write(work)

    def _keep(
        self,
        connection: sqlite3.Connection,
        update_id: UpdateId,
        body: bytes,
        care: Care | None,
        now: datetime,
    ) -> bool:
        if care and (care.holds or is_asked(connection, care.person, now)):
            body = care.wordless()
        is_new = connection.execute(RECEIVE, (update_id, body, to_micros(now))).rowcount == 1
        if is_new and care and care.asks:
            begin(connection, care.person, self._desk.rules(connection), now)
        return is_new

    async def done(self, update_id: UpdateId) -> None:
        """What the update asked for is in the database; only its id is kept, against repeats."""
        await self._desk.database.write(lambda connection: connection.execute(DONE, (update_id,)))

    async def waiting(self, max_attempts: int = 3) -> Sequence[tuple[UpdateId, bytes]]:
        """At the start: what the last process left undone, oldest first.

        Each call counts as an attempt. An update that was there for so many is given up as done: it
        may be what kills the process.
        """

        def work(connection: sqlite3.Connection) -> Sequence[tuple[UpdateId, bytes]]:
            connection.execute(GIVE_UP, (max_attempts,))
            connection.execute(COUNT_ATTEMPT)
            return [(row["update_id"], row["body"]) for row in connection.execute(WAITING)]

        return await self._desk.database.write(work)

    async def prune(self, older_than: timedelta) -> int:
        """Forget the ids of updates done and received so long ago; returns how many.

        In small batches, each a write of its own, so that nobody waits long behind it.
        """
        before = to_micros(self._desk.clock.now() - older_than)
        pruned = 0
        while True:
            batch = await self._desk.database.write(
                lambda connection: (
                    connection.execute(PRUNE, {"before": before, "batch": BATCH}).rowcount
                )
            )
            pruned += batch
            if batch < BATCH:
                return pruned
