"""Credits: what is left and when more comes, every change of them, where one lives, and being forgotten."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import partial

from tests.stories.chat import Chat, Message
from tests.stories.town import Town, Watch


async def document(chat: Chat) -> dict[str, list[dict[str, object]]]:
    """What *Export my data* sends."""
    sent = await chat.gets("document")
    found: dict[str, list[dict[str, object]]] = json.loads(await chat.bytes_of(sent))
    return found


async def asks_for_a_zone(chat: Chat) -> None:
    """Settings, Time zone, Somewhere else: the next words are the answer."""
    settings = await chat.hears("/settings", "What new videos start with")
    await chat.press("Time zone", settings)
    await chat.press("Somewhere else")
    await chat.sees_after(settings.id, "Which city or time zone")


async def test_what_is_left_what_it_went_on_and_every_change(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(DAILY_CREDITS="100", MONTHLY_CREDITS="1000"):
        await ann.hears("/history", "Nothing has changed yet")
        await ann.orders("a fox")
        await ann.gets("video")
        status = await ann.orders("something failing")
        await ann.sees_after(status.id, "30 credits are back")
        await olivia.hears(f"/grant {ann.person} 50 for the party", "50 credits")
        quota = await ann.hears("/quota", "spend 120 credits now")
        assert "Today: 30 of 100 used; it starts anew in" in quota.text
        assert f"midnight ({town.zone.rpartition('/')[2].replace('_', ' ')})" in quota.text
        assert "This month: 30 of 1,000 used" in quota.text
        assert "Extra: 50 credits" in quota.text
        assert "• 30 · a fox" in quota.text
        assert "30 given back · something failing" in quota.text
        await ann.press("Every change", quota)
        ledger = await ann.sees("Every change of your credits")
        assert ledger.id == quota.id
        changes = [row[row.index(":") + 4 :] for row in ledger.text.splitlines() if "·" in row]
        assert changes == [
            "+50 given to you · for the party",
            "+30 back · something failing",
            "−30 set aside · something failing",
            "30 set aside, now spent · a fox",
            "−30 set aside · a fox",
        ]


async def test_a_long_history_has_pages(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await ann.ask("/start")
        for credits in range(1, 13):
            await olivia.hears(f"/grant {ann.person} {credits}", f"Ann: {credits} credit")
        ledger = await ann.hears("/history", "Every change")
        assert "+12 given" in ledger.text
        assert "+2 given" not in ledger.text
        await ann.press("▶️", ledger)
        older = await ann.sees(r"\+2 given")
        assert older.id == ledger.id
        await ann.press("◀️", older)
        await ann.sees(r"\+12 given")


async def test_days_begin_where_the_person_lives(town: Town) -> None:
    ann, watch = await town.person("Ann"), Watch.next_at(4)  # no midnight is near in any of them
    async with town.bot(clock=watch, TIME_ZONE="UTC", DAILY_CREDITS="60", MONTHLY_CREDITS="1000"):
        await ann.orders("a fox")
        await ann.gets("video")
        await ann.hears("/settings", "What new videos start with")
        await ann.press("Time zone")
        zones = await ann.sees("midnight in UTC")
        await ann.press("Tokyo", zones)
        await ann.sees("midnight in Tokyo.*same as before")
        assert await ann.left() == 30, "a change of zone renews nothing"
        await asks_for_a_zone(ann)
        await ann.hears("lisbon", "midnight in Lisbon")
        assert "midnight (Lisbon)" in (await ann.ask("/quota")).text
        assert await ann.left() == 30
        watch.advance(hours=49)
        assert await ann.left() == 60
        await ann.hears("a hare", "Text to video")


async def test_a_clock_tells_where_somebody_lives_and_nonsense_does_not(town: Town) -> None:
    ann, watch = await town.person("Ann"), Watch()
    async with town.bot(clock=watch):
        await asks_for_a_zone(ann)
        await ann.hears("99 bottles", "don't know a time zone called “99 bottles”")
        await asks_for_a_zone(ann)
        there = f"{watch.now():%H:%M}"
    async with town.bot(clock=watch):
        found = await ann.hears(there, "it's that late now")
        await ann.press("UTC", found)
        await ann.sees("begin at midnight in UTC")
        card = await ann.hears("a fox", "Text to video")
        assert card.data("Generate"), "words are a prompt again"


async def test_ones_data_comes_as_a_file_and_goes_for_good(town: Town) -> None:
    ann = await town.person("Annabel")
    async with town.bot():
        await ann.orders("a fox in my garden")
        await ann.gets("video")
        ledger = await ann.hears("/history", "Every change")
        await ann.press("Export my data", ledger)
        mine = await document(ann)
        assert mine["person"][0]["first_name"] == "Annabel"
        assert mine["jobs"][0]["request"]["prompt"] == "a fox in my garden"  # type: ignore[index]
        assert [line["kind"] for line in mine["credits"]] == ["held", "spent"]
        asked = await ann.hears("/forgetme", "Shall I forget you")
        for kept in ("what you spent and paid", "your plan", "turned down", "without their words"):
            assert kept in asked.text
        assert "role" not in asked.text
        await ann.press("No", asked)
        await ann.sees("Everything stays")
        await ann.press("Yes, forget me", await ann.hears("/forgetme", "Shall I forget you"))
        await ann.sees("I don't know you any more")
        assert await ann.left() == 270, "what was used stays used"
        await ann.hears("/jobs", "no videos yet")


async def test_nobody_is_forgotten_while_a_video_is_made(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.hold()
        await ann.orders("a fox")
        await ann.sees("PixVerse is at work")
        refused = await ann.press(
            "Yes, forget me", await ann.hears("/forgetme", "Shall I forget you")
        )
        assert "still being made" in (refused.text or "")
        await town.release()
        await ann.gets("video")


async def test_of_200_presses_at_once_as_many_start_as_there_are_credits_for(town: Town) -> None:
    ann = await town.person("Ann")
    body = {"title": "Films", "members": [ann.person], "forum": True, "bot_admin": True}
    group = (await town.telegram.post("/world/groups", json=body)).json()["id"]
    here = Chat(town.telegram, ann.person, group)

    async def wish(number: int) -> None:
        """A draft of its own in a topic of its own."""
        topic = {"person": ann.person, "chat": group, "name": f"Film {number}"}
        answer = await town.telegram.post("/world/topics", json=topic)
        words = {"text": f"@story_bot fox {number}", "thread": answer.json()["thread"]}
        await town.telegram.post("/world/send", json={**topic, **words})

    async def cards() -> list[Message]:
        return [message for message in await here.told() if message.data("Generate")]

    async with town.bot(DAILY_CREDITS="100", MAX_RUNNING_JOBS="3"):
        for most in (50, 100, 150, 200):  # nobody's line is longer than 200
            await asyncio.gather(*(wish(number) for number in range(most - 50, most)))
            await town.until(partial(as_many, cards, most), f"{most} cards")
        presses = (here.press("Generate", card) for card in await cards())
        answers = [answer.text or "" for answer in await asyncio.gather(*presses)]
        assert len([text for text in answers if "On its way" in text]) == 3
        assert len([text for text in answers if "you have 10 left" in text]) == 197
        assert await ann.left() == 10


async def as_many(found: Callable[[], Awaitable[list[Message]]], number: int) -> bool:
    return len(await found()) == number
