"""Ways through the panel that no other story takes, each with its keys on the one message that is edited in place."""

from tests.stories.chat import Chat, Message
from tests.stories.town import Town


async def page(olivia: Chat, name: str) -> Message:
    """A page of the panel, freshly opened."""
    panel = await olivia.hears("/admin", "Running the bot")
    await olivia.press(name, panel)
    return await olivia.waits_for(
        lambda m: m.id == panel.id and "Running the bot" not in m.text, f"the page {name!r}"
    )


async def then(olivia: Chat, on: Message, key: str, words: str) -> Message:
    """Press a key of the panel; the same message shows what comes next."""
    await olivia.press(key, on)
    shown = await olivia.waits_for(
        lambda m: m.id == on.id and words in m.text and m.text != on.text, words
    )
    assert shown.id == on.id
    return shown


async def test_the_shop_the_door_and_plans(town: Town) -> None:
    olivia = await town.admin()
    async with town.bot(ACCESS="approval"):
        await olivia.ask("/start")
        shop = await page(olivia, "Shop")
        assert "The shop is closed" in shop.text
        setting = await then(olivia, shop, "Open it", "stars = off")
        await then(olivia, setting, "on", "stars = on")
        assert "For sale" in (await page(olivia, "Shop")).text

        door = await page(olivia, "Coming in")
        assert "Newcomers ask" in door.text
        setting = await then(olivia, door, "Who may come in", "access = approval")
        await then(olivia, setting, "invite", "access = invite")
        assert "need an invitation" in (await page(olivia, "Coming in")).text

        await olivia.hears("/invite uses=3", "0 of 3 used")
        listed = await then(olivia, await page(olivia, "Coming in"), "Invitations", "0 of 3")
        one = await then(olivia, listed, "#1", "Give this link away")
        await then(olivia, one, "Take it back", "taken back")

        await olivia.hears("/plan pro modes text", "pro")
        plan = await then(olivia, await page(olivia, "Plans"), "pro", "nobody is in it")
        ways = await then(olivia, plan, "Ways", "ways")
        await olivia.press("All, also what comes later", ways)
        every = await olivia.waits_for(
            lambda m: m.id == plan.id and bool(m.data("Ways: all")), "all ways"
        )
        assert every.id == plan.id


async def test_accounts_moderation_and_a_broadcast_that_is_stopped(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        for chat in (olivia, ann):
            await chat.ask("/start")
        await ann.orders("a cat on a mat")
        await ann.gets("video")
        adding = await then(olivia, await page(olivia, "PixVerse"), "Add an account", "address")
        assert adding.data("PixVerse")

        await then(olivia, await page(olivia, "Moderation"), "Paused", "Nobody has to wait")
        hidden = await then(olivia, await page(olivia, "Moderation"), "Hidden effects", "Hidden")
        await then(olivia, hidden, "Hide more", "Which effects")
        await olivia.hears("warm*", "is hidden")
        hidden = await then(olivia, await page(olivia, "Moderation"), "Hidden effects", "Hidden")
        await olivia.press("names with “warm*”", hidden)
        await olivia.waits_for(
            lambda m: m.id == hidden.id and m.data("names with “warm*”") is None,
            "it is shown again",
        )

        await olivia.press("Give the credits back", await olivia.hears("/job 1", "spent"))
        why = await olivia.sees("Why does Ann get")
        told = await olivia.press("Without a reason", why)
        assert "who is told" in (told.text or "")
        await ann.sees("gave you 30 credits back")

        words = await olivia.send("We have news")
        await olivia.send("/broadcast", reply_to=words)
        aim = await olivia.sees("This is what they will see")
        flood = {"method": "copyMessage", "kind": "flood", "retry_after": 3600, "times": None}
        await town.telegram_fault(**flood, chat=ann.chat)
        await olivia.press("Everybody", aim)
        await olivia.press("Send to", await olivia.sees("Shall I send it"))
        running = await olivia.waits_for(
            lambda m: m.id == aim.id and bool(m.data("Stop it")), "a broadcast on its way"
        )
        await olivia.press("Stop it", running)
        await olivia.sees("[Ss]topped")
        assert "We have news" not in str([message.text for message in await ann.told()])
