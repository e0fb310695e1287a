"""Drafts: one open draft per person and place, shown with the person's balance."""

import sqlite3
from collections.abc import Callable, Sequence

from jobs.drafts import Draft, fitted
from jobs.errors import DraftGone, NotYours
from jobs.ids import DraftId, MessageId, PersonId, Place
from jobs.ports import Card
from storage import ledger
from storage.desk import Desk
from storage.people import find_person
from storage.rows import DRAFT, place_of, thread_column

FIND = "SELECT * FROM drafts WHERE id = ?"
FIND_AT = """
    SELECT * FROM drafts WHERE person_id = :person AND chat_id = :chat AND thread_id = :thread
"""
BEGIN = """
    INSERT INTO drafts (person_id, chat_id, thread_id, draft)
    VALUES (:person, :chat, :thread, :draft) RETURNING *
"""
CHANGE = "UPDATE drafts SET draft = :draft WHERE id = :id RETURNING *"
GROW = "UPDATE drafts SET draft = :draft, searching = 0 WHERE id = :id RETURNING *"
SET_SEARCHING = "UPDATE drafts SET searching = :on WHERE id = :id RETURNING *"
SET_SHOWN = "UPDATE drafts SET message_id = :message WHERE id = :id"
SEARCHING = "SELECT person_id, chat_id, thread_id FROM drafts WHERE searching = 1 ORDER BY id"
DELETE = "DELETE FROM drafts WHERE id = ?"


class Drafts:
    """Implements `jobs.ports.Drafts`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def open(
        self, person_id: PersonId, place: Place, draft: Draft
    ) -> tuple[Card, Card | None]:
        def work(connection: sqlite3.Connection) -> tuple[Card, Card | None]:
            replaced = self._card_at(connection, person_id, place)
            if replaced:
                delete_draft(connection, replaced.id)
            return self._card(connection, _begin(connection, person_id, place, draft)), replaced

        return await self._desk.database.write(work)

    async def grow(
        self, person_id: PersonId, place: Place, change: Callable[[Draft], Draft]
    ) -> Card:
        def work(connection: sqlite3.Connection) -> Card:
            row = self._current_or_new(connection, person_id, place)
            parameters = {"id": row["id"], "draft": _json(change(draft_of_row(row)))}
            return self._card(connection, connection.execute(GROW, parameters).fetchone())

        return await self._desk.database.write(work)

    async def change(
        self, draft_id: DraftId, person_id: PersonId, change: Callable[[Draft], Draft]
    ) -> Card:
        def work(connection: sqlite3.Connection) -> Card:
            draft = change(draft_of_row(own_draft(connection, draft_id, person_id)))
            parameters = {"id": draft_id, "draft": _json(draft)}
            return self._card(connection, connection.execute(CHANGE, parameters).fetchone())

        return await self._desk.database.write(work)

    async def search(self, person_id: PersonId, place: Place, *, on: bool) -> Card:
        def work(connection: sqlite3.Connection) -> Card:
            row = self._current_or_new(connection, person_id, place)
            parameters = {"id": row["id"], "on": on}
            return self._card(connection, connection.execute(SET_SEARCHING, parameters).fetchone())

        return await self._desk.database.write(work)

    async def get(self, draft_id: DraftId, person_id: PersonId) -> Card:
        return await self._desk.database.read(
            lambda connection: self._card(connection, own_draft(connection, draft_id, person_id))
        )

    async def current(self, person_id: PersonId, place: Place) -> Card | None:
        return await self._desk.database.read(
            lambda connection: self._card_at(connection, person_id, place)
        )

    async def searching(self) -> Sequence[tuple[PersonId, Place]]:
        def work(connection: sqlite3.Connection) -> Sequence[tuple[PersonId, Place]]:
            return [(row["person_id"], place_of(row)) for row in connection.execute(SEARCHING)]

        return await self._desk.database.read(work)

    async def shown(self, draft_id: DraftId, message_id: MessageId) -> None:
        parameters = {"id": draft_id, "message": message_id}
        await self._desk.database.write(
            lambda connection: connection.execute(SET_SHOWN, parameters)
        )

    async def drop(self, draft_id: DraftId, person_id: PersonId) -> Card:
        def work(connection: sqlite3.Connection) -> Card:
            card = self._card(connection, own_draft(connection, draft_id, person_id))
            delete_draft(connection, draft_id)
            return card

        return await self._desk.database.write(work)

    def _current_or_new(
        self, connection: sqlite3.Connection, person_id: PersonId, place: Place
    ) -> sqlite3.Row:
        row: sqlite3.Row | None = connection.execute(FIND_AT, _at(person_id, place)).fetchone()
        if row is not None:
            return row
        defaults = find_person(connection, person_id, self._desk.rules(connection)).defaults
        return _begin(connection, person_id, place, fitted(defaults))

    def _card_at(
        self, connection: sqlite3.Connection, person_id: PersonId, place: Place
    ) -> Card | None:
        row = connection.execute(FIND_AT, _at(person_id, place)).fetchone()
        return self._card(connection, row) if row else None

    def _card(self, connection: sqlite3.Connection, row: sqlite3.Row) -> Card:
        now, rules = self._desk.clock.now(), self._desk.rules(connection)
        return Card(
            id=row["id"],
            person_id=row["person_id"],
            place=place_of(row),
            draft=draft_of_row(row),
            balance=ledger.balance(connection, row["person_id"], now, rules),
            searching=bool(row["searching"]),
            message_id=row["message_id"],
        )


def own_draft(
    connection: sqlite3.Connection, draft_id: DraftId, person_id: PersonId
) -> sqlite3.Row:
    """Raises DraftGone, NotYours."""
    row: sqlite3.Row | None = connection.execute(FIND, (draft_id,)).fetchone()
    if row is None:
        raise DraftGone
    if row["person_id"] != person_id:
        raise NotYours
    return row


def draft_of_row(row: sqlite3.Row) -> Draft:
    return DRAFT.validate_json(row["draft"])


def delete_draft(connection: sqlite3.Connection, draft_id: DraftId) -> None:
    """Its id is never given to another draft."""
    connection.execute(DELETE, (draft_id,))


def _begin(
    connection: sqlite3.Connection, person_id: PersonId, place: Place, draft: Draft
) -> sqlite3.Row:
    parameters = {**_at(person_id, place), "draft": _json(draft)}
    row: sqlite3.Row = connection.execute(BEGIN, parameters).fetchone()
    return row


def _json(draft: Draft) -> str:
    return DRAFT.dump_json(draft).decode()


def _at(person_id: PersonId, place: Place) -> dict[str, object]:
    return {"person": person_id, "chat": place.chat_id, "thread": thread_column(place)}
