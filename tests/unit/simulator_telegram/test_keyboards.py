"""Keyboards that take the place of a person's own, and what their keys share with the bot."""

from typing import Any

import pytest

from tests.unit.simulator_telegram.driver import ANN, BOB, Json, Telegram

CHOOSE: Json = {
    "text": "Choose people",
    "request_users": {
        "request_id": 7,
        "max_quantity": 2,
        "request_name": True,
        "request_username": True,
    },
}


async def lay(chat: Telegram, *row: Any, **more: Any) -> None:
    markup = {"keyboard": [list(row)], **more}
    await chat.ok("sendMessage", chat_id=ANN, text="Here", reply_markup=markup)


async def tap(chat: Telegram, text: str, **more: Any) -> Json:
    """The message that the bot gets of it."""
    await chat.world("POST", "/key", {"person": ANN, "text": text, **more})
    (update,) = await chat.updates()
    message: Json = update["message"]
    return message


async def keyboard(chat: Telegram, person: int = ANN, room: int = ANN) -> Json | None:
    found = await chat.world("GET", "/keyboard", person=person, chat=room)
    shown: Json | None = found["keyboard"]
    return shown


async def test_a_keyboard_lies_there_until_it_is_taken_away(chat: Telegram) -> None:
    assert await keyboard(chat) is None
    await lay(chat, "Yes", one_time_keyboard=True, input_field_placeholder="Well?")
    shown = {"rows": [[{"text": "Yes"}]], "one_time": True, "placeholder": "Well?"}
    assert await keyboard(chat) == shown
    assert (await tap(chat, "Yes"))["text"] == "Yes"
    await chat.ok("sendMessage", chat_id=ANN, text="!")
    assert await keyboard(chat) == shown
    gone = {"remove_keyboard": True}
    await chat.ok("sendMessage", chat_id=ANN, text="!", reply_markup=gone)
    assert await keyboard(chat) is None
    answer = await chat.raw("POST", "/world/key", json={"person": ANN, "text": "Yes"})
    assert answer.json() == {"error": "there is no such key"}


async def test_chosen_people_are_shared_with_what_was_asked_about_them(chat: Telegram) -> None:
    await chat.person(BOB, first_name="Bob", last_name="Stone", username="bob")
    await lay(chat, CHOOSE)
    message = await tap(chat, "Choose people", users=[BOB, ANN])
    assert message["users_shared"] == {
        "request_id": 7,
        "users": [
            {"user_id": BOB, "first_name": "Bob", "last_name": "Stone", "username": "bob"},
            {"user_id": ANN, "first_name": "Ann", "username": "ann"},
        ],
    }
    assert message["from"]["id"] == ANN
    assert (await chat.seen())[-1]["kind"] == "service"
    for users in ([], [ANN, BOB, ANN], [99]):
        wish = {"person": ANN, "text": "Choose people", "users": users}
        assert (await chat.raw("POST", "/world/key", json=wish)).status_code == 400


async def test_only_the_id_is_shared_where_nothing_more_was_asked(chat: Telegram) -> None:
    await chat.person(BOB, first_name="Bob", username="bob")
    await lay(chat, {"text": "One", "request_users": {"request_id": -5}})
    message = await tap(chat, "One", users=[BOB])
    assert message["users_shared"] == {"request_id": -5, "users": [{"user_id": BOB}]}


async def test_a_key_shares_a_contact_a_place_or_a_group(chat: Telegram) -> None:
    request = {"request_id": 1, "chat_is_channel": False, "request_title": True}
    await lay(
        chat,
        {"text": "Me", "request_contact": True},
        {"text": "Here", "request_location": True},
        {"text": "Group", "request_chat": request},
    )
    contact = (await tap(chat, "Me"))["contact"]
    assert (contact["user_id"], contact["first_name"]) == (ANN, "Ann")
    assert contact["phone_number"].startswith("+")
    assert "latitude" in (await tap(chat, "Here"))["location"]
    body = {"title": "Us", "members": [ANN], "bot": False}
    group = (await chat.world("POST", "/groups", body))["id"]
    shared = (await tap(chat, "Group", shared_chat=group))["chat_shared"]
    assert shared == {"request_id": 1, "chat_id": group, "title": "Us"}


async def test_somebody_elses_contact_can_be_shared(chat: Telegram) -> None:
    wish = {"person": ANN, "kind": "contact", "first_name": "Bob", "user_id": BOB}
    await chat.world("POST", "/send", wish)
    (update,) = await chat.updates()
    assert update["message"]["contact"]["user_id"] == BOB
    assert (await chat.seen())[-1]["contact"]["first_name"] == "Bob"


async def test_a_selective_keyboard_is_for_those_it_answers_or_names(telegram: Telegram) -> None:
    await telegram.person(BOB, first_name="Bob", username="bob")
    body = {"title": "Us", "members": [ANN, BOB], "bot_admin": True}
    group = (await telegram.world("POST", "/groups", body))["id"]
    asked = await telegram.say("me", chat=group)
    markup = {"keyboard": [["Only Ann"]], "selective": True}
    reply = {"message_id": asked["message_id"]}
    where: Json = {"chat_id": group, "text": "x", "reply_markup": markup}
    await telegram.ok("sendMessage", **where, reply_parameters=reply)
    assert await keyboard(telegram, ANN, group) is not None
    assert await keyboard(telegram, BOB, group) is None
    markup["keyboard"] = [["Only Bob"]]
    await telegram.ok("sendMessage", **{**where, "text": "@bob here"})
    assert await keyboard(telegram, ANN, group) == {"rows": [[{"text": "Only Ann"}]]}
    assert await keyboard(telegram, BOB, group) == {"rows": [[{"text": "Only Bob"}]]}
    asking: Json = {"keyboard": [[CHOOSE]]}
    assert await telegram.refused("sendMessage", chat_id=group, text="x", reply_markup=asking) == (
        "Bad Request: users can be requested in private chats only"
    )


async def test_force_reply_reaches_the_person(chat: Telegram) -> None:
    markup = {"force_reply": True, "input_field_placeholder": "a name"}
    sent = await chat.ok("sendMessage", chat_id=ANN, text="Who?", reply_markup=markup)
    assert "reply_markup" not in sent
    assert (await chat.seen())[-1]["force_reply"] is True


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ({"text": ""}, "keyboard button text must be non-empty"),
        (5, "KeyboardButton must be a String or an Object"),
        ({"text": "x", "request_contact": True, "request_location": True}, "at most one"),
        ({"text": "x", "request_users": {}}, '"request_id" must be a valid 32-bit Number'),
        ({"text": "x", "request_users": {"request_id": 2**31}}, "32-bit Number"),
        ({"text": "x", "request_users": {"request_id": 1, "max_quantity": 11}}, "BUTTON_INVALID"),
        ({"text": "x", "request_chat": {"request_id": 1}}, "chat_is_channel"),
        ({"text": "x", "style": "loud"}, "invalid button style"),
    ],
)
async def test_a_wrong_key_is_refused(chat: Telegram, key: object, reason: str) -> None:
    markup = {"keyboard": [[key]]}
    assert reason in await chat.refused("sendMessage", chat_id=ANN, text="x", reply_markup=markup)


async def test_two_requests_cannot_have_one_number(chat: Telegram) -> None:
    markup = {"keyboard": [[CHOOSE, {**CHOOSE, "text": "Others"}]]}
    assert await chat.refused("sendMessage", chat_id=ANN, text="x", reply_markup=markup) == (
        "Bad Request: BUTTON_INVALID"
    )
