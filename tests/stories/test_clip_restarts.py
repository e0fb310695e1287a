"""Voices and films on their way: the process dies at each step, and they are charged for once."""

from tests.processes import bot_process
from tests.stories.films import FILM, NOTE, PLENTY, a_result, asked_for, made_first, uploaded
from tests.stories.test_crash_sweep import FAST, QUICK_BOT
from tests.stories.town import Town


async def stops_at(town: Town, path: str, times: int) -> None:
    """Wait until the provider was asked at this address so often."""

    async def asked() -> bool:
        return len(await town.requests(path)) >= times

    await town.until(asked, f"request {times} at {path}")


async def test_killed_at_every_step(town: Town) -> None:
    ann = await town.person("Ann")
    environment = town.environment(**FAST)
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        film = await ann.video(FILM)
        await ann.sees("What should I do with it")
        bot.kill()
    await ann.voice(NOTE, reply_to=film)
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        card = await ann.sees("Lip sync.*Your video · 3 s.*Your voice · 2 s")
        bot.kill()
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        await town.useapi_fault(path="/files/", kind="hang", seconds=60)
        await ann.press("Generate", card)
        await stops_at(town, "/files/", 1)
        bot.kill()
    for kind, times in (("hang", 1), ("hang_after", 2)):
        await town.useapi.delete("/control/faults")
        await town.useapi_fault(path="/videos/lipsync", kind=kind, seconds=60)
        with bot_process(environment, town.home, QUICK_BOT) as bot:
            await stops_at(town, "/videos/lipsync", times)
            bot.kill()
    await town.useapi.delete("/control/faults")
    await town.control("videos/finish", all=True)  # it runs no more: only the list can show it
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        await ann.gets("video")
        await ann.sees("Ready")
        assert [video["refunded"] for video in await town.videos()] == [0]
        assert len(await town.requests("/videos/lipsync")) == 2
        assert len([message for message in await ann.told() if message.kind == "video"]) == 1
        assert await ann.left() == 300 - 45
        assert "[error" not in bot.log.read_text()
        bot.kill()


async def fetched(town: Town) -> bool:
    """Whether the bot has asked Telegram for the bytes of a file."""
    return bool(await town.calls("/file/"))


async def test_ones_own_film_goes_on_through_every_death(town: Town) -> None:
    ann = await town.person("Ann")
    environment = town.environment(**FAST)
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        await ann.video(FILM, "and then it rains")
        await ann.press("Make it longer", await ann.sees("What should I do"))
        card = await ann.sees("Longer video.*and then it rains")
        bot.kill()
    await town.telegram_fault(method="/file/", kind="hang", seconds=60)
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        await ann.press("Generate", card)
        await town.until(lambda: fetched(town), "the film on its way from Telegram")
        bot.kill()  # before anybody could look at it
    await town.telegram.delete("/control/faults")
    await town.useapi_fault(path="/files/", kind="hang_after", seconds=60)
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        await stops_at(town, "/files/", 1)
        bot.kill()  # it is there, and we were not told
    await town.useapi.delete("/control/faults")
    await town.hold()
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        await stops_at(town, "/videos/extend", 1)
        await ann.sees("Making your video|Rendering|PixVerse is")
        bot.kill()  # it renders
    await town.release()
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        longer = await ann.sees("and then it rains", kind="video")
        assert "Longer video" in longer.text
        assert await asked_for(town, "extend") == {
            "video_path": (await uploaded(town))[-1][1],
            "model": "v5.5",
            "prompt": "and then it rains",
            "duration": 5,
            "quality": "540p",
        }
        assert len(await town.requests("/videos/extend")) == 1
        assert [video["refunded"] for video in await town.videos()] == [0]
        assert "[error" not in bot.log.read_text()
        bot.kill()


async def test_work_on_a_result_is_found_again_by_what_it_was_made_from(town: Town) -> None:
    ann = await town.person("Ann")
    environment = town.environment(**FAST, **PLENTY)
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        result = await a_result(ann)
        left = await ann.left()
        await ann.press("Upscale", result)
        await town.useapi_fault(path="/videos/upscale", kind="hang_after", seconds=60)
        await ann.press("Generate", await ann.sees("Upscaled to 4K.*you have"))
        await stops_at(town, "/videos/upscale", 1)
        bot.kill()  # paid, unanswered, and it takes no seed to know it by
    await town.useapi.delete("/control/faults")
    await town.control("videos/finish", all=True)
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        await ann.sees("Upscaled to 4K", kind="video")
        await ann.press("Modify", result)
        await ann.sees("Changed video.*you have")
        await town.useapi_fault(path="/videos/modify", kind="hang", seconds=60)
        await ann.send("everything is red")
        await ann.press("Generate", await ann.sees("everything is red.*you have"))
        await stops_at(town, "/videos/modify", 1)
        bot.kill()  # not paid, and we cannot know
    await town.useapi.delete("/control/faults")
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        await ann.sees("everything is red.*Changed video", kind="video")
        assert await asked_for(town, "modify") == {
            "video_id": await made_first(town),
            "model": "v5.5",
            "prompt": "everything is red",
            "quality": "540p",
        }
        assert len(await town.videos()) == 3, "each was made once"
        assert left - await ann.left() == 60
        bot.kill()
