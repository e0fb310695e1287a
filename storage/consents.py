"""Consent: which version of the terms somebody accepted, and when."""

import sqlite3

from jobs.errors import ConsentNeeded
from jobs.ids import PersonId
from jobs.rules import LiveRules
from storage.desk import Desk
from storage.person import find_person
from storage.rows import to_micros

ACCEPTED = "SELECT 1 FROM consents WHERE person_id = :person AND version = :version"
ACCEPT = """
    INSERT INTO consents (person_id, version, at) VALUES (:person, :version, :now)
    ON CONFLICT DO NOTHING
"""


class Consents:
    """Implements `jobs.ports.Consents`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def accept(self, person_id: PersonId, version: str) -> None:
        parameters = {
            "person": person_id,
            "version": version,
            "now": to_micros(self._desk.clock.now()),
        }

        def work(connection: sqlite3.Connection) -> None:
            find_person(connection, person_id, self._desk.rules(connection))
            connection.execute(ACCEPT, parameters)

        await self._desk.database.write(work)


def check_consent(connection: sqlite3.Connection, person_id: PersonId, rules: LiveRules) -> None:
    """Raises ConsentNeeded where the terms in force were not accepted yet."""
    if rules.terms is None:
        return
    parameters = {"person": person_id, "version": rules.terms}
    if connection.execute(ACCEPTED, parameters).fetchone() is None:
        raise ConsentNeeded
