"""From /start to the video bytes in the chat, in both modes of Telegram and for every kind of request."""

import pytest

from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.town import Town


async def same_bytes(town: Town, chat: Chat, message: Message) -> bool:
    """Whether the file in the chat is, byte for byte, what the provider made."""
    made = (await town.videos())[-1]
    listed = await town.useapi.get(
        "/v2/pixverse/videos/", headers={"Authorization": "Bearer user:1-story"}
    )
    url = next(v["url"] for v in listed.json()["data"] if v["video_id"] == made["video_id"])
    return (await town.useapi.get(url)).content == await chat.bytes_of(message)


@pytest.fixture(params=["polling", "webhook"])
def mode(request: pytest.FixtureRequest, town: Town) -> dict[str, str]:
    return town.webhooks() if request.param == "webhook" else {}


async def test_words_become_a_video(town: Town, mode: dict[str, str]) -> None:
    ann = await town.person("Ann")
    async with town.bot(**mode):
        await ann.send("/start")
        hello = await ann.sees("Hi Ann")
        assert "300 credits" in hello.text

        await ann.send("a cat on a skateboard")
        card = await ann.sees("a cat on a skateboard.*30 credits")
        await ann.press("Generate")
        video = await ann.gets("video")

        assert "a cat on a skateboard" in video.text
        assert video.raw["file"]["width"] > 0
        assert video.raw["file"]["duration"] == 5
        assert await same_bytes(town, ann, video)
        status = await ann.sees("Ready")
        assert status.id == card.id, "the card itself becomes the status message"
        [request] = await town.requests("/videos/create")
        assert request["json"]["prompt"] == "a cat on a skateboard"
        assert ("replyUrl" in request["json"]) == bool(mode)


async def test_a_photo_becomes_a_video(town: Town, mode: dict[str, str]) -> None:
    ann = await town.person("Ann")
    async with town.bot(**mode):
        await ann.photo(picture("tomato"), "she smiles")
        await ann.sees("Picture to video.*she smiles.*1 picture")
        await ann.press("Generate")
        video = await ann.gets("video")
        assert await same_bytes(town, ann, video)
        [request] = await town.requests("/videos/create")
        assert request["json"]["first_frame_path"].startswith("upload/")
        assert "aspect_ratio" not in request["json"]
