"""Photos, videos, animations, documents and albums: sizes, types, ids, limits and bytes."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from PIL import Image

from tests.unit.simulator_telegram.driver import ANN, TOKEN, Json, Telegram, picture, video


async def bytes_of(telegram: Telegram, file_id: str) -> bytes:
    file = await telegram.ok("getFile", file_id=file_id)
    answer = await telegram.raw("GET", f"/file/bot{TOKEN}/{file['file_path']}")
    assert answer.status_code == 200
    assert len(answer.content) == file["file_size"]
    return answer.content


async def test_a_persons_photo_comes_as_jpegs_of_several_sizes(chat: Telegram) -> None:
    await chat.give(("p.png", picture(2000, 1000, "PNG"), "image/png"), text="look")
    (update,) = await chat.updates()
    message = update["message"]
    assert message["caption"] == "look"
    sizes = [(size["width"], size["height"]) for size in message["photo"]]
    assert sizes == [(90, 45), (320, 160), (800, 400), (1280, 640)]
    for size in message["photo"]:
        data = await bytes_of(chat, size["file_id"])
        with Image.open(io.BytesIO(data)) as image:
            assert (image.format, image.width) == ("JPEG", size["width"])


async def test_a_corrupt_photo_arrives_as_it_is(chat: Telegram) -> None:
    await chat.give(("p.jpg", b"\xff\xd8\xff broken", "image/jpeg"))
    (update,) = await chat.updates()
    (size,) = update["message"]["photo"]
    assert await bytes_of(chat, size["file_id"]) == b"\xff\xd8\xff broken"


async def test_an_album_is_one_update_each_with_the_words_on_the_first(chat: Telegram) -> None:
    files = [(f"{n}.jpg", picture(100 + n, 100), "image/jpeg") for n in range(3)]
    await chat.give(*files, text="three")
    messages = [update["message"] for update in await chat.updates()]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["three", None, None]
    assert [message["photo"][-1]["width"] for message in messages] == [100, 101, 102]


async def test_a_gif_document_becomes_an_animation(chat: Telegram) -> None:
    data = picture(kind="GIF")
    await chat.give(("a.gif", data, "image/gif"), kind="document")
    (update,) = await chat.updates()
    message = update["message"]
    assert message["animation"]["file_id"] == message["document"]["file_id"]
    assert message["document"]["mime_type"] == "image/gif"
    assert await bytes_of(chat, message["document"]["file_id"]) == data


@pytest.mark.parametrize(
    ("kind", "name", "type_"),
    [
        ("document", "notes.txt", "text/plain"),
        ("video", "v.mp4", "video/mp4"),
        ("voice", "v.oga", "audio/ogg"),
        ("audio", "a.mp3", "audio/mpeg"),
        ("sticker", "s.webp", "image/webp"),
    ],
)
async def test_a_person_sends_any_kind_of_file(
    chat: Telegram, kind: str, name: str, type_: str
) -> None:
    await chat.give((name, b"some bytes", type_), kind=kind)
    (update,) = await chat.updates()
    assert await bytes_of(chat, update["message"][kind]["file_id"]) == b"some bytes"
    assert (await chat.seen())[-1]["kind"] == kind


async def test_files_beyond_twenty_megabytes_cannot_be_fetched(chat: Telegram) -> None:
    await chat.give(("big.bin", bytes(20 * 1024 * 1024 + 1), "application/octet-stream"))
    (update,) = await chat.updates()
    document = update["message"]["document"]
    assert document["file_size"] == 20 * 1024 * 1024 + 1
    refusal = await chat.refused("getFile", file_id=document["file_id"])
    assert refusal == "Bad Request: file is too big"


async def test_a_download_needs_getfile_and_the_right_bot(chat: Telegram) -> None:
    await chat.give(("a.txt", b"hello", "text/plain"))
    (update,) = await chat.updates()
    file_id = update["message"]["document"]["file_id"]
    early = await chat.raw("GET", f"/file/bot{TOKEN}/documents/file_0.txt")
    assert early.status_code == 404
    path = (await chat.ok("getFile", file_id=file_id))["file_path"]
    assert (await chat.raw("GET", f"/file/bot{TOKEN}/{path}")).content == b"hello"
    foreign = await chat.raw("GET", f"/file/bot{TOKEN[:-1]}x/{path}")
    assert foreign.status_code == 401
    assert await chat.refused("getFile", file_id="nonsense") == "Bad Request: invalid file_id"
    assert await chat.refused("getFile") == "Bad Request: file_id not specified"


async def test_a_sent_photo_keeps_its_bytes_and_can_be_sent_again_by_id(chat: Telegram) -> None:
    data = picture(1000, 500)
    sent = await chat.ok("sendPhoto", files={"photo": ("p.jpg", data)}, chat_id=ANN, caption="c")
    assert [size["width"] for size in sent["photo"]] == [90, 320, 800, 1000]
    assert await bytes_of(chat, sent["photo"][-1]["file_id"]) == data
    again = await chat.ok("sendPhoto", chat_id=ANN, photo=sent["photo"][0]["file_id"])
    assert again["photo"] == sent["photo"]
    refusal = await chat.refused("sendVideo", chat_id=ANN, video=sent["photo"][0]["file_id"])
    assert refusal == "Bad Request: can't use file of type Photo as Video"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "file must be non-empty"),
        (b"not a picture", "IMAGE_PROCESS_FAILED"),
        (picture(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (bytes(10 * 1024 * 1024 + 1), "too big for a photo"),
    ],
)
async def test_a_photo_that_telegram_would_not_take(
    chat: Telegram, data: bytes, reason: str
) -> None:
    refusal = await chat.refused("sendPhoto", files={"photo": ("p.jpg", data)}, chat_id=ANN)
    assert reason in refusal
    assert len(await chat.seen()) == 1


async def test_uploads_beyond_fifty_megabytes_are_too_large(chat: Telegram) -> None:
    body = await chat.call(
        "sendDocument", files={"document": ("d", bytes(50 * 1024 * 1024 + 1))}, chat_id=ANN
    )
    assert body == {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}


async def test_a_video_with_everything(chat: Telegram, tmp_path: Path) -> None:
    data = video(tmp_path, seconds=2)
    sent = await chat.ok(
        "sendVideo",
        files={
            "film": ("v.mp4", data, "video/mp4"),
            "thumbnail": ("t.jpg", picture(90, 50), "image/jpeg"),
            "front": ("c.jpg", picture(160, 90), "image/jpeg"),
        },
        chat_id=ANN,
        video="attach://film",
        cover="attach://front",
        caption="<b>done</b>",
        parse_mode="HTML",
        supports_streaming="true",
        has_spoiler="true",
    )
    film = sent["video"]
    assert (film["width"], film["height"], film["duration"]) == (160, 90, 2)
    assert film["thumbnail"]["width"] == 90
    assert film["cover"][-1]["width"] == 160
    assert sent["has_media_spoiler"]
    assert not any(key.startswith("_") for key in sent)
    shown = (await chat.seen())[-1]["file"]
    assert shown["supports_streaming"]
    assert shown["cover"] == film["cover"][-1]["file_id"]
    part = await chat.raw("GET", f"/world/file/{shown['id']}", headers={"Range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, b"ftyp")
    assert part.headers["content-type"] == "video/mp4"
    whole = await chat.raw("GET", f"/world/file/{shown['id']}")
    assert whole.content == data


async def test_telegram_looks_at_what_a_bot_calls_a_video(chat: Telegram, tmp_path: Path) -> None:
    fake = await chat.ok("sendVideo", files={"video": ("v.mp4", b"no video")}, chat_id=ANN)
    assert "document" in fake
    assert "video" not in fake
    silent = video(tmp_path)
    moving = await chat.ok("sendAnimation", files={"animation": ("a.mp4", silent)}, chat_id=ANN)
    assert moving["animation"]["file_id"] == moving["document"]["file_id"]
    loud = video(tmp_path, sound=True)
    spoken = await chat.ok("sendAnimation", files={"animation": ("a.mp4", loud)}, chat_id=ANN)
    assert "video" in spoken


async def test_missing_media_and_long_captions_are_refused(chat: Telegram) -> None:
    assert await chat.refused("sendPhoto", chat_id=ANN) == (
        "Bad Request: there is no photo in the request"
    )
    assert await chat.refused("sendPhoto", chat_id=ANN, photo="nonsense") == (
        "Bad Request: wrong file identifier/HTTP URL specified"
    )
    refusal = await chat.refused(
        "sendPhoto", files={"photo": ("p.jpg", picture())}, chat_id=ANN, caption="x" * 1025
    )
    assert refusal == "Bad Request: message caption is too long"


async def test_words_become_a_video_in_place_but_never_words_again(
    chat: Telegram, tmp_path: Path
) -> None:
    sent = await chat.ok("sendMessage", chat_id=ANN, text="working")
    place = {"chat_id": str(ANN), "message_id": str(sent["message_id"])}
    edited = await chat.ok(
        "editMessageMedia",
        files={"v": ("v.mp4", video(tmp_path))},
        media='{"type": "video", "media": "attach://v", "caption": "done", "duration": 9}',
        **place,
    )
    assert edited["video"]["duration"] == 9
    assert (edited["message_id"], edited["caption"]) == (sent["message_id"], "done")
    assert "text" not in edited
    refusal = await chat.refused("editMessageText", text="words", **place)
    assert refusal == "Bad Request: there is no text in the message to edit"
    recaptioned = await chat.ok("editMessageCaption", caption="other", **place)
    assert recaptioned["video"] == edited["video"]


async def test_a_bots_album(chat: Telegram) -> None:
    files = {"a": ("a.jpg", picture()), "b": ("b.jpg", picture())}
    media = '[{"type":"photo","media":"attach://a","caption":"x"},{"type":"photo","media":"attach://b"}]'
    sent = await chat.ok("sendMediaGroup", files=files, chat_id=ANN, media=media)
    assert len({message["media_group_id"] for message in sent}) == 1
    one: Json = {"type": "photo", "media": sent[0]["photo"][0]["file_id"]}
    for wrong in ([one], [one] * 11, [one, {**one, "type": "animation"}], [one, "x"]):
        before = len(await chat.seen())
        await chat.refused("sendMediaGroup", chat_id=ANN, media=wrong)
        assert len(await chat.seen()) == before


@pytest.fixture
async def elsewhere(tmp_path: Path) -> AsyncIterator[str]:
    """A web server with a picture, a video, a page and something too big."""
    routes = {
        "/p.jpg": (picture(), "image/jpeg"),
        "/v.mp4": (video(tmp_path), "video/mp4"),
        "/page": (b"<html></html>", "text/html"),
        "/big.mp4": (bytes(20 * 1024 * 1024 + 1), "video/mp4"),
    }

    async def serve(request: web.Request) -> web.Response:
        if request.path not in routes:
            return web.Response(status=404)
        data, type_ = routes[request.path]
        return web.Response(body=data, content_type=type_)

    app = web.Application()
    app.router.add_get("/{path:.*}", serve)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_a_file_by_address_is_really_fetched(chat: Telegram, elsewhere: str) -> None:
    sent = await chat.ok("sendVideo", chat_id=ANN, video=f"{elsewhere}/v.mp4")
    film = sent["animation"]  # it has no sound
    assert (film["file_name"], film["width"]) == ("v.mp4", 160)
    photo = await chat.ok("sendPhoto", chat_id=ANN, photo=f"{elsewhere}/p.jpg")
    assert photo["photo"][-1]["width"] == 640


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "failed to get HTTP URL content"),
        ("/page", "wrong type of the web page content"),
        ("/p.jpg", "wrong type of the web page content"),
        ("/big.mp4", "failed to get HTTP URL content"),
    ],
)
async def test_an_address_without_a_fitting_file_is_refused(
    chat: Telegram, elsewhere: str, path: str, reason: str
) -> None:
    refusal = await chat.refused("sendVideo", chat_id=ANN, video=elsewhere + path)
    assert refusal == f"Bad Request: {reason}"
