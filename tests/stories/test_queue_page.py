"""Jobs of everybody in an admin's hands: found, called off, tried again, paid back; the queue paused where one looks."""

import pytest

from tests.stories.chat import Chat, Message
from tests.stories.town import Town, Watch

CREATE = "/videos/create"


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
        # the queue stops and goes on without leaving the page
        told = await olivia.press("Pause the queue", waiting)
        assert "What is being made goes on" in (told.text or "")
        await olivia.press("Let the queue go on", await olivia.sees("Waiting: 1.*is paused"))
        waiting = await olivia.sees_button("Pause the queue")
        assert waiting.id == panel.id
        assert "paused" not in waiting.text
        await olivia.press("a hare", waiting)
        job = await olivia.sees("Job.*of Ann.*in the queue.*30 credits, set aside.*a hare")
        answer = await olivia.press("Call it off", job)
        assert "credits are back" in (answer.text or "")
        await ann.sees("An admin of this bot called this one off.*30 credits are back")
        assert await ann.left() == 270
        shown = await olivia.sees("didn't work out.*30 credits, back with their owner.*a hare")
        assert not shown.data("Call it off")
        assert "not spent" in (await olivia.hears("/refundjob 2", "not spent")).text
        # by kind, by person
        await olivia.press("Jobs", shown)
        await olivia.press("Any kind", await olivia.sees_button("Any kind"))
        await olivia.press("Lip sync", await olivia.sees("Which way"))
        await olivia.press("All", await olivia.sees("Being made now.*Only.*None"))
        await olivia.press("Lip sync", await olivia.sees("All jobs.*Only.*None"))
        await olivia.press("Any kind", await olivia.sees("Which way"))
        await olivia.press("Everybody's", await olivia.sees_button("a hare"))
        await olivia.sees("Whose jobs")
        mine = await olivia.hears("Ann", "All jobs.*Only of Ann")
        assert mine.data("a fox")
        await olivia.press("Not only Ann", mine)
        await olivia.press("Videos", await olivia.hears(f"/person {ann.person}", "Ann"))
        await olivia.press("Open them one by one", await olivia.sees_button("one by one"))
        await olivia.sees("All jobs.*Only of Ann")
        await olivia.hears(f"/queue failed @ann{ann.person}", "Didn't work out.*Only of Ann")
        await olivia.hears("/queue nobodyatall", "don't know")
        # by command
        await olivia.hears("/pausequeue", "Waiting: 0.*The queue is paused")
        assert "paused" not in (await olivia.hears("/resumequeue", "Waiting: 0")).text
        for command in ("job", "calloff", "giveup", "look", "retry", "refundjob"):
            await olivia.hears(f"/{command}", "Tell me which")
        await olivia.hears("/job 999", "can't find")
        await olivia.hears("/calloff 1", "didn't work out.*a fox")
        await olivia.hears("/giveup 1", "Too late")
        await olivia.hears("/look 1", "Too late")
        await olivia.hears("/audit", "called off job . Ann")


