"""New pictures, once they are switched on: of words, of photos to go by, and what is made of them."""

from typing import Any

from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.films import PLENTY
from tests.stories.paid import paths
from tests.stories.town import Town

OFF = "“New picture” isn't offered at the moment"


async def switched_on(town: Town) -> None:
    olivia = await town.admin()
    await olivia.hears("/set on still", "on is now still")


async def ordered(town: Town) -> dict[str, Any]:
    """What the provider was asked for last, but for what is different every time."""
    [*_, last] = await town.requests("/images/create")
    body = dict(last["json"])
    assert body.pop("email") == "studio@example.com"
    assert len(body.pop("replyRef")) >= 20
    assert 1 <= body.pop("seed") < 2**31
    assert body.pop("create_count") == 1
    return body


async def generated(chat: Chat, card: Message) -> Message:
    await chat.press("Generate", card)
    return await chat.waits_for(
        lambda message: message.kind == "photo" and not message.mine and message.id > card.id,
        "a picture below the card",
    )


async def test_a_picture_of_words_is_found_again_after_a_restart_and_moves(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        await ann.hears("/picture a fox", OFF)
        assert "/picture" not in (await ann.hears("/help", "How it works")).text
        await switched_on(town)
        assert "/picture" in (await ann.hears("/help", "How it works")).text
        card = await ann.hears("/picture", "New picture.*What should the picture show")
        assert card.data("Generate") is None
        await ann.hears("x" * 2049, "2,049 characters, and PixVerse takes 2,048")
        said = await ann.send("/picture a fox\nin the snow")
        await ann.sees("New picture.*a fox\nin the snow.*720p.*16:9.*5 credits")
        await ann.edit(said, "/picture a red fox in the snow")
        await ann.sees("a red fox in the snow")
        await ann.press("As a video", await ann.sees_button("As a video"))
        film = await ann.sees("Text to video.*a red fox.*v5.6 · 540p")
        await ann.press("As a picture", film)
        await ann.choose("Quality", "1080p")
        await ann.choose("Shape", "1:1")
        await town.useapi_fault(path="/images/create", kind="reset_after")
        await ann.press("Generate", await ann.sees("1080p · 1:1.*10 credits"))
        await town.until(lambda: made(town), "an order that was taken")

    async with town.bot(**PLENTY):
        shown = await ann.gets("photo")
        assert await ann.left() == 890
        assert await ordered(town) == {
            "model": "qwen-image",
            "prompt": "a red fox in the snow",
            "quality": "1080p",
            "aspect_ratio": "1:1",
        }
        await ann.press("Make it move", shown)
        card = await ann.sees("Picture to video.*1 picture.*30 credits")
        await ann.send("it runs away")
        await ann.press("Generate", await ann.sees("it runs away"))
        await ann.gets("video")
        [*_, body] = await town.requests("/videos/create")
        assert body["json"]["first_frame_path"] == (await paths(town))[-1]

        await ann.press("Kind", await ann.hears("/jobs", "Your videos"))
        await ann.press("New picture", await ann.sees("Which kind"))
        await ann.press("▶️ 1", await ann.sees("Kind: New picture|red fox"))
        await ann.press("Original file", await ann.sees_button("Original file"))
        await ann.gets("document")
        await ann.press("Delete", await ann.sees_button("Original file"))
        await ann.press("Yes, delete it", await ann.sees("a red fox.*It goes here and at PixVerse"))
        await town.until(lambda: deleted(town), "the picture to go at the provider")

        had = await ann.left()
        await ann.press("Generate", await ann.hears("/picture a moderated fox", "5 credits"))
        await ann.sees("credits are back")
        assert await ann.left() == had
    assert [one["kind"] for one in await town.videos()] == ["image", "video", "image"]


async def deleted(town: Town) -> bool:
    return [one["deleted"] for one in await town.videos()] == [True, False]


async def made(town: Town) -> bool:
    return bool(await town.videos())


async def test_photos_are_what_a_picture_goes_by(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        await switched_on(town)
        await ann.photo(picture("teal"))
        await ann.press("A new picture", await ann.sees_button("A new picture"))
        card = await ann.sees("1 picture.*What should the new picture show.*go")
        assert card.data("Generate") is None
        assert card.data("Add an effect") is None
        assert card.data("last photo") is None
        await ann.photo(picture("navy"))
        await ann.send("both in one room")
        card = await ann.sees("2 pictures.*both in one room|both in one room.*2 pictures")
        first = await generated(ann, card)
        one, two = await paths(town)
        assert await ordered(town) == {
            "model": "qwen-image",
            "prompt": "both in one room",
            "quality": "720p",
            "aspect_ratio": "16:9",
            "image_path_1": one,
            "image_path_2": two,
        }
        await ann.press("Redraw", first)
        await ann.sees("1 picture.*What should the new picture show")
        await ann.send("at night")
        await ann.choose("Model", "nano-banana")
        await ann.choose("Shape", "automatic")
        second = await generated(ann, await ann.sees("nano-banana · automatic.*15 credits"))
        assert await ordered(town) == {
            "model": "nano-banana",
            "prompt": "at night",
            "aspect_ratio": "auto",
            "image_path_1": (await paths(town))[-1],
        }
        await ann.send("the moon comes up", reply_to=second.id)
        await ann.sees("New picture.*the moon comes up.*1 picture")
        await ann.send("the moon goes down", reply_to=second.id)
        card = await ann.sees("New picture.*the moon goes down.*1 picture")
        await ann.press("Something else", card)
        await ann.press("Make it move", await ann.sees("What should I make of these"))
        await ann.press("Something else", await ann.sees("Picture to video.*v5.6 · 540p"))
        await ann.press("A new picture", await ann.sees("What should I make of these"))
        await ann.press("More", await ann.sees("New picture.*the moon goes down"))
        await ann.press("2 takes", await ann.sees_button("2 takes"))
        await town.until(lambda: all_made(town, 4), "two takes")
        [*_, take, other] = await town.requests("/images/create")
        assert take["json"]["seed"] != other["json"]["seed"]


async def all_made(town: Town, number: int) -> bool:
    return len(await town.videos()) == number
