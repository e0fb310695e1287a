"""Films and voices that people in the stories send, and what becomes of them at the provider."""

from typing import Any

from tests.media import silence, sound, video
from tests.stories.chat import Chat, Message
from tests.stories.town import Town

FILM = video(seconds=3, rate=5, voice="aac")
LONG_FILM = video(seconds=31, rate=1, size=(64, 48))
NOTE = sound("ogg", 2)
LONG_NOTE = silence(61)
PLENTY: dict[str, Any] = {"DAILY_CREDITS": "900"}


async def a_result(chat: Chat, words: str = "a fox in the snow", model: str = "v5") -> Message:
    """A finished video; by default of the model whose videos can do everything."""
    card = await chat.hears(words, "you have")
    await chat.press("Model", card)
    await chat.press(model, await chat.sees_button("Back"))
    await chat.press("Generate", await chat.sees(f"{words}.*{model} ·"))
    return await chat.waits_for(
        lambda message: message.kind == "video" and words in message.text, f"{words} as a video"
    )


async def generates(chat: Chat, words: str) -> Message:
    """Press *Generate* on the card that shows these words; returns the video that comes of it."""
    card = await chat.waits_for(
        lambda message: message.data("Generate") is not None and words in message.text,
        f"a card with {words!r}",
    )
    await chat.press("Generate", card)
    return await chat.waits_for(
        lambda message: message.kind == "video" and message.id > card.id, "a video below the card"
    )


async def asked_for(town: Town, path: str) -> dict[str, Any]:
    """What the provider was asked for last at this address, but for what is different every time."""
    [*_, last] = await town.requests(f"/videos/{path}")
    body = dict(last["json"])
    assert body.pop("replyRef")
    if path != "upscale":
        assert body.pop("email") == "studio@example.com"
    if path in ("extend", "modify"):
        assert 1 <= body.pop("seed") < 2**31
    return body


async def made_first(town: Town) -> str:
    """The id of the first video that the provider made."""
    return str((await town.videos())[0]["video_id"])


async def uploaded(town: Town) -> list[tuple[str, str]]:
    """Type and path of each file that the provider got, in order."""
    sent = await town.requests("/files/")
    return [(one["content_type"], _path(one["response"])) for one in sent if one["status"] == 200]


def _path(answer: dict[str, Any]) -> str:
    return str(answer.get("path") or answer["result"][0]["path"])
