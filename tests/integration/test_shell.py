"""The bot run from the shell: the real program, beside a bot that has the database open and without one."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SYSTEM_CLOCK
from bot.providers.useapi.capabilities import OFFER
from jobs.admin.audit import Action
from jobs.capabilities import Options
from jobs.drafts import TextDraft
from jobs.ids import PersonId, private_chat
from jobs.outbox import CreditsGranted
from jobs.people import Profile
from jobs.rules import LiveRules
from storage import Store
from tests.integration.simulator_useapi import EMAIL, TOKEN, running
from tests.processes import ROOT

ANN, BEN = PersonId(7), PersonId(8)
OWNER = PersonId(1)
PASSWORD = "correct-horse-Battery+staple"
RULES = LiveRules(owners=frozenset({OWNER}), daily_credits=300)


class Shell:
    """Somebody at the shell of the server."""

    def __init__(self, home: Path, settings: Mapping[str, str] | None = None) -> None:
        self.home = home
        self._environment = {
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
            "TELEGRAM_BOT_TOKEN": "123456789:AAE-" + "x" * 31,
            "USEAPI_TOKEN": TOKEN,
            "ADMIN_IDS": str(OWNER),
            "DATA_DIR": str(home),
            **(settings or {}),
        }

    def type(self, *words: str, answer: str = "") -> subprocess.CompletedProcess[str]:
        """`python -m bot …`, with something on standard input."""
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=self.home,
            env=self._environment,
            input=answer,
            capture_output=True,
            text=True,
            check=False,
        )

    def json(self, *words: str, answer: str = "") -> Any:
        """What a command says to a program."""
        told = self.type(*words, "--json", answer=answer)
        assert told.returncode == 0, told.stderr
        return json.loads(told.stdout)

    def refused(self, status: int, *words: str, answer: str = "") -> str:
        """What is said where a command cannot be carried out; nothing goes to standard output."""
        told = self.type(*words, answer=answer)
        assert (told.returncode, told.stdout) == (status, ""), told.stderr
        return told.stderr


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


async def running_bot(home: Path) -> Store:
    """A bot that has the database for itself, as far as the shell can see."""
    store = await Store.open(
        home / "bot.sqlite3", clock=SYSTEM_CLOCK, rules=RULES, offer=OFFER, lock_wait=0
    )
    await store.people.meet(Profile(ANN, "Ann", "ann_1", "en"))
    await store.people.meet(Profile(BEN, "Ben \x1b[2J", None, "de"))
    return store


async def deeds(store: Store) -> list[tuple[Action, int | None, str]]:
    """What the audit log says of the shell, oldest first."""
    lines = await store.audit.page(offset=0, limit=100)
    assert all(line.deed.by is None for line in lines)
    return [(one.deed.action, one.deed.person, one.deed.detail) for one in reversed(lines)]


async def test_people_are_looked_after_beside_a_bot_that_runs(shell: Shell) -> None:
    bot = await running_bot(shell.home)
    try:
        given = shell.json("users", "grant", "@ann_1", "50", "for", "patience")
        assert given["extra"] == 50
        assert (await bot.people.balance(ANN)).extra == 50
        [told] = await bot.outbox.claim(9)
        assert told.place == private_chat(ANN)
        assert told.message == CreditsGranted(credits=50)
        assert shell.json("users", "take", "7", "20")["extra"] == 30
        banned = shell.json("users", "ban", "8", "--for", "7d", "--reason", "spam")
        assert banned["banned"]
        assert (await bot.people.get(BEN)).ban is not None
        assert shell.json("users", "show", "7")["credits"]["extra"] == 30
        assert [one["id"] for one in shell.json("users", "list", "--who", "banned")] == [BEN]
        listed = shell.type("users", "list")
        assert "Ann" in listed.stdout
        assert "\x1b" not in listed.stdout, "a name moves no cursor"
        assert await deeds(bot) == [
            (Action.CREDITS_GRANTED, ANN, "+50 for patience"),
            (Action.CREDITS_GRANTED, ANN, "-20"),
            (Action.BANNED, BEN, (await deeds(bot))[2][2]),
        ]
    finally:
        await bot.close()


async def test_what_cannot_be_meant_is_explained_and_changes_nothing(shell: Shell) -> None:
    assert "no such file" in shell.refused(1, "users", "list")
    bot = await running_bot(shell.home)
    await bot.close()
    assert "Nobody is called that" in shell.refused(1, "users", "grant", "@nobody", "5")
    assert "no whole number" in shell.refused(2, "users", "grant", "7", "lots")
    assert "no plan of this name" in shell.refused(1, "users", "plan", "7", "gold")
    bot = await running_bot(shell.home)
    assert await deeds(bot) == []
    await bot.close()


async def test_accounts_are_managed_and_their_passwords_kept_nowhere(tmp_path: Path) -> None:
    new = "loft@example.com"
    with running("--token", TOKEN, "--port", "0") as pixverse:
        shell = Shell(tmp_path, {"USEAPI_URL": pixverse.url})
        bot = await running_bot(tmp_path)
        try:
            assert "password is missing" in shell.refused(2, "accounts", "add", new)
            added = shell.type("accounts", "add", new, "--max-jobs", "3", answer=f"{PASSWORD}\n")
            assert added.returncode == 0, added.stderr
            assert "l***@example.com" in added.stdout
            changed = shell.json("accounts", "max-jobs", new, "5", answer=f"{PASSWORD}\n")
            assert changed["max_jobs"] == 5
            number = str(changed["number"])
            assert shell.json("accounts", "pause", number)["condition"] == "paused"
            assert "--yes" in shell.refused(2, "accounts", "remove", number)
            assert len(pixverse.get("/accounts").json()) == 2
            assert shell.json("accounts", "remove", number, "--yes")["number"] == int(number)
            assert EMAIL in str(pixverse.get("/accounts").json())
            assert new not in str(pixverse.get("/accounts").json())
            assert PASSWORD not in added.stdout + added.stderr
            assert [action for action, *_ in await deeds(bot)] == [
                Action.ACCOUNT_ADDED,
                Action.ACCOUNT_CHANGED,
                Action.ACCOUNT_PAUSED,
                Action.ACCOUNT_REMOVED,
            ]
        finally:
            await bot.close()
    assert PASSWORD.encode() not in b"".join(contents(tmp_path))


async def test_jobs_are_found_called_off_and_tried_again(tmp_path: Path) -> None:
    shell = Shell(tmp_path, {"ASK_CONSENT": "false"})
    bot = await running_bot(shell.home)
    try:
        draft = TextDraft(prompt="a fox on the phone", options=Options())
        card, _ = await bot.drafts.open(ANN, private_chat(ANN), draft)
        job = (await bot.jobs.start(card.id, ANN)).job
        number = str(job.id)
        listed = shell.json("jobs", "list", "--state", "queued", "--mode", "text", "--person", "7")
        assert [(one["job"], one["credits"]) for one in listed] == [(job.id, "held")]
        ended = shell.json("jobs", "cancel", number)
        assert (ended["state"], ended["credits"]) == ("failed", "released")
        assert ended["words"] == ["a fox on the phone"]
        assert (await bot.people.balance(ANN)).left == RULES.daily_credits
        assert "gone too far" in shell.refused(1, "jobs", "cancel", number)
        again = shell.json("jobs", "retry", number)
        assert (again["state"], again["job"]) == ("queued", job.id + 1)
        assert f"that is job {again['job']}" in shell.refused(1, "jobs", "retry", number)
        assert await deeds(bot) == [
            (Action.JOB_CALLED_OFF, ANN, ""),
            (Action.JOB_RETRIED, ANN, f"→ {again['job']}"),
        ]
    finally:
        await bot.close()


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


async def test_the_numbers(shell: Shell) -> None:
    await (await running_bot(shell.home)).close()
    numbers = shell.json("stats", "--days", "7")
    assert (numbers["days"], len(numbers["per_day"]), numbers["jobs"]) == (7, 7, 0)
