"""A voice and a film on their way: the process dies at each step, and they are charged for once."""

from tests.processes import bot_process
from tests.stories.films import FILM, NOTE
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
