"""Text messages, formatting, keyboards, replies and edits, as strict as Telegram's."""

import asyncio

import pytest

from tests.unit.simulator_telegram.driver import ANN, TOKEN, Telegram

BUTTON = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}


async def test_a_person_writes_and_the_bot_gets_telegrams_own_message(telegram: Telegram) -> None:
    await telegram.say("/start 😀 @demo_bot https://example.com/x.")
    (update,) = await telegram.updates()
    message = update["message"]
    assert message["from"] == {
        "id": ANN,
        "is_bot": False,
        "first_name": "Ann",
        "username": "ann",
        "language_code": "en",
    }
    assert message["chat"] == {
        "id": ANN,
        "first_name": "Ann",
        "username": "ann",
        "type": "private",
    }
    assert message["entities"] == [
        {"type": "bot_command", "offset": 0, "length": 6},
        {"type": "mention", "offset": 10, "length": 9},  # an emoji is two UTF-16 units
        {"type": "url", "offset": 20, "length": 21},
    ]


async def test_a_bot_cannot_write_first(telegram: Telegram) -> None:
    assert await telegram.refused("sendMessage", chat_id=ANN, text="hi") == (
        "Bad Request: chat not found"
    )
    await telegram.say("/start")
    sent = await telegram.ok("sendMessage", chat_id=ANN, text="hi")
    assert sent["from"]["is_bot"]
    assert sent["chat"]["id"] == ANN


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": "somebody", "text": "x"}, "chat not found"),
        ({"chat_id": 99, "text": "x"}, "chat not found"),
        ({"chat_id": ANN}, "message text is empty"),
        ({"chat_id": ANN, "text": " \n "}, "message text is empty"),
        ({"chat_id": ANN, "text": "x" * 4097}, "message is too long"),
        ({"chat_id": ANN, "text": "x", "parse_mode": "bbcode"}, "unsupported parse_mode"),
        (
            {"chat_id": ANN, "text": "x", "reply_parameters": {"message_id": 999}},
            "message to be replied not found",
        ),
        ({"chat_id": ANN, "text": "x", "message_thread_id": 3}, "message thread not found"),
        ({"chat_id": ANN, "text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup"),
        ({"chat_id": ANN, "text": "x", "protect_content": "maybe"}, "must be of type Boolean"),
        ({"chat_id": ANN, "text": "x", "message_thread_id": "a"}, "must be of type Integer"),
    ],
)
async def test_a_wrong_text_message_is_refused(
    chat: Telegram, params: dict[str, object], description: str
) -> None:
    refusal = await chat.refused("sendMessage", **params)
    assert refusal.startswith("Bad Request: ")
    assert description in refusal
    assert [message["text"] for message in await chat.seen()] == ["/start"]


async def test_the_longest_text_counts_after_the_tags_are_read(chat: Telegram) -> None:
    sent = await chat.ok(
        "sendMessage", chat_id=ANN, text="<b>" + "&amp;" * 4096 + "</b>", parse_mode="HTML"
    )
    assert sent["text"] == "&" * 4096


