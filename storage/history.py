"""A person's own videos: page by page, by words, and the messages that show them."""

import json
import sqlite3
from collections.abc import Sequence

from jobs.capabilities import Mode
from jobs.history import STATES, Wanted
from jobs.ids import ChatId, JobId, MessageId, PersonId
from jobs.lifecycle import Job
from storage import shown
from storage.desk import Desk
from storage.rows import job_of
from storage.searching import searchable
from storage.steps import find_job

PAGE = """
    SELECT * FROM jobs
    WHERE person_id = :person
      AND state IN (SELECT value FROM json_each(:states))
      AND (:kind IS NULL OR shape GLOB :kind || '/*')
    ORDER BY id DESC LIMIT :limit OFFSET :offset
"""
KINDS = """
    SELECT DISTINCT substr(shape, 1, instr(shape, '/') - 1) AS kind FROM jobs WHERE person_id = ?
"""
# The last ones only: it runs with every letter that somebody types. What was found in a video is no result.
IN_TELEGRAM = """
    SELECT id, json_extract(request, '$.prompt') AS prompt,
           json_extract(request, '$.effect.name') AS effect,
           (SELECT group_concat(value, char(10)) FROM json_each(result, '$.effect_names')) AS names
    FROM jobs WHERE person_id = :person AND sent IS NOT NULL AND shape NOT GLOB 'parts/*'
    ORDER BY id DESC LIMIT :most
"""

SEARCHED = 300


class History:
    """Implements `jobs.ports.History`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def page(
        self,
        person_id: PersonId,
        *,
        wanted: Wanted = Wanted(),  # noqa: B008 (frozen)
        offset: int,
        limit: int,
    ) -> Sequence[Job]:
        parameters = {
            "person": person_id,
            "states": json.dumps(sorted(STATES[wanted.outcome])),
            "kind": wanted.kind,
            "offset": offset,
            "limit": limit,
        }
        return await self._desk.database.read(
            lambda connection: [job_of(row) for row in connection.execute(PAGE, parameters)]
        )

    async def kinds(self, person_id: PersonId) -> Sequence[Mode]:
        def work(connection: sqlite3.Connection) -> Sequence[Mode]:
            found = {row["kind"] for row in connection.execute(KINDS, (person_id,))}
            return [mode for mode in Mode if mode in found]

        return await self._desk.database.read(work)

    async def in_telegram(
        self, person_id: PersonId, *, words: str = "", offset: int, limit: int
    ) -> tuple[Sequence[Job], int]:
        wanted = searchable(words).split()

        def work(connection: sqlite3.Connection) -> tuple[Sequence[Job], int]:
            rows = connection.execute(IN_TELEGRAM, {"person": person_id, "most": SEARCHED})
            found = [row["id"] for row in rows if _holds(row, wanted)]
            page = found[offset : offset + limit]
            return [find_job(connection, job_id) for job_id in page], len(found)

        return await self._desk.database.read(work)

    async def shown(self, job_id: JobId, chat_id: ChatId, message_id: MessageId) -> None:
        await self._desk.database.write(
            lambda connection: shown.remember(connection, job_id, chat_id, message_id)
        )

    async def behind(self, chat_id: ChatId, message_id: MessageId) -> Job | None:
        return await self._desk.database.read(
            lambda connection: shown.find(connection, chat_id, message_id)
        )


def _holds(row: sqlite3.Row, wanted: Sequence[str]) -> bool:
    said = searchable("\n".join(filter(None, (row["prompt"], row["effect"], row["names"]))))
    return all(word in said for word in wanted)
