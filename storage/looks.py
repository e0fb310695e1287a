"""The provider's ready-made looks for whole videos."""

import sqlite3
from collections.abc import Sequence

from jobs.errors import LookGone
from jobs.materials import Look
from storage.desk import Desk

FIND = "SELECT look FROM looks WHERE id = ?"
CLEAR = "DELETE FROM looks"
INSERT = """
    INSERT INTO looks (id, position, look) VALUES (:id, :position, :look)
    ON CONFLICT (id) DO NOTHING
"""
PAGE = "SELECT look FROM looks ORDER BY position LIMIT :limit OFFSET :offset"
TOTAL = "SELECT count(*) FROM looks"


class Looks:
    """Implements `jobs.ports.Looks`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def replace(self, looks: Sequence[Look]) -> None:
        rows = [
            {"id": look.id, "position": position, "look": look.model_dump_json()}
            for position, look in enumerate(looks)
        ]

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(CLEAR)
            connection.executemany(INSERT, rows)

        await self._desk.database.write(work)

    async def get(self, look_id: str) -> Look:
        def work(connection: sqlite3.Connection) -> Look:
            row = connection.execute(FIND, (look_id,)).fetchone()
            if row is None:
                raise LookGone
            return _look(row)

        return await self._desk.database.read(work)

    async def page(self, *, offset: int, limit: int) -> tuple[Sequence[Look], int]:
        parameters = {"offset": offset, "limit": limit}

        def work(connection: sqlite3.Connection) -> tuple[Sequence[Look], int]:
            total: int = connection.execute(TOTAL).fetchone()[0]
            return [_look(row) for row in connection.execute(PAGE, parameters)], total

        return await self._desk.database.read(work)


def _look(row: sqlite3.Row) -> Look:
    return Look.model_validate_json(row["look"])
