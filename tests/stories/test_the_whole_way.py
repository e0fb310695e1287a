"""From /start to the video bytes in the chat, in both modes of Telegram and for every kind of request."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.pictures import heic, picture
from tests.stories.chat import Chat
from tests.stories.shelves import MAKES_A_PICTURE, ONE_PICTURE, TWO_PICTURES, use_effect
from tests.stories.town import QUICK, Town

POLL_NEVER = replace(QUICK, poll=timedelta(hours=1))


@pytest.fixture(params=["polling", "webhook"])
async def mode(request: pytest.FixtureRequest, town: Town) -> AsyncIterator[str]:
    """The bot runs, in both modes; with webhooks it looks at the provider only when it is told to."""
    if request.param == "polling":
        async with town.bot():
            yield "polling"
    else:
        async with town.bot(pace=POLL_NEVER, **town.webhooks()):
            yield "webhook"


async def the_request(town: Town, mode: str, path: str = "create") -> dict[str, Any]:
    """The body of the one paid request, without what every body has."""
    [request] = [
        one
        for one in await town.requests("/videos/create")
        if one["path"] == f"/v2/pixverse/videos/{path}"
    ]
    body = dict(request["json"])
    [account] = await town.accounts()
    assert body.pop("email") == account["email"]
    assert len(body.pop("replyRef")) >= 20
    assert 1 <= body.pop("seed") <= 2_147_483_647
    if mode == "webhook":
        assert body.pop("replyUrl").startswith("http://127.0.0.1:")
    return body


async def uploads(town: Town) -> list[dict[str, Any]]:
    return await town.requests("/files/")


async def paths(town: Town) -> list[str]:
    """Where the provider keeps the pictures, in the order in which they were uploaded."""
    return [one["response"]["result"][0]["path"] for one in await uploads(town)]


async def gets_what_was_made(town: Town, chat: Chat, kind: str = "video") -> str:
    """Wait for the result; it is the provider's to the last byte. Returns its caption."""
    result = await chat.gets(kind)
    assert await town.is_the_providers(chat, result)
    status = await chat.sees("Ready")
    assert status.labels == []
    assert len(await town.videos()) == 1
    return result.text


async def test_words_become_a_video(town: Town, mode: str) -> None:
    ann = await town.person("Ann")
    hello = await ann.ask("/start")
    assert "Hi Ann" in hello.text
    assert "300 credits" in hello.text

    card = await ann.ask("a cat on a skateboard")
    assert "30 credits" in card.text
    await ann.press("Generate")
    caption = await gets_what_was_made(town, ann)

    assert "a cat on a skateboard" in caption
    assert "v5.6 · 540p · 5 s · 16:9 · no sound" in caption
    video = await ann.gets("video")
    assert video.raw["file"]["width"] > video.raw["file"]["height"] > 0
    assert video.raw["file"]["duration"] == 5
    assert video.raw["file"]["supports_streaming"]
    [call] = await town.calls("sendVideo")
    assert call["params"]["cover"], "where Telegram keeps it a video, it has its own first picture"
    assert (await ann.sees("Ready")).id == card.id, "the card itself becomes the status message"
    assert await the_request(town, mode) == {
        "model": "v5.6",
        "prompt": "a cat on a skateboard",
        "quality": "540p",
        "duration": 5,
        "aspect_ratio": "16:9",
        "audio": False,
    }


async def test_a_photo_becomes_a_video(town: Town, mode: str) -> None:
    ann = await town.person("Ann")
    await ann.photo(picture("tomato"), "she smiles")
    await ann.sees("Picture to video.*she smiles.*1 picture")
    await ann.press("Generate")
    await gets_what_was_made(town, ann)

    [upload] = await uploads(town)
    assert upload["content_type"] == "image/jpeg"
    assert await the_request(town, mode) == {
        "model": "v5.6",
        "prompt": "she smiles",
        "first_frame_path": upload["response"]["result"][0]["path"],
        "quality": "540p",
        "duration": 5,
        "audio": False,
    }


async def test_a_photo_with_an_effect(town: Town, mode: str) -> None:
    ann = await town.person("Ann")
    card = await use_effect(ann, ONE_PICTURE)
    assert "Send me the photo" in card.text
    assert card.data("Generate") is None
    await ann.photo(picture("gold"))
    await ann.sees(f"{ONE_PICTURE}.*🖼 1 picture")
    await ann.press("Generate · 40 credits")
    caption = await gets_what_was_made(town, ann)

    assert ONE_PICTURE in caption
    body = await the_request(town, mode)
    assert body.pop("template_id") > 0
    assert body == {"first_frame_path": (await paths(town))[0], "quality": "540p"}


