"""Who may come in, what they may spend, what admins do about it, and what failures give back."""

from typing import Any

import pytest

from handlers.commands import FOR_ROLES
from tests.stories.chat import OWNER, Chat
from tests.stories.town import Town

MENU = [
    "start",
    "new",
    "effects",
    "jobs",
    "quota",
    "history",
    "settings",
    "terms",
    "help",
    "cancel",
]


async def menu(town: Town, chat: Chat) -> list[dict[str, Any]]:
    """The command menu that a person sees."""
    where = {"person": chat.person, "chat": chat.chat}
    answer = await town.telegram.get("/world/commands", params=where)
    return list(answer.json()["commands"])


async def test_a_newcomer_asks_and_is_let_in(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann", username="ann_b")
    async with town.bot(ACCESS="approval"):
        await olivia.ask("/start")
        assert "asked its admins" in (await ann.ask("/start")).text
        assert "with the admins" in (await ann.ask("a fox")).text
        request = await olivia.sees("Ann.*@ann_b.*would like to use")
        assert len([each for each in await olivia.told() if "would like" in each.text]) == 1
        await olivia.press("Allow", request)
        decided = await olivia.sees("Ann may use the bot")
        assert decided.id == request.id
        assert decided.labels == []
        await ann.sees("You're in")
        await ann.orders("a fox")
        await ann.gets("video")


async def test_a_newcomer_is_refused(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(ACCESS="approval"):
        await olivia.ask("/start")
        await ann.ask("let me in")
        await olivia.press("Refuse", await olivia.sees("would like to use"))
        await olivia.sees("Ann was refused")
        await ann.sees("haven't let you in")
        assert "haven't let you in" in (await ann.ask("a fox")).text
        assert await town.requests("/videos/create") == []


async def test_a_request_waits_for_an_admin_who_has_not_started_the_bot(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(ACCESS="approval"):
        assert "asked its admins" in (await ann.ask("/start")).text
        assert "with the admins" in (await ann.ask("/start")).text
        assert "with the admins" in (await ann.ask("/effects")).text
        await olivia.send("/start")
        await olivia.sees("Ann.*would like to use")
        await olivia.press("Allow")
        await ann.sees("You're in!")


async def test_an_open_bot_lets_everybody_in(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(ACCESS="open"):
        assert "300 credits" in (await ann.ask("/start")).text
        await ann.hears("a fox", "30 credits")
        await olivia.hears("/start", "Hi Olivia")
        assert not [each for each in await olivia.told() if "would like" in each.text]


async def test_the_menus(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await ann.ask("/start")
        await olivia.ask("/start")

        async def published() -> bool:
            return len(await menu(town, olivia)) > len(MENU) and bool(await menu(town, ann))

        await town.until(published, "the menus")
        everybody, admins = await menu(town, ann), await menu(town, olivia)
        assert [each["command"] for each in everybody] == MENU
        assert all(each["description"] for each in everybody)
        assert [each["command"] for each in admins] == [*MENU, *FOR_ROLES]
        assert "/admin" not in (await ann.ask("/help")).text
        assert "/admin" in (await olivia.ask("/help")).text


async def test_the_quota_tells_what_was_used_and_what_is_left(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="100", MONTHLY_CREDITS="1000", MAX_RUNNING_JOBS="1"):
        fresh = (await ann.ask("/quota")).text
        assert "spend 100 credits now" in fresh
        assert "Today: 0 of 100 used" in fresh
        assert "This month: 0 of 1,000 used" in fresh
        assert "One video of yours" in fresh
        await ann.orders("a fox")
        await ann.gets("video")
        used = (await ann.ask("/quota")).text
        assert "spend 70 credits now" in used
        assert "Today: 30 of 100 used" in used
        assert "This month: 30 of 1,000 used" in used
        await ann.hears("a hare", "you have 70")


async def test_the_bot_as_a_whole_has_a_cap(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    async with town.bot(BOT_DAILY_CREDITS="50"):
        await ann.orders("a fox")
        await ann.gets("video")
        card = await ben.ask("a goose")
        answer = await ben.press("Generate", card)
        assert "used up its credits for today" in (answer.text or "")
        assert await ben.left() == 300


@pytest.mark.parametrize("by", ["name", "id"])
async def test_an_admin_gives_credits(town: Town, by: str) -> None:
    olivia, ann = await town.admin(), await town.person("Ann", username="Ann_B")
    who = "@ann_b" if by == "name" else str(ann.person)
    async with town.bot():
        await ann.ask("/start")
        told = await olivia.ask(f"/grant {who} 100 for your birthday")
        assert "Ann: 100 credits" in told.text
        assert "400 credits" in told.text
        await ann.sees("gave you 100 credits")
        quota = (await ann.ask("/quota")).text
        assert "spend 400 credits now" in quota
        assert "Extra: 100 credits" in quota
        await olivia.hears(f"/grant {who} -1000", "300 credits")
        await ann.sees("took back 100 credits")
        assert await ann.left() == 300


async def test_an_admin_sets_limits(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await ann.ask("/start")
        who = ann.person
        await olivia.hears(f"/limit {who} daily 500", "Ann: 500 a day, 300 a month, 2 at a time")
        await olivia.hears(f"/limit {who} monthly 400", "Ann: 500 a day, 400 a month")
        await olivia.hears(f"/limit @ann{who} jobs 1", "1 at a time")
        quota = (await ann.ask("/quota")).text
        assert "spend 400 credits now" in quota
        assert "One video of yours" in quota
        await olivia.hears(f"/limit {who} daily 0", "Ann: 0 a day")
        assert await ann.left() == 0
        await olivia.hears(f"/limit {who} daily default", "300 a day, 400 a month")
        assert await ann.left() == 300


MISTAKES = {
    "/grant": "who and how much",
    "/grant @ann": "who and how much",
    "/grant {ann} many": "who and how much",
    "/grant {ann} 0": "who and how much",
    "/grant {ann} 99999999999999999999": "who and how much",
    "/grant @nobody 10": "don't know @nobody",
    "/grant 123456 10": "don't know 123456",
    "/limit": "who, which and how much",
    "/limit {ann} weekly 10": "who, which and how much",
    "/limit {ann} daily -5": "who, which and how much",
    "/limit {ann} daily": "who, which and how much",
    "/limit @nobody daily 10": "don't know @nobody",
}


async def test_an_admins_mistakes_get_one_answer_each(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await ann.ask("/start")
        for command, answer in MISTAKES.items():
            said = await olivia.send(command.format(ann=ann.person))
            await olivia.sees_after(said, answer)
            await olivia.hears("/quota", "spend")
            answers = [each.text for each in await olivia.told() if each.id > said]
            assert len(answers) == 2, (command, answers)
        assert await ann.left() == 300


async def test_admins_commands_are_the_admins(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        assert "for the admins" in (await ann.ask(f"/grant {ann.person} 1000")).text
        assert "for the admins" in (await ann.ask(f"/limit {ann.person} daily 1000")).text
        assert await ann.left() == 300


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("something forbidden", "moderation turned this down"),  # refused at once
        ("something moderated", "moderation turned this down"),  # after it was rendered
        ("something failing", "couldn't make this one"),
    ],
)
async def test_what_fails_costs_nothing(town: Town, words: str, why: str) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        status = await ann.orders(words)
        failure = await ann.sees_after(status.id, f"{why}.*30 credits are back")
        assert failure.raw["reply_to"] == status.id
        assert failure.data("Again")
        assert failure.data("Change")
        ended = await ann.sees("didn't work out. 30 credits are back")
        assert ended.id == status.id
        assert await ann.left() == 300
        await ann.orders("a fox")
        await ann.gets("video")
        assert await ann.left() == 270, "they came back once"
        told = [each for each in await ann.told() if "credits are back. Nothing" in each.text]
        assert len(told) == 1
        assert "didn't work out" in (await ann.ask("/jobs")).text


async def test_the_admin_is_a_person_too(town: Town) -> None:
    olivia = await town.admin()
    assert olivia.person == OWNER
    async with town.bot(ACCESS="approval"):
        await olivia.orders("a fox")
        await olivia.gets("video")
        assert await olivia.left() == 270