async def test_a_failed_job_is_tried_again_and_a_bad_one_paid_back(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await olivia.ask("/start")
        await ann.orders("a failing thing")
        await ann.sees("couldn't make this one")
        failed = await olivia.hears("/queue failed", "Didn't work out")
        await olivia.press("Ann · a failing", failed)
        told = await olivia.press("Try it again", await olivia.sees_button("Try it again"))
        assert "on its way" in (told.text or "")
        await ann.sees("an admin has started it again for you.*30 credits")
        await olivia.hears("/job 1", "Tried again as job 2")
        await town.until(lambda: tries(town, 2), "a second try")
        await ann.orders("a cat on a mat")
        await ann.gets("video")
        await olivia.press("Give the credits back", await olivia.hears("/job 3", "spent"))
        await olivia.sees("Why does Ann get 30 credits for job 3 back")
        done = await olivia.hears("it flickers", "spent, then given back")
        assert not done.data("Give the credits back")
        await ann.sees("An admin gave you 30 credits back for “a cat on a mat”")
        await ann.hears("/history", "30 given back by an admin · a cat on a mat")
        assert "30 given back · a cat on a mat" in (await ann.hears("/quota", "You can spend")).text
        await olivia.hears("/refundjob 3 once more", "given back before")
        assert "gave back the credits of job" in (await olivia.ask("/audit")).text
        assert await ann.left() == 300


async def test_what_failed_and_what_nobody_could_be_brought_is_found_by_its_key(
    town: Town,
) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        for chat in (olivia, ann):
            await chat.ask("/start")
        await ann.orders("a failing thing")
        await ann.sees("couldn't make this one")
        await town.hold()
        await ann.orders("a cat on a mat")
        await ann.sees("at work.*a cat on a mat")
        await ann.block()
        await town.release()
        await town.until(lambda: refused(town), "a video before a closed door")
        await town.until(lambda: kept(olivia), "its job among those not delivered")
        panel = await olivia.hears("/admin", "Running the bot")
        await olivia.press("Jobs", panel)
        failed = await listed(olivia, panel, "Failed", "Didn't work out")
        assert failed.data("a failing thing")
        lost = await listed(olivia, panel, "Unconfirmed", "Unconfirmed: 0\nI can't tell yet")
        assert not lost.data("Ann")
        undelivered = await listed(olivia, panel, "Not delivered", "but not delivered")
        await olivia.press("a cat on a mat", undelivered)
        job = await olivia.waits_for(
            lambda m: m.id == panel.id and bool(m.data("Send it once more")), "the job"
        )
        await ann.unblock()
        told = await olivia.press("Send it once more", job)
        assert "on its way" in (told.text or "")
        assert (await ann.gets("video")).text
        assert len(await town.requests(CREATE)) == 2, "nothing is made anew"
        assert await ann.left() == 270


async def refused(town: Town) -> bool:
    return [call["status"] for call in await town.calls("sendVideo")] == [403]


async def kept(olivia: Chat) -> bool:
    return "a cat on a mat" in str((await olivia.ask("/queue undeliverable")).labels)


async def listed(olivia: Chat, panel: Message, key: str, title: str) -> Message:
    """Another list of the jobs page, by its key."""
    await olivia.press(key, await olivia.sees_button(key))
    shown = await olivia.waits_for(lambda m: m.id == panel.id and title in m.text, title)
    assert shown.id == panel.id
    return shown


async def tries(town: Town, many: int) -> bool:
    return len(await town.requests(CREATE)) == many


@pytest.mark.parametrize("typed", [False, True])
async def test_what_may_be_paid_twice_is_sent_again_only_by_somebody_who_knows(
    town: Town, *, typed: bool
) -> None:
    olivia, ann, watch = await town.admin(), await town.person("Ann"), Watch()
    async with town.bot(clock=watch):
        await olivia.ask("/start")
        await town.useapi_fault(path=CREATE, method="POST", kind="reset")
        await town.useapi_fault(path="/scheduler/", method="GET", kind="status", times=10_000)
        await ann.orders("a cat on a mat")
        await town.until(lambda: tries(town, 1), "the request at the provider")
        await ann.sees("Getting started")
        watch.advance(minutes=31)
        alert = await olivia.sees("is unconfirmed")
        sure = await olivia.hears("/retry 1", "its account pays a second time.*Ann pays once")
        await olivia.press("Never mind", sure)
        await olivia.press("Look for it now", await olivia.sees("Job 1.*being checked"))
        await olivia.hears("/look 1", "looking for it at PixVerse now")
        await olivia.press("Try it again", alert)
        asked = await olivia.sees_button("even if it costs twice")
        if typed:
            await olivia.send("/retry 1 twice")
        else:
            await olivia.press("even if it costs twice", asked)
        await town.until(lambda: tries(town, 2), "a second request")
        await town.useapi.delete("/control/faults")
        await ann.gets("video")
        assert await ann.left() == 270, "Ann pays once"
        await olivia.hears("/audit", "tried again job . Ann")
