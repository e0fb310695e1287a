"""A person's data: handed out as one document, and forgotten. What is in neither list has no word about them.

Forgetting keeps the number of the person in the ledger and the payments: else everybody could renew their
allowance by being forgotten. Jobs stay for the statistics, without content, as those of nobody. What admins
noted about the person stays with its sums and without their words.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from jobs.admin.audit import Action
from jobs.errors import NoSuchPerson, StillRunning
from jobs.ids import PersonId
from storage import audit, subscriptions
from storage.desk import Desk
from storage.rows import from_micros, micros_or_none, to_micros
from storage.standing import standing

EXPORT: Mapping[str, str] = {
    "person": """
        SELECT people.id, first_name, last_name, username, language, chosen_language, access, met_at, seen_at,
               defaults, habits, time_zone, plans.name AS plan, daily_limit, monthly_limit,
               jobs_limit, people.modes, people.qualities, people.models, role, debt, came_by,
               banned_at, banned_until, ban_reason
        FROM people LEFT JOIN plans ON plans.id = people.plan_id WHERE people.id = :person
    """,
    "own_effects": """
        SELECT shelf, effect_id, at FROM own_shelves WHERE person_id = :person ORDER BY shelf, at
    """,
    "drafts": "SELECT chat_id, thread_id, draft FROM drafts WHERE person_id = :person ORDER BY id",
    "jobs": """
        SELECT id, chat_id, thread_id, state, request, price, seed, queued_at, submitted_at,
               started_at, finished_at, reason, result, sent
        FROM jobs WHERE person_id = :person ORDER BY id
    """,
    "credits": """
        SELECT kind, amount, allowance, extra, day, job_id, note, at FROM entries
        WHERE person_id = :person ORDER BY id
    """,
    "extra_credits": """
        SELECT credits, expires_at FROM pockets WHERE person_id = :person ORDER BY expires_at
    """,
    "used": "SELECT period, used FROM usage WHERE person_id = :person ORDER BY period",
    "payments": """
        SELECT charge_id, name, credits, stars, paid_at, state, refunded_at FROM payments
        WHERE person_id = :person ORDER BY paid_at
    """,
    "subscriptions": """
        SELECT charge_id, until, renews FROM subscriptions WHERE person_id = :person ORDER BY until
    """,
    "terms_accepted": "SELECT version, at FROM consents WHERE person_id = :person ORDER BY at",
    "came_by_invitation": "SELECT at FROM invite_uses WHERE person_id = :person ORDER BY at",
    "link_for_friends": "SELECT token FROM friend_links WHERE person_id = :person",
    "friends_brought": """
        SELECT credits, at FROM friend_rewards WHERE friend_id = :person ORDER BY at
    """,
    "brought_by_a_friend": """
        SELECT credits, at FROM friend_rewards WHERE newcomer_id = :person
    """,
    "given_as_support": "SELECT day, given FROM support_grants WHERE person_id = :person",
    "strikes": "SELECT offence, at FROM strikes WHERE person_id = :person ORDER BY at",
    "paused_until": "SELECT until FROM pauses WHERE person_id = :person",
    "reported": "SELECT job_id, at FROM reports WHERE person_id = :person ORDER BY at",
    "done_about_you": """
        SELECT action, target, detail, at FROM audit WHERE person_id = :person ORDER BY id
    """,
}
_JSON = {"defaults", "habits", "modes", "qualities", "models", "draft", "request", "result", "sent"}
_NEVER = 9000  # the year from which on a date means: never

OPEN = """
    SELECT 1 FROM jobs WHERE person_id = :person
      AND state NOT IN ('delivered', 'undeliverable', 'failed', 'cancelled') LIMIT 1
