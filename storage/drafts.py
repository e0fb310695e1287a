"""Drafts: one open draft per person and place, shown with the person's balance."""

import sqlite3
from collections.abc import Mapping

from jobs.asking import Asking
from jobs.capabilities import Field, Value
from jobs.drafts import Draft, blank, priced_subject, with_each
from jobs.errors import DraftGone, NotYours
from jobs.ids import DraftId, MessageId, PersonId, Place
from jobs.moderation import words_in
from jobs.ports import Basis, Card, Change
from jobs.tariff import Price
from storage import ledger
from storage.desk import Desk
from storage.gate import check_words, write_judged
from storage.offering import offer_to
from storage.person import find_person
from storage.prices import price, slow_saves
from storage.rows import ASKING, DRAFT, place_of, thread_column
from storage.shown import speakable
from storage.speakers import usual_speaker

FIND = "SELECT * FROM drafts WHERE id = ?"
FIND_AT = """
    SELECT * FROM drafts WHERE person_id = :person AND chat_id = :chat AND thread_id = :thread
"""
BEGIN = """
    INSERT INTO drafts (person_id, chat_id, thread_id, draft)
    VALUES (:person, :chat, :thread, :draft) RETURNING *
"""
CHANGE = "UPDATE drafts SET draft = :draft WHERE id = :id RETURNING *"
GROW = "UPDATE drafts SET draft = :draft, asking = :asking WHERE id = :id RETURNING *"
SET_ASKING = "UPDATE drafts SET asking = :asking WHERE id = :id RETURNING *"
SET_SHOWN = "UPDATE drafts SET message_id = :message, asked_message_id = :asked WHERE id = :id"
DELETE = "DELETE FROM drafts WHERE id = ?"


