"""The people pages of the panel: found in every way, looked at, and everything that can be done for somebody."""

import sqlite3
from contextlib import closing
from itertools import count
from typing import Any

import httpx

from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.town import Town, Watch

_numbers = count(800_000_000)


async def page_of(olivia: Chat, person: Chat) -> Message:
    """Somebody's page, fresh at the end of the chat."""
    return await olivia.hears(f"/person {person.person}", "Here since")


async def picker(town: Town, chat: Chat) -> list[str]:
    """The keys in place of a person's own keyboard."""
    where = {"person": chat.person, "chat": chat.chat}
    shown = (await town.telegram.get("/world/keyboard", params=where)).json()["keyboard"]
    return [key["text"] for row in (shown or {}).get("rows", []) for key in row]


async def pick(town: Town, chat: Chat, label: str, *users: int) -> httpx.Response:
    """Tap a key of that keyboard."""
    body = {"person": chat.person, "chat": chat.chat, "text": label, "users": list(users)}
    return (await town.telegram.post("/world/key", json=body)).raise_for_status()


def forwarded(by: Chat, of: Chat, text: str) -> dict[str, Any]:
    """The update of a message that somebody forwards to the bot."""
    user = {"id": by.person, "is_bot": False, "first_name": "Olivia", "username": "olivia9001"}
    author = {"id": of.person, "is_bot": False, "first_name": "Ann"}
    message = {
        "message_id": next(_numbers),
        "date": 1,
        "from": user,
        "chat": {"id": by.person, "type": "private", "first_name": "Olivia"},
        "text": text,
        "forward_origin": {"type": "user", "date": 1, "sender_user": author},
    }
    return {"update_id": next(_numbers), "message": message}


def make_plan(town: Town, name: str, *, monthly: int) -> None:
    """A plan that is there already."""
    with closing(sqlite3.connect(town.home / "bot.sqlite3", timeout=10)) as connection, connection:
        row = (name, monthly)
        connection.execute("INSERT INTO plans (name, monthly_credits) VALUES (?, ?)", row)


async def look_for(olivia: Chat) -> None:
    """The panel's question whom one means."""
    await olivia.press("People", await olivia.hears("/admin", "Running the bot"))
    await olivia.press("Find somebody", await olivia.sees("Who came last"))
    await olivia.sees("Who.*Send me a name")


async def test_people_are_found_in_every_way(town: Town) -> None:
    olivia = await town.admin()
    ann = await town.person("Ann", last_name="Lee", username="ann_lee")
    ben, eve = await town.person("Anna"), await town.person("Eve")
    async with town.bot() as program:
        for chat in (ann, ben, eve):
            await chat.ask("/start")
        listed = await olivia.hears("/people", "People.*4")
        assert next(label for label in listed.labels if "·" in label).startswith("👮 Olivia")
        await eve.orders("a fox")
        await eve.gets("video")
        await olivia.press("Most active", listed)
        assert "Eve" in (await olivia.sees("used most credits")).labels[4]
        await olivia.press("Banned")
        await olivia.sees("Nobody at the moment")

        several = await olivia.hears("/people ann", "Several people")
        assert len(several.labels) == 2
        await olivia.press("Ann Lee", several)
        found = await olivia.sees("Ann Lee · @ann_lee")
        assert found.id == several.id
        for words in ("ANN_LEE", "@ann_lee", "lee", str(ann.person)):
            await olivia.hears(f"/person {words}", "Ann Lee · @ann_lee")
        await olivia.hears("/people nobody", "don't know “nobody”")
        await olivia.hears("/person 99999999999999999999", "don't know")
        await olivia.hears("/person", "Tell me who")

        await look_for(olivia)
        assert await picker(town, olivia) == ["👤 Choose a person", "✖️ Never mind"]
        await pick(town, olivia, "👤 Choose a person", eve.person)
        await olivia.sees("Eve.*Here since.*One video: 1 done")
        assert await picker(town, olivia) == []
        await look_for(olivia)
        await olivia.thing("contact", first_name="Ann", user_id=ann.person)
        await olivia.sees("Ann Lee · @ann_lee")
        await look_for(olivia)
        await olivia.hears("eve", "Eve.*Here since")
        await look_for(olivia)
        await program.handle(forwarded(olivia, ann, "a fox"))
        await olivia.sees("Ann Lee · @ann_lee")
        await look_for(olivia)
        await olivia.thing("poll")
        await olivia.sees("can't tell who that is")
        assert not [one for one in await olivia.told() if "forgotten" in one.text]
        await pick(town, olivia, "✖️ Never mind")
        await olivia.sees("All right, forgotten")
        assert await picker(town, olivia) == []
        await olivia.hears("a goose", "Text to video")  # a prompt is a prompt again


