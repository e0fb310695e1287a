"""Inline mode: typing a bot's name in any chat, its results, and what choosing one sends."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from tests.unit.simulator_telegram.driver import ANN, BOB, Json, Telegram, picture, video

STALE = "Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYS = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}
WORDS: Json = {
    "type": "article",
    "id": "1",
    "title": "A fox",
    "input_message_content": {"message_text": "<b>fox</b>", "parse_mode": "HTML"},
}


def typing(telegram: Telegram, query: str, **more: Any) -> asyncio.Task[Json]:
    """Ann types the bot's name and these words."""
    body = {"person": ANN, "query": query, "wait": 5, **more}
    return asyncio.create_task(telegram.world("POST", "/inline", body))


async def asked(telegram: Telegram) -> Json:
    (update,) = await telegram.updates(timeout=5)
    query: Json = update["inline_query"]
    return query


async def offered(telegram: Telegram, *results: Json, query: str = "fox", **answer: Any) -> Json:
    """What Ann sees after the bot has answered her."""
    typed = typing(telegram, query)
    found = await asked(telegram)
    await telegram.ok(
        "answerInlineQuery", inline_query_id=found["id"], results=list(results), **answer
    )
    return await typed


def choosing(offer: Json, result: str = "1", **more: Any) -> Json:
    return {"person": ANN, "query_id": offer["query_id"], "result_id": result, **more}


async def choose(telegram: Telegram, offer: Json, result: str = "1", **more: Any) -> Json:
    sent = await telegram.world("POST", "/inline/choose", choosing(offer, result, **more))
    message: Json = sent["messages"][0]
    return message


async def a_group(telegram: Telegram, **more: Any) -> int:
    await telegram.person(BOB, first_name="Bob")
    body = {"title": "Us", "members": [ANN, BOB], **more}
    number: int = (await telegram.world("POST", "/groups", body))["id"]
    await telegram.updates()
    return number


async def test_a_query_shows_the_bots_results(chat: Telegram) -> None:
    typed = typing(chat, "fox", offset="20")
    query = await asked(chat)
    assert query["from"]["id"] == ANN
    assert (query["query"], query["offset"], query["chat_type"]) == ("fox", "20", "sender")
    button = {"text": "Connect", "start_parameter": "from-inline_1"}
    result = {**WORDS, "description": "red", "reply_markup": KEYS}
    await chat.ok(
        "answerInlineQuery", inline_query_id=query["id"], results=[result], next_offset="40",
        button=button, cache_time=0, is_personal=True,
    )  # fmt: skip
    seen = await typed
    assert seen["query_id"] == query["id"]
    assert (seen["next_offset"], seen["button"]) == ("40", button)
    assert (seen["cache_time"], seen["is_personal"]) == (0, True)
    (shown,) = seen["results"]
    assert (shown["title"], shown["description"], shown["html"]) == ("A fox", "red", "<b>fox</b>")
    assert shown["keyboard"] == [[{"text": "More", "data": "more"}]]


async def test_the_chosen_words_are_the_persons_message_via_the_bot(chat: Telegram) -> None:
    offer = await offered(chat, WORDS)
    message = await choose(chat, offer)
    assert (message["text"], message["outgoing"], message["via"]) == ("fox", True, "demo_bot")
    (update,) = await chat.updates()
    heard = update["message"]
    assert heard["via_bot"]["username"] == "demo_bot"
    assert heard["from"]["id"] == ANN
    assert heard["entities"] == [{"type": "bold", "offset": 0, "length": 3}]


async def test_the_choice_is_told_only_where_the_owner_wants_it(chat: Telegram) -> None:
    await chat.control("POST", "/inline", {"feedback": True})
    offer = await offered(chat, WORDS, {**WORDS, "id": "2", "reply_markup": KEYS})
    await choose(chat, offer)
    await choose(chat, offer, "2")
    chosen = [u["chosen_inline_result"] for u in await chat.updates() if "message" not in u]
    assert [(c["result_id"], c["query"], c["from"]["id"]) for c in chosen] == [
        ("1", "fox", ANN),
        ("2", "fox", ANN),
    ]
    assert ["inline_message_id" in choice for choice in chosen] == [False, True]


