"""Plans: what groups of people may use, and who is in them."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence

from jobs.admin.audit import Action
from jobs.capabilities import Feature
from jobs.errors import NoSuchPerson, NoSuchPlan
from jobs.ids import PersonId, PlanId
from jobs.plans import Plan, PlanTerms
from jobs.quotas import Balance
from storage import audit, ledger
from storage.desk import Desk
from storage.standing import some_of

_WITH_PEOPLE = """
    SELECT plans.*, (SELECT count(*) FROM people WHERE plan_id = plans.id) AS people FROM plans
"""
ALL = f"{_WITH_PEOPLE} ORDER BY name"
GET = f"{_WITH_PEOPLE} WHERE id = ?"
FIND = f"{_WITH_PEOPLE} WHERE name = ?"
OF_PERSON = f"{_WITH_PEOPLE} WHERE id = (SELECT plan_id FROM people WHERE id = ?)"  # noqa: S608 (constant text)
IS_PERSON = "SELECT 1 FROM people WHERE id = ?"
BEGIN = "INSERT INTO plans (name) VALUES (?)"
CHANGE = """
    UPDATE plans SET
        daily_credits = :daily_credits, monthly_credits = :monthly_credits,
        running_jobs = :running_jobs, modes = :modes, qualities = :qualities, models = :models,
        daily_cap = :daily_cap
    WHERE id = :id
"""
LEAVE = "UPDATE people SET plan_id = NULL WHERE plan_id = ?"
REMOVE = "DELETE FROM plans WHERE id = ?"
GIVE = "UPDATE people SET plan_id = :plan WHERE id = :person"
NOBODY_STARTS = "UPDATE plans SET for_newcomers = 0 WHERE for_newcomers = 1"
START_IN = "UPDATE plans SET for_newcomers = 1 WHERE id = ?"
SET_ALLOWED: Mapping[Feature, str] = {
    Feature.MODE: "UPDATE people SET modes = :values WHERE id = :person",
    Feature.QUALITY: "UPDATE people SET qualities = :values WHERE id = :person",
    Feature.MODEL: "UPDATE people SET models = :values WHERE id = :person",
}


class Plans:
    """Implements `jobs.ports.Plans`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def all(self) -> Sequence[Plan]:
        return await self._desk.database.read(
            lambda connection: [_plan(row) for row in connection.execute(ALL)]
        )

    async def get(self, plan_id: PlanId) -> Plan:
        return await self._desk.database.read(lambda connection: _one(connection, GET, plan_id))

    async def find(self, name: str) -> Plan:
        return await self._desk.database.read(lambda connection: _one(connection, FIND, name))

    async def change(
        self, name: str, change: Callable[[PlanTerms], PlanTerms], *, by: PersonId | None
    ) -> Plan:
        def work(connection: sqlite3.Connection) -> Plan:
            if connection.execute(FIND, (name,)).fetchone() is None:
                connection.execute(BEGIN, (name,))
            plan = _one(connection, FIND, name)
            terms = change(plan.terms)
            connection.execute(CHANGE, {"id": plan.id, **_columns(terms)})
            detail = _difference(plan.terms, terms)
            self._note(connection, by, Action.PLAN_SET, target=plan.name, detail=detail)
            return _one(connection, GET, plan.id)

        return await self._desk.database.write(work)

    async def remove(self, name: str, *, by: PersonId | None) -> None:
        def work(connection: sqlite3.Connection) -> None:
            plan = _one(connection, FIND, name)
            connection.execute(LEAVE, (plan.id,))
            connection.execute(REMOVE, (plan.id,))
            self._note(connection, by, Action.PLAN_REMOVED, target=plan.name)

        await self._desk.database.write(work)

    async def give(self, person_id: PersonId, name: str | None, *, by: PersonId | None) -> Balance:
        def work(connection: sqlite3.Connection) -> Balance:
            plan = _one(connection, FIND, name) if name is not None else None
            connection.execute(GIVE, {"person": person_id, "plan": plan.id if plan else None})
            balance = self._balance(connection, person_id)
            target = plan.name if plan else "-"
            self._note(connection, by, Action.PLAN_GIVEN, person=person_id, target=target)
            return balance

        return await self._desk.database.write(work)

    async def of(self, person_id: PersonId) -> Plan | None:
        def work(connection: sqlite3.Connection) -> Plan | None:
            if connection.execute(IS_PERSON, (person_id,)).fetchone() is None:
                raise NoSuchPerson
            row = connection.execute(OF_PERSON, (person_id,)).fetchone()
            return _plan(row) if row else None

        return await self._desk.database.read(work)

    async def for_newcomers(self, name: str | None, *, by: PersonId | None) -> None:
        def work(connection: sqlite3.Connection) -> None:
            connection.execute(NOBODY_STARTS)
            plan = _one(connection, FIND, name) if name is not None else None
            if plan:
                connection.execute(START_IN, (plan.id,))
            target, detail = plan.name if plan else "-", "newcomers"
            self._note(connection, by, Action.PLAN_SET, target=target, detail=detail)

        await self._desk.database.write(work)

    async def set_allowed(
        self,
        person_id: PersonId,
        feature: Feature,
        values: frozenset[str] | None,
        *,
        by: PersonId | None,
    ) -> Balance:
        detail = f"{feature} {'default' if values is None else ' '.join(sorted(values))}"

        def work(connection: sqlite3.Connection) -> Balance:
            parameters = {"person": person_id, "values": _list(values)}
            connection.execute(SET_ALLOWED[feature], parameters)
            balance = self._balance(connection, person_id)
            self._note(connection, by, Action.LIMIT_SET, person=person_id, detail=detail)
            return balance

        return await self._desk.database.write(work)

    def _balance(self, connection: sqlite3.Connection, person_id: PersonId) -> Balance:
        now, rules = self._desk.clock.now(), self._desk.rules(connection)
        return ledger.balance(connection, person_id, now, rules)

    def _note(
        self,
        connection: sqlite3.Connection,
        by: PersonId | None,
        action: Action,
        *,
        person: PersonId | None = None,
        target: str = "",
        detail: str = "",
    ) -> None:
        now = self._desk.clock.now()
        audit.note(connection, by, action, now, person=person, target=target, detail=detail)


