"""Writes down what is owed to a chat, in the transaction that causes it. Delivery is `outbox`'s."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from jobs.ids import PersonId, Place, private_chat
from jobs.outbox import JobEnded, JobFailure, JobResult, JobStatus, Message, OriginalFile
from jobs.rules import LiveRules
from storage.rows import MESSAGE, thread_column, to_micros

OWE = """
    INSERT INTO outbox (key, chat_id, thread_id, message, job_id, state, due_at)
    VALUES (:key, :chat, :thread, :message, :job, 'due', :now)
    ON CONFLICT (key) DO NOTHING
"""
ABOUT_JOB = (JobStatus, JobResult, JobFailure, JobEnded, OriginalFile)
# Results have a life of their own: the person fetches them from the list of jobs.
REVIVE = """
    UPDATE outbox SET state = 'due', due_at = :now, attempts = 0
    WHERE chat_id = :chat AND state = 'dead' AND job_id IS NULL
"""
IS_OWED = "SELECT 1 FROM outbox WHERE key = ?"
ADMINS = "SELECT id FROM people WHERE role = 'admin'"
FORGET = "DELETE FROM outbox WHERE key = ? AND state IN ('sent', 'dead')"


def owe(
    connection: sqlite3.Connection, key: str, place: Place, message: Message, now: datetime
) -> None:
    """Owe a message, once per key."""
    parameters = {
        "key": key,
        "chat": place.chat_id,
        "thread": thread_column(place),
        "message": MESSAGE.dump_json(message).decode(),
        "job": message.job_id if isinstance(message, ABOUT_JOB) else None,
        "now": to_micros(now),
    }
    connection.execute(OWE, parameters)


def is_owed(connection: sqlite3.Connection, key: str) -> bool:
    """Whether a message was ever owed under this key."""
    return connection.execute(IS_OWED, (key,)).fetchone() is not None


def owe_anew(
    connection: sqlite3.Connection, key: str, place: Place, message: Message, now: datetime
) -> None:
    """Owe a message even if it was sent or given up before; it goes to the end of its chat."""
    connection.execute(FORGET, (key,))
    owe(connection, key, place, message, now)


def owe_each(
    connection: sqlite3.Connection,
    key: str,
    people: Iterable[PersonId],
    message: Message,
    now: datetime,
) -> None:
    """Owe a message to the private chat of each of these people."""
    for person_id in people:
        owe(connection, f"{key}:{person_id}", private_chat(person_id), message, now)


def owe_admins(
    connection: sqlite3.Connection, rules: LiveRules, key: str, message: Message, now: datetime
) -> None:
    """Owe a message to every owner and admin."""
    appointed = {PersonId(row["id"]) for row in connection.execute(ADMINS)}
    owe_each(connection, key, sorted(rules.owners | appointed), message, now)


def owe_the_missed(connection: sqlite3.Connection, person_id: PersonId, now: datetime) -> None:
    """Somebody whose chat was closed to us is there: what they missed is owed again."""
    connection.execute(REVIVE, {"chat": private_chat(person_id).chat_id, "now": to_micros(now)})
