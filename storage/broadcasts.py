"""Broadcasts: who is to get a message, and who has got it."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from jobs.admin.audit import Action
from jobs.admin.broadcasts import Audience, Broadcast, BroadcastState, Group, Posting, PostingEnd
from jobs.errors import NoSuchBroadcast, TooLate
from jobs.ids import BroadcastId, ChatId, MessageId, PersonId
from storage import audit
from storage.desk import Desk
from storage.person import set_unreachable
from storage.rows import from_micros, to_micros

ACTIVE = timedelta(days=30)

FIND = "SELECT * FROM broadcasts WHERE id = ?"
LATEST = "SELECT * FROM broadcasts WHERE state <> 'draft' ORDER BY id DESC LIMIT ?"
DRAFT = """
    INSERT INTO broadcasts (by_person, chat_id, message_ids, audience, state, made_at)
    VALUES (:by, :chat, :messages, 'all', 'draft', :now) RETURNING *
"""
NEWEST_DRAFT = """
    SELECT * FROM broadcasts
    WHERE by_person = :by AND state = 'draft' AND coalesce(aimed_at, made_at) >= :since
    ORDER BY coalesce(aimed_at, made_at) DESC, id DESC LIMIT 1
"""
AIM = """
    UPDATE broadcasts SET audience = :group, value = :value, aimed_at = :now
    WHERE id = :id RETURNING *
"""
DROP = "DELETE FROM broadcasts WHERE id = ? AND state = 'draft'"
# Who may use the bot, is not banned, and can be reached.
_REACHED = """
    people.reachable = 1
    AND (people.banned_at IS NULL OR people.banned_until <= :now)
    AND (people.access = 'allowed' OR people.role IS NOT NULL
         OR (:open AND people.access IN ('new', 'asked')))
"""
# The language in which the bot answers somebody: theirs if it speaks it ("pt" for "pt-BR"), else its first.
_TONGUE = "coalesce(people.chosen_language, people.language, '')"
_SERVED = f"""
    coalesce((SELECT value FROM json_each(:spoken)
              WHERE value = lower(substr({_TONGUE}, 1, instr({_TONGUE} || '-', '-') - 1))),
             json_extract(:spoken, '$[0]'))
"""  # noqa: S608 (constant text)
_CHOICES: Mapping[Group, str] = {
    Group.ALL: "1",
    Group.ACTIVE: "EXISTS (SELECT 1 FROM jobs WHERE person_id = people.id AND queued_at >= :since)",
    Group.PLAN: "people.plan_id = :plan",
    Group.LANGUAGE: f"{_SERVED} = :value",
}
COUNT = {
    group: f"SELECT count(*) FROM people WHERE {_REACHED} AND {choice}"  # noqa: S608 (constant text)
    for group, choice in _CHOICES.items()
}
CHOOSE = {
    group: f"""
        INSERT INTO postings (broadcast_id, person_id, state)
        SELECT :id, people.id, 'due' FROM people WHERE {_REACHED} AND {choice}
    """  # noqa: S608 (constant text)
    for group, choice in _CHOICES.items()
}
START = """
    UPDATE broadcasts
    SET state = 'running', audience = :group, value = :value, total = :total,
        progress_message_id = :progress
    WHERE id = :id RETURNING *
"""
STOP = "UPDATE broadcasts SET state = 'stopped' WHERE id = :id AND state = 'running'"
# What a process that died had in hand may have arrived. It is sent again: else somebody might be left out.
CLAIM = """
    UPDATE postings SET state = 'sending', owner = :owner, attempts = attempts + 1
    WHERE (broadcast_id, person_id) IN (
        SELECT postings.broadcast_id, postings.person_id
        FROM broadcasts JOIN postings ON postings.broadcast_id = broadcasts.id
        WHERE broadcasts.state = 'running' AND postings.state IN ('due', 'sending')
          AND ((postings.state = 'due' AND postings.due_at <= :now)
               OR (postings.state = 'sending' AND postings.owner <> :owner))
        ORDER BY postings.broadcast_id, postings.person_id LIMIT 1
    )
    RETURNING broadcast_id, person_id, attempts
