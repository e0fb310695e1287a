"""People as they are looked up: pages of lists, a search by the beginnings of names, one person's page."""

import sqlite3
from collections.abc import Mapping, Sequence

from jobs.admin.audit import Action
from jobs.admin.directory import JobCounts, Listing, PersonView, key_of
from jobs.errors import NoSuchPerson
from jobs.ids import ChatId, MessageId, PersonId, UpdateId, private_chat
from jobs.outbox import Copied, LetterHead
from jobs.people import Person
from jobs.periods import month_of
from storage import audit, ledger, strikes
from storage.desk import Desk
from storage.owing import is_owed, owe
from storage.person import FIND, find_person, person_of
from storage.rows import from_micros, to_micros
from storage.standing import standing

LISTS: Mapping[Listing, str] = {
    Listing.NEWEST: """
        SELECT * FROM people WHERE id <> 0 ORDER BY met_at DESC, id DESC LIMIT :limit OFFSET :offset
    """,
    Listing.ACTIVE: """
        SELECT people.* FROM usage JOIN people ON people.id = usage.person_id
        WHERE usage.period = :month AND usage.used > 0
        ORDER BY usage.used DESC, usage.person_id LIMIT :limit OFFSET :offset
    """,
    Listing.ASKED: """
        SELECT * FROM people WHERE access = 'asked'
        ORDER BY met_at DESC, id DESC LIMIT :limit OFFSET :offset
    """,
    Listing.BANNED: """
        SELECT * FROM people
        WHERE banned_at IS NOT NULL AND (banned_until IS NULL OR banned_until > :now)
        ORDER BY banned_at DESC, id LIMIT :limit OFFSET :offset
    """,
}
COUNT = "SELECT count(*) FROM people WHERE id <> 0"  # 0: nobody
SEARCH = """
    SELECT DISTINCT people.* FROM name_keys JOIN people ON people.id = name_keys.person_id
    WHERE name_keys.key >= :first AND name_keys.key < :beyond
    ORDER BY name_keys.key, people.id LIMIT :limit
"""
JOBS = """
    SELECT count(*) AS total,
           count(*) FILTER (WHERE state IN ('delivering', 'delivered', 'undeliverable')) AS done,
           count(*) FILTER (WHERE state = 'failed') AS failed,
           count(*) FILTER (WHERE state IN (
               'queued', 'uploading', 'submitting', 'unconfirmed', 'generating'
           )) AS open
    FROM jobs WHERE person_id = ?
"""
_LAST = "\U0010ffff"


class Directory:
    """Implements `jobs.ports.Directory`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def page(self, listing: Listing, *, offset: int, limit: int) -> Sequence[Person]:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> Sequence[Person]:
            rules = self._desk.rules(connection)
            parameters = {
                "now": to_micros(now),
                "month": f"m:{month_of(rules.day(now))}",
                "offset": offset,
                "limit": limit,
            }
            rows = connection.execute(LISTS[listing], parameters)
            return [person_of(row, rules) for row in rows]

        return await self._desk.database.read(work)

    async def count(self) -> int:
        def work(connection: sqlite3.Connection) -> int:
            count: int = connection.execute(COUNT).fetchone()[0]
            return count

        return await self._desk.database.read(work)

    async def search(self, words: str, limit: int) -> Sequence[Person]:
        key = key_of(words)
        if not key:
            return []
        parameters = {"first": key, "beyond": key + _LAST, "limit": limit}

        def work(connection: sqlite3.Connection) -> Sequence[Person]:
            rules = self._desk.rules(connection)
            return [person_of(row, rules) for row in connection.execute(SEARCH, parameters)]

        return await self._desk.database.read(work)

    async def view(self, person_id: PersonId) -> PersonView:
        def work(connection: sqlite3.Connection) -> PersonView:
            row = connection.execute(FIND, (person_id,)).fetchone()
            if row is None:
                raise NoSuchPerson
            now, rules = self._desk.clock.now(), self._desk.rules(connection)
            return PersonView(
                person=person_of(row, rules),
                met_at=from_micros(row["met_at"]),
                seen_at=from_micros(row["seen_at"]),
                came_by=row["came_by"],
                balance=ledger.balance(connection, person_id, now, rules),
                plan=standing(connection, person_id, rules).plan_name,
                jobs=JobCounts(*connection.execute(JOBS, (person_id,)).fetchone()),
                strikes=strikes.standing(connection, rules, person_id, now),
            )

        return await self._desk.database.read(work)

    async def write_to(
        self,
        person_id: PersonId,
        chat_id: ChatId,
        message_id: MessageId,
        *,
        by: PersonId,
        update_id: UpdateId,
        goes_on: bool,
    ) -> None:
        now, place = self._desk.clock.now(), private_chat(person_id)
        key, copy = f"letter:{update_id}", Copied(chat_id=chat_id, message_id=message_id)

        def work(connection: sqlite3.Connection) -> None:
            find_person(connection, person_id, self._desk.rules(connection))
            if is_owed(connection, key):
                return
            if not goes_on:
                audit.note(connection, by, Action.LETTER_SENT, now, person=person_id)
                owe(connection, f"{key}:head", place, LetterHead(), now)
            owe(connection, key, place, copy, now)

        await self._desk.database.write(work)