async def test_everything_on_somebodys_page(town: Town) -> None:
    olivia, ann, clock = await town.admin(), await town.person("Ann"), Watch()
    async with town.bot(ACCESS="approval", clock=clock):
        await ann.ask("/start")
        await olivia.press("People", await olivia.hears("/admin", "Running the bot"))
        await olivia.press("🙋 Ann", await olivia.sees_button("🙋 Ann"))
        page = await olivia.sees("Ann.*Here since.*Would like to use.*300 credits to spend")
        await olivia.press("Allow", page)
        await olivia.sees("May use the bot")
        await ann.sees("You're in")

        await olivia.press("Credits", page)
        await olivia.sees("How many credits for Ann")
        await olivia.hears("a lot", "number comes first")
        await olivia.hears("100 for your patience", "Ann: 100 credits")
        await ann.sees("gave you 100 credits")
        await olivia.press("👤 Ann")
        await olivia.sees("400 credits to spend.*100 extra")

        await olivia.press("Limits")
        await olivia.press("300 a day", await olivia.sees("Limits of Ann"))
        await olivia.sees("How much for Ann")
        await olivia.hears("-5", "number from 0")
        await olivia.hears("500", "Ann: 500 a day")
        assert await ann.left() == 400, "the month's is the tighter one"

        make_plan(town, "gold", monthly=900)
        await olivia.press("Plan", await page_of(olivia, ann))
        await olivia.press("gold", await olivia.sees("which plan is Ann"))
        await olivia.sees("Plan: gold.*of 900 this month")
        await olivia.hears("/invite plan=Gold", "#1.*open.*in the plan gold")
        await olivia.hears("/invite plan=silver", "no plan of that name")

        await olivia.press("Role", await page_of(olivia, ann))
        await olivia.press("Support", await olivia.sees("Which role for Ann"))
        await olivia.sees("Ann is support now")
        await ann.sees("support of this bot now")
        await olivia.press("👤 Ann")
        assert "⛔ Ban" not in (await olivia.sees("Helps to run the bot: support")).labels
        await olivia.press("Role")
        await olivia.press("No role", await olivia.sees("Which role for Ann"))
        await ann.sees("don't help to run")

        await ann.orders("a fox <in> snow")
        await ann.gets("video")
        await olivia.press("Videos", await page_of(olivia, ann))
        await olivia.sees("Videos of Ann.*a fox <in> snow.*done")
        await olivia.press("👤 Ann")
        await olivia.press("Log", await olivia.sees("One video: 1 done"))
        await olivia.sees("took a role.*gave a role.*set a limit.*gave credits.*let in")

        await olivia.press("Ban", await page_of(olivia, ann))
        await olivia.press("A week", await olivia.sees("For how long"))
        await olivia.sees("Why is Ann")
        await olivia.hears("too loud", "Ann is banned until")
        await ann.sees("can't use this bot until.*too loud")
        await olivia.press("Lift the ban", await page_of(olivia, ann))
        await ann.sees("Welcome back")
        await olivia.press("Ban", await page_of(olivia, ann))
        await olivia.press("For ever", await olivia.sees("For how long"))
        await olivia.press("Without a reason", await olivia.sees("Why is Ann"))
        await olivia.sees("Ann is banned for ever")
        await olivia.hears("a goose", "Text to video")  # nothing is asked any more


async def test_letters(town: Town) -> None:
    olivia, ann, clock = await town.admin(), await town.person("Ann"), Watch()
    async with town.bot(clock=clock):
        await ann.ask("/start")
        await olivia.press("Write", await page_of(olivia, ann))
        await olivia.sees("What should Ann.*read")

    async with town.bot(clock=clock):  # what was asked survives a restart
        await olivia.hears("Please be <b>quiet</b>", "On its way to Ann")
        letter = await ann.sees("Please be <b>quiet</b>")
        await ann.sees("message from the admins.*don't reach them")
        assert letter.raw["from"]["is_bot"]
        await olivia.hears("a fox", "Text to video")  # one message was asked for

        await olivia.press("Write", await page_of(olivia, ann))
        await olivia.album([picture("teal"), picture("red")], "look")
        await ann.waits_for(lambda one: one.kind == "photo" and "look" in one.text, "a picture")
        await town.until(lambda: _photos(ann, 2), "both pictures")
        heads = [one for one in await ann.told() if "message from the admins" in one.text]
        assert len(heads) == 2, "one for each letter"

        for leave in ("/cancel", "✖️ Never mind"):
            await olivia.press("Write", await page_of(olivia, ann))
            await olivia.sees("What should Ann.*read")
            await olivia.hears(leave, "forgotten")
        await olivia.press("Write", await page_of(olivia, ann))
        await olivia.press("Never mind", await olivia.sees("What should Ann.*read"))
        await olivia.send("a hare")
        await olivia.sees("Text to video.*a hare")
        await olivia.press("Write", await page_of(olivia, ann))
        clock.advance(minutes=15)
        await olivia.send("a heron")
        await olivia.sees("Text to video.*a heron")

        await ann.block()
        await olivia.press("Write", await page_of(olivia, ann))
        await olivia.hears("come back", "has blocked me")
        await ann.unblock()
        await ann.sees("come back")
        assert not [one for one in await ann.told() if "heron" in one.text or "hare" in one.text]


async def _photos(chat: Chat, number: int) -> bool:
    return len([one for one in await chat.told() if one.kind == "photo"]) == number


async def test_support_sees_and_writes_but_decides_nothing(town: Town) -> None:
    olivia, sue, ann = await town.admin(), await town.person("Sue"), await town.person("Ann")
    async with town.bot():
        for chat in (sue, ann):
            await chat.ask("/start")
        await olivia.hears(f"/role {sue.person} support", "support now")
        await sue.press("People", await sue.hears("/admin", "You are support"))
        page = await page_of(sue, ann)
        assert [label.split()[-1] for label in page.labels] == [
            "Credits",
            "Write",
            "Videos",
            "People",
        ]
        await sue.press("Write", page)
        await sue.hears("How are you?", "On its way")
        await ann.sees("How are you")
        await olivia.hears(f"/audit {ann.person}", "Sue wrote to · Ann")
