"""Which message shows which video, and which videos a voice can go into."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice

from jobs.capabilities import Mode
from jobs.drafts import Draft, VoiceDraft, clip_ways
from jobs.ids import ChatId, JobId, MessageId, PersonId
from jobs.lifecycle import Job
from jobs.made import made_clip
from jobs.offer import Offer
from storage.rows import job_of

REMEMBER = """
    INSERT INTO shown_results (chat_id, message_id, job_id) VALUES (:chat, :message, :job)
    ON CONFLICT (chat_id, message_id) DO UPDATE SET job_id = excluded.job_id
"""
BEHIND = """
    SELECT jobs.* FROM shown_results JOIN jobs ON jobs.id = shown_results.job_id
    WHERE shown_results.chat_id = :chat AND shown_results.message_id = :message
"""
LAST = "SELECT * FROM jobs WHERE person_id = ? AND result IS NOT NULL ORDER BY id DESC LIMIT 30"

MOST_OFFERED = 4


def remember(
    connection: sqlite3.Connection, job_id: JobId, chat_id: ChatId, message_id: MessageId
) -> None:
    """The job's result stands in this message."""
    connection.execute(REMEMBER, {"chat": chat_id, "message": message_id, "job": job_id})


def find(connection: sqlite3.Connection, chat_id: ChatId, message_id: MessageId) -> Job | None:
    """The job whose result stands in this message."""
    row = connection.execute(BEHIND, {"chat": chat_id, "message": message_id}).fetchone()
    return job_of(row) if row else None


def speakable(
    connection: sqlite3.Connection, person_id: PersonId, draft: Draft, offer: Offer
) -> Sequence[Job]:
    """The person's last videos that can be made to speak, where the draft waits for one."""
    if not isinstance(draft, VoiceDraft):
        return ()
    return tuple(islice(_speakable(connection, person_id, offer), MOST_OFFERED))


def _speakable(connection: sqlite3.Connection, person_id: PersonId, offer: Offer) -> Iterator[Job]:
    for row in connection.execute(LAST, (person_id,)):
        job = job_of(row)
        clip = made_clip(job)
        if clip and Mode.LIPSYNC in clip_ways(clip, offer):
            yield job