async def test_inline_messages_live_where_the_bot_is_not(telegram: Telegram) -> None:
    await telegram.control("POST", "/inline", {"feedback": True})
    group = await a_group(telegram, bot=False)
    typed = typing(telegram, "fox", chat=group)
    query = await asked(telegram)
    assert query["chat_type"] == "supergroup"
    results = [{**WORDS, "reply_markup": KEYS}]
    await telegram.ok("answerInlineQuery", inline_query_id=query["id"], results=results)
    message = await choose(telegram, await typed, chat=group)
    (update,) = await telegram.updates()
    inline_id = update["chosen_inline_result"]["inline_message_id"]
    body = {"person": BOB, "chat": group, "message_id": message["message_id"], "data": "more"}
    pressing = asyncio.create_task(telegram.world("POST", "/press", body))
    (update,) = await telegram.updates(timeout=5)
    pressed = update["callback_query"]
    assert (pressed["inline_message_id"], pressed["from"]["id"]) == (inline_id, BOB)
    assert "message" not in pressed
    await telegram.ok("answerCallbackQuery", callback_query_id=pressed["id"], text="yes")
    assert (await pressing)["text"] == "yes"
    edit = {"inline_message_id": inline_id, "text": "two foxes", "reply_markup": KEYS}
    assert await telegram.ok("editMessageText", **edit) is True
    assert "message is not modified" in await telegram.refused("editMessageText", **edit)
    assert (await telegram.seen(BOB, group))[-1]["text"] == "two foxes"
    bare = {"inline_message_id": inline_id}
    assert await telegram.ok("editMessageReplyMarkup", **bare) is True
    assert "keyboard" not in (await telegram.seen(BOB, group))[-1]
    unknown = {"inline_message_id": "BAAAnothing", "text": "x"}
    assert await telegram.refused("editMessageText", **unknown) == (
        "Bad Request: MESSAGE_ID_INVALID"
    )


async def test_what_is_sent_through_the_bot_passes_privacy(telegram: Telegram) -> None:
    group = await a_group(telegram)
    offer = await offered(telegram, WORDS)
    message = await choose(telegram, offer, chat=group)
    await telegram.say("nice", BOB, chat=group, reply_to=message["message_id"])
    heard = [update["message"]["text"] for update in await telegram.updates()]
    assert heard == ["fox", "nice"]