"""
_IN_HAND = "broadcast_id = :id AND person_id = :person AND state = 'sending' AND owner = :owner"
END = f"UPDATE postings SET state = :end, owner = NULL WHERE {_IN_HAND}"  # noqa: S608 (constant text)
POSTPONE = f"""
    UPDATE postings SET state = 'due', owner = NULL, due_at = :until WHERE {_IN_HAND}
"""  # noqa: S608 (constant text)
COUNT_END: Mapping[PostingEnd, str] = {
    PostingEnd.SENT: "UPDATE broadcasts SET sent = sent + 1 WHERE id = ?",
    PostingEnd.BLOCKED: "UPDATE broadcasts SET blocked = blocked + 1 WHERE id = ?",
    PostingEnd.FAILED: "UPDATE broadcasts SET failed = failed + 1 WHERE id = ?",
}
FINISH = """
    UPDATE broadcasts SET state = 'done'
    WHERE id = ? AND state = 'running' AND sent + blocked + failed = total
"""


class Broadcasts:
    """Implements `jobs.ports.Broadcasts`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def draft(
        self, by: PersonId, chat_id: ChatId, message_ids: Sequence[MessageId]
    ) -> Broadcast:
        messages = json.dumps(message_ids)
        parameters = {"by": by, "chat": chat_id, "messages": messages, "now": self._now()}
        return await self._desk.database.write(
            lambda connection: _broadcast(connection.execute(DRAFT, parameters).fetchone())
        )

    async def get(self, broadcast_id: BroadcastId) -> Broadcast:
        return await self._desk.database.read(lambda connection: _find(connection, broadcast_id))

    async def newest_draft(self, by: PersonId, since: datetime) -> Broadcast | None:
        parameters = {"by": by, "since": to_micros(since)}

        def work(connection: sqlite3.Connection) -> Broadcast | None:
            row = connection.execute(NEWEST_DRAFT, parameters).fetchone()
            return _broadcast(row) if row else None

        return await self._desk.database.read(work)

    async def aim(self, broadcast_id: BroadcastId, audience: Audience) -> Broadcast:
        parameters = {
            "id": broadcast_id,
            "group": audience.group,
            "value": audience.value,
            "now": self._now(),
        }

        def work(connection: sqlite3.Connection) -> Broadcast:
            _find_draft(connection, broadcast_id)
            return _broadcast(connection.execute(AIM, parameters).fetchone())

        return await self._desk.database.write(work)

    async def drop(self, broadcast_id: BroadcastId) -> None:
        def work(connection: sqlite3.Connection) -> None:
            if connection.execute(DROP, (broadcast_id,)).rowcount:
                return
            if connection.execute(FIND, (broadcast_id,)).fetchone():
                raise TooLate

        await self._desk.database.write(work)

    async def latest(self, limit: int) -> Sequence[Broadcast]:
        return await self._desk.database.read(
            lambda connection: [_broadcast(row) for row in connection.execute(LATEST, (limit,))]
        )

    async def count(self, audience: Audience) -> int:
        def work(connection: sqlite3.Connection) -> int:
            chosen = COUNT[audience.group]
            count: int = connection.execute(chosen, self._chosen(connection, audience)).fetchone()[
                0
            ]
            return count

        return await self._desk.database.read(work)

    async def start(
        self, broadcast_id: BroadcastId, audience: Audience, progress: MessageId, *, by: PersonId
    ) -> Broadcast:
        def work(connection: sqlite3.Connection) -> Broadcast:
            _find_draft(connection, broadcast_id)
            chosen = {**self._chosen(connection, audience), "id": broadcast_id}
            total = connection.execute(CHOOSE[audience.group], chosen).rowcount
            parameters = {
                "id": broadcast_id,
                "group": audience.group,
                "value": audience.value,
                "total": total,
                "progress": progress,
            }
            connection.execute(START, parameters)
            connection.execute(FINISH, (broadcast_id,))  # nobody may have been chosen
            detail = f"{audience.group} {audience.value}: {total}".replace(" :", ":")
            self._note(connection, by, Action.BROADCAST_STARTED, broadcast_id, detail)
            return _find(connection, broadcast_id)

        return await self._desk.database.write(work)

    async def stop(self, broadcast_id: BroadcastId, *, by: PersonId) -> Broadcast:
        def work(connection: sqlite3.Connection) -> Broadcast:
            if connection.execute(STOP, {"id": broadcast_id}).rowcount:
                self._note(connection, by, Action.BROADCAST_STOPPED, broadcast_id)
            return _find(connection, broadcast_id)

        return await self._desk.database.write(work)

    async def claim(self) -> Posting | None:
        parameters = {"owner": self._desk.owner, "now": self._now()}

        def work(connection: sqlite3.Connection) -> Posting | None:
            row = connection.execute(CLAIM, parameters).fetchone()
            if row is None:
                return None
            broadcast = _find(connection, row["broadcast_id"])
            return Posting(broadcast, row["person_id"], row["attempts"])

        return await self._desk.database.write(work)

    async def ended(self, posting: Posting, end: PostingEnd) -> Broadcast:
        broadcast_id = posting.broadcast.id

        def work(connection: sqlite3.Connection) -> Broadcast:
            if connection.execute(END, {**self._in_hand(posting), "end": end}).rowcount:
                connection.execute(COUNT_END[end], (broadcast_id,))
                connection.execute(FINISH, (broadcast_id,))
                if end is PostingEnd.BLOCKED:
                    set_unreachable(connection, posting.person_id)
            return _find(connection, broadcast_id)

        return await self._desk.database.write(work)

    async def postpone(self, posting: Posting, until: datetime) -> None:
        parameters = {**self._in_hand(posting), "until": to_micros(until)}
        await self._desk.database.write(lambda connection: connection.execute(POSTPONE, parameters))

    def _now(self) -> int:
        return to_micros(self._desk.clock.now())

    def _in_hand(self, posting: Posting) -> dict[str, object]:
        return {
            "id": posting.broadcast.id,
            "person": posting.person_id,
            "owner": self._desk.owner,
        }

    def _chosen(self, connection: sqlite3.Connection, audience: Audience) -> dict[str, object]:
        now = self._desk.clock.now()
        return {
            "now": to_micros(now),
            "since": to_micros(now - ACTIVE),
            "open": self._desk.rules(connection).open_access,
            "value": audience.value,
            "plan": audience.plan_id,
            "spoken": json.dumps(audience.spoken),
        }

    def _note(
        self,
        connection: sqlite3.Connection,
        by: PersonId,
        action: Action,
        broadcast_id: BroadcastId,
        detail: str = "",
    ) -> None:
        now = self._desk.clock.now()
        audit.note(connection, by, action, now, target=str(broadcast_id), detail=detail)


def _find(connection: sqlite3.Connection, broadcast_id: BroadcastId) -> Broadcast:
    row = connection.execute(FIND, (broadcast_id,)).fetchone()
    if row is None:
        raise NoSuchBroadcast
    return _broadcast(row)


def _find_draft(connection: sqlite3.Connection, broadcast_id: BroadcastId) -> None:
    """Raises NoSuchBroadcast, TooLate where it is none any more."""
    if _find(connection, broadcast_id).state is not BroadcastState.DRAFT:
        raise TooLate


def _broadcast(row: sqlite3.Row) -> Broadcast:
    return Broadcast(
        id=row["id"],
        by=row["by_person"],
        chat_id=row["chat_id"],
        message_ids=tuple(MessageId(one) for one in json.loads(row["message_ids"])),
        audience=Audience(Group(row["audience"]), row["value"]),
        state=BroadcastState(row["state"]),
        made_at=from_micros(row["made_at"]),
        aimed=row["aimed_at"] is not None,
        total=row["total"],
        sent=row["sent"],
        blocked=row["blocked"],
        failed=row["failed"],
        progress_message_id=row["progress_message_id"],
    )
