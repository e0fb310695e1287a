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
        shop = await page(olivia, "Shop")
        assert "For sale" in shop.text
        setting = await then(olivia, shop, "Close it", "stars = on")
        await then(olivia, setting, "off", "stars = off")
        assert "The shop is closed" in (await page(olivia, "Shop")).text

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


async def shows(olivia: Chat, on: Message, label: str) -> Message:
    """The same message, once it has that key."""
    shown = await olivia.waits_for(lambda m: m.id == on.id and bool(m.data(label)), label)
    assert shown.id == on.id
    return shown


async def test_a_plan_with_taps_alone_and_who_is_in_it(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        for chat in (olivia, ann):
            await chat.ask("/start")
        await olivia.hears("/plan pro daily 60", "pro")
        plan = await then(olivia, await page(olivia, "Plans"), "pro", "nobody is in it")
        cap = await then(olivia, plan, "All together a day: no cap", "together spend a day")
        [first, *_] = [label for label in cap.labels if label.isdecimal()]
        await olivia.press(first, cap)
        plan = await shows(olivia, plan, f"All together a day: {first}")
        which = await then(olivia, plan, "Qualities: all", "Which qualities")
        await olivia.press("✅ 1080p", which)
        which = await olivia.waits_for(
            lambda m: m.id == plan.id and "1080p" in m.labels, "1080p without a tick"
        )
        plan = await then(olivia, which, "Back", "nobody is in it")
        assert "1080p" not in next(label for label in plan.labels if "Qualities" in label)
        await olivia.press("For newcomers", plan)
        plan = await shows(olivia, plan, "Not for newcomers")
        assert "Newcomers start in it" in plan.text
        await olivia.press("Not for newcomers", plan)
        plan = await olivia.waits_for(
            lambda m: m.id == plan.id and "⭐ For newcomers" in m.labels, "newcomers go without"
        )
        assert "Newcomers start in it" not in plan.text

        person = await olivia.hears(f"/person {ann.person}", "Here since")
        plans = await then(olivia, person, "Plan", "In which plan is Ann")
        await olivia.press("pro", plans)
        person = await shows(olivia, person, "Limits")
        assert await ann.left() == 60
        plans = await then(olivia, person, "Plan", "In which plan is Ann")
        await then(olivia, plans, "No plan", "Here since")
        assert await ann.left() == 300

        person = await olivia.hears(f"/person {ann.person}", "Here since")
        roles = await then(olivia, person, "Role", "Which role for Ann")
        await then(olivia, roles, "Admin", "Ann is an admin now")
        await ann.hears("/audit", "Olivia.*Ann")
        week = await then(olivia, await page(olivia, "Numbers"), "7 days", "The last 7 days")
        assert "✅ 7 days" in week.labels


async def test_a_group_and_a_pause_from_where_they_are_listed(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(ACCESS="approval"):
        await olivia.ask("/start")
        await ann.hears("/start", "asked its admins")
        await olivia.press("Allow", await olivia.sees("would like to use"))
        await ann.sees("You're in")
        group = Chat(town.telegram, ann.person, await town.group("Friends", ann))
        await group.sees("only answer in groups that my admins have allowed")
        groups = await then(olivia, await page(olivia, "Coming in"), "Groups", "❔ Friends")
        await then(olivia, groups, "Answer in Friends", "I answer in Friends now")
        await group.sees("admins say yes")

        await olivia.hears("/set strikes_limit 1", "strikes_limit")
        await olivia.hears("/stopwords goblin", "was added")
        await ann.hears("a goblin", "start new videos again")
        person = await olivia.hears(f"/person {ann.person}", "Paused for breaking the rules")
        await then(olivia, person, "Lift the pause", "Nobody has to wait")
        person = await olivia.hears(f"/person {ann.person}", "Here since")
        assert "Paused" not in person.text
        await ann.orders("a fox")
        await ann.gets("video")


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
