"""Whose message of the bot's it is in a group, as long as somebody may still press its keys."""

import sqlite3
from datetime import datetime, timedelta

from jobs.ids import ChatId, MessageId, PersonId
from storage.rows import to_micros

KEEP = """
    INSERT INTO group_messages (chat_id, message_id, person_id, at)
    VALUES (:chat, :message, :person, :now)
    ON CONFLICT (chat_id, message_id) DO UPDATE SET person_id = excluded.person_id
"""
PRUNE = "DELETE FROM group_messages WHERE at < :long_ago"
FIND = "SELECT person_id FROM group_messages WHERE chat_id = :chat AND message_id = :message"

# After that, a draft or a job still knows its person, and a shelf of effects may be turned by anybody.
KEPT = timedelta(days=180)


def keep(
    connection: sqlite3.Connection,
    chat_id: ChatId,
    message_id: MessageId,
    person_id: PersonId,
    now: datetime,
) -> None:
    """The message is this person's. Only groups have negative numbers; elsewhere there is nobody else."""
    if chat_id > 0:
        return
    message = {"chat": chat_id, "message": message_id, "person": person_id, "now": to_micros(now)}
    connection.execute(KEEP, message)
    connection.execute(PRUNE, {"long_ago": to_micros(now - KEPT)})


def owner(
    connection: sqlite3.Connection, chat_id: ChatId, message_id: MessageId
) -> PersonId | None:
    """Whose it is; None: nobody's, or too old."""
    row = connection.execute(FIND, {"chat": chat_id, "message": message_id}).fetchone()
    return PersonId(row["person_id"]) if row else None
