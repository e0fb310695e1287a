"""Invitations: made, used up by those who come, revoked."""

import secrets
import sqlite3
from collections.abc import Sequence

from jobs.admin.audit import Action
from jobs.errors import NoSuchInvite
from jobs.ids import InviteId, PersonId
from jobs.invites import INVITE_LINK, Arrival, Invite, InviteState, Terms
from jobs.people import Access, AccessPolicy, Person
from storage import audit
from storage.crediting import Occasion, enter_grant
from storage.desk import Desk
from storage.person import FIND as FIND_PERSON
from storage.person import SET_ACCESS, find_person, person_of
from storage.rows import from_micros, micros_or_none, moment_or_none, to_micros

MAKE = """
    INSERT INTO invites (token, uses, ends_at, credits, plan_id, by_person, made_at)
    VALUES (:token, :uses, :ends_at, :credits, :plan, :by, :now)
    RETURNING id
"""
_WITH_PLAN = """
    SELECT invites.*, plans.name AS plan FROM invites LEFT JOIN plans ON plans.id = invites.plan_id
"""
FIND = f"{_WITH_PLAN} WHERE invites.id = ?"
FIND_TOKEN = f"{_WITH_PLAN} WHERE invites.token = ?"
REVOKE = "UPDATE invites SET revoked_at = :now WHERE id = :id"
PAGE = f"{_WITH_PLAN} ORDER BY invites.id DESC LIMIT :limit OFFSET :offset"
GUESTS = """
    SELECT people.* FROM invite_uses JOIN people ON people.id = invite_uses.person_id
    WHERE invite_uses.invite_id = :invite ORDER BY invite_uses.at DESC LIMIT :limit
"""
SET_PLAN = "UPDATE people SET plan_id = :plan WHERE id = :person"
COUNT_USE = "UPDATE invites SET used = used + 1 WHERE id = ?"
USE = """
    INSERT INTO invite_uses (invite_id, person_id, at) VALUES (:invite, :person, :now)
    ON CONFLICT DO NOTHING
"""

WHY_NOT = {
    InviteState.USED_UP: Arrival.USED_UP,
    InviteState.ENDED: Arrival.ENDED,
    InviteState.REVOKED: Arrival.REVOKED,
}


class Invites:
    """Implements `jobs.ports.Invites`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def make(self, terms: Terms, *, by: PersonId) -> Invite:
        now = self._desk.clock.now()
        parameters = {
            "token": secrets.token_urlsafe(12),
            "uses": terms.uses,
            "ends_at": micros_or_none(terms.ends_at),
            "credits": terms.credits,
            "plan": terms.plan_id,
            "by": by,
            "now": to_micros(now),
        }

        def work(connection: sqlite3.Connection) -> Invite:
            invite_id = InviteId(connection.execute(MAKE, parameters).fetchone()["id"])
            invite = _find(connection, invite_id)
            ends = f"until {terms.ends_at:%d %b %Y %H:%M}" if terms.ends_at else "no end"
            detail = f"{terms.uses} uses, {ends}, {terms.credits} credits"
            detail += f", plan {invite.plan}" if invite.plan else ""
            audit.note(
                connection, by, Action.INVITE_MADE, now, target=f"#{invite.id}", detail=detail
            )
            return invite

        return await self._desk.database.write(work)

    async def get(self, invite_id: InviteId) -> Invite:
        return await self._desk.database.read(lambda connection: _find(connection, invite_id))

    async def revoke(self, invite_id: InviteId, *, by: PersonId) -> Invite:
        now = self._desk.clock.now()
        parameters = {"id": invite_id, "now": to_micros(now)}

        def work(connection: sqlite3.Connection) -> Invite:
            invite = _find(connection, invite_id)
            if invite.revoked:
                return invite
            audit.note(connection, by, Action.INVITE_REVOKED, now, target=f"#{invite_id}")
            connection.execute(REVOKE, parameters)
            return _find(connection, invite_id)

        return await self._desk.database.write(work)

    async def page(self, *, offset: int, limit: int) -> Sequence[Invite]:
        parameters = {"offset": offset, "limit": limit}
        return await self._desk.database.read(
            lambda connection: [_invite(row) for row in connection.execute(PAGE, parameters)]
        )

    async def guests(self, invite_id: InviteId, limit: int) -> Sequence[Person]:
        parameters = {"invite": invite_id, "limit": limit}

        def work(connection: sqlite3.Connection) -> Sequence[Person]:
            rules = self._desk.rules(connection)
            return [person_of(row, rules) for row in connection.execute(GUESTS, parameters)]

        return await self._desk.database.read(work)

    async def use(self, person_id: PersonId, token: str) -> tuple[Arrival, int]:
        return await self._desk.database.write(
            lambda connection: self._use(connection, person_id, token)
        )

    def _use(
        self, connection: sqlite3.Connection, person_id: PersonId, token: str
    ) -> tuple[Arrival, int]:
        now, rules = self._desk.clock.now(), self._desk.rules(connection)
        find_person(connection, person_id, rules)
        row = connection.execute(FIND_TOKEN, (token,)).fetchone()
        if not _may_come(connection, person_id, token) or rules.access is AccessPolicy.CLOSED:
            return Arrival.NOTHING_NEW, 0
        if row is None:
            return Arrival.NO_SUCH, 0
        invite = _invite(row)
        used = {"invite": invite.id, "person": person_id, "now": to_micros(now)}
        state = invite.state(now)
        if state is not InviteState.OPEN:
            return WHY_NOT[state], 0
        if connection.execute(USE, used).rowcount == 0:
            return Arrival.NOTHING_NEW, 0
        connection.execute(COUNT_USE, (invite.id,))
        connection.execute(SET_ACCESS, {"id": person_id, "access": Access.ALLOWED})
        self._welcome(connection, person_id, invite)
        return Arrival.JOINED, invite.terms.credits

    def _welcome(self, connection: sqlite3.Connection, person_id: PersonId, invite: Invite) -> None:
        if invite.terms.plan_id is not None:
            connection.execute(SET_PLAN, {"person": person_id, "plan": invite.terms.plan_id})
        if invite.terms.credits:
            why = Occasion(
                f"invite:{invite.id}:{person_id}",
                self._desk.clock.now(),
                self._desk.rules(connection),
                by=invite.by,
                note=f"invitation #{invite.id}",
            )
            enter_grant(connection, person_id, invite.terms.credits, why)


def _may_come(connection: sqlite3.Connection, person_id: PersonId, token: str) -> bool:
    """Somebody undecided may; and where everybody is let in, whoever's first step was this very link."""
    row = connection.execute(FIND_PERSON, (person_id,)).fetchone()
    undecided = row["access"] in (Access.NEW, Access.ASKED)
    first_step = row["access"] == Access.ALLOWED and row["came_by"] == f"{INVITE_LINK}{token}"
    return undecided or first_step


def _find(connection: sqlite3.Connection, invite_id: InviteId) -> Invite:
    row = connection.execute(FIND, (invite_id,)).fetchone()
    if row is None:
        raise NoSuchInvite
    return _invite(row)


def _invite(row: sqlite3.Row) -> Invite:
    return Invite(
        id=InviteId(row["id"]),
        token=row["token"],
        terms=Terms(row["uses"], moment_or_none(row["ends_at"]), row["credits"], row["plan_id"]),
        used=row["used"],
        by=row["by_person"],
        made_at=from_micros(row["made_at"]),
        revoked=row["revoked_at"] is not None,
        plan=row["plan"],
    )