@pytest.fixture
async def elsewhere(tmp_path: Path) -> AsyncIterator[str]:
    routes = {
        "/p.jpg": (picture(), "image/jpeg"),
        "/t.jpg": (picture(90, 60), "image/jpeg"),
        "/v.mp4": (video(tmp_path), "video/mp4"),
        "/loud.mp4": (video(tmp_path, sound=True), "video/mp4"),
        "/a.gif": (picture(kind="GIF"), "image/gif"),
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
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.mark.parametrize(
    ("result", "kind"),
    [
        ({"type": "photo", "photo_url": "/p.jpg"}, "photo"),
        ({"type": "gif", "gif_url": "/a.gif"}, "animation"),
        ({"type": "mpeg4_gif", "mpeg4_url": "/v.mp4"}, "animation"),
        (
            {"type": "video", "video_url": "/loud.mp4", "title": "t", "mime_type": "video/mp4"},
            "video",
        ),
    ],
)
async def test_a_result_by_address_is_shown_and_sent(
    chat: Telegram, elsewhere: str, result: Json, kind: str
) -> None:
    result = {k: elsewhere + v if k.endswith("_url") else v for k, v in result.items()}
    result |= {"id": "1", "thumbnail_url": f"{elsewhere}/t.jpg", "caption": "<i>c</i>"}
    offer = await offered(chat, {**result, "parse_mode": "HTML"})
    (shown,) = offer["results"]
    still = await chat.raw("GET", f"/{shown['picture']}", follow_redirects=True)
    moves = result["type"] == "gif"
    assert still.headers["content-type"] == ("image/gif" if moves else "image/jpeg")
    assert ("film" in shown) is (result["type"] == "mpeg4_gif")
    if "film" in shown:
        moving = await chat.raw("GET", f"/{shown['film']}", follow_redirects=True)
        assert moving.headers["content-type"] == "video/mp4"
    assert offer["gallery"] is (kind != "video")
    message = await choose(chat, offer)
    assert (message["kind"], message["html"]) == (kind, "<i>c</i>")
    (update,) = await chat.updates()
    assert kind in update["message"]


async def test_a_video_that_telegram_has_is_offered_by_its_id(
    chat: Telegram, tmp_path: Path
) -> None:
    sent = await chat.ok("sendVideo", files={"video": ("v.mp4", video(tmp_path))}, chat_id=ANN)
    file_id = sent["video"]["file_id"]
    result = {"type": "video", "id": "1", "video_file_id": file_id, "title": "Mine"}
    offer = await offered(chat, {**result, "caption": "look", "reply_markup": KEYS})
    (shown,) = offer["results"]
    small = await chat.raw("GET", f"/{shown['picture']}", follow_redirects=True)
    assert small.headers["content-type"] == "image/jpeg"
    message = await choose(chat, offer)
    assert (message["kind"], message["text"], message["file"]["id"]) == ("video", "look", file_id)
    await chat.updates()
    words = {**result, "input_message_content": {"message_text": "only words"}}
    message = await choose(chat, await offered(chat, words, query="other"))
    assert (message["kind"], message["text"]) == ("text", "only words")


async def test_an_address_that_leads_nowhere_sends_nothing(chat: Telegram, elsewhere: str) -> None:
    gone = f"{elsewhere}/gone.gif"
    result = {"type": "gif", "id": "1", "gif_url": gone, "thumbnail_url": gone}
    offer = await offered(chat, result)
    answer = await chat.raw("POST", "/world/inline/choose", json=choosing(offer))
    assert answer.status_code == 400
    small = await chat.raw("GET", f"/{offer['results'][0]['picture']}")
    assert small.status_code == 400
    assert [message["text"] for message in await chat.seen()] == ["/start"]


async def test_telegram_remembers_answers_as_it_was_told(chat: Telegram) -> None:
    await chat.person(BOB, first_name="Bob")
    first = await offered(chat, WORDS, cache_time=100)
    again = await typing(chat, "fox", person=BOB)
    assert (again["query_id"], again["remembered"]) == (first["query_id"], True)
    assert (await chat.control("GET", "/pending"))["count"] == 0
    await offered(chat, WORDS, query="mine", cache_time=100, is_personal=True)
    assert (await typing(chat, "mine"))["remembered"]
    others = typing(chat, "mine", person=BOB)
    query = await asked(chat)
    assert query["from"]["id"] == BOB
    await chat.ok("answerInlineQuery", inline_query_id=query["id"], results=[])
    assert (await others)["results"] == []
    await offered(chat, WORDS, query="now", cache_time=0)
    second = await offered(chat, WORDS, query="now", cache_time=0)
    assert not second["remembered"]


async def test_an_answer_can_come_too_late_and_only_once(chat: Telegram) -> None:
    typed = typing(chat, "fox")
    query = await asked(chat)
    await chat.control("POST", "/expire", {})
    late = {"inline_query_id": query["id"], "results": [WORDS]}
    assert await chat.refused("answerInlineQuery", **late) == STALE
    typed.cancel()
    offer = await offered(chat, WORDS, query="other")
    again = {"inline_query_id": offer["query_id"], "results": [WORDS]}
    assert await chat.refused("answerInlineQuery", **again) == STALE
    silent = await typing(chat, "nobody answers", wait=0.01)
    assert (silent["answered"], silent["results"]) == (False, [])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"results": [{**WORDS, "id": str(n)} for n in range(51)]}, "RESULTS_TOO_MUCH"),
        ({"results": [WORDS, WORDS]}, "RESULT_ID_DUPLICATE"),
        ({"results": "fox"}, "can't parse results"),
        ({"results": {}}, "expected an Array"),
        ({"results": ["fox"]}, "expected an Object"),
        ({"next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ({"button": {"text": "x"}}, "exactly one"),
        ({"button": {"text": "", "start_parameter": "x"}}, "SWITCH_PM_TEXT_EMPTY"),
        ({"button": {"text": "x", "start_parameter": ""}}, "START_PARAM_EMPTY"),
        ({"button": {"text": "x", "start_parameter": "a b"}}, "START_PARAM_INVALID"),
        ({"button": {"text": "x", "start_parameter": "x" * 65}}, "START_PARAM_INVALID"),
    ],
)
async def test_a_wrong_answer_is_refused(chat: Telegram, change: Json, reason: str) -> None:
    typed = typing(chat, "fox")
    query = await asked(chat)
    answer = {"inline_query_id": query["id"], "results": [WORDS], **change}
    assert reason in await chat.refused("answerInlineQuery", **answer)
    typed.cancel()


