"""People: who they are, whether they may use the bot, and what they may spend."""

import sqlite3
from collections.abc import Mapping
from datetime import timedelta

from jobs.admin.audit import Action
from jobs.admin.directory import key_of
from jobs.capabilities import Mode, Options
from jobs.errors import NoSuchPerson
from jobs.habits import Question
from jobs.ids import EffectId, PersonId, private_chat
from jobs.outbox import AccessDecision, AccessRequest, CreditsGranted
from jobs.people import Access, Limit, Person, Profile
from jobs.quotas import Balance, Granted
from jobs.roles import Role
from jobs.rules import LiveRules
from storage import audit, ledger, subscriptions
from storage.crediting import Occasion, enter_grant
from storage.desk import Desk
from storage.giving import give_as_support
from storage.owing import owe, owe_admins, owe_the_missed
from storage.person import (
    FIND,
    SET_ACCESS,
    find_person,
    person_of,
    profile_of,
    role_of,
    set_unreachable,
)
from storage.rows import to_micros

FIND_BY_NAME = "SELECT * FROM people WHERE username = ?"
FREE_NAME = """
    UPDATE people SET username = NULL WHERE username = :username AND id <> :id RETURNING *
"""
MEET = """
    INSERT INTO people (id, first_name, username, last_name, language, access, reachable, met_at,
                        seen_at, came_by, plan_id)
    VALUES (:id, :first_name, :username, :last_name, :language, :access, 1, :now, :now, :came_by,
            (SELECT id FROM plans WHERE for_newcomers = 1))
    ON CONFLICT (id) DO UPDATE SET
        first_name = excluded.first_name,
        username = excluded.username,
        last_name = excluded.last_name,
        language = excluded.language,
        reachable = 1,
        seen_at = excluded.seen_at
    RETURNING *
"""
FORGET_KEYS = "DELETE FROM name_keys WHERE person_id = ?"
ADD_KEY = "INSERT INTO name_keys (key, person_id) VALUES (?, ?)"
SET_DEFAULTS = "UPDATE people SET defaults = :defaults WHERE id = :id RETURNING *"
SET_WISH = "UPDATE people SET wished_effect = :effect WHERE id = :id"
FORGET_WISH = "UPDATE people SET wished_effect = NULL WHERE id = ?"
SET_LANGUAGE = "UPDATE people SET chosen_language = :language WHERE id = :id RETURNING *"
FORGET_HABITS = "UPDATE people SET habits = '{}' WHERE id = ?"
SET_HABIT = """
    UPDATE people SET habits = json_set(habits, '$.' || :question, :mode) WHERE id = :id
"""
SET_SPEAKER = "UPDATE people SET speaker_id = :speaker WHERE id = :id"
SET_LIMIT: Mapping[Limit, str] = {
    Limit.DAILY: "UPDATE people SET daily_limit = :value WHERE id = :id",
    Limit.MONTHLY: "UPDATE people SET monthly_limit = :value WHERE id = :id",
    Limit.JOBS: "UPDATE people SET jobs_limit = :value WHERE id = :id",
}

DECISIONS: Mapping[Access, Action] = {
    Access.ALLOWED: Action.ACCESS_ALLOWED,
    Access.REFUSED: Action.ACCESS_REFUSED,
}

SEEN_EVERY = timedelta(hours=1)  # when somebody was last seen is not worth a write each time


