"""Friends' links: who came by whose, and what both get after the newcomer's first finished video."""

import secrets
import sqlite3

from jobs.ids import PersonId, private_chat
from jobs.invites import FRIEND_LINK
from jobs.lifecycle import Job
from jobs.outbox import FriendReward
from storage.crediting import Occasion, enter_grant
from storage.desk import Desk
from storage.owing import owe
from storage.person import find_person
from storage.rows import to_micros

LINK = "SELECT token FROM friend_links WHERE person_id = ?"
MAKE = """
    INSERT INTO friend_links (person_id, token) VALUES (:person, :token)
    ON CONFLICT (person_id) DO UPDATE SET token = token
    RETURNING token
"""
WHOSE = """
    SELECT friend_links.person_id FROM people
    JOIN friend_links ON friend_links.token = substr(people.came_by, 5)
    WHERE people.id = :newcomer AND people.came_by LIKE 'ref\\_%' ESCAPE '\\'
"""
REWARD = """
    INSERT INTO friend_rewards (newcomer_id, friend_id, credits, at)
    VALUES (:newcomer, :friend, :credits, :now)
    ON CONFLICT DO NOTHING
"""
BROUGHT = "SELECT count(*) FROM friend_rewards WHERE friend_id = ?"


class Friends:
    """Implements `jobs.ports.Friends`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def link(self, person_id: PersonId) -> str:
        parameters = {"person": person_id, "token": secrets.token_urlsafe(9)}

        def known(connection: sqlite3.Connection) -> str | None:
            row = connection.execute(LINK, (person_id,)).fetchone()
            return row["token"] if row else None

        def made(connection: sqlite3.Connection) -> str:
            token: str = connection.execute(MAKE, parameters).fetchone()["token"]
            return token

        token = await self._desk.database.read(known) or await self._desk.database.write(made)
        return f"{FRIEND_LINK}{token}"

    async def brought(self, person_id: PersonId) -> int:
        def work(connection: sqlite3.Connection) -> int:
            count: int = connection.execute(BROUGHT, (person_id,)).fetchone()[0]
            return count

        return await self._desk.database.read(work)


def reward_friends(connection: sqlite3.Connection, desk: Desk, job: Job) -> None:
    """A video of somebody was finished: if they came by a friend's link and it is their first, both gain.

    Once for each newcomer, also where nothing is given at the time.
    """
    row = connection.execute(WHOSE, {"newcomer": job.person_id}).fetchone()
    if row is None or row["person_id"] == job.person_id:
        return
    rules, now = desk.rules(connection), desk.clock.now()
    friend, credits = PersonId(row["person_id"]), rules.referral_credits
    reward = {
        "newcomer": job.person_id,
        "friend": friend,
        "credits": credits,
        "now": to_micros(now),
    }
    if connection.execute(REWARD, reward).rowcount == 0 or credits == 0:
        return
    newcomer = find_person(connection, job.person_id, rules)
    for person_id in (newcomer.id, friend):
        operation = f"friend:{newcomer.id}:{person_id}"
        enter_grant(connection, person_id, credits, Occasion(operation, now, rules, note="friend"))
        name = newcomer.profile.first_name if person_id == friend else None
        message = FriendReward(credits=credits, newcomer=name)
        owe(connection, operation, private_chat(person_id), message, now)
