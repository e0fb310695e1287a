"""The tables themselves: they refuse the impossible, say what the code says, and are never scanned."""

import re
import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest

import storage
from jobs.admin.audit import Action
from jobs.effects import OWN_SHELVES, Shelf
from jobs.groups import GroupState
from jobs.ids import PersonId
from jobs.lifecycle import RUNNING, Settlement, State
from jobs.people import Access
from jobs.ports import EntryKind
from storage.migrate import migrate, read_migrations
from tests.unit.storage.world import World


def schema() -> dict[str, str]:
    """What makes every table and index as it is after all migrations, by its name."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, Path(), read_migrations())
        return dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql <> ''"))


SCHEMA = schema()


def listed(table: str, column: str) -> set[str]:
    """The values that a column's CHECK permits."""
    body = re.sub("--.*", "", SCHEMA[table])
    check = re.search(rf"CHECK \({column} IN \(([^)]*)\)\)", body)
    assert check
    return set(re.findall(r"'(\w+)'", check[1]))


def test_the_checks_know_every_value_of_the_code() -> None:
    assert listed("jobs", "state") == set(State)
    assert listed("people", "access") == set(Access)
    assert listed("effects", "shelf") == set(Shelf) - OWN_SHELVES
    assert listed("own_shelves", "shelf") == OWN_SHELVES
    assert listed("groups", "state") == set(GroupState)
    assert listed("entries", "kind") == set(EntryKind) > set(Settlement)


def test_running_means_the_same_in_sql() -> None:
    running = re.search(r"WHERE state IN \((.*?)\)", SCHEMA["jobs_running"], re.DOTALL)
    assert running
    assert set(re.findall(r"'(\w+)'", running[1])) == RUNNING


IMPOSSIBLE = [
    "UPDATE jobs SET state = 'lost'",
    "UPDATE jobs SET state = 'delivered'",  # without a result
    "UPDATE jobs SET state = 'generating'",  # without an account and a video
    "UPDATE jobs SET state = 'uploading', account = 'a'",  # in nobody's hands
    "UPDATE jobs SET owner = 'somebody'",
    "UPDATE jobs SET price = 0",
    "UPDATE jobs SET person_id = 12345",
    "UPDATE jobs SET request = 'no json'",
    "UPDATE jobs SET queued_at = 'yesterday'",
    "INSERT INTO jobs SELECT * FROM jobs",
    "UPDATE people SET debt = -1",
    "UPDATE people SET held_day = '2026-11-21'",  # until when?
    "UPDATE people SET models = 'v5'",
    "UPDATE people SET plan_id = 12345",
    "INSERT INTO pockets SELECT id, 0, -1 FROM people",
    "UPDATE people SET access = 'maybe'",
    "UPDATE usage SET used = -1",
    "UPDATE usage SET period = 'd:today'",
    "UPDATE bot_usage SET used = -1",
    "UPDATE entries SET amount = 1",
    "DELETE FROM entries",
    """INSERT INTO entries (kind, person_id, job_id, amount, allowance, extra, day, month,
                            operation, at)
       SELECT 'held', person_id, job_id, amount, allowance, extra, day, month, 'again', at
       FROM entries""",
    """INSERT INTO entries (kind, person_id, amount, allowance, extra, day, month, operation, at)
       SELECT 'spent', person_id, amount, 0, 0, day, month, 'of no job', at FROM entries""",
    "UPDATE outbox SET state = 'sending'",  # in nobody's hands
    "UPDATE outbox SET attempts = -1",
    "DELETE FROM people",
    "UPDATE audit SET detail = 'nothing'",
    "DELETE FROM audit",
]


@pytest.mark.parametrize("statement", IMPOSSIBLE)
async def test_the_impossible_is_refused(world: World, ann: PersonId, statement: str) -> None:
    await world.start(ann)
    await world.store.audit.note(ann, Action.LIMIT_SET)
    await world.store.close()
    connection = sqlite3.connect(world.path)
    connection.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()


async def test_a_second_settlement_is_refused(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    await world.store.jobs.cancel(job.id, ann)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        world.sql(
            """INSERT INTO entries (kind, person_id, job_id, amount, allowance, extra, day, month,
                                    operation, at)
               SELECT 'spent', person_id, job_id, amount, 0, 0, day, month, 'second', at
               FROM entries WHERE kind = 'held'"""
        )


FAMILIES = sorted(path.stem for path in Path(storage.__file__).parent.glob("[a-z]*.py"))
TABLES = "|".join([*re.findall(r"CREATE TABLE \W?(\w+)", "\n".join(SCHEMA.values())), "head"])
# Takes in the whole of a table that is small, on purpose.
WHOLE = {
    "accounts.ALL",
    "known_accounts.ALL",
    "known_accounts.HERE",
    "accounts.FORGET_MISSING",
    "numbers.LEFT",
    "known_accounts.OUTCOMES",  # all accounts, and of each its last jobs by an index
    "effects.TOTAL",
    "effects.FOUND",
    "effects.CLEAR",
    "effect_names.ALL",  # goes with the whole catalogue
    "settings.ALL",
    "settings.TOKEN",
    "speakers.ALL",
    "speakers.CLEAR",
    "speakers.TOTAL",
    "speakers.USUAL",
    "looks.CLEAR",
    "looks.TOTAL",
    "packs.SOLD",
    "plans.ALL",
    "wordlists.MARKS",
    "broadcasts.COUNT",  # everybody is who it is for
    "broadcasts.CHOOSE",
}
# Goes through the rows from the newest, and no further than its page.
FROM_THE_END = {"audit.ALL", "broadcasts.LATEST", "invites.PAGE", "oversight.PAGE"}


def statements() -> list[tuple[str, str]]:
    """Every SQL text of the package, by the name of its constant."""
    found = []
    for family in FAMILIES:
        for name, value in vars(import_module(f"storage.{family}")).items():
            texts = value.values() if isinstance(value, dict) else [value]
            if name.isupper() and not name.startswith("_"):
                found += [(f"{family}.{name}", text) for text in texts if is_sql(text)]
    return found


def is_sql(text: object) -> bool:
    return isinstance(text, str) and bool(re.search("SELECT|INSERT|UPDATE|DELETE", text))


@pytest.mark.parametrize(("name", "text"), statements())
async def test_every_statement_finds_its_rows_by_an_index(
    world: World, name: str, text: str
) -> None:
    await world.store.close()
    connection = sqlite3.connect(world.path)
    named = dict.fromkeys(re.findall(r":(\w+)", text))
    parameters = named or [None] * text.count("?")
    plan = connection.execute(f"EXPLAIN QUERY PLAN {text}", parameters).fetchall()
    connection.close()
    scan = re.compile(rf"SCAN ({TABLES})(?! USING (COVERING )?INDEX)\b")
    assert name in WHOLE | FROM_THE_END or not [step[3] for step in plan if scan.match(step[3])]


def test_the_statements_were_found() -> None:
    names = {name for name, _ in statements()}
    assert {"history.PAGE", "queue.NEXT", "people.SET_LIMIT", "inbox.PRUNE"} <= names
