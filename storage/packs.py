"""What is sold for Stars."""

import sqlite3
from collections.abc import Sequence

from jobs.admin.audit import Action
from jobs.errors import NoSuchPack
from jobs.ids import PackId, PersonId
from jobs.payments import Pack, PackTerms
from storage import audit
from storage.desk import Desk

SOLD = "SELECT * FROM packs WHERE sold = 1 ORDER BY monthly, stars, id"
FIND = "SELECT * FROM packs WHERE id = ? AND sold = 1"
HAS_ANY = "SELECT 1 FROM packs LIMIT 1"
PUT = """
    INSERT INTO packs (name, credits, stars, monthly) VALUES (:name, :credits, :stars, :monthly)
    ON CONFLICT (name) DO UPDATE SET
        name = excluded.name, credits = excluded.credits, stars = excluded.stars,
        monthly = excluded.monthly, sold = 1
    RETURNING *
"""
WITHDRAW = "UPDATE packs SET sold = 0 WHERE name = ? AND sold = 1 RETURNING name"


class Packs:
    """Implements `jobs.ports.Packs`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def all(self) -> Sequence[Pack]:
        return await self._desk.database.read(
            lambda connection: [_pack(row) for row in connection.execute(SOLD)]
        )

    async def get(self, pack_id: PackId) -> Pack | None:
        def work(connection: sqlite3.Connection) -> Pack | None:
            row = connection.execute(FIND, (pack_id,)).fetchone()
            return _pack(row) if row else None

        return await self._desk.database.read(work)

    async def put(self, terms: PackTerms, *, by: PersonId) -> Pack:
        detail = f"{terms.credits} for {terms.stars}" + (" a month" if terms.monthly else "")

        def work(connection: sqlite3.Connection) -> Pack:
            pack = _put(connection, terms)
            now = self._desk.clock.now()
            audit.note(connection, by, Action.PACK_SET, now, target=terms.name, detail=detail)
            return pack

        return await self._desk.database.write(work)

    async def withdraw(self, name: str, *, by: PersonId) -> None:
        def work(connection: sqlite3.Connection) -> None:
            row = connection.execute(WITHDRAW, (name,)).fetchone()
            if row is None:
                raise NoSuchPack
            now = self._desk.clock.now()
            audit.note(connection, by, Action.PACK_WITHDRAWN, now, target=row["name"])

        await self._desk.database.write(work)

    async def seed(self, packs: Sequence[PackTerms]) -> None:
        def work(connection: sqlite3.Connection) -> None:
            if connection.execute(HAS_ANY).fetchone() is None:
                for terms in packs:
                    _put(connection, terms)

        await self._desk.database.write(work)


def _put(connection: sqlite3.Connection, terms: PackTerms) -> Pack:
    parameters = {
        "name": terms.name,
        "credits": terms.credits,
        "stars": terms.stars,
        "monthly": terms.monthly,
    }
    return _pack(connection.execute(PUT, parameters).fetchone())


def _pack(row: sqlite3.Row) -> Pack:
    terms = PackTerms(row["name"], row["credits"], row["stars"], monthly=bool(row["monthly"]))
    return Pack(PackId(row["id"]), terms)
