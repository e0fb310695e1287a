"""A provider that the program has never heard of is given to it from outside, and makes somebody's video."""

from collections.abc import Iterator
from threading import Thread

import pytest

from bot.loading import load_settings
from bot.providers.registry import PROVIDERS
from bot.settings import Settings
from jobs.capabilities import Mode
from tests.integration.providers.toy.adapter import OFFER, TOY
from tests.integration.providers.toy.server import ToyServer
from tests.media import video
from tests.pictures import picture
from tests.stories.town import Town

ALLOWANCE, PRICE = 300, 10


@pytest.fixture
def toy() -> Iterator[ToyServer]:
    with ToyServer() as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        server.film = video(seconds=2)
        yield server
        server.shutdown()
        thread.join()


def settings(town: Town, toy: ToyServer, **more: str) -> Settings:
    theirs = {"PROVIDER": "toy", "TOY_KEY": toy.key, "TOY_URL": toy.url}
    return load_settings(town.environment(**theirs, **more), providers={**PROVIDERS, TOY.name: TOY})


async def test_words_become_a_video_that_the_toy_made(town: Town, toy: ToyServer) -> None:
    ann = await town.person("Ann")
    hook = town.webhooks()
    async with town.running(settings(town, toy, **hook), pace=town.pace()):
        card = await ann.hears("a fox in the snow", "you have")
        [model] = OFFER.modes[Mode.TEXT].models
        assert model in card.text
        await ann.press("Generate", card)
        await town.until(lambda: asked(toy), "a video in the toy's list")
        assert toy.videos[0]["words"] == "a fox in the snow"
        toy.finish()
        film = await ann.gets("video")
        assert await ann.bytes_of(film) == toy.film
        assert await ann.left() == ALLOWANCE - PRICE

        await ann.press("▶️", await ann.ask("/jobs"))
        await ann.press("Delete", await ann.sees_button("Original file"))
        sure = await ann.sees("Delete this one for good.*At PixVerse the video stays")
        await ann.press("Yes, delete it", sure)
        await ann.sees("Deleted.*At PixVerse the video stays")


async def menus(town: Town) -> bool:
    return bool(await town.calls("setMyShortDescription"))


async def asked(toy: ToyServer) -> bool:
    return bool(toy.videos)


async def test_what_it_cannot_do_is_not_offered(town: Town, toy: ToyServer) -> None:
    ann, olivia = await town.person("Ann"), await town.admin()
    async with town.running(settings(town, toy)):
        hello = await ann.hears("/start", "Send me a sentence")
        guide = await ann.hears("/help", "How it works")
        for message in (hello, guide):
            assert "effect" not in " ".join([message.text, *message.labels]).lower()
        assert "Reply to" not in hello.text + guide.text
        assert "album" not in guide.text
        await ann.album([picture("teal"), picture("navy")])
        await ann.sees("isn't offered at the moment")
        await ann.hears("/effects", "isn't offered at the moment")
        assert len(await ann.told()) == 4, "one word is enough for an album"
        await olivia.hears("/accounts", "toy box.*100 credits")
        await town.until(lambda: menus(town), "menus of commands")
        for menu in await town.calls("setMyCommands"):
            assert "'effects'" not in str(menu)