"""
ROLE = "SELECT role FROM people WHERE id = ?"
# In this order; the last ones take the jobs away from the person.
FORGET: Sequence[str] = (
    "DELETE FROM drafts WHERE person_id = :person",
    "DELETE FROM group_messages WHERE person_id = :person",
    "DELETE FROM album_parts WHERE chat_id = :person",
    "DELETE FROM own_shelves WHERE person_id = :person",
    "DELETE FROM name_keys WHERE person_id = :person",
    "DELETE FROM errands WHERE person_id = :person",
    "DELETE FROM password_questions WHERE person_id = :person",
    "DELETE FROM friend_links WHERE person_id = :person",
    "DELETE FROM consents WHERE person_id = :person",
    # Admins' own words, which may say anything; sums, dates and deeds stay.
    """
        UPDATE audit SET detail = CASE action
            WHEN 'banned' THEN ''
            WHEN 'refund_asked' THEN substr(detail, 1, instr(detail, ' XTR') + 3)
            ELSE substr(detail, 1, instr(detail || ' ', ' ') - 1)
        END
        WHERE person_id = :person
          AND action IN ('banned', 'credits_granted', 'job_refunded', 'refund_asked')
    """,
    """
        UPDATE entries SET note = '' WHERE person_id = :person AND kind IN ('granted', 'refunded')
    """,
    "UPDATE payments SET refund_note = '' WHERE person_id = :person",
    "DELETE FROM outbox WHERE chat_id = :person AND state = 'dead'",
    # What stands on our own disk goes with the way to it.
    """
        INSERT INTO removals (job_id, due_at) SELECT id, :now FROM jobs
        WHERE person_id = :person AND json_extract(result, '$.url') LIKE 'kept:%' ON CONFLICT DO NOTHING
    """,
    "DELETE FROM shown_results WHERE job_id IN (SELECT id FROM jobs WHERE person_id = :person)",
    """
        UPDATE people SET
            first_name = '', last_name = NULL, username = NULL, language = NULL, chosen_language = NULL,
            defaults = '{}', habits = '{}', speaker_id = NULL, came_by = NULL,
            wished_effect = NULL, role = NULL,
            ban_reason = CASE WHEN banned_until <= :now THEN '' ELSE ban_reason END,
            access = CASE access WHEN 'refused' THEN access ELSE 'new' END, reachable = 0,
            time_zone = NULL, held_day = :day, held_until = :until
        WHERE id = :person
    """,
    """
        UPDATE jobs SET
            person_id = 0, chat_id = 0, thread_id = 0, status_message_id = NULL, asked_message_id = NULL,
            request = '{"kind": "text", "options": {}, "prompt": "-"}', uploads = '[]',
            result = CASE WHEN result IS NULL THEN NULL ELSE '{"url": ""}' END, sent = NULL
        WHERE person_id = :person
    """,
)


class Privacy:
    """Implements `jobs.ports.Privacy`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def export(self, person_id: PersonId) -> str:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> str:
            document: dict[str, object] = {"made_at": now.astimezone(UTC).isoformat()}
            for name, question in EXPORT.items():
                rows = connection.execute(question, {"person": person_id})
                document[name] = [dict(_readable(row)) for row in rows]
            if not document["person"]:
                raise NoSuchPerson
            return json.dumps(document, ensure_ascii=False, indent=1)

        return await self._desk.database.read(work)

    async def forget(self, person_id: PersonId) -> None:
        def work(connection: sqlite3.Connection) -> None:
            now, rules = self._desk.clock.now(), self._desk.rules(connection)
            before = standing(connection, person_id, rules).calendar
            if connection.execute(OPEN, {"person": person_id}).fetchone():
                raise StillRunning
            # The zone goes, and with it nothing comes back: the day that had begun goes on.
            after = before.moved(rules.zone, now)
            parameters = {
                "person": person_id,
                "now": to_micros(now),
                "day": after.held_day.isoformat() if after.held_day else None,
                "until": micros_or_none(after.held_until),
            }
            subscriptions.stop_all(connection, person_id)
            _note_lost_role(connection, person_id, now)
            for statement in FORGET:
                connection.execute(statement, parameters)

        await self._desk.database.write(work)


def _note_lost_role(connection: sqlite3.Connection, person_id: PersonId, now: datetime) -> None:
    """Nobody runs the bot whom it does not know. An owner is one by the settings, and stays one."""
    role = connection.execute(ROLE, (person_id,)).fetchone()["role"]
    if role:
        audit.note(connection, person_id, Action.ROLE_TAKEN, now, person=person_id, detail=role)


def _readable(row: sqlite3.Row) -> Iterator[tuple[str, object]]:
    for name in row.keys():  # noqa: SIM118 (a row is not its keys)
        yield name, _value(name, row[name])


def _value(name: str, value: object) -> object:
    if value is not None and name in _JSON:
        return json.loads(str(value))
    if isinstance(value, int) and (name in {"at", "until", "banned_until"} or name.endswith("_at")):
        moment = from_micros(value)
        return None if moment.year > _NEVER else moment.isoformat()
    return value
