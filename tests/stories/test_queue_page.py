"""The jobs page of the panel: what everybody has in the making, one job, calling it off, the queue's pause."""

from tests.stories.town import Town


async def test_an_admin_looks_after_everybodys_jobs(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    await town.hold()
    await town.room(1)
    async with town.bot():
        await ann.orders("a fox")
        await ann.sees("at work.*a fox")
        await ann.orders("a hare")
        await ann.sees("In the queue.*a hare")
        assert await ann.left() == 240
        panel = await olivia.hears("/admin", "Running the bot")
        await olivia.press("Jobs", panel)
        await olivia.sees("Being made now: 1")
        await olivia.press("Waiting", await olivia.sees_button("Waiting"))
        waiting = await olivia.sees("Waiting: 1")
        assert waiting.id == panel.id
        await olivia.press("a hare", waiting)
        job = await olivia.sees("Job.*of Ann.*a hare.*in the queue.*30 credits")
        answer = await olivia.press("Call it off", job)
        assert "credits are back" in (answer.text or "")
        await ann.sees("An admin of this bot called this one off.*30 credits are back")
        assert await ann.left() == 270
        shown = await olivia.sees("Job.*a hare.*didn't work out")
        assert not shown.data("Call it off")
        await olivia.press("Jobs", await olivia.sees_button("Jobs"))
        await olivia.press("Pause the queue", await olivia.sees_button("Pause the queue"))
        await olivia.sees("queue_paused = on")
        await olivia.hears("/queue", "Waiting: 0.*The queue is paused")
        await olivia.hears("/job", "which")
        await olivia.hears("/job 999", "can't find")
        await olivia.hears("/audit", "called off job . Ann")
