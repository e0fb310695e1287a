"""Groups: which of them asked for the bot, and what was decided."""

import sqlite3
from collections.abc import Sequence

from jobs.admin.audit import Action
from jobs.errors import NoSuchGroup
from jobs.groups import Group, GroupState
from jobs.ids import ChatId, MessageId, PersonId, Place
from jobs.outbox import GroupOpened, GroupRequest
from storage import audit, group_messages
from storage.desk import Desk
from storage.owing import owe, owe_admins
from storage.rows import to_micros

FIND = "SELECT * FROM groups WHERE id = ?"
ASK = """
    INSERT INTO groups (id, title, state, at) VALUES (:id, :title, 'asked', :now)
    ON CONFLICT (id) DO NOTHING
"""
TELL = "UPDATE groups SET told = 1, title = :title WHERE id = :id AND told = 0"
DECIDE = """
    INSERT INTO groups (id, title, state, told, at) VALUES (:id, :title, :state, 1, :now)
    ON CONFLICT (id) DO UPDATE SET state = excluded.state
    RETURNING *
"""
LEFT = "DELETE FROM groups WHERE id = ? AND state <> 'refused'"
MOVED = "UPDATE OR IGNORE groups SET id = :new WHERE id = :id"
PAGE = """
    SELECT * FROM groups ORDER BY (state = 'asked') DESC, at DESC, id LIMIT :limit OFFSET :offset
"""


class Groups:
    """Implements `jobs.ports.Groups`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def may_answer(self, group_id: ChatId) -> bool:
        def work(connection: sqlite3.Connection) -> bool:
            rules = self._desk.rules(connection)
            if rules.all_groups or rules.no_groups:
                return rules.all_groups
            row = connection.execute(FIND, (group_id,)).fetchone()
            return row is not None and row["state"] == GroupState.ALLOWED

        return await self._desk.database.read(work)

    async def ask(self, group_id: ChatId, title: str, by_name: str) -> bool:
        now = self._desk.clock.now()
        parameters = {"id": group_id, "title": title, "now": to_micros(now)}

        def work(connection: sqlite3.Connection) -> bool:
            rules = self._desk.rules(connection)
            asked = connection.execute(ASK, parameters).rowcount == 1
            if asked and not rules.no_groups:
                request = GroupRequest(group_id=group_id, title=title, by_name=by_name)
                owe_admins(connection, rules, f"group:{group_id}:{to_micros(now)}", request, now)
            return connection.execute(TELL, parameters).rowcount == 1

        return await self._desk.database.write(work)

    async def decide(
        self, group_id: ChatId, *, allow: bool, by: PersonId, title: str | None = None
    ) -> Group:
        now = self._desk.clock.now()
        state = GroupState.ALLOWED if allow else GroupState.REFUSED

        def work(connection: sqlite3.Connection) -> Group:
            known = connection.execute(FIND, (group_id,)).fetchone()
            if known is None and title is None:
                raise NoSuchGroup
            parameters = {
                "id": group_id,
                "title": known["title"] if known else title,
                "state": state,
                "now": to_micros(now),
            }
            group = _group(connection.execute(DECIDE, parameters).fetchone())
            if known is None or known["state"] != state:
                self._tell(connection, group, by)
            return group

        return await self._desk.database.write(work)

    def _tell(self, connection: sqlite3.Connection, group: Group, by: PersonId) -> None:
        allowed, now = group.state is GroupState.ALLOWED, self._desk.clock.now()
        action = Action.GROUP_ALLOWED if allowed else Action.GROUP_REFUSED
        deed = audit.note(connection, by, action, now, target=group.title)
        if allowed:
            owe(connection, f"group:{deed}", Place(group.id), GroupOpened(), now)

    async def left(self, group_id: ChatId) -> None:
        await self._desk.database.write(lambda connection: connection.execute(LEFT, (group_id,)))

    async def moved(self, group_id: ChatId, new_id: ChatId) -> None:
        parameters = {"id": group_id, "new": new_id}
        await self._desk.database.write(lambda connection: connection.execute(MOVED, parameters))

    async def keep_message(
        self, group_id: ChatId, message_id: MessageId, person_id: PersonId
    ) -> None:
        now = self._desk.clock.now()
        await self._desk.database.write(
            lambda connection: group_messages.keep(connection, group_id, message_id, person_id, now)
        )

    async def owner(self, group_id: ChatId, message_id: MessageId) -> PersonId | None:
        return await self._desk.database.read(
            lambda connection: group_messages.owner(connection, group_id, message_id)
        )

    async def page(self, *, offset: int, limit: int) -> Sequence[Group]:
        parameters = {"offset": offset, "limit": limit}
        return await self._desk.database.read(
            lambda connection: [_group(row) for row in connection.execute(PAGE, parameters)]
        )


def _group(row: sqlite3.Row) -> Group:
    return Group(ChatId(row["id"]), row["title"], GroupState(row["state"]))
