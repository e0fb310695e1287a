"""In groups: what is meant for the bot, whom it answers, whose keys they are, and what is kept private."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from handlers.chat.buttons import Button
from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.films import FILM, NOTE
from tests.stories.forged import answer_to, forged, pressed
from tests.stories.town import Town

SOMEBODY_ELSES = "belongs to somebody else"


def every_kind(of: type[Button] = Button) -> Iterator[type[Button]]:
    """All buttons that there are."""
    for kind in of.__subclasses__():
        if kind.__module__.startswith("handlers."):
            yield kind
        yield from every_kind(kind)


async def test_a_photo_of_somebody_else_and_a_list_that_stays_private(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    group = await town.group("Film club", ann, ben)
    async with town.bot():
        anns, bens = Chat(town.telegram, ann.person, group), Chat(town.telegram, ben.person, group)
        photo = await bens.photo(picture())
        asked = await anns.send("@story_bot make it dance", reply_to=photo)
        card = await anns.sees("Picture to video.*make it dance.*1 picture")
        await anns.press("Generate · ", card)
        video = await anns.gets("video")
        assert (card.answers, video.answers) == (asked, asked), "it is seen whose wish it was"
        [body] = [one["json"] for one in await town.requests("/videos/create")]
        assert body["prompt"] == "make it dance"
        assert body["first_frame_path"]
        assert (await ann.left(), await ben.left()) == (270, 300), "who asks pays"

        await anns.press("Again", video)
        [status, _] = [await anns.sees_after(video.id), await later_video(anns, video)]
        assert {one.answers for one in await said(anns)} == {asked}, status.text
        await anns._post("delete", message_id=asked)
        await anns.press("Again", await later_video(anns, video))
        fourth = await later_video(anns, await anns.gets("video"))
        assert fourth.kind == "video", "it comes all the same when the wish is gone"

        for command, shows in (("jobs", "make it dance"), ("settings", "start with")):
            answer = await anns.hears(f"/{command}", "between you and me")
            payload = answer.link("Show it to me").partition("start=")[2]
            await ann.sees_after(await ann.follow(payload), shows)


async def said(chat: Chat) -> list[Message]:
    """What the bot itself has said in a group."""
    told = await chat.told()
    return [one for one in told if one.raw["from"]["is_bot"] and one.kind != "service"]


async def later_video(chat: Chat, than: Message) -> Message:
    return await chat.waits_for(
        lambda message: message.kind == "video" and message.id > than.id, "one more video"
    )


async def test_every_key_is_for_whom_the_message_answers(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    group = await town.group("Film club", ann, ben)
    async with town.bot() as program:
        anns, bens = Chat(town.telegram, ann.person, group), Chat(town.telegram, ben.person, group)
        for chat in (ann, ben):
            await chat.ask("/start")
        shelf = await anns.hears("/effects", "effects")
        pressed_one = await bens.press("🆕", shelf)
        assert SOMEBODY_ELSES in (pressed_one.text or "")
        before = contents(town)
        kinds = set(every_kind())
        assert len(kinds) > 150
        for kind in kinds:
            update = pressed(ben, group, forged(kind, ann.person), shelf.id)
            assert SOMEBODY_ELSES in await answer_to(town, program, update), kind
        assert contents(town) == before, "nothing came of it"

        await anns.press("First Snowfall", shelf)
        preview = await anns.gets("animation")
        assert SOMEBODY_ELSES in ((await bens.press("Use", preview)).text or "")
        await anns.press("Use", preview)
        card = await anns.sees("send me|Send me")
        assert SOMEBODY_ELSES in ((await bens.press("Cancel", card)).text or "")


def contents(town: Town) -> list[object]:
    """What the database holds of wishes, money and whatever else buttons may change."""
    tables = ("drafts", "jobs", "entries", "own_shelves", "audit", "settings", "reports")
    with closing(sqlite3.connect(town.home / "bot.sqlite3")) as connection:
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]


@pytest.mark.parametrize("caption_on", [0, 2])
async def test_a_caption_calls_the_bot_for_the_whole_album(town: Town, caption_on: int) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    group = await town.group("Film club", ann, ben)
    photos = [picture(size=(640, 480 + n)) for n in range(3)]
    async with town.bot():
        anns, bens = Chat(town.telegram, ann.person, group), Chat(town.telegram, ben.person, group)
        await bens.album(photos, "not for you")
        await anns.album(photos, "@Story_Bot our holidays", caption_on=caption_on)
        await anns.sees("our holidays.*3 pictures")
    async with town.bot():
        await anns.photo(picture(), "another day")
        await bens.album(photos, "@story_bot mine", caption_on=caption_on)
        await bens.sees("mine.*3 pictures")
        assert not [one for one in await anns.told() if "4 pictures" in one.text]


async def test_pictures_videos_and_voices_of_others_can_be_meant(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    group = await town.group("Film club", ann, ben)
    async with town.bot(DAILY_CREDITS="900"):
        anns, bens = Chat(town.telegram, ann.person, group), Chat(town.telegram, ben.person, group)
        file = await bens.document("shot.png", picture(form="PNG"), "image/png")
        asked = await anns.send("@story_bot a storm", reply_to=file)
        card = await anns.sees("Picture to video.*a storm.*1 picture")
        assert card.answers == asked
        await anns.press("Cancel", card)

        film = await bens.video(FILM)
        await anns.send("@story_bot and then it rains", reply_to=film)
        await anns.press("Make it longer", await anns.sees("What should I do"))
        await anns.press("Generate", await anns.sees("Longer video.*Your video.*and then it rains"))
        result = await anns.sees("and then it rains", kind="video")

        note = await bens.voice(NOTE)
        await anns.send("@story_bot", reply_to=note)
        await anns.sees("A voice · 2 s.*Which video")
        await anns.send("@story_bot", reply_to=film)
        await anns.sees("Lip sync.*Your video · 3 s.*Your voice · 2 s")
        assert result.answers

        before = len(await said(anns))
        await bens.send("nice one", reply_to=film)
        await bens.send("/ban@other_bot ann")
        await bens.send("/roll")
        await bens.hears("@story_bot a cat", "a cat.*you have")
        assert len(await said(anns)) == before + 1, "the rest was not for the bot"


async def test_one_person_in_two_topics(town: Town) -> None:
    ann = await town.person("Ann")
    forum = await town.group("Studio", ann, forum=True)
    cats, dogs = await town.topic(forum, "Cats", ann), await town.topic(forum, "Dogs", ann)
    async with town.bot():
        empty = await cats.hears("/new", "What should happen.*Reply to this message")
        await cats.press("Cancel", empty)
        assert "Reply to" not in (await cats.hears("/new a cat", "a cat.*you have")).text
        await cats.send("/cancel")
        shelf = await cats.hears("/effects", "effects")
        await cats.press("Search", shelf)
        await cats.sees("Which effect are you looking for")
        card = await dogs.hears("@story_bot a dog in the rain", "a dog in the rain.*you have")
    async with town.bot():
        await dogs.press("Generate", card)
        video = await dogs.gets("video")
        found = await cats.hears("@story_bot hug", "hug")
        assert any("Hug" in label for label in found.labels), "the words were an answer"
        prompts = [one["json"]["prompt"] for one in await town.requests("/videos/create")]
        assert prompts == ["a dog in the rain"]
        assert video.raw["thread"] == dogs.thread
        assert not [one for one in await cats.told() if "a dog" in one.text]
        assert not [one for one in await dogs.told() if "hug" in one.text]
