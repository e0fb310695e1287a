"""One message for many: previewed, aimed, stopped, and whole again after the power went."""

import asyncio
from pathlib import Path

from bot.clock import SYSTEM_CLOCK
from bot.loading import load_settings
from jobs.ids import PersonId
from jobs.people import Profile
from storage import Store
from tests.offers import OFFER
from tests.pictures import picture
from tests.processes import bot_process
from tests.stories.chat import Chat, Message
from tests.stories.town import Town

CROWD = 10_000
BLOCKED = 40
WORDS = "We speak Portuguese now"


async def preview(olivia: Chat, message_id: int) -> Message:
    """Answer one's own message with /broadcast; the question whom it is for."""
    await olivia.send("/broadcast", reply_to=message_id)
    return await olivia.sees("This is what they will see")


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
        await town.until(lambda: have_it(town, CROWD // 3), "a third of them")
        bot.kill()
    with a_bot(town):
        done = await olivia.sees(rf"Done.*{BLOCKED} have blocked me, 0 failed")
        assert f"{CROWD + 1 - BLOCKED:,} of {CROWD + 1:,}" in done.text
    got = await copies(town)
    assert set(crowd) - got.keys() == set(blocked), "nobody is left out"
    twice = [chat for chat, number in got.items() if chat in crowd and number > 1]
    assert len(twice) <= 1, "only the one in flight may have it twice"


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
