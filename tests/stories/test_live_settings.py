"""Settings that admins change in the chat: they hold at once, without a restart."""

from tests.stories.town import Town


async def test_an_admin_changes_the_allowance_and_takes_it_back(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        card = await ann.hears("a fox", "you have 300")
        await olivia.press(
            "Allowances", await olivia.hears("/set", "Settings of the bot.*bot_daily_credits")
        )
        await olivia.sees("daily_credits = 300.*Credits that a person may spend per day")
        await olivia.hears("/set daily_credits 20", "daily_credits is now 20")
        assert await ann.left() == 20
        refused = await ann.press("Generate", card)
        assert "costs 30 credits, and you have 20 left" in (refused.text or "")
        await olivia.hears("/set daily_credits", "daily_credits = 20 .was 300.")
    async with town.bot():
        assert await ann.left() == 20, "a restart changes nothing"
        await olivia.hears("/unset DAILY_CREDITS", "daily_credits is back to 300")
        await ann.press("Generate", card)
        await ann.gets("video")
        await olivia.hears("/set BOT_DAILY_CREDITS=40", "bot_daily_credits is now 40")
        card = await ann.hears("a hare", "you have 270")
        refused = await ann.press("Generate", card)
        assert "used up its credits for today" in (refused.text or "")


async def test_the_door_opens_and_closes_at_once(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(ACCESS="approval"):
        await ann.hears("hello", "asked its admins")
        await olivia.hears("/set access open", "access is now open")
        await ann.hears("a fox", "you have 300")
        await olivia.hears("/set access closed", "access is now closed")
        ben = await town.person("Ben")
        await ben.hears("hello", "isn't taking new people")


MISTAKES = {
    "/set daily_credits many": "daily_credits must be a whole number from 0 to 1,000,000,000. "
    "For example: /set daily_credits 500",
    "/set max_running_jobs 0": "from 1 to 1,000",
    "/set bot_daily_credits few": "or the word none",
    "/set access everybody": "one of these: approval, open, invite, closed",
    "/set colour blue": "no setting called colour",
    "/unset colour": "no setting called colour",
    "/unset": "Tell me which",
}


async def test_an_admins_mistakes_and_everybody_elses_wishes(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        for command, answer in MISTAKES.items():
            await olivia.hears(command, answer)
        for command in ("/set", "/set daily_credits 9000", "/unset daily_credits", "/unset"):
            await ann.hears(command, "for the admins")
        assert await ann.left() == 300


async def test_prices_and_models_change_under_a_card_and_nobody_is_surprised(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        card = await ann.hears("a fox", "30 credits")
        await olivia.hears("/set price_markup 100", "price_markup is now 100")
        answer = await ann.press("Generate", card)
        assert "has changed meanwhile" in (answer.text or "")
        assert (await ann.sees("a fox.*60 credits")).id == card.id
        await olivia.hears("/set off v5.6, motion", "off is now motion, v5.6")
        answer = await ann.press("Generate", await ann.sees_button("Generate"))
        assert "has changed meanwhile" in (answer.text or "")
        shown = await ann.waits_for(lambda m: m.id == card.id and "v6 ·" in m.text, "v6")
        await ann.press("Model", shown)
        assert not (await ann.sees_button("Back")).data("v5.6")
        await ann.press("Back")
        await ann.press("Generate", await ann.sees_button("Generate"))
        video = await ann.gets("video")
        assert (await town.requests("/videos/create"))[0]["json"]["model"] == "v6"
        assert await ann.left() == 240
        assert "🔁 Again 💎 60" in video.labels
        await olivia.hears("/set price_markup 0", "price_markup is now 0")
        answer = await ann.press("Again", video)
        assert "has changed meanwhile" in (answer.text or "")
        again = await ann.sees_after(video.id, "a fox.*30 credits.*you have 240")
        assert again.data("Generate")
        assert len(await town.requests("/videos/create")) == 1
        await olivia.hears("/set off text", "off is now text")
        assert "isn't offered at the moment" in ((await ann.press("Again", video)).text or "")


async def test_the_settings_page_taps_and_types(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await ann.ask("/start")
        panel = await olivia.hears("/admin", "Running the bot")
        await olivia.press("Settings", panel)
        await olivia.press("Allowances", await olivia.sees_button("Allowances"))
        await olivia.press("daily_credits = 300", await olivia.sees_button("daily_credits = 300"))
        await olivia.press("Type a value", await olivia.sees_button("Type a value"))
        asked = await olivia.sees("What shall daily_credits be")
        assert asked.id == panel.id, "the panel is edited in place"
        await olivia.hears("a lot", "must be a whole number")
        changed = await olivia.hears("50", "daily_credits = 50 .was 300")
        assert await ann.left() == 50
        await olivia.press("As on the server", await olivia.sees_button("As on the server"))
        await olivia.waits_for(lambda m: m.id == changed.id and "(was" not in m.text, "it back")
        await olivia.hears("a fox", "30 credits")  # the question is answered: words are words again
        await olivia.press("Settings", await olivia.sees_button("Settings"))
        await olivia.press("Quiet hours", await olivia.sees_button("Quiet hours"))
        await olivia.press("maintenance = off", await olivia.sees_button("maintenance = off"))
        await olivia.press("on", await olivia.sees_button("✅ off"))
        await olivia.sees_button("✅ on")
        card = await ann.hears("a fox", "30 credits")
        assert "being looked after" in ((await ann.press("Generate", card)).text or "")
        await olivia.press("Settings", await olivia.sees_button("Settings"))
        await olivia.press("Models and ways", await olivia.sees_button("Models and ways"))
        await olivia.press("✅ v5-fast", await olivia.sees_button("✅ v5-fast"))
        await olivia.sees_button("🚫 v5-fast")
        await ann.press("Model", card)
        assert not (await ann.sees_button("Back")).data("v5-fast")
        await olivia.hears("/audit", "changed a setting.*off.*nothing → v5-fast")
