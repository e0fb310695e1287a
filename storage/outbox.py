"""Messages owed: claimed in order, one at a time per chat, until Telegram has taken them."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from jobs.ids import ChatId, PersonId, Place
from jobs.lifecycle import Delivered, DeliveryFailed
from jobs.outbox import JobResult, JobStatus, Message, Owed, Receipt
from storage import group_messages, shown
from storage.desk import Desk
from storage.owing import ABOUT_JOB, owe, owe_admins
from storage.person import set_unreachable
from storage.rows import MESSAGE, place_of, to_micros
from storage.steps import find_job, take_step

# The oldest open message of every chat; those behind it wait, so that a chat reads in order.
_HEADS = """
    SELECT head.* FROM (
        SELECT min(id) AS id FROM outbox WHERE state IN ('due', 'sending') GROUP BY chat_id
    ) AS first JOIN outbox AS head ON head.id = first.id
"""
# What a process that died was sending may be in the chat. It is sent again: else nobody might get it.
CLAIM = f"""
    UPDATE outbox SET state = 'sending', owner = :owner, attempts = attempts + 1
    WHERE id IN (
        SELECT id FROM ({_HEADS})
        WHERE (state = 'due' AND due_at <= :now) OR (state = 'sending' AND owner <> :owner)
        ORDER BY id LIMIT :limit
    )
    RETURNING id, chat_id, thread_id, message, attempts
"""  # noqa: S608 (constant text)
# Only what we have in hand can be ended or put off: a second report changes nothing. What was said is in
# the chat, and need not stand here any longer.
END = """
    UPDATE outbox SET state = :state, owner = NULL, message = iif(:state = 'sent', '{}', message)
    WHERE id = :id AND state = 'sending' AND owner = :owner
"""
POSTPONE = """
    UPDATE outbox SET state = 'due', owner = NULL, due_at = :until, attempts = attempts - :back
    WHERE id = :id AND state = 'sending' AND owner = :owner
"""
SET_STATUS = "UPDATE jobs SET status_message_id = :message WHERE id = :job"


class Outbox:
    """Implements `jobs.ports.Outbox`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def owe(self, key: str, place: Place, message: Message) -> None:
        now = self._desk.clock.now()
        await self._desk.database.write(
            lambda connection: owe(connection, key, place, message, now)
        )

    async def owe_admins(self, key: str, message: Message) -> None:
        now = self._desk.clock.now()
        await self._desk.database.write(
            lambda connection: owe_admins(
                connection, self._desk.rules(connection), key, message, now
            )
        )

    async def claim(self, limit: int) -> Sequence[Owed]:
        now = to_micros(self._desk.clock.now())
        parameters = {"owner": self._desk.owner, "now": now, "limit": limit}

        def work(connection: sqlite3.Connection) -> Sequence[Owed]:
            rows = connection.execute(CLAIM, parameters).fetchall()
            return sorted((_owed(row) for row in rows), key=lambda owed: owed.id)

        return await self._desk.database.write(work)

    async def sent(self, owed: Owed, receipt: Receipt | None) -> None:
        def work(connection: sqlite3.Connection) -> None:
            if self._end(connection, owed, "sent") and receipt:
                self._remember(connection, owed.message, owed.place.chat_id, receipt)

        await self._desk.database.write(work)

    async def postpone(self, owed: Owed, until: datetime, *, counts: bool) -> None:
        parameters = {
            "id": owed.id,
            "owner": self._desk.owner,
            "until": to_micros(until),
            "back": 0 if counts else 1,
        }
        await self._desk.database.write(lambda connection: connection.execute(POSTPONE, parameters))

    async def unreachable(self, owed: Owed) -> None:
        def work(connection: sqlite3.Connection) -> None:
            if self._bury(connection, owed):
                set_unreachable(connection, PersonId(owed.place.chat_id))

        await self._desk.database.write(work)

    async def give_up(self, owed: Owed) -> None:
        await self._desk.database.write(lambda connection: self._bury(connection, owed))

    def _bury(self, connection: sqlite3.Connection, owed: Owed) -> bool:
        """It will not be sent; a result stays fetchable. False: it was not in our hand any more."""
        ended = self._end(connection, owed, "dead")
        if ended and isinstance(owed.message, JobResult):
            take_step(connection, self._desk, owed.message.job_id, DeliveryFailed())
        return ended

    def _end(self, connection: sqlite3.Connection, owed: Owed, state: str) -> bool:
        parameters = {"id": owed.id, "owner": self._desk.owner, "state": state}
        return connection.execute(END, parameters).rowcount == 1

    def _remember(
        self, connection: sqlite3.Connection, message: Message, chat_id: ChatId, receipt: Receipt
    ) -> None:
        if isinstance(message, ABOUT_JOB):
            person_id = find_job(connection, message.job_id).person_id
            now = self._desk.clock.now()
            group_messages.keep(connection, chat_id, receipt.message_id, person_id, now)
        if isinstance(message, JobStatus):
            parameters = {"job": message.job_id, "message": receipt.message_id}
            connection.execute(SET_STATUS, parameters)
        if isinstance(message, JobResult):
            # Too large a result goes out as a link, and leaves no file.
            take_step(connection, self._desk, message.job_id, Delivered(receipt.sent))
            shown.remember(connection, message.job_id, chat_id, receipt.message_id)


def _owed(row: sqlite3.Row) -> Owed:
    message = MESSAGE.validate_json(row["message"])
    return Owed(row["id"], place_of(row), message, row["attempts"])
