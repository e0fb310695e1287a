"""Somebody at the shell of the server, while the bot talks to people: they hear of it at once."""

import asyncio
import json
import sys
from typing import Any

from tests.processes import ROOT
from tests.stories.town import Town


async def shell(town: Town, *words: str) -> Any:
    """`python -m bot … --json`; what it answers."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words, "--json"),
        cwd=town.home,
        env={"PYTHONPATH": str(ROOT), **town.environment()},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, trouble = await process.communicate()
    assert process.returncode == 0, trouble.decode()
    return json.loads(said)


async def test_what_is_done_at_the_shell_is_told_in_the_chat(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    await town.hold()
    await town.room(1)
    async with town.bot():
        await ann.orders("a fox")
        await ann.sees("at work")
        waiting = await ann.orders("a hare")
        await ann.sees("In the queue")
        await shell(town, "users", "grant", f"@ann{ann.person}", "50", "for", "patience")
        await ann.sees("gave you 50 credits")
        jobs = await shell(town, "jobs", "list", "--state", "all")
        assert [(job["state"], job["price"]) for job in jobs] == [
            ("queued", 30),
            ("generating", 30),
        ]
        await shell(town, "users", "ban", str(ann.person), "--for", "7d", "--reason", "too loud")
        await ann.sees("can't use this bot until .* The reason: too loud")
        cancelled = await ann.sees("Cancelled.*30 credits are back")
        assert cancelled.id == waiting.id
        await town.release()
        await ann.gets("video")
        log = (await olivia.hears("/audit", "the shell gave credits · Ann")).text
        assert "the shell banned · Ann" in log
