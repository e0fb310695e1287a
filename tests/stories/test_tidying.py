"""What was sent long ago is forgotten by itself, while the bot works."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests.stories.town import Town

MONTH = timedelta(days=31) // timedelta(microseconds=1)


def sent(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        count: int = connection.execute(
            "SELECT count(*) FROM outbox WHERE key LIKE 'granted:%' AND state = 'sent'"
        ).fetchone()[0]
    return count


def a_month_goes_by(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE outbox SET due_at = due_at - ?", (MONTH,))
        connection.commit()


async def test_the_worker_tidies_up(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    database = town.home / "bot.sqlite3"
    async with town.bot():
        await ann.ask("/start")
        await olivia.ask("/start")
        await olivia.ask(f"/grant {ann.person} 5")
        await ann.sees("gave you 5 credits")
    assert sent(database) == 1
    a_month_goes_by(database)
    async with town.bot():

        async def gone() -> bool:
            return sent(database) == 0

        await town.until(gone, "a tidy outbox")
        assert await ann.left() == 305