class Drafts:
    """Implements `jobs.ports.Drafts`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def open(
        self,
        person_id: PersonId,
        place: Place,
        draft: Draft | None = None,
        change: Change | None = None,
    ) -> tuple[Card, Card | None]:
        def work(connection: sqlite3.Connection) -> tuple[Card, Card | None]:
            replaced = self._card_at(connection, person_id, place)
            if replaced:
                delete_draft(connection, replaced.id)
            fresh = draft or self._blank(connection, person_id)
            row = _begin(connection, person_id, place, fresh)
            if change:
                changed = _json(self._changed(connection, row, change))
                parameters = {"id": row["id"], "draft": changed}
                row = connection.execute(CHANGE, parameters).fetchone()
            return self._card(connection, row), replaced

        return await write_judged(self._desk, person_id, work)

    async def grow(
        self, person_id: PersonId, place: Place, change: Change, asking: Asking | None = None
    ) -> Card:
        written = _asked(asking)

        def work(connection: sqlite3.Connection) -> Card:
            row = self._current_or_new(connection, person_id, place)
            draft = self._changed(connection, row, change)
            parameters = {"id": row["id"], "draft": _json(draft), "asking": written}
            return self._card(connection, connection.execute(GROW, parameters).fetchone())

        return await write_judged(self._desk, person_id, work)

    async def change(self, draft_id: DraftId, person_id: PersonId, change: Change) -> Card:
        def work(connection: sqlite3.Connection) -> Card:
            draft = self._changed(connection, own_draft(connection, draft_id, person_id), change)
            parameters = {"id": draft_id, "draft": _json(draft)}
            return self._card(connection, connection.execute(CHANGE, parameters).fetchone())

        return await write_judged(self._desk, person_id, work)

    async def ask(self, person_id: PersonId, place: Place, asking: Asking | None) -> Card:
        written = _asked(asking)

        def work(connection: sqlite3.Connection) -> Card:
            row = self._current_or_new(connection, person_id, place)
            parameters = {"id": row["id"], "asking": written}
            return self._card(connection, connection.execute(SET_ASKING, parameters).fetchone())

        return await self._desk.database.write(work)

    async def get(self, draft_id: DraftId, person_id: PersonId) -> Card:
        return await self._desk.database.read(
            lambda connection: self._card(connection, own_draft(connection, draft_id, person_id))
        )

    async def prices(
        self, draft_id: DraftId, person_id: PersonId, field: Field
    ) -> Mapping[Value, Price]:
        def work(connection: sqlite3.Connection) -> Mapping[Value, Price]:
            draft = draft_of_row(own_draft(connection, draft_id, person_id))
            offer = self._basis(connection, person_id).offer
            return {
                value: price(connection, self._desk, priced_subject(other, offer), other.options)
                for value, other in with_each(draft, field, offer).items()
            }

        return await self._desk.database.read(work)

    async def current(self, person_id: PersonId, place: Place) -> Card | None:
        return await self._desk.database.read(
            lambda connection: self._card_at(connection, person_id, place)
        )

    async def shown(
        self, draft_id: DraftId, message_id: MessageId, asked: MessageId | None = None
    ) -> None:
        parameters = {"id": draft_id, "message": message_id, "asked": asked}
        await self._desk.database.write(
            lambda connection: connection.execute(SET_SHOWN, parameters)
        )

    async def drop(self, draft_id: DraftId, person_id: PersonId) -> Card:
        def work(connection: sqlite3.Connection) -> Card:
            card = self._card(connection, own_draft(connection, draft_id, person_id))
            delete_draft(connection, draft_id)
            return card

        return await self._desk.database.write(work)

    def _changed(self, connection: sqlite3.Connection, row: sqlite3.Row, change: Change) -> Draft:
        """The draft as it is to be. Words that come into it are looked at. Raises StopWordUsed."""
        before = draft_of_row(row)
        draft = change(before, self._basis(connection, row["person_id"]))
        known = set(words_in(before))
        new = [words for words in words_in(draft) if words not in known]
        check_words(connection, self._desk, new, row["person_id"])
        return draft

    def _current_or_new(
        self, connection: sqlite3.Connection, person_id: PersonId, place: Place
    ) -> sqlite3.Row:
        row: sqlite3.Row | None = connection.execute(FIND_AT, _at(person_id, place)).fetchone()
        if row is not None:
            return row
        return _begin(connection, person_id, place, self._blank(connection, person_id))

    def _blank(self, connection: sqlite3.Connection, person_id: PersonId) -> Draft:
        person = find_person(connection, person_id, self._desk.rules(connection))
        return blank(person.defaults, offer_to(connection, self._desk, person_id))

    def _basis(self, connection: sqlite3.Connection, person_id: PersonId) -> Basis:
        person = find_person(connection, person_id, self._desk.rules(connection))
        offer = offer_to(connection, self._desk, person_id)
        speaker = usual_speaker(connection, person_id)
        return Basis(offer, person.habits, speaker, person.defaults)

    def _card_at(
        self, connection: sqlite3.Connection, person_id: PersonId, place: Place
    ) -> Card | None:
        row = connection.execute(FIND_AT, _at(person_id, place)).fetchone()
        return self._card(connection, row) if row else None

    def _card(self, connection: sqlite3.Connection, row: sqlite3.Row) -> Card:
        now, rules = self._desk.clock.now(), self._desk.rules(connection)
        draft, basis = draft_of_row(row), self._basis(connection, row["person_id"])
        subject = priced_subject(draft, basis.offer)
        return Card(
            id=row["id"],
            person_id=row["person_id"],
            place=place_of(row),
            draft=draft,
            balance=ledger.balance(connection, row["person_id"], now, rules),
            price=price(connection, self._desk, subject, draft.options),
            basis=basis,
            asking=ASKING.validate_json(row["asking"]) if row["asking"] else None,
            message_id=row["message_id"],
            slow_saves=slow_saves(connection, self._desk, subject, draft.options),
            videos=speakable(connection, row["person_id"], draft, basis.offer),
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


def _asked(asking: Asking | None) -> str | None:
    return ASKING.dump_json(asking).decode() if asking else None


def _json(draft: Draft) -> str:
    return DRAFT.dump_json(draft).decode()


def _at(person_id: PersonId, place: Place) -> dict[str, object]:
    return {"person": person_id, "chat": place.chat_id, "thread": thread_column(place)}
