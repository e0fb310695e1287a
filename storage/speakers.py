"""The provider's voices: who can read words out, and their samples as Telegram has them."""

import sqlite3
from collections.abc import Sequence

from jobs.errors import SpeakerGone
from jobs.ids import FileId, PersonId
from jobs.materials import Speaker
from storage.desk import Desk

FIND = "SELECT speaker FROM speakers WHERE id = ?"
ALL = "SELECT speaker, sample_file FROM speakers"
CLEAR = "DELETE FROM speakers"
INSERT = """
    INSERT INTO speakers (id, position, speaker, sample_file)
    VALUES (:id, :position, :speaker, :sample_file)
    ON CONFLICT (id) DO NOTHING
"""
PAGE = "SELECT speaker FROM speakers ORDER BY position LIMIT :limit OFFSET :offset"
TOTAL = "SELECT count(*) FROM speakers"
SAMPLE = "SELECT sample_file FROM speakers WHERE id = ?"
KEEP_SAMPLE = "UPDATE speakers SET sample_file = :file WHERE id = :id"
USUAL = """
    SELECT speaker FROM speakers
    ORDER BY id IS NOT (SELECT speaker_id FROM people WHERE id = ?), position LIMIT 1
"""


class Speakers:
    """Implements `jobs.ports.Speakers`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def replace(self, speakers: Sequence[Speaker]) -> None:
        def work(connection: sqlite3.Connection) -> None:
            known = _samples(connection)
            connection.execute(CLEAR)
            for position, speaker in enumerate(speakers):
                parameters = {
                    "id": speaker.id,
                    "position": position,
                    "speaker": speaker.model_dump_json(),
                    "sample_file": known.get((speaker.id, speaker.sample_url)),
                }
                connection.execute(INSERT, parameters)

        await self._desk.database.write(work)

    async def get(self, speaker_id: str) -> Speaker:
        def work(connection: sqlite3.Connection) -> Speaker:
            row = connection.execute(FIND, (speaker_id,)).fetchone()
            if row is None:
                raise SpeakerGone
            return _speaker(row)

        return await self._desk.database.read(work)

    async def page(self, *, offset: int, limit: int) -> tuple[Sequence[Speaker], int]:
        parameters = {"offset": offset, "limit": limit}

        def work(connection: sqlite3.Connection) -> tuple[Sequence[Speaker], int]:
            total: int = connection.execute(TOTAL).fetchone()[0]
            return [_speaker(row) for row in connection.execute(PAGE, parameters)], total

        return await self._desk.database.read(work)

    async def sample(self, speaker_id: str) -> FileId | None:
        def work(connection: sqlite3.Connection) -> FileId | None:
            row = connection.execute(SAMPLE, (speaker_id,)).fetchone()
            return row["sample_file"] if row else None

        return await self._desk.database.read(work)

    async def keep_sample(self, speaker_id: str, file_id: FileId | None) -> None:
        parameters = {"id": speaker_id, "file": file_id}
        await self._desk.database.write(
            lambda connection: connection.execute(KEEP_SAMPLE, parameters)
        )


def usual_speaker(connection: sqlite3.Connection, person_id: PersonId) -> Speaker | None:
    """Whom the person chose last, else the provider's first; None while nobody is known."""
    row = connection.execute(USUAL, (person_id,)).fetchone()
    return _speaker(row) if row else None


def _samples(connection: sqlite3.Connection) -> dict[tuple[str, str | None], str]:
    rows = connection.execute(ALL).fetchall()
    told = [(_speaker(row), row["sample_file"]) for row in rows]
    return {(speaker.id, speaker.sample_url): file for speaker, file in told if file}


def _speaker(row: sqlite3.Row) -> Speaker:
    return Speaker.model_validate_json(row["speaker"])
