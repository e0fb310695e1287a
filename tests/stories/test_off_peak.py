"""Off-peak: cheaper, made within a day, told by nobody: it is found in the list, whatever happens meanwhile."""

from tests.stories.paid import the_body
from tests.stories.town import Town, Watch


async def test_a_day_and_two_restarts_later_the_video_is_there(town: Town) -> None:
    ann, clock = await town.person("Ann"), Watch()
    await town.control("reset", accounts=1, render_seconds=0.4, off_peak_seconds=100_000)
    async with town.bot(clock=clock, **town.webhooks()):
        await ann.ask("a lighthouse at night")
        await ann.press("More", await ann.sees_button("More"))
        more = await ann.sees("cheaper.*comes within a day")
        await ann.press("Off-peak: saves 💎 15", more)
        await ann.press("Back", await ann.sees("off-peak.*It comes within a day.*about 15 credits"))
        await ann.press("Generate", await ann.sees_button("Generate"))
        status = await ann.sees("off-peak.*can take up to a day; I'll send it here")
        assert await ann.left() == 285, "they are held"
    body = await the_body(town, "create")
    assert body == {
        "model": "v5.6",
        "prompt": "a lighthouse at night",
        "quality": "540p",
        "duration": 5,
        "aspect_ratio": "16:9",
        "audio": False,
        "off_peak_mode": True,
    }, "there is no replyUrl: nobody would be told"

    clock.advance(hours=12)
    async with town.bot(clock=clock, **town.webhooks()):
        await ann.send("a fox")
        await ann.press("Generate", await ann.sees("a fox.*you have"))
        await ann.gets("video"), "it takes nobody's place"
        assert len(await town.videos()) == 2

    clock.advance(hours=11)
    async with town.bot(clock=clock, **town.webhooks()):
        await town.control("videos/finish", off_peak=True)
        video = await ann.sees("a lighthouse at night", kind="video")
        assert video.text.endswith("off-peak")
        ready = await ann.sees("Ready.*after 23 hours")
        assert ready.id == status.id
        assert len(await town.videos()) == 2, "nothing was asked for twice"


async def test_what_does_not_come_in_time_gives_the_credits_back(town: Town) -> None:
    ann, clock = await town.person("Ann"), Watch()
    await town.control("reset", accounts=1, render_seconds=0.4, off_peak_seconds=1_000_000)
    async with town.bot(clock=clock):
        await ann.ask("a lighthouse")
        await ann.press("More", await ann.sees_button("More"))
        await ann.press("Off-peak", await ann.sees_button("Off-peak: saves"))
        await ann.press("Back", await ann.sees_button("Off-peak: on"))
        await ann.press("Generate", await ann.sees_button("Generate"))
        await ann.sees("can take up to a day")
        clock.advance(hours=25)
        await ann.hears("/help", "\\w")
        assert "lost" not in (await ann.told())[-1].text
        clock.advance(hours=2)
        await ann.sees("PixVerse lost this one")
        assert await ann.left() == 300
