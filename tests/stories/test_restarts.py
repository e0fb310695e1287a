"""The process dies at the worst moments; the people in the chat do not notice, and nobody pays twice."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from tests.pictures import picture
from tests.processes import BotProcess, bot_process
from tests.stories.chat import Chat
from tests.stories.shelves import ONE_PICTURE, open_shelves
from tests.stories.town import Town


@contextmanager
def a_bot(town: Town, **changes: str) -> Iterator[BotProcess]:
    environment = town.environment(POLL_SECONDS="0.2", **changes)
    with bot_process(environment, town.home) as process:
        yield process


async def paid_once(town: Town, chat: Chat) -> None:
    """One job at the provider, one video in the chat, one price gone."""
    video = await chat.gets("video")
    assert await town.is_the_providers(chat, video)
    assert len(await town.videos()) == 1
    assert await chat.left() == 300 - 30
    assert [message.kind for message in await chat.told()].count("video") == 1


async def test_a_dialogue_goes_on_where_it_was(town: Town) -> None:
    ann = await town.person("Ann")
    with a_bot(town) as bot:
        await ann.photo(picture("gold"), "she waves")
        card = await ann.sees("she waves.*1 picture")
        await open_shelves(ann)
        await ann.press("Search")
        await ann.sees("looking for")
        bot.kill()
    with a_bot(town):
        # The question may come twice: the press was not done when the power went.
        found = await ann.hears("golden HOUR", "Effects for “golden HOUR”")
        await ann.press("Length", card)
        choices = await ann.sees("How long")
        assert choices.id == card.id, "a button from before the restart"
        await ann.press("8 s", choices)
        assert "she waves" in (await ann.sees("8 s.*60 credits")).text, "the draft is whole"
        await ann.press(ONE_PICTURE, found)
        await ann.press("Use this effect")
        await ann.sees(f"✨ {ONE_PICTURE}.*she waves.*🖼 1 picture")


async def test_what_was_said_while_the_bot_was_away_is_answered(town: Town) -> None:
    ann = await town.person("Ann")
    with a_bot(town) as bot:
        await ann.hears("/start", "Hi Ann")
        bot.kill()
    said = await ann.send("a boat in the rain")
    with a_bot(town):
        await ann.sees_after(said, "a boat in the rain.*30 credits")


async def test_killed_while_the_job_renders(town: Town) -> None:
    ann = await town.person("Ann")
    await town.hold()
    with a_bot(town) as bot:
        await ann.orders("a cat on a skateboard")
        await ann.sees("at work")
        bot.kill()
    await town.release()
    with a_bot(town):
        await paid_once(town, ann)
        await ann.sees("Ready")


async def test_killed_while_the_job_waits(town: Town) -> None:
    ann = await town.person("Ann")
    await town.room(0)
    with a_bot(town) as bot:
        await ann.orders("a cat on a skateboard")
        await ann.sees("In the queue: number 1")
        bot.kill()
    await town.room(8)
    with a_bot(town):
        await paid_once(town, ann)


async def test_killed_while_the_provider_answers_the_paid_request(town: Town) -> None:
    ann = await town.person("Ann")
    await town.useapi_fault(path="/videos/create", kind="hang_after", times=1, seconds=30)
    with a_bot(town) as bot:
        await ann.orders("a cat on a skateboard")

        async def accepted() -> bool:
            return bool(await town.videos())

        await town.until(accepted, "an accepted job")
        bot.kill()
    with a_bot(town):
        await paid_once(town, ann)


async def test_killed_while_a_picture_is_on_its_way(town: Town) -> None:
    ann = await town.person("Ann")
    await town.useapi_fault(path="/files/", kind="hang", times=1, seconds=30)
    with a_bot(town) as bot:
        await ann.photo(picture(), "she smiles")
        await ann.press("Generate")
        await ann.sees("Getting started")
        bot.kill()
    with a_bot(town):
        await paid_once(town, ann)


async def test_webhooks_survive_a_restart(town: Town) -> None:
    ann = await town.person("Ann")
    hooks = town.webhooks()
    await town.hold()
    with a_bot(town, **hooks) as bot:
        await ann.orders("a cat on a skateboard")
        await ann.sees("at work")
        bot.kill()
    await ann.send("/jobs")
    await town.release()
    with a_bot(town, **hooks):
        await paid_once(town, ann)
        await ann.sees("Your videos")


async def test_a_polite_end_is_quick_and_clean(town: Town) -> None:
    ann = await town.person("Ann")
    await town.hold()
    with a_bot(town) as bot:
        await ann.orders("a cat on a skateboard")
        await ann.sees("at work")
        assert await asyncio.to_thread(bot.stop) == 0
        log = bot.log.read_text()
        assert "Traceback" not in log
        assert "Task was destroyed" not in log
    await town.release()
    with a_bot(town):
        await paid_once(town, ann)


async def test_a_polite_end_with_webhooks(town: Town) -> None:
    ann = await town.person("Ann")
    with a_bot(town, **town.webhooks()) as bot:
        await ann.hears("/start", "Hi Ann")
        assert await asyncio.to_thread(bot.stop) == 0
        assert "Traceback" not in bot.log.read_text()
