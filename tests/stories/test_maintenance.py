"""Keeping the bot in order while people use it: a pause for maintenance, a queue that stands still."""

from tests.stories.town import Town


async def test_while_the_bot_is_looked_after_drafts_are_written_and_running_videos_arrive(
    town: Town,
) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    await town.hold()
    async with town.bot():
        await ann.orders("a fox")
        await ann.sees("at work.*a fox")
        await olivia.hears("/set maintenance on", "maintenance is now on")
        card = await ann.hears("a hare", "30 credits")
        refused = await ann.press("Generate", card)
        assert refused.alert
        assert "being looked after right now. Your draft is safe" in (refused.text or "")
        await olivia.hears("/set maintenance_message", "maintenance_message = –")
        await olivia.hears("/set maintenance_message Back at ten!", "is now Back at ten!")
        assert (await ann.press("Generate", card)).text == "Back at ten!"
        await town.release()
        video = await ann.gets("video")
        assert (await ann.press("Again", video)).text == "Back at ten!"
        assert await ann.left() == 270, "what was turned away costs nothing"
        await olivia.hears("/unset maintenance", "maintenance is back to off")
        await ann.press("Generate", card)
        await ann.sees("Ready.*a hare")


async def test_a_paused_queue_takes_wishes_and_begins_none(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    await town.hold()
    async with town.bot():
        await ann.orders("a fox")
        await ann.sees("at work.*a fox")
        await olivia.hears("/set queue_paused on", "queue_paused is now on")
        await ann.orders("a hare")
        await ann.sees("queue is paused.*a hare")
        await town.release()
        await ann.sees("Ready.*a fox")
    async with town.bot():
        await ann.sees("queue is paused.*a hare")
        assert len(await town.requests("/videos/create")) == 1
        await olivia.hears("/set queue_paused off", "queue_paused is now off")
        await ann.sees("Ready.*a hare")