class People:
    """Implements `jobs.ports.People`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def meet(self, profile: Profile, came_by: str | None = None) -> Person:
        """Runs with every update, and nearly every time there is nothing to write."""
        now = self._desk.clock.now()

        def known(connection: sqlite3.Connection) -> tuple[Person | None, int]:
            row = connection.execute(FIND, (profile.id,)).fetchone()
            if row is None:
                return None, 0
            return person_of(row, self._desk.rules(connection)), row["seen_at"]

        def remember(connection: sqlite3.Connection) -> Person:
            rules = self._desk.rules(connection)
            parameters = {
                "id": profile.id,
                "first_name": profile.first_name,
                "username": profile.username,
                "last_name": profile.last_name,
                "language": profile.language,
                "access": _first_access(profile.id, rules),
                "now": to_micros(now),
                "came_by": came_by,
            }
            for row in connection.execute(FREE_NAME, parameters).fetchall():
                _write_keys(connection, profile_of(row))
            if person is None or not person.reachable:
                owe_the_missed(connection, profile.id, now)
            met = person_of(connection.execute(MEET, parameters).fetchone(), rules)
            _write_keys(connection, profile)
            return met

        person, seen_at = await self._desk.database.read(known)
        lately = seen_at > to_micros(now - SEEN_EVERY)
        if person and person.profile == profile and person.reachable and lately:
            return person
        return await self._desk.database.write(remember)

    async def get(self, person_id: PersonId) -> Person:
        return await self._desk.database.read(
            lambda connection: find_person(connection, person_id, self._desk.rules(connection))
        )

    async def find(self, username: str) -> Person:
        def work(connection: sqlite3.Connection) -> Person:
            row = connection.execute(FIND_BY_NAME, (username,)).fetchone()
            if row is None:
                raise NoSuchPerson
            return person_of(row, self._desk.rules(connection))

        return await self._desk.database.read(work)

    async def ask_access(self, person_id: PersonId) -> bool:
        def work(connection: sqlite3.Connection) -> bool:
            rules = self._desk.rules(connection)
            person = find_person(connection, person_id, rules)
            if person.access is not Access.NEW:
                return False
            now = self._desk.clock.now()
            connection.execute(SET_ACCESS, {"id": person_id, "access": Access.ASKED})
            key = f"access:{person_id}:{to_micros(now)}"
            owe_admins(connection, rules, key, AccessRequest(person_id=person_id), now)
            return True

        return await self._desk.database.write(work)

    async def decide_access(
        self,
        person_id: PersonId,
        access: Access,
        *,
        by: PersonId | None,
        only_undecided: bool = False,
    ) -> bool:
        def work(connection: sqlite3.Connection) -> bool:
            rules = self._desk.rules(connection)
            person = find_person(connection, person_id, rules)
            if person.access is access or person.role:
                return False
            if only_undecided and _is_decided(connection, person_id):
                return False
            now = self._desk.clock.now()
            connection.execute(SET_ACCESS, {"id": person_id, "access": access})
            allowed = access is Access.ALLOWED
            if not allowed:
                subscriptions.stop_all(connection, person_id)
            effect = _wish(connection, person_id) if allowed else None
            connection.execute(FORGET_WISH, (person_id,))
            decision = AccessDecision(allowed=allowed, effect_id=effect)
            deed = audit.note(connection, by, DECISIONS[access], now, person=person_id)
            owe(connection, f"decision:{deed}", private_chat(person_id), decision, now)
            return True

        return await self._desk.database.write(work)

    async def unreachable(self, person_id: PersonId) -> None:
        await self._desk.database.write(lambda connection: set_unreachable(connection, person_id))

    async def wish_effect(self, person_id: PersonId, effect_id: EffectId) -> None:
        parameters = {"id": person_id, "effect": effect_id}
        await self._desk.database.write(lambda connection: connection.execute(SET_WISH, parameters))

    async def take_wish(self, person_id: PersonId) -> EffectId | None:
        wished = await self._desk.database.read(lambda connection: _wish(connection, person_id))
        if wished:
            await self._desk.database.write(
                lambda connection: connection.execute(FORGET_WISH, (person_id,))
            )
        return wished

    async def set_defaults(self, person_id: PersonId, defaults: Options) -> Person:
        def work(connection: sqlite3.Connection) -> Person:
            parameters = {"id": person_id, "defaults": defaults.model_dump_json()}
            row = connection.execute(SET_DEFAULTS, parameters).fetchone()
            if row is None:
                raise NoSuchPerson
            return person_of(row, self._desk.rules(connection))

        return await self._desk.database.write(work)

    async def set_language(self, person_id: PersonId, language: str | None) -> Person:
        parameters = {"id": person_id, "language": language}

        def work(connection: sqlite3.Connection) -> Person:
            row = connection.execute(SET_LANGUAGE, parameters).fetchone()
            if row is None:
                raise NoSuchPerson
            return person_of(row, self._desk.rules(connection))

        return await self._desk.database.write(work)

    async def forget_habits(self, person_id: PersonId) -> None:
        await self._desk.database.write(
            lambda connection: connection.execute(FORGET_HABITS, (person_id,))
        )

    async def set_habit(self, person_id: PersonId, question: Question, mode: Mode) -> None:
        parameters = {"id": person_id, "question": question, "mode": mode}
        await self._desk.database.write(
            lambda connection: connection.execute(SET_HABIT, parameters)
        )

    async def set_speaker(self, person_id: PersonId, speaker_id: str) -> None:
        parameters = {"id": person_id, "speaker": speaker_id}
        await self._desk.database.write(
            lambda connection: connection.execute(SET_SPEAKER, parameters)
        )

    async def balance(self, person_id: PersonId) -> Balance:
        return await self._desk.database.read(
            lambda connection: self._balance(connection, person_id)
        )

    async def grant(
        self, person_id: PersonId, credits: int, *, by: PersonId | None, operation: str, note: str
    ) -> Granted:
        """Taking more than there is takes what there is."""
        key = f"granted:{operation}"

        def work(connection: sqlite3.Connection) -> Granted:
            before = self._balance(connection, person_id)
            entered = ledger.amount_of(connection, key)
            if entered is not None:
                return Granted(entered, before)
            self._check_giver(connection, by, credits)
            now, rules = self._desk.clock.now(), self._desk.rules(connection)
            why = Occasion(key, now, rules, by, note)
            given = enter_grant(connection, person_id, credits, why)
            detail = f"{given:+} {note}".strip()
            audit.note(connection, by, Action.CREDITS_GRANTED, now, person=person_id, detail=detail)
            if given:
                message = CreditsGranted(credits=given)
                owe(connection, key, private_chat(person_id), message, now)
            return Granted(given, self._balance(connection, person_id))

        return await self._desk.database.write(work)

    async def set_limit(
        self, person_id: PersonId, limit: Limit, value: int | None, *, by: PersonId | None
    ) -> Balance:
        detail = f"{limit} {'default' if value is None else value}"

        def work(connection: sqlite3.Connection) -> Balance:
            connection.execute(SET_LIMIT[limit], {"id": person_id, "value": value})
            balance = self._balance(connection, person_id)
            now = self._desk.clock.now()
            audit.note(connection, by, Action.LIMIT_SET, now, person=person_id, detail=detail)
            return balance

        return await self._desk.database.write(work)

    def _check_giver(
        self, connection: sqlite3.Connection, by: PersonId | None, credits: int
    ) -> None:
        """A supporter gives away so much a day, and takes nothing."""
        if by is None:
            return
        row, rules = connection.execute(FIND, (by,)).fetchone(), self._desk.rules(connection)
        if row and role_of(row, rules) is Role.SUPPORT:
            most = rules.support_daily_grants
            give_as_support(connection, by, credits, rules.day(self._desk.clock.now()), most)

    def _balance(self, connection: sqlite3.Connection, person_id: PersonId) -> Balance:
        now, rules = self._desk.clock.now(), self._desk.rules(connection)
        return ledger.balance(connection, person_id, now, rules)


def _is_decided(connection: sqlite3.Connection, person_id: PersonId) -> bool:
    """Whether somebody was let in or refused, whatever the settings of the moment make of it."""
    row = connection.execute(FIND, (person_id,)).fetchone()
    return Access(row["access"]) in DECISIONS


def _wish(connection: sqlite3.Connection, person_id: PersonId) -> EffectId | None:
    row = connection.execute(FIND, (person_id,)).fetchone()
    return row["wished_effect"] if row else None


def _write_keys(connection: sqlite3.Connection, profile: Profile) -> None:
    """Under which words they are found from now on."""
    names = (profile.first_name, profile.last_name, profile.full_name, profile.username)
    keys = {key_of(name) for name in names if name} - {""}
    connection.execute(FORGET_KEYS, (profile.id,))
    connection.executemany(ADD_KEY, [(key, profile.id) for key in sorted(keys)])


def _first_access(person_id: PersonId, rules: LiveRules) -> Access:
    allowed = rules.open_access or person_id in rules.owners
    return Access.ALLOWED if allowed else Access.NEW
