"""Whoever has no right reaches nothing that takes one: not by command, forged press, or inline query."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Any

from bot.program import Program
from handlers.commands import FOR_ROLES
from tests.kinds import ADMINS
from tests.stories.chat import Chat
from tests.stories.forged import NUMBERS, forged, pressed
from tests.stories.test_roles import asked_inline
from tests.stories.town import Town

# What changes by itself, or because somebody knocked.
OF_THE_BOT = {"inbox", "moments", "outbox", "effects", "speakers", "sqlite_sequence", "name_keys"}
BY_ITSELF = {"seen_at", "reachable", "first_name", "last_name", "username", "language"}
AT_PIXVERSE = {"credits", "running", "ailing"}  # of an account, as it was last seen
SECRETS = ("Vic", "goblin", "example.com", "Running the bot", "Secretpack", "goldplan")


def state(town: Town, *knocking: Chat) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Everything that the file holds, but for what the people who knock change by knocking."""
    them = {chat.person for chat in knocking}
    with closing(sqlite3.connect(town.home / "bot.sqlite3")) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = {row[0] for row in names} - OF_THE_BOT
        return {
            name: sorted(
                (
                    {key: row[key] for key in set(row.keys()) - _passing(name)}
                    for row in connection.execute(f"SELECT * FROM {name}")
                    if name != "people" or row["id"] not in them or row["role"]
                ),
                key=lambda row: repr(sorted(row.items(), key=str)),
            )
            for name in tables
        }


def _passing(table: str) -> set[str]:
    return BY_ITSELF | (AT_PIXVERSE if table == "accounts" else set())


def said(chat: Chat, text: str) -> dict[str, object]:
    """The update of somebody who types a command in their private chat."""
    user = {"id": chat.person, "is_bot": False, "first_name": "Somebody"}
    entity = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
    message = {
        "message_id": next(NUMBERS),
        "date": 1,
        "chat": {"id": chat.person, "type": "private", "first_name": "Somebody"},
        "from": user,
        "text": text,
        "entities": [entity],
    }
    return {"update_id": next(NUMBERS), "message": message}


async def tries_everything(program: Program, chat: Chat, victim: int) -> None:
    """Every command about somebody and about the first of everything, also inline; every button likewise."""
    for name in FOR_ROLES:
        for words in (f" {victim} 1", f" 1 {victim}"):
            await program.handle(said(chat, f"/{name}{words}"))
        await program.handle(asked_inline(chat, f"/{name} {victim}"))
    for kind in ADMINS:
        for number in (victim, 1):
            await program.handle(pressed(chat, chat.person, forged(kind, number)))
    await program.handle(said(chat, f"/start {victim}"))


async def calls(town: Town) -> list[tuple[str, str]]:
    """What was asked of Telegram so far: for which chat (an answer has none), and the whole of it."""
    return [
        (str(call["params"].get("chat_id", "")), json.dumps(call["params"], ensure_ascii=False))
        for method in ("sendMessage", "editMessageText", "answerCallbackQuery", "answerInlineQuery")
        for call in await town.calls(method)
    ]


async def test_whoever_has_no_right_reaches_nothing(town: Town) -> None:
    olivia, vic = await town.admin(), await town.person("Vic")
    stranger, asks = await town.person("Sam"), await town.person("Tia")
    banned, dismissed = await town.person("Ben"), await town.person("Dan")
    async with town.bot(ACCESS="approval") as program:
        for chat in (olivia, vic, asks, banned, dismissed):
            await chat.ask("/start")
        await olivia.hears(f"/role {dismissed.person} admin", "an admin now")
        for chat in (vic, banned):
            await olivia.hears(f"/grant {chat.person} 5", "5 credits")
            await olivia.press("Allow", await olivia.sees(f"id {chat.person}|@\\w+{chat.person}"))
        await vic.orders("a cat on a mat")
        await vic.press("Report", await vic.gets("video"))
        await olivia.sees("reported a result")
        # something of everything that can be looked at, changed or taken
        for command, words in (
            ("/stopwords goblin", "stop word was added"),
            ("/hide warm*", "is hidden"),
            ("/invite uses=3", "https"),
            ("/plan goldplan daily 7", "goldplan"),
            ("/pack Secretpack 10 10", "Secretpack"),
            ("/set daily_credits 301", "301"),
            (f"/ban {banned.person} 7d spam", "banned"),
            (f"/role {dismissed.person} none", "no role any more"),
        ):
            await olivia.hears(command, words)
        people = (stranger, asks, banned, dismissed)
        before = state(town, *people)
        for chat in people:
            heard = set(await calls(town))
            await tries_everything(program, chat, vic.person)
            assert state(town, *people) == before, chat.person
            for whom, words in set(await calls(town)) - heard:
                if whom == str(olivia.person):
                    assert "would like to use" in words, (
                        "admins hear of a newcomer, and that is all"
                    )
                else:
                    assert not [secret for secret in SECRETS if secret in words], words