@pytest.mark.parametrize(
    ("text", "plain", "entities"),
    [
        ("<b>a</b><i>😀</i>b", "a😀b", [("bold", 0, 1), ("italic", 1, 2)]),
        ("<b>x <i>y</i></b>", "x y", [("bold", 0, 3), ("italic", 2, 1)]),
        ("&lt;b&gt; &#65;&quot; &nbsp;", '<b> A" &nbsp;', []),
        ("<tg-spoiler>s</tg-spoiler>", "s", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">s</span>', "s", [("spoiler", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("  <u>in</u>  ", "in", [("underline", 0, 2)]),
        ("<b></b>x", "x", []),
    ],
)
async def test_html_becomes_text_and_entities(
    chat: Telegram, text: str, plain: str, entities: list[tuple[str, int, int]]
) -> None:
    sent = await chat.ok("sendMessage", chat_id=ANN, text=text, parse_mode="HTML")
    assert sent["text"] == plain
    found = [(e["type"], e["offset"], e["length"]) for e in sent.get("entities", [])]
    assert found == entities


async def test_links_and_code_keep_what_they_say(chat: Telegram) -> None:
    text = (
        '<a href="https://e.org/?a=1&amp;b=2">l</a> <pre><code class="language-py">c</code></pre>'
    )
    sent = await chat.ok("sendMessage", chat_id=ANN, text=text, parse_mode="HTML")
    assert sent["entities"] == [
        {"type": "text_link", "offset": 0, "length": 1, "url": "https://e.org/?a=1&b=2"},
        {"type": "pre", "offset": 2, "length": 1, "language": "py"},
    ]
    assert (await chat.seen())[-1]["html"] == (
        '<a href="https://e.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">l</a> '
        '<pre><code class="language-py">c</code></pre>'
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("ж<div>x</div>", 'Unsupported start tag "div" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_broken_html_is_refused_with_telegrams_reason(
    chat: Telegram, text: str, reason: str
) -> None:
    refusal = await chat.refused("sendMessage", chat_id=ANN, text=text, parse_mode="HTML")
    assert refusal.startswith(f"Bad Request: can't parse entities: {reason}")


async def test_what_people_write_is_shown_without_becoming_markup(chat: Telegram) -> None:
    await chat.say('<img src=x onerror="alert(1)"> & <b>')
    shown = (await chat.seen())[-1]["html"]
    assert shown == "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &lt;b&gt;"


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "x"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "callback_data": "ж" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": " ", "callback_data": "a"}, "must be non-empty"),
        ({"callback_data": "a"}, 'Can\'t find field "text"'),
        ({"text": "x", "callback_data": "a", "url": "https://e.org"}, "exactly one"),
        ({"text": "x", "url": "ftp://e.org"}, "Wrong HTTP URL"),
        ({"text": "x", "url": "http://localhost/x"}, "Wrong HTTP URL"),
        ({"text": "x", "copy_text": {"text": "y" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "x", "switch_inline_query": "y" * 257}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "switch_inline_query_current_chat": 5}, "must be of type String"),
        ({"text": "x", "switch_inline_query_chosen_chat": "cats"}, "must be an Object"),
        ({"text": "x", "web_app": {"url": "http://e.org"}}, "Only HTTPS links are allowed"),
        ("x", "InlineKeyboardButton must be an Object"),
    ],
)
async def test_a_wrong_button_is_refused(chat: Telegram, button: object, reason: str) -> None:
    markup = {"inline_keyboard": [[button]]}
    assert reason in await chat.refused("sendMessage", chat_id=ANN, text="x", reply_markup=markup)


async def test_a_keyboard_has_at_most_a_hundred_buttons(chat: Telegram) -> None:
    row = [{"text": "x", "callback_data": "ж" * 32}] * 4
    keyboard = {"inline_keyboard": [row] * 25}
    await chat.ok("sendMessage", chat_id=ANN, text="x", reply_markup=keyboard)
    keyboard["inline_keyboard"].append(row[:1])
    refusal = await chat.refused("sendMessage", chat_id=ANN, text="x", reply_markup=keyboard)
    assert refusal == "Bad Request: reply markup is too long"


async def test_other_keyboards_reach_the_person_and_not_the_message(chat: Telegram) -> None:
    keyboard = {"keyboard": [["Yes", {"text": "No"}]]}
    sent = await chat.ok("sendMessage", chat_id=ANN, text="x", reply_markup=keyboard)
    assert "reply_markup" not in sent
    assert (await chat.seen())[-1]["reply_keyboard"] == {
        "rows": [[{"text": "Yes"}, {"text": "No"}]]
    }


async def test_an_edit_changes_the_message_in_place(chat: Telegram) -> None:
    sent = await chat.ok("sendMessage", chat_id=ANN, text="one", reply_markup=BUTTON)
    place = {"chat_id": ANN, "message_id": sent["message_id"]}
    edited = await chat.ok("editMessageText", text="two", **place)
    assert edited["text"] == "two"
    assert edited["edit_date"] >= sent["date"]
    assert "reply_markup" not in edited  # a keyboard that is not sent again is gone
    refusal = await chat.refused("editMessageText", text="two", **place)
    assert refusal.startswith("Bad Request: message is not modified: ")
    shown = (await chat.seen())[-1]
    assert (shown["text"], shown["edits"]) == ("two", 1)
    transcript = await chat.control("GET", "/transcript", chat=ANN)
    assert [v["text"] for v in transcript["messages"][-1]["versions"]] == ["one", "two"]