def _one(connection: sqlite3.Connection, statement: str, key: PlanId | str) -> Plan:
    row = connection.execute(statement, (key,)).fetchone()
    if row is None:
        raise NoSuchPlan
    return _plan(row)


def _plan(row: sqlite3.Row) -> Plan:
    terms = PlanTerms(
        daily_credits=row["daily_credits"],
        monthly_credits=row["monthly_credits"],
        running_jobs=row["running_jobs"],
        modes=some_of(row["modes"]),
        qualities=some_of(row["qualities"]),
        models=some_of(row["models"]),
        daily_cap=row["daily_cap"],
    )
    return Plan(
        PlanId(row["id"]), row["name"], terms, bool(row["for_newcomers"]), people=row["people"]
    )


def _columns(terms: PlanTerms) -> dict[str, object]:
    return {
        "daily_credits": terms.daily_credits,
        "monthly_credits": terms.monthly_credits,
        "running_jobs": terms.running_jobs,
        "modes": _list(terms.modes),
        "qualities": _list(terms.qualities),
        "models": _list(terms.models),
        "daily_cap": terms.daily_cap,
    }


def _list(values: frozenset[str] | None) -> str | None:
    return None if values is None else json.dumps(sorted(values))


def _difference(before: PlanTerms, after: PlanTerms) -> str:
    """What is other than before, for the audit log."""
    old, new = _columns(before), _columns(after)
    return ", ".join(f"{name} {new[name]}" for name in new if new[name] != old[name])
