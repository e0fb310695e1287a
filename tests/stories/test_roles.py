"""Owners appoint, everybody with a role has a panel of their own, and nobody gets further than their role."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from telegram.ext import CommandHandler

from bot.program import Program
from handlers.button_handler import ButtonHandler
from handlers.chat.buttons import Button
from handlers.commands import FOR_ROLES, OPEN_TO_ALL
from jobs.roles import Right, Role, may
from tests.stories.chat import Chat
from tests.stories.forged import NUMBERS, answer_to, forged, pressed
from tests.stories.town import Town

REFUSALS = ("for the admins", "role doesn't go that far")
ELSEWHERE = "in our private chat"


async def test_owners_appoint_and_dismiss(town: Town) -> None:
    olivia, ann, ben = await town.admin(), await town.person("Ann"), await town.person("Ben")
    async with town.bot(ACCESS="approval"):
        await ann.ask("/start")
        await olivia.hears("/start", "Hi Olivia")
        await olivia.hears("/role", "ADMIN_IDS")
        await olivia.hears(f"/role {ann.person} support", "Ann is support now")
        await ann.sees("support of this bot now")
        await ann.hears("/start", "Hi Ann")  # a role lets in
        assert (await ann.hears("/admin", "Running the bot")).labels == [
            "👥 People",
            "🎞 Jobs",
            "📊 Numbers",
        ]
        await ann.hears(f"/role {ann.person} admin", "doesn't go that far")
        await olivia.hears(f"/role @ann{ann.person} admin", "Ann is an admin now")
        panel = await ann.hears("/admin", "You are an admin")
        await ann.press("What was done", panel)
        log = await ann.sees("Olivia gave a role · Ann · admin.*Olivia gave a role · Ann · support")
        assert log.id == panel.id, "the panel is edited in place"
        await ann.press("Panel", log)
        await ann.sees("What would you like to look at")
        await ben.ask("/start")
        await ann.press("Allow", await ann.sees("Ben.*would like"))
        await ben.sees("You're in")
        old = await olivia.sees("Ben.*would like")
        await olivia.press("Refuse", old)
        stands = await olivia.sees("Ben.*is in already.*page")
        assert stands.id == old.id
        assert "for the admins" not in (await ben.ask("/new")).text, "nobody is thrown out by it"
        await olivia.press("Ben", stands)
        await olivia.sees("Ben.*May use the bot")
        await olivia.hears(f"/audit {ben.person}", "Ann let in · Ben")
        log = await olivia.hears(f"/audit {ann.person}", "What Ann did, and what was done to them")
        assert "Ann let in · Ben" in log.text
        assert "Olivia gave a role · Ann · admin" in log.text
        await olivia.hears(f"/role {ann.person} none", "no role any more")
        await ann.sees("don't help to run")
        await ann.hears("/admin", "for the admins")
        assert (await ann.press("What was done")).text == "That's for the admins of this bot."
        await olivia.hears(f"/role {olivia.person} none", "Owners stand in")
        await olivia.hears("/role @nobody admin", "don't know @nobody")


async def test_support_gives_within_its_limit(town: Town) -> None:
    olivia, ann, ben = await town.admin(), await town.person("Ann"), await town.person("Ben")
    async with town.bot(SUPPORT_DAILY_GRANTS="50"):
        for chat in (olivia, ann, ben):
            await chat.ask("/start")
        await olivia.hears(f"/role {ann.person} support", "support now")
        await ann.hears(f"/grant {ben.person} 30 sorry", "Ben: 30 credits")
        await ben.sees("gave you 30 credits")
        await ann.hears(f"/grant {ben.person} 30", "20 credits are left")
        await ann.hears(f"/grant {ben.person} -10", "doesn't go that far")
        assert await ben.left() == 330
        # looks at jobs, and leaves them alone
        await ben.orders("a fox at dawn")
        await ben.gets("video")
        await ann.press("Jobs", await ann.hears("/admin", "Running the bot"))
        await ann.press("All", await ann.sees_button("All"))
        listed = await ann.sees_button("a fox at dawn")
        assert not [label for label in listed.labels if "the queue" in label]
        await ann.press("a fox at dawn", listed)
        job = await ann.sees("Job 1 of Ben.*a fox at dawn")
        assert not [label for label in job.labels if "redits" in label], "nothing to act with"
        await ann.hears("/refundjob 1", "doesn't go that far")
        assert "a fox at dawn" in (await ann.ask("/job 1")).text
        assert "Ann gave credits · Ben · +30 sorry" in (await olivia.ask("/audit")).text


def admin_handlers(program: Program) -> tuple[set[str], set[type[Button]]]:
    """Every command that is not open to all, and every button that takes a right, as the table has them."""
    commands: set[str] = set()
    kinds: set[type[Button]] = set()
    for handler in _handlers(program):
        if isinstance(handler, CommandHandler):
            commands |= handler.commands
        if isinstance(handler, ButtonHandler) and handler.kind.right:
            kinds.add(handler.kind)
    return commands - set(OPEN_TO_ALL), kinds


def _handlers(program: Program) -> Iterator[Any]:
    for group in program.application.handlers.values():
        yield from group


async def test_nobody_gets_further_than_their_role(town: Town) -> None:
    victim = await town.person("Vic")
    team: dict[Role | None, Chat] = {
        None: await town.person("Ann"),
        Role.SUPPORT: await town.person("Sue"),
        Role.ADMIN: await town.person("Ada"),
        Role.OWNER: await town.admin(),
    }
    async with town.bot() as program:
        for chat in (victim, *team.values()):
            await chat.ask("/start")
        for helper in (Role.SUPPORT, Role.ADMIN):
            await team[Role.OWNER].hears(f"/role {team[helper].person} {helper}", "now")
        commands, kinds = admin_handlers(program)
        assert commands == set(FOR_ROLES), "a command is for all, or takes a right"
        for role, chat in team.items():
            await check_commands(chat, role, commands)
            await check_presses(town, program, chat, role, kinds, victim.person)
        group = await town.group("Friends", *team.values())
        olivia = Chat(town.telegram, team[Role.OWNER].person, group)
        await olivia.hears(f"/grant {victim.person} 5", ELSEWHERE)
        for kind in kinds:
            update = pressed(team[Role.OWNER], group, forged(kind, victim.person))
            assert ELSEWHERE in await answer_to(town, program, update), kind
        for name in sorted(commands):
            await program.handle(asked_inline(team[None], f"/{name}"))
        assert await victim.left() == 300
        assert deeds_of(town, team[None]) == 0


def asked_inline(chat: Chat, words: str) -> dict[str, object]:
    """The update of somebody who types the bot's name and these words in any chat."""
    user = {"id": chat.person, "is_bot": False, "first_name": "Somebody"}
    query = {"id": str(next(NUMBERS)), "from": user, "query": words, "offset": ""}
    return {"update_id": next(NUMBERS), "inline_query": query}


def deeds_of(town: Town, chat: Chat) -> int:
    """What the audit log has of somebody's doing."""
    with closing(sqlite3.connect(town.home / "bot.sqlite3")) as connection:
        question = "SELECT count(*) FROM audit WHERE by_person = ?"
        return int(connection.execute(question, (chat.person,)).fetchone()[0])


async def check_commands(chat: Chat, role: Role | None, commands: set[str]) -> None:
    for name in sorted(commands):
        told = (await chat.ask(f"/{name}")).text
        refused = any(words in told for words in REFUSALS)
        assert refused is not may(role, FOR_ROLES[name]), (role, name, told)
    if role is None:
        assert "Hi" in (await chat.ask(f"/start {Right.ROLES}")).text


async def check_presses(
    town: Town,
    program: Program,
    chat: Chat,
    role: Role | None,
    kinds: set[type[Button]],
    victim: int,
) -> None:
    for kind in sorted(kinds, key=lambda kind: kind.tag):
        assert kind.right
        text = await answer_to(town, program, pressed(chat, chat.person, forged(kind, victim)))
        refused = any(words in text for words in REFUSALS)
        if not may(role, kind.right):
            assert refused, (role, kind, text)
        assert "number" not in text, (role, kind, text)
