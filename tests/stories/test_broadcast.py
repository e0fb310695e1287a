"""One message for many: previewed, aimed, stopped, and whole again after the power went."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bot.clock import SYSTEM_CLOCK
from bot.loading import load_settings
from jobs.ids import PersonId
from jobs.people import Profile
from storage import Store
from tests.media import sound, video
from tests.offers import OFFER
from tests.pictures import picture
from tests.processes import bot_process
from tests.stories.chat import Chat, Message
from tests.stories.town import Town

CROWD = 10_000
FEW = 150
BLOCKED = 40
LONG = "金卡会员" * 6  # as long as a plan's name may be, and more bytes than a button has
FIVE_MINUTES = 300.0  # so many people take their time on a busy machine
AWAY_FOR = 14  # calls: more than would be spent on any two people one after the other
MOMENT = timedelta(milliseconds=20)
WORDS = "We speak Portuguese now"


async def preview(olivia: Chat, message_id: int) -> Message:
    """Answer one's own message with /broadcast; the question whom it is for."""
    asked = await olivia.send("/broadcast", reply_to=message_id)
    return await olivia.sees_after(asked, "This is what they will see")


async def test_a_broadcast_is_previewed_aimed_and_told_of(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann", language_code="nl")
    ben, eve = await town.person("Ben"), await town.person("Eve")
    async with town.bot():
        for chat in (olivia, ann, ben, eve):
            await chat.hears("/start", "Hi")
        assert "answer it with /broadcast" in (await olivia.ask("/broadcast")).text
        assert "admins" in (await ann.ask("/broadcast")).text, "nobody else can"

        photo = await olivia.photo(picture("gold"), "news")
        aim = await preview(olivia, photo)
        seen = [one for one in await olivia.told() if one.kind == "photo"]
        assert [one.text for one in seen] == ["news"], "the preview is the message itself"
        assert "Everybody · 4" in aim.labels
        await town.telegram_fault(method="copyMessage", kind="forbidden", chat=ben.chat)
        await olivia.press("Everybody · 4", aim)
        await olivia.press("Send to 4", await olivia.sees("Everybody: 4 people"))
        done = await olivia.sees("Done.*3 of 4 have it, 1 have blocked me")
        assert done.id == aim.id
        assert not any(one.data("Generate") for one in await olivia.told()), "it is no draft"
        for chat in (ann, eve):
            assert (await chat.gets("photo")).text == "news"
        assert not [one for one in await ben.told() if one.kind == "photo"]

        await olivia.press("Broadcast", await olivia.ask("/admin"))
        page = await olivia.sees("Broadcasts.*Done")
        assert "3 of 4" in page.text


async def test_a_broadcast_for_a_plan_reaches_its_people_only(town: Town) -> None:
    olivia = await town.admin()
    ann, ben = await town.person("Ann"), await town.person("Ben")
    async with town.bot():
        for chat in (ann, ben):
            await chat.hears("/start", "Hi")
        await olivia.hears(f"/plan {LONG} daily 50", LONG)
        await olivia.hears(f"/plan give {ann.person} {LONG}", f"Ann is in {LONG}")
        aim = await preview(olivia, await olivia.send("for the few"))
        [key] = [label for label in aim.labels if label.startswith(f"Plan {LONG[:5]}")]
        await olivia.press(key, aim)
        question = await olivia.sees(f"Plan {LONG}: 1 person")
        await olivia.press("Send to 1", question)
        await olivia.sees(f"Done.*Plan {LONG}.*1 of 1 have it")
        await ann.sees("for the few")
        await ben.hears("/quota", "You can spend")
        assert not any("for the few" in one.text for one in await ben.told())
        assert f"plan {LONG}: 1" in (await olivia.ask("/audit")).text

        aim = await preview(olivia, await olivia.send("for nobody any more"))
        await olivia.hears(f"/plan remove {LONG} yes", "There are none yet")
        assert "no plan of that name" in ((await olivia.press(key, aim)).text or "")


async def test_a_message_of_any_kind_arrives_as_it_was_written(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    files = {
        "photo": ("p.jpg", picture(), "image/jpeg"),
        "video": ("v.mp4", video(), "video/mp4"),
        "video_note": ("n.mp4", video(size=(240, 240)), "video/mp4"),
        "animation": ("a.gif", picture(form="GIF"), "image/gif"),
        "voice": ("v.ogg", sound("ogg"), "audio/ogg"),
        "audio": ("a.mp3", sound("mp3"), "audio/mpeg"),
        "document": ("notes.pdf", b"%PDF-1.7 " + bytes(99), "application/pdf"),
        "sticker": ("s.webp", picture(form="WEBP"), "image/webp"),
    }
    async with town.bot():
        await ann.hears("/start", "Hi")
        for kind in (*files, "location", "poll", "contact"):
            if kind in files:
                [written] = await olivia.send_files([files[kind]], kind=kind)
            else:
                written = await olivia.thing(kind)
            aim = await preview(olivia, written)
            seen = [one for one in await olivia.told() if written < one.id < aim.id]
            assert kind in {one.kind for one in seen}, "the preview is the message itself"
            await olivia.press("Everybody", aim)
            await olivia.press("Send to", await olivia.sees("Shall I send it"))
            await ann.gets(kind)


async def test_an_album_arrives_as_one(town: Town) -> None:
    olivia, ann, ben = await town.admin(), await town.person("Ann"), await town.person("Ben")
    async with town.bot():
        for chat in (ann, ben):
            await chat.hears("/start", "Hi")
        album = await olivia.send_files(
            [("1.jpg", picture("red"), "image/jpeg"), ("2.jpg", picture("blue"), "image/jpeg")]
            + [(f"{n}.jpg", picture("gold"), "image/jpeg") for n in range(3, 11)],
            kind="photo",
            text="ten of them",
        )
        aim = await preview(olivia, album[4])
        seen = [one for one in await olivia.told() if one.kind == "photo"]
        assert [one.text for one in seen] == ["ten of them", *[""] * 9]
        assert len({one.raw["album"] for one in seen}) == 1, "the preview is one album"
        assert not any(one.data("Generate") for one in await olivia.told()), "it is no draft"
        flood = {"method": "copyMessages", "kind": "flood", "retry_after": 1}
        await town.telegram_fault(**flood, chat=ann.chat)
        await town.telegram_fault(method="copyMessages", kind="forbidden", chat=ben.chat)
        await olivia.press("Everybody", aim)
        await olivia.press("Send to", await olivia.sees("Shall I send it"))
        await olivia.sees("Done.*2 of 3 have it, 1 have blocked me")
        got = [one for one in await ann.told() if one.kind == "photo"]
        assert len(got) == 10
        assert len({one.raw["album"] for one in got}) == 1
        assert not await town.calls("copyMessage"), "never a part of it alone"

        other = await olivia.send_files(
            [("a.pdf", b"%PDF-1.7 " + bytes(9), "application/pdf")] * 2, kind="document"
        )
        await olivia.edit(other[0], "with words now")
        await preview(olivia, other[1])
        assert any(one.text == "with words now" for one in await olivia.told())
        await olivia.delete(other[0])
        asked = await olivia.send("/broadcast", reply_to=other[1])
        await olivia.sees_after(asked, "Of the 2 messages in that album I could copy 1 only")
        forgotten(town)
        asked = await olivia.send("/broadcast", reply_to=other[1])
        await olivia.sees_after(asked, "don't know any more what belongs to that album")


def forgotten(town: Town) -> None:
    """As after a month."""
    with closing(sqlite3.connect(town.home / "bot.sqlite3", isolation_level=None)) as connection:
        connection.execute("DELETE FROM album_parts")


async def test_a_broadcast_is_aimed_and_sent_by_typing(town: Town) -> None:
    olivia, ann, ben = await town.admin(), await town.person("Ann"), await town.person("Ben")
    async with town.bot():
        for chat in (ann, ben):
            await chat.hears("/start", "Hi")
        await olivia.hears("/plan gold daily 50", "gold")
        await olivia.hears(f"/plan give {ann.person} gold", "Ann is in gold")
        for words in ("to all", "send", "drop"):
            await olivia.hears(f"/broadcast {words}", "There is nothing to send or to drop")
        await olivia.hears("/broadcast now", "/broadcast drop doesn't")
        await preview(olivia, await olivia.send("a mistake"))
        await olivia.hears("/broadcast send", "Say first whom it is for")
        await olivia.hears("/broadcast to everybody", "don't know whom you mean by everybody")
        await olivia.hears("/broadcast to", "This is what they will see")
        await olivia.hears("/broadcast to en", "Language en: 3 people. Shall I send it")
        await olivia.hears("/broadcast drop", "Not sent to anybody")
        await olivia.hears("/broadcast send", "There is nothing to send")
        aim = await preview(olivia, await olivia.send("for the golden"))
        await preview(olivia, await olivia.send("for later"))
        await olivia.press("Plan gold", aim)
        await olivia.sees("Plan gold: 1 person.*/broadcast send")
        sent = await olivia.send("/broadcast send")
        done = await olivia.sees_after(sent, "Done.*Plan gold.*1 of 1 have it")
        assert "Plan gold" in done.text
        await ann.sees("for the golden")
        assert not any("for later" in one.text for one in await ann.told()), "what is on the screen"
        await olivia.hears("/broadcast to gold", "Plan gold: 1 person. Shall I send it")
        await olivia.hears("/broadcast drop", "Not sent to anybody")
        assert any("for the golden" in one.text for one in await ann.told())
        assert not any("mistake" in one.text for one in await ann.told())
        assert not any("golden" in one.text for one in await ben.told())
        await olivia.hears("/broadcast", "Broadcasts.*Done.*Plan gold")
        assert "started a broadcast · " in (await olivia.ask("/audit")).text


async def test_what_cannot_be_sent_to_many_is_said_in_a_sentence(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await ann.hears("/start", "Hi")
        written = await olivia.send("hello")
        fault = {"method": "copyMessage", "kind": "bad_request"}
        await town.telegram_fault(**fault, description="message can't be copied")
        asked = await olivia.send("/broadcast", reply_to=written)
        await olivia.sees_after(asked, "can't copy that message")
        assert not any(one.data("Everybody") for one in await olivia.told())
        await preview(olivia, written)


async def test_a_broadcast_that_was_not_confirmed_reaches_nobody(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await ann.hears("/start", "Hi")
        aim = await preview(olivia, await olivia.send("a mistake"))
        await olivia.press("Don't send", aim)
        await olivia.sees("Not sent to anybody")
        aim = await preview(olivia, await olivia.send("another mistake"))
        await olivia.press("Everybody", aim)
        await olivia.press("Back", await olivia.sees("Shall I send it"))
        await olivia.press("Don't send", await olivia.sees("This is what they will see"))
        await ann.hears("/quota", "You can spend")
        assert not any("mistake" in one.text for one in await ann.told())


async def test_nobody_is_left_out_while_telegram_is_away(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    soon = {"unknown_send": MOMENT, "longest_unknown_send": 50 * MOMENT, "broken_send": MOMENT}
    async with town.bot(pace=town.pace(**soon)):
        await ann.hears("/start", "Hi")
        aim = await preview(olivia, await olivia.send(WORDS))
        await town.telegram_fault(method="copyMessage", kind="html", times=AWAY_FOR)
        await olivia.press("Everybody", aim)
        await olivia.press("Send to", await olivia.sees("Shall I send it"))
        await olivia.sees("Done.*2 of 2.*0 failed")
        assert [one.text for one in await ann.told()].count(WORDS) == 1


async def test_ten_thousand_people_get_it_once_though_the_power_goes(town: Town) -> None:
    olivia = await town.admin()
    crowd = await a_crowd(town, CROWD)
    blocked = sorted(crowd)[::250][:BLOCKED]
    fault = {"method": "copyMessage", "times": None}
    await town.telegram_fault(**fault, kind="forbidden", chats=blocked)
    with a_bot(town) as bot:
        await olivia.hears("/start", "Hi")
        aim = await preview(olivia, await olivia.send(WORDS))
        await town.telegram_fault(**fault, kind="flood", share=0.005, retry_after=1)
        await olivia.press("Everybody", aim)
        await olivia.press("Send to", await olivia.sees("Shall I send it"))
        third = "a third of them"
        await town.until(lambda: have_it(town, CROWD // 3), third, patience=FIVE_MINUTES)
        bot.kill()
    with a_bot(town):
        all_of_them = CROWD - BLOCKED
        await town.until(lambda: have_it(town, all_of_them), "all of them", patience=FIVE_MINUTES)
        done = await olivia.sees(rf"Done.*{BLOCKED} have blocked me, 0 failed")
        assert f"{CROWD + 1 - BLOCKED:,} of {CROWD + 1:,}" in done.text
    got = await copies(town)
    assert set(crowd) - got.keys() == set(blocked), "nobody is left out"
    twice = [chat for chat, number in got.items() if chat in crowd and number > 1]
    assert len(twice) <= 1, "only the one in flight may have it twice"


async def test_an_album_comes_once_and_whole_though_the_power_goes(town: Town) -> None:
    olivia = await town.admin()
    crowd = await a_crowd(town, FEW)
    with a_bot(town) as bot:
        await olivia.hears("/start", "Hi")
        album = await olivia.album([picture("red"), picture("blue"), picture("gold")], WORDS)
        aim = await preview(olivia, album[1])
        await olivia.press("Everybody", aim)
        await olivia.press("Send to", await olivia.sees("Shall I send it"))
        await town.until(lambda: have_it(town, FEW // 3), "a third of them")
        bot.kill()
    with a_bot(town):
        await town.until(lambda: have_it(town, FEW), "all of them")
        await olivia.sees(f"Done.*{FEW + 1} of {FEW + 1} have it")
    got = await copies(town)
    assert set(crowd) <= got.keys(), "nobody is left out"
    twice = [chat for chat, number in got.items() if chat in crowd and number > 1]
    assert len(twice) <= 1, "only the one in flight may have it twice"
    for chat in crowd:
        told = await Chat(town.telegram, chat).told()
        assert len([one for one in told if one.kind == "photo"]) == 3 * got[chat]


def a_bot(town: Town):  # type: ignore[no-untyped-def]
    return bot_process(town.environment(), town.home, "tests.stories.quick_bot")


async def a_crowd(town: Town, number: int) -> frozenset[int]:
    """So many people who have all talked to the bot before."""
    wish = {"count": number, "started": True}
    made = (await town.telegram.post("/world/people/many", json=wish)).raise_for_status().json()
    crowd = range(made["first_id"], made["last_id"] + 1)
    settings = load_settings(town.environment())
    store = await Store.open(
        Path(settings.database), clock=SYSTEM_CLOCK, rules=settings.rules, offer=OFFER
    )
    try:
        await asyncio.gather(*(store.people.meet(Profile(PersonId(one), "P")) for one in crowd))
    finally:
        await store.close()
    return frozenset(crowd)


async def copies(town: Town) -> dict[int, int]:
    """How often each chat has the message."""
    answer = await town.telegram.get("/control/counts", params={"text": WORDS})
    return {int(chat): number for chat, number in answer.json()["counts"].items()}


async def have_it(town: Town, number: int) -> bool:
    return len(await copies(town)) >= number
