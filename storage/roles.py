"""Roles: owners are those of the settings, admins and support those whom they appointed."""

import sqlite3
from collections.abc import Sequence

from jobs.admin.audit import Action
from jobs.errors import OwnersStay
from jobs.ids import PersonId, private_chat
from jobs.outbox import RoleChanged
from jobs.people import Access, Person
from jobs.roles import Role
from jobs.rules import LiveRules
from storage import audit
from storage.desk import Desk
from storage.owing import owe
from storage.person import FIND, SET_ACCESS, find_person, person_of, role_of

APPOINTED = "SELECT * FROM people WHERE role IS NOT NULL ORDER BY role, id"
SET_ROLE = "UPDATE people SET role = :role WHERE id = :id"


class Roles:
    """Implements `jobs.ports.Roles`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def of(self, person_id: PersonId) -> Role | None:
        return await self._desk.database.read(
            lambda connection: find_role(connection, person_id, self._desk.rules(connection))
        )

    async def team(self) -> Sequence[Person]:
        def work(connection: sqlite3.Connection) -> Sequence[Person]:
            rules = self._desk.rules(connection)
            owners = [connection.execute(FIND, (one,)).fetchone() for one in sorted(rules.owners)]
            rows = [row for row in owners if row] + connection.execute(APPOINTED).fetchall()
            return list({row["id"]: person_of(row, rules) for row in rows}.values())

        return await self._desk.database.read(work)

    async def appoint(self, person_id: PersonId, role: Role | None, *, by: PersonId) -> bool:
        def work(connection: sqlite3.Connection) -> bool:
            person = find_person(connection, person_id, self._desk.rules(connection))
            if person.role is Role.OWNER or role is Role.OWNER:
                raise OwnersStay
            if person.role is role:
                return False
            connection.execute(SET_ROLE, {"id": person_id, "role": role})
            if role:
                connection.execute(SET_ACCESS, {"id": person_id, "access": Access.ALLOWED})
            self._tell(connection, person, role, by)
            return True

        return await self._desk.database.write(work)

    def _tell(
        self, connection: sqlite3.Connection, person: Person, role: Role | None, by: PersonId
    ) -> None:
        now = self._desk.clock.now()
        action = Action.ROLE_GIVEN if role else Action.ROLE_TAKEN
        detail = str(role or person.role)
        deed = audit.note(connection, by, action, now, person=person.id, detail=detail)
        owe(connection, f"role:{deed}", private_chat(person.id), RoleChanged(role=role), now)


def find_role(connection: sqlite3.Connection, person_id: PersonId, rules: LiveRules) -> Role | None:
    """The role of somebody, whether they have talked to the bot or not."""
    if person_id in rules.owners:
        return Role.OWNER
    row = connection.execute(FIND, (person_id,)).fetchone()
    return role_of(row, rules) if row else None
