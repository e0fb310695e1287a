"""Every kind of message: sent by people with what a bot needs to know, sent by bots, copied on."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from tests.unit.simulator_telegram.driver import ANN, BOB, Json, Telegram, picture, sound, video


async def test_sounds_and_films_of_people_say_how_long_and_big_they_are(
    chat: Telegram, tmp_path: Path
) -> None:
    ogg, mp3, mp4 = sound(tmp_path, "v.ogg"), sound(tmp_path, title="Rain"), video(tmp_path)
    await chat.give(("v.ogg", ogg, "audio/ogg"), kind="voice")
    await chat.give(("a.mp3", mp3, "audio/mpeg"), kind="audio")
    await chat.give(("n.mp4", mp4, "video/mp4"), kind="video_note")
    await chat.give(("f.mp4", mp4, "video/mp4"), kind="video")
    voice, audio, note, film = [update["message"] for update in await chat.updates()]
    facts = ("duration", "mime_type", "file_size")
    assert [voice["voice"][fact] for fact in facts] == [3, "audio/ogg", len(ogg)]
    assert [audio["audio"][fact] for fact in facts] == [3, "audio/mpeg", len(mp3)]
    assert (audio["audio"]["title"], audio["audio"]["file_name"]) == ("Rain", "a.mp3")
    assert (note["video_note"]["length"], note["video_note"]["duration"]) == (90, 2)
    assert note["video_note"]["file_size"] == len(mp4)
    assert [film["video"][fact] for fact in facts] == [2, "video/mp4", len(mp4)]
    assert film["video"]["thumbnail"]["width"] == 160


@pytest.mark.parametrize("name", ["v.webm", "v.mp3"])
async def test_a_recording_of_the_browser_becomes_opus_in_ogg(
    chat: Telegram, tmp_path: Path, name: str
) -> None:
    data = sound(tmp_path, name)
    await chat.give((name, data, "audio/webm"), kind="voice")
    (update,) = await chat.updates()
    voice = update["message"]["voice"]
    assert (voice["mime_type"], voice["duration"]) == ("audio/ogg", 3)
    shown = (await chat.seen())[-1]["file"]
    assert shown["size"] == voice["file_size"]
    answer = await chat.raw("GET", f"/world/file/{shown['id']}")
    assert answer.content[:4] == b"OggS"
    assert b"OpusHead" in answer.content[:64]
    assert len(answer.content) == voice["file_size"]


async def test_an_answer_brings_the_film_and_voice_that_it_answers(
    chat: Telegram, tmp_path: Path
) -> None:
    film = await chat.ok("sendVideo", files={"video": ("v.mp4", video(tmp_path))}, chat_id=ANN)
    ogg = sound(tmp_path, "v.ogg")
    await chat.give(
        ("v.ogg", ogg, "audio/ogg"), kind="voice", reply_to=str(film["message_id"]), text="say it"
    )
    (spoken,) = [update["message"] for update in await chat.updates()]
    assert spoken["reply_to_message"]["video"]["file_id"] == film["video"]["file_id"]
    assert spoken["reply_to_message"]["from"]["is_bot"]
    await chat.say("and again", reply_to=spoken["message_id"])
    (again,) = [update["message"] for update in await chat.updates()]
    assert again["reply_to_message"]["voice"] == spoken["voice"]
    assert again["reply_to_message"]["caption"] == "say it"
    assert again["reply_to_message"]["from"]["id"] == ANN
    assert "reply_to_message" not in again["reply_to_message"]


@pytest.fixture
async def elsewhere(tmp_path: Path) -> AsyncIterator[str]:
    """A web server with one file of each kind."""
    routes = {
        "/a.mp3": (sound(tmp_path), "audio/mpeg"),
        "/v.ogg": (sound(tmp_path, "v.ogg"), "audio/ogg"),
        "/long.ogg": (sound(tmp_path, "l.ogg") + bytes(1 << 20), "audio/ogg"),
        "/a.gif": (picture(kind="GIF"), "image/gif"),
        "/silent.mp4": (video(tmp_path), "video/mp4"),
        "/loud.mp4": (video(tmp_path, sound=True), "video/mp4"),
        "/d.pdf": (b"%PDF-1.7 and so on", "application/pdf"),
    }

    async def serve(request: web.Request) -> web.Response:
        data, type_ = routes[request.path]
        return web.Response(body=data, content_type=type_)

    app = web.Application()
    app.router.add_get("/{path:.*}", serve)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("audio", "/a.mp3"),
        ("voice", "/v.ogg"),
        ("animation", "/a.gif"),
        ("document", "/d.pdf"),
    ],
)
async def test_a_file_goes_out_by_address_by_id_and_as_an_upload(
    chat: Telegram, elsewhere: str, kind: str, path: str
) -> None:
    method = f"send{kind.title()}"
    fetched = await chat.ok(method, chat_id=ANN, **{kind: elsewhere + path})
    assert fetched[kind]["file_size"] > 0
    again = await chat.ok(method, chat_id=ANN, caption="c", **{kind: fetched[kind]["file_id"]})
    assert (again[kind], again["caption"]) == (fetched[kind], "c")
    shown = (await chat.seen())[-1]["file"]
    data = (await chat.raw("GET", f"/world/file/{shown['id']}")).content
    uploaded = await chat.ok(method, files={kind: (path[1:], data)}, chat_id=ANN)
    assert uploaded[kind]["file_size"] == fetched[kind]["file_size"]
    assert uploaded[kind]["file_unique_id"] == fetched[kind]["file_unique_id"]


@pytest.mark.parametrize(("path", "kind"), [("/silent.mp4", "animation"), ("/loud.mp4", "video")])
async def test_a_video_without_sound_by_address_is_an_animation(
    chat: Telegram, elsewhere: str, path: str, kind: str
) -> None:
    fetched = await chat.ok("sendVideo", chat_id=ANN, video=elsewhere + path)
    assert kind in fetched
    assert ("document" in fetched) is (kind == "animation")
    again = await chat.ok("sendVideo", chat_id=ANN, video=fetched[kind]["file_id"])
    assert again[kind] == fetched[kind]
    shown = (await chat.seen())[-1]["file"]
    data = (await chat.raw("GET", f"/world/file/{shown['id']}")).content
    uploaded = await chat.ok("sendVideo", files={"video": ("v.mp4", data)}, chat_id=ANN)
    assert "video" in uploaded, "what a bot uploads stays what it is called"


async def test_a_long_voice_by_address_is_a_file(chat: Telegram, elsewhere: str) -> None:
    sent = await chat.ok("sendVoice", chat_id=ANN, voice=f"{elsewhere}/long.ogg")
    assert "document" in sent
    assert "voice" not in sent


async def originals(chat: Telegram, folder: Path) -> list[Json]:
    """One message of each kind, from Ann."""
    await chat.say("<b>words</b>", entities=[{"type": "bold", "offset": 0, "length": 3}])
    files: list[tuple[str, str, bytes, str]] = [
        ("photo", "p.jpg", picture(), "image/jpeg"),
        ("video", "v.mp4", video(folder), "video/mp4"),
        ("animation", "a.gif", picture(kind="GIF"), "image/gif"),
        ("document", "d.txt", b"text", "text/plain"),
        ("audio", "a.mp3", sound(folder), "audio/mpeg"),
        ("voice", "v.ogg", sound(folder, "v.ogg"), "audio/ogg"),
        ("video_note", "n.mp4", video(folder), "video/mp4"),
        ("sticker", "s.webp", picture(kind="WEBP"), "image/webp"),
    ]
    for kind, name, data, mime in files:
        await chat.give((name, data, mime), kind=kind, text="c" if kind == "photo" else "")
    for kind in ("location", "contact", "poll"):
        await chat.world("POST", "/send", {"person": ANN, "kind": kind})
    return [update["message"] for update in await chat.updates()]


async def test_every_kind_of_message_can_be_copied_and_forwarded(
    chat: Telegram, tmp_path: Path
) -> None:
    await chat.person(BOB, first_name="Bob")
    await chat.say("/start", BOB)
    await chat.updates()
    messages = await originals(chat, tmp_path)
    assert len(messages) == 12
    for message in messages:
        source = {"chat_id": BOB, "from_chat_id": ANN, "message_id": message["message_id"]}
        await chat.ok("copyMessage", **source)
        forwarded = await chat.ok("forwardMessage", **source)
        assert forwarded["forward_origin"]["sender_user"]["id"] == ANN
    theirs, mine = await chat.seen(BOB), await chat.seen(ANN)
    kinds = [view["kind"] for view in mine[1:]]
    assert [view["kind"] for view in theirs[1::2]] == kinds
    assert [view["kind"] for view in theirs[2::2]] == kinds
    assert theirs[1]["html"] == mine[1]["html"]
    assert "forwarded" not in theirs[1]
    assert theirs[2]["forwarded"]
    assert theirs[3]["text"] == "c"


async def test_a_copy_can_have_other_words_and_keys(chat: Telegram) -> None:
    (photo,) = await chat.give(("p.jpg", picture(), "image/jpeg"), text="old")
    source: Json = {"chat_id": ANN, "from_chat_id": ANN, "message_id": photo["message_id"]}
    keys = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await chat.ok("copyMessage", **source, caption="<i>new</i>", parse_mode="HTML")
    assert (await chat.seen())[-1]["html"] == "<i>new</i>"
    await chat.ok("copyMessage", **source, reply_markup=keys)
    shown = (await chat.seen())[-1]
    assert (shown["text"], shown["keyboard"]) == ("old", [[{"text": "Go", "data": "go"}]])


async def test_what_belongs_together_stays_together_in_copies(chat: Telegram) -> None:
    files = [(f"{n}.jpg", picture(), "image/jpeg") for n in range(3)]
    album = await chat.give(*files, text="three")
    ids = [message["message_id"] for message in album]
    source: Json = {"chat_id": ANN, "from_chat_id": ANN, "message_ids": ids}
    copies = await chat.ok("copyMessages", **source, remove_caption=True)
    assert [set(copy) for copy in copies] == [{"message_id"}] * 3
    shown = (await chat.seen())[-3:]
    assert len({view["album"] for view in shown} | {album[0]["album"]}) == 2
    assert [view["text"] for view in shown] == [""] * 3
    await chat.ok("forwardMessages", **source)
    assert len({view["album"] for view in (await chat.seen())[-3:]}) == 1
    wrong = {**source, "message_ids": ids[::-1]}
    assert "strictly increasing order" in await chat.refused("copyMessages", **wrong)


async def test_what_is_gone_is_left_out_of_copies(chat: Telegram) -> None:
    files = [(f"{n}.jpg", picture(), "image/jpeg") for n in range(3)]
    ids = [message["message_id"] for message in await chat.give(*files)]
    source: Json = {"chat_id": ANN, "from_chat_id": ANN}
    await chat.ok("deleteMessage", chat_id=ANN, message_id=ids[1])
    assert len(await chat.ok("copyMessages", **source, message_ids=ids)) == 2
    nothing = await chat.refused("copyMessages", **source, message_ids=ids[1:2])
    assert nothing == "Bad Request: there are no messages to forward"
    for wrong in ([], list(range(1, 102)), [ids[0], ids[0]]):
        assert await chat.refused("copyMessages", **source, message_ids=wrong)


async def test_what_cannot_be_copied_is_refused(chat: Telegram) -> None:
    price: Any = [{"label": "x", "amount": 1}]
    invoice = await chat.ok(
        "sendInvoice", chat_id=ANN, title="t", description="d", payload="p",
        currency="XTR", prices=price,
    )  # fmt: skip
    secret = await chat.ok("sendMessage", chat_id=ANN, text="x", protect_content=True)
    source = {"chat_id": ANN, "from_chat_id": ANN}
    refusal = "Bad Request: message can't be "
    for message, copied, forwarded in ((invoice, False, True), (secret, False, False)):
        number = message["message_id"]
        assert (await chat.call("copyMessage", **source, message_id=number))["ok"] is copied
        body = await chat.call("forwardMessage", **source, message_id=number)
        assert body["ok"] is forwarded
    assert body["description"] == f"{refusal}forwarded"