PHOTO: Json = {
    "type": "photo",
    "id": "1",
    "photo_url": "https://e.org/p.jpg",
    "thumbnail_url": "https://e.org/t.jpg",
}


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        ({**WORDS, "id": ""}, "RESULT_ID_INVALID"),
        ({**WORDS, "id": "ж" * 33}, "RESULT_ID_INVALID"),
        ({**WORDS, "id": 5}, 'Field "id" must be of type String'),
        ({**WORDS, "title": ""}, "ARTICLE_TITLE_EMPTY"),
        ({"type": "article", "id": "1", "title": "x"}, "input_message_content"),
        ({**WORDS, "input_message_content": {"message_text": " "}}, "MESSAGE_EMPTY"),
        ({**WORDS, "input_message_content": {"message_text": "x" * 4097}}, "too long"),
        ({**WORDS, "type": "game"}, "RESULT_TYPE_INVALID"),
        ({**WORDS, "reply_markup": {"keyboard": [["x"]]}}, "inline keyboard expected"),
        ({k: v for k, v in PHOTO.items() if k != "thumbnail_url"}, "thumbnail_url"),
        ({**PHOTO, "photo_url": "http://e.org/p.jpg"}, "WEBDOCUMENT_URL_INVALID"),
        ({**PHOTO, "photo_url": ""}, "WEBDOCUMENT_URL_EMPTY"),
        ({**PHOTO, "caption": "x" * 1025}, "caption is too long"),
        ({**PHOTO, "photo_width": "wide"}, "must be of type Number"),
        (
            {"type": "video", "id": "1", "title": "x", "video_file_id": "nonsense"},
            "wrong file identifier",
        ),
        (
            {**PHOTO, "type": "video", "title": "x", "video_url": "https://e.org/v",
             "mime_type": "image/png"},
            "WEBDOCUMENT_MIME_INVALID",
        ),
    ],
)  # fmt: skip
async def test_a_wrong_result_is_refused(chat: Telegram, result: Json, reason: str) -> None:
    typed = typing(chat, "fox")
    query = await asked(chat)
    answer = {"inline_query_id": query["id"], "results": [result]}
    assert reason in await chat.refused("answerInlineQuery", **answer)
    typed.cancel()


async def test_no_inline_mode_no_query(chat: Telegram) -> None:
    assert (await chat.ok("getMe"))["supports_inline_queries"] is True
    await chat.control("POST", "/inline", {"enabled": False})
    answer = await chat.raw("POST", "/world/inline", json={"person": ANN, "query": "fox"})
    assert answer.json() == {"error": "the bot has no inline mode"}
    assert (await chat.ok("getMe"))["supports_inline_queries"] is False
    await chat.control("POST", "/inline", {})
    long = await chat.raw("POST", "/world/inline", json={"person": ANN, "query": "x" * 257})
    assert long.status_code == 400


async def test_a_link_starts_the_bot_with_what_it_carries(telegram: Telegram) -> None:
    await telegram.world("POST", "/start", {"person": ANN, "payload": "fx_42"})
    await telegram.world("POST", "/block", {"person": ANN})
    await telegram.world("POST", "/start", {"person": ANN})
    kinds = [update.get("message", {}).get("text") for update in await telegram.updates()]
    assert kinds == ["/start fx_42", None, None, "/start"]
    for payload in ("x" * 65, "a b", "ж"):
        body = {"person": ANN, "payload": payload}
        assert (await telegram.raw("POST", "/world/start", json=body)).status_code == 400


async def test_switch_keys_say_where_they_lead(chat: Telegram) -> None:
    keys = [
        {"text": "Anywhere", "switch_inline_query": "fox"},
        {"text": "Here", "switch_inline_query_current_chat": ""},
        {"text": "Chosen", "switch_inline_query_chosen_chat": {"query": "cat"}},
    ]
    markup = {"inline_keyboard": [keys]}
    sent = await chat.ok("sendMessage", chat_id=ANN, text="x", reply_markup=markup)
    assert sent["reply_markup"] == markup
    assert (await chat.seen())[-1]["keyboard"] == [
        [
            {"text": "Anywhere", "switch_inline_query": "fox"},
            {"text": "Here", "switch_inline_query": "", "here": True},
            {"text": "Chosen", "switch_inline_query": "cat"},
        ]
    ]