async def test_an_effect_for_two_people_asks_for_both_and_swaps_them(town: Town, mode: str) -> None:
    ann = await town.person("Ann")
    card = await use_effect(ann, TWO_PICTURES)
    assert "first photo" in card.text
    first, second = picture("red"), picture("blue", form="PNG")
    await ann.photo(first)
    await ann.sees("Now photo 2 of 2")
    await ann.document("second.png", second, "image/png")
    await ann.sees("2 of 2 photos")
    before = await ann.sees_button("Swap")
    await ann.press("Swap", before)
    await ann.press("Generate", before)
    await gets_what_was_made(town, ann)

    sent = await uploads(town)
    assert [one["content_type"] for one in sent] == ["image/png", "image/jpeg"]
    assert sent[0]["body_size"] == len(second)
    body = await the_request(town, mode)
    assert body.pop("template_id") > 0
    front, back = await paths(town)
    assert body == {"first_frame_path": front, "last_frame_path": back, "quality": "360p"}


async def test_an_effect_that_makes_a_picture(town: Town, mode: str) -> None:
    ann = await town.person("Ann")
    await use_effect(ann, MAKES_A_PICTURE)
    await ann.photo(picture("olive"))
    card = await ann.sees("🖼 1 picture")
    assert card.data("Sound") is None, "a picture has none"
    await ann.press("Generate")
    caption = await gets_what_was_made(town, ann, "photo")
    assert MAKES_A_PICTURE in caption
    assert "sound" not in caption


async def test_two_photos_are_the_first_and_the_last_picture(town: Town, mode: str) -> None:
    ann = await town.person("Ann")
    await ann.album([picture("red"), picture("blue", form="JPEG")], "day turns to night")
    await ann.sees("from the first to the last")
    await ann.press("Generate")
    await gets_what_was_made(town, ann)

    first, last = await paths(town)
    assert await the_request(town, mode, "create-frames") == {
        "model": "v5.6",
        "prompt": "day turns to night",
        "first_frame_path": first,
        "last_frame_path": last,
        "quality": "540p",
        "duration": 5,
        "audio": False,
    }


async def test_three_photos_become_one_film(town: Town, mode: str) -> None:
    ann = await town.person("Ann")
    await ann.album([picture(colour) for colour in ("red", "green", "blue")], "melting")
    await ann.sees("Picture to picture.*3 pictures.*about 90 credits")
    await ann.press("Generate")
    await gets_what_was_made(town, ann)

    one, two, three = await paths(town)
    assert await the_request(town, mode, "create-transition") == {
        "model": "v5",
        "frame_1_path": one,
        "frame_2_path": two,
        "frame_3_path": three,
        "duration_1_to_2": "5",
        "duration_2_to_3": "5",
        "prompt_1_to_2": "melting",
        "prompt_2_to_3": "melting",
        "quality": "540p",
    }


async def test_an_image_file_keeps_its_quality(town: Town) -> None:
    ann = await town.person("Ann")
    original = picture("navy", size=(900, 700), form="PNG")
    async with town.bot():
        await ann.document("sea.png", original, "image/png", "waves")
        await ann.sees("waves.*1 picture")
        await ann.press("Generate")
        await gets_what_was_made(town, ann)
    [upload] = await uploads(town)
    assert upload["body_size"] == len(original)
    assert upload["content_type"] == "image/png"


async def test_the_bytes_decide_what_a_file_is(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.document("really-a-png.jpg", picture("pink", form="PNG"), "image/jpeg")
        await ann.sees("1 picture")
        await ann.press("Generate")
        await gets_what_was_made(town, ann)
    [upload] = await uploads(town)
    assert upload["content_type"] == "image/png"


async def test_a_heic_from_a_phone_is_converted(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.document("IMG_0001.HEIC", heic("orchid"), "image/heic")
        await ann.sees("1 picture")
        await ann.press("Generate")
        await gets_what_was_made(town, ann)
    [upload] = await uploads(town)
    assert upload["content_type"] == "image/jpeg"


async def test_a_finished_job_is_noticed_through_the_webhook_alone(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(pace=POLL_NEVER, **town.webhooks()):
        await town.hold()
        await ann.ask("a lighthouse")
        await ann.press("Generate")
        await ann.sees("at work")

        async def looked() -> bool:
            return bool(await town.requests("/videos/", "GET"))

        await town.until(looked, "a first look at the list")
        await town.release()
        await ann.gets("video")
        [request] = await town.requests("/videos/create")
        secret = request["json"]["replyUrl"].rpartition("/")[2]
        assert len(secret) >= 32


async def test_without_its_webhook_a_job_is_found_in_the_list(town: Town) -> None:
    ann = await town.person("Ann")
    await town.control("switches", webhook_drop=True)
    async with town.bot(**town.webhooks()):
        await ann.ask("a lighthouse")
        await ann.press("Generate")
        await ann.gets("video")