async def test_what_cannot_be_edited_is_refused(chat: Telegram) -> None:
    text = await chat.ok("sendMessage", chat_id=ANN, text="x")
    theirs = await chat.say("mine")
    no_such = await chat.refused("editMessageText", chat_id=ANN, message_id=999, text="y")
    assert no_such == "Bad Request: message to edit not found"
    foreign = await chat.refused(
        "editMessageText", chat_id=ANN, message_id=theirs["message_id"], text="y"
    )
    assert foreign == "Bad Request: message can't be edited"
    place = {"chat_id": ANN, "message_id": text["message_id"]}
    assert await chat.refused("editMessageCaption", caption="c", **place) == (
        "Bad Request: there is no caption in the message to edit"
    )
    force = {"force_reply": True}
    assert await chat.refused("editMessageText", text="z", reply_markup=force, **place) == (
        "Bad Request: inline keyboard expected"
    )


async def test_deleted_messages_are_gone_for_the_person_but_in_the_transcript(
    chat: Telegram,
) -> None:
    sent = await chat.ok("sendMessage", chat_id=ANN, text="bye")
    place = {"chat_id": ANN, "message_id": sent["message_id"]}
    assert await chat.ok("deleteMessage", **place) is True
    assert await chat.refused("deleteMessage", **place) == (
        "Bad Request: message to delete not found"
    )
    assert [message["text"] for message in await chat.seen()] == ["/start"]
    last = (await chat.control("GET", "/transcript", chat=ANN))["messages"][-1]
    assert (last["text"], last["deleted"]) == ("bye", True)


async def test_copies_and_forwards(chat: Telegram) -> None:
    said = await chat.say("original")
    source = {"chat_id": ANN, "from_chat_id": ANN, "message_id": said["message_id"]}
    copied = await chat.ok("copyMessage", **source)
    assert set(copied) == {"message_id"}
    forwarded = await chat.ok("forwardMessage", **source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == ANN
    source["message_id"] = 999
    assert await chat.refused("copyMessage", **source) == "Bad Request: message to copy not found"


async def test_a_reply_shows_what_it_answers(chat: Telegram) -> None:
    said = await chat.say("question")
    reply = {"message_id": said["message_id"]}
    sent = await chat.ok("sendMessage", chat_id=ANN, text="answer", reply_parameters=reply)
    assert sent["reply_to_message"]["text"] == "question"
    gone = {"message_id": 999, "allow_sending_without_reply": True}
    sent = await chat.ok("sendMessage", chat_id=ANN, text="answer", reply_parameters=gone)
    assert "reply_to_message" not in sent


async def test_a_person_edits_and_long_words_are_split(chat: Telegram) -> None:
    said = await chat.say("a" * 5000)
    first, second = [update["message"]["text"] for update in await chat.updates()]
    assert (len(first), len(second)) == (4096, 904)
    await chat.world(
        "POST", "/edit", {"person": ANN, "message_id": said["message_id"], "text": "short"}
    )
    (update,) = await chat.updates()
    assert update["edited_message"]["text"] == "short"
    assert update["edited_message"]["edit_date"]


async def test_a_pressed_button_waits_for_the_bots_answer(chat: Telegram) -> None:
    sent = await chat.ok("sendMessage", chat_id=ANN, text="x", reply_markup=BUTTON)
    press = asyncio.create_task(
        chat.world(
            "POST", "/press", {"person": ANN, "message_id": sent["message_id"], "data": "go"}
        )
    )
    (update,) = await chat.updates(timeout=5)
    query = update["callback_query"]
    assert query["data"] == "go"
    assert query["from"]["id"] == ANN
    assert query["message"]["reply_markup"] == BUTTON
    assert query["chat_instance"]
    await chat.ok("answerCallbackQuery", callback_query_id=query["id"], text="ok", show_alert=True)
    assert await press == {"answered": True, "text": "ok", "show_alert": True, "url": None}


async def test_only_buttons_that_are_there_can_be_pressed_and_only_real_presses_answered(
    chat: Telegram,
) -> None:
    sent = await chat.ok("sendMessage", chat_id=ANN, text="x", reply_markup=BUTTON)
    body = {"person": ANN, "message_id": sent["message_id"], "data": "other"}
    answer = await chat.raw("POST", "/world/press", json=body)
    assert answer.status_code == 400
    assert await chat.refused("answerCallbackQuery", callback_query_id="1") == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )


async def test_a_blocked_bot_is_told_so(chat: Telegram) -> None:
    await chat.world("POST", "/block", {"person": ANN})
    (update,) = await chat.updates()
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    body = await chat.call("sendMessage", chat_id=ANN, text="x")
    assert body == {
        "ok": False,
        "error_code": 403,
        "description": "Forbidden: bot was blocked by the user",
    }
    await chat.world("POST", "/unblock", {"person": ANN})
    (update,) = await chat.updates()
    assert update["my_chat_member"]["new_chat_member"]["status"] == "member"
    await chat.ok("sendMessage", chat_id=ANN, text="x")


async def test_tokens_and_methods_are_checked_as_telegram_checks_them(telegram: Telegram) -> None:
    unknown = await telegram.raw("GET", f"/bot{TOKEN[:-1]}x/getMe")
    malformed = await telegram.raw("GET", "/botnonsense/getMe")
    wrong = await telegram.raw("GET", f"/bot{TOKEN}/getYou")
    assert unknown.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert malformed.json() == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert wrong.json() == {"ok": False, "error_code": 404, "description": "Not Found"}
    any_case = await telegram.raw("GET", f"/bot{TOKEN}/GETME")
    assert any_case.json()["result"]["username"] == "demo_bot"


async def test_forms_queries_and_json_mean_the_same(chat: Telegram) -> None:
    keyboard = '{"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}'
    params = {"chat_id": str(ANN), "text": "x", "reply_markup": keyboard}
    path = f"/bot{TOKEN}/sendMessage"
    answers = [
        await chat.raw("GET", path, params=params),
        await chat.raw("POST", path, data=params),
        await chat.raw("POST", path, files={name: (None, value) for name, value in params.items()}),
        await chat.raw("POST", path, json={"chat_id": ANN, "text": "x", "reply_markup": BUTTON}),
    ]
    assert [answer.json()["result"]["reply_markup"] for answer in answers] == [BUTTON] * 4
    calls = (await chat.control("GET", "/calls", method="sendMessage"))["calls"]
    assert [call["params"]["reply_markup"] for call in calls] == [BUTTON] * 4
    assert [call["params"]["chat_id"] for call in calls] == [ANN] * 4


async def test_a_link_to_a_person_becomes_a_mention_of_somebody_known(chat: Telegram) -> None:
    text = f'<a href="tg://user?id={ANN}">Ann</a> <a href="tg://user?id=99">Zoe</a>'
    sent = await chat.ok("sendMessage", chat_id=ANN, text=text, parse_mode="HTML")
    (entity,) = sent["entities"]
    assert (entity["type"], entity["user"]["id"]) == ("text_mention", ANN)


async def test_polls_places_and_contacts_arrive_as_themselves(chat: Telegram) -> None:
    for kind in ("location", "poll", "contact"):
        await chat.world("POST", "/send", {"person": ANN, "kind": kind})
    found = [update["message"] for update in await chat.updates()]
    assert [
        kind in message
        for kind, message in zip(("location", "poll", "contact"), found, strict=True)
    ] == [True] * 3
    sent = await chat.ok("sendPoll", chat_id=ANN, question="?", options=[{"text": "a"}, "b"])
    assert [option["text"] for option in sent["poll"]["options"]] == ["a", "b"]
