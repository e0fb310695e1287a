"""Groups: what a bot hears there, threads and topics, and the bot's own coming and going."""

from typing import Any

import pytest

from tests.unit.simulator_telegram.driver import ANN, BOB, Json, Telegram, picture


async def group_of(telegram: Telegram, **more: Any) -> int:
    """A group of Ann, Bob and the bot; what the bot heard of its founding is read already."""
    await telegram.person(BOB, first_name="Bob", username="bob")
    body = {"title": "Us", "members": [ANN, BOB], **more}
    number: int = (await telegram.world("POST", "/groups", body))["id"]
    await telegram.updates()
    return number


async def heard(telegram: Telegram) -> list[str]:
    messages = [update["message"] for update in await telegram.updates()]
    return [message.get("text") or message.get("caption", "") for message in messages]


async def test_a_group_has_numbers_of_its_own_and_tells_the_bot_of_its_place(
    telegram: Telegram,
) -> None:
    await telegram.person(BOB, first_name="Bob")
    group = await telegram.world("POST", "/groups", {"title": "Us", "members": [ANN, BOB]})
    joined, welcome = await telegram.updates()
    assert joined["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert joined["my_chat_member"]["from"]["id"] == ANN
    assert welcome["message"]["new_chat_members"][0]["is_bot"]
    await telegram.say("/help@demo_bot", person=BOB, chat=group["id"])
    (update,) = await telegram.updates()
    assert update["message"]["from"]["id"] == BOB
    assert update["message"]["chat"] == {"id": group["id"], "title": "Us", "type": "supergroup"}
    refusal = await telegram.call("sendMessage", chat_id=BOB, text="x")
    assert refusal["description"] == "Forbidden: bot can't initiate conversation with a user"
    sent = await telegram.ok("sendMessage", chat_id=group["id"], text="hello")
    assert (await telegram.seen(BOB, group["id"]))[-1]["message_id"] == sent["message_id"]


async def test_privacy_lets_through_commands_and_answers_but_not_the_mere_name(
    telegram: Telegram,
) -> None:
    group = await group_of(telegram)
    for words in ("just talking", "@demo_bot hello", "hello @demo_bot", "/help@other_bot", "/"):
        await telegram.say(words, chat=group)
    assert await heard(telegram) == []
    command = await telegram.say("/fox@demo_bot in the snow", chat=group)
    await telegram.say("/bare", chat=group)
    assert await heard(telegram) == ["/fox@demo_bot in the snow", "/bare"]
    spoken = await telegram.ok("sendMessage", chat_id=group, text="which fox?")
    answer = await telegram.say("the red one", chat=group, reply_to=spoken["message_id"])
    await telegram.say("mine too", BOB, chat=group, reply_to=answer["message_id"])
    await telegram.say("make it two", BOB, chat=group, reply_to=command["message_id"])
    talk = await telegram.say("aside", chat=group)
    await telegram.say("to that", BOB, chat=group, reply_to=talk["message_id"])
    assert await heard(telegram) == ["the red one", "mine too", "make it two"]


async def test_an_admin_hears_everything(telegram: Telegram) -> None:
    group = await group_of(telegram)
    await telegram.world("POST", "/groups/invite", {"chat": group, "admin": True})
    (update,) = await telegram.updates()
    changed = update["my_chat_member"]
    assert changed["old_chat_member"]["status"] == "member"
    assert changed["new_chat_member"]["status"] == "administrator"
    await telegram.say("just talking @demo_bot", chat=group)
    assert await heard(telegram) == ["just talking @demo_bot"]


async def test_a_command_on_a_picture_and_one_that_answers_a_picture(telegram: Telegram) -> None:
    group = await group_of(telegram)
    (photo,) = await telegram.give(
        ("p.jpg", picture(), "image/jpeg"), person=BOB, chat=str(group), text="look at that"
    )
    await telegram.say("/animate@demo_bot", chat=group, reply_to=photo["message_id"])
    (update,) = await telegram.updates()
    replied = update["message"]["reply_to_message"]
    assert replied["from"]["id"] == BOB
    assert replied["photo"][-1]["width"] == 640
    assert replied["caption"] == "look at that"


async def test_a_removed_bot_hears_and_says_nothing_until_it_is_back(telegram: Telegram) -> None:
    group = await group_of(telegram, bot_admin=True)
    await telegram.world("POST", "/groups/expel", {"chat": group})
    (update,) = await telegram.updates()
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    await telegram.say("/start@demo_bot", chat=group)
    assert await telegram.updates() == []
    assert (await telegram.call("sendMessage", chat_id=group, text="x"))["description"] == (
        "Forbidden: bot was kicked from the supergroup chat"
    )
    await telegram.world("POST", "/groups/invite", {"chat": group})
    kinds = [set(update) - {"update_id"} for update in await telegram.updates()]
    assert kinds == [{"my_chat_member"}, {"message"}]
    await telegram.ok("sendMessage", chat_id=group, text="here again")
    await telegram.ok("leaveChat", chat_id=group)
    (update,) = await telegram.updates()
    assert update["my_chat_member"]["new_chat_member"]["status"] == "left"
    assert (await telegram.call("sendMessage", chat_id=group, text="x"))["error_code"] == 403


async def test_a_group_can_be_without_the_bot(telegram: Telegram) -> None:
    group = await group_of(telegram, bot=False)
    await telegram.say("/start@demo_bot", chat=group)
    assert (await telegram.control("GET", "/pending"))["count"] == 0
    assert (await telegram.call("sendMessage", chat_id=group, text="x"))["description"] == (
        "Forbidden: bot is not a member of the supergroup chat"
    )


async def test_a_chain_of_replies_is_a_thread_into_which_nothing_can_be_sent(
    telegram: Telegram,
) -> None:
    group = await group_of(telegram, bot_admin=True)
    first = await telegram.say("one", chat=group)
    second = await telegram.say("two", chat=group, reply_to=first["message_id"])
    await telegram.say("three", chat=group, reply_to=second["message_id"])
    one, two, three = [update["message"] for update in await telegram.updates()]
    assert "message_thread_id" not in one
    assert two["message_thread_id"] == three["message_thread_id"] == one["message_id"]
    assert "is_topic_message" not in three
    assert three["reply_to_message"]["text"] == "two"
    assert "reply_to_message" not in three["reply_to_message"]  # one level, as in Telegram
    place = {"chat_id": group, "message_thread_id": three["message_thread_id"]}
    assert await telegram.refused("sendMessage", text="x", **place) == (
        "Bad Request: message thread not found"
    )


async def forum_of(telegram: Telegram, **more: Any) -> tuple[int, int]:
    group = await group_of(telegram, forum=True, **more)
    body = {"person": ANN, "chat": group, "name": "Foxes"}
    thread: int = (await telegram.world("POST", "/topics", body))["thread"]
    (update,) = await telegram.updates()
    assert update["message"]["forum_topic_created"]["name"] == "Foxes"
    assert update["message"]["message_thread_id"] == update["message"]["message_id"] == thread
    return group, thread


async def test_a_forum_keeps_its_topics_apart(telegram: Telegram) -> None:
    group, thread = await forum_of(telegram, bot_admin=True)
    await telegram.say("hello", chat=group, thread=thread)
    (update,) = await telegram.updates()
    message = update["message"]
    assert (message["message_thread_id"], message["is_topic_message"]) == (thread, True)
    assert message["chat"]["is_forum"]
    assert message["reply_to_message"]["forum_topic_created"]["name"] == "Foxes"
    await telegram.ok("sendMessage", chat_id=group, message_thread_id=thread, text="there")
    assert (await telegram.seen(ANN, group))[-1]["thread"] == thread
    assert (
        await telegram.refused("sendMessage", chat_id=group, message_thread_id=999, text="x")
        == "Bad Request: message thread not found"
    )
    wrong = {"person": ANN, "chat": group, "text": "x", "thread": 999}
    assert (await telegram.raw("POST", "/world/send", json=wrong)).status_code == 400


async def test_an_answer_stays_in_its_topic(telegram: Telegram) -> None:
    group, thread = await forum_of(telegram)
    asked = await telegram.say("/fox@demo_bot", chat=group, thread=thread)
    parameters = {"message_id": asked["message_id"]}
    card = await telegram.ok("sendMessage", chat_id=group, text="!", reply_parameters=parameters)
    assert (card["message_thread_id"], card["is_topic_message"]) == (thread, True)
    answer = await telegram.say("red", BOB, chat=group, reply_to=card["message_id"])
    assert answer["thread"] == thread
    update = (await telegram.updates())[-1]
    assert update["message"]["message_thread_id"] == thread
    assert update["message"]["reply_to_message"]["text"] == "!"
    general = await telegram.say("/bare", chat=group)
    assert "thread" not in general


async def test_topics_close_open_and_go_away(telegram: Telegram) -> None:
    group, thread = await forum_of(telegram)
    place = {"chat_id": group, "message_thread_id": thread}
    await telegram.world("POST", "/topics/close", {"chat": group, "thread": thread})
    assert await telegram.refused("sendMessage", text="x", **place) == "Bad Request: TOPIC_CLOSED"
    closed: Json = {"person": BOB, "chat": group, "text": "x", "thread": thread}
    assert (await telegram.raw("POST", "/world/send", json=closed)).status_code == 400
    opened = {"chat": group, "thread": thread, "closed": False}
    await telegram.world("POST", "/topics/close", opened)
    await telegram.ok("sendMessage", text="in time", **place)
    await telegram.world("POST", "/topics/delete", {"chat": group, "thread": thread})
    assert await telegram.refused("sendMessage", text="x", **place) == (
        "Bad Request: message thread not found"
    )
    assert "in time" not in [message["text"] for message in await telegram.seen(ANN, group)]


async def test_a_bot_that_is_an_admin_keeps_topics_itself(telegram: Telegram) -> None:
    group, thread = await forum_of(telegram)
    wish = {"chat_id": group, "name": "Cats"}
    assert await telegram.refused("createForumTopic", **wish) == (
        "Bad Request: not enough rights to create a topic"
    )
    place = {"chat_id": group, "message_thread_id": thread}
    assert await telegram.refused("closeForumTopic", **place) == "Bad Request: not enough rights"
    await telegram.world("POST", "/groups/invite", {"chat": group, "admin": True})
    made = await telegram.ok("createForumTopic", **wish)
    cats = {"chat_id": group, "message_thread_id": made["message_thread_id"]}
    assert await telegram.ok("editForumTopic", name="Big cats", **cats)
    assert await telegram.ok("closeForumTopic", **cats)
    assert await telegram.refused("closeForumTopic", **cats) == "Bad Request: TOPIC_NOT_MODIFIED"
    chats = (await telegram.world("GET", "/chats", person=ANN))["chats"]
    topics = {topic["name"]: topic["closed"] for topic in chats[-1]["topics"]}
    assert topics == {"Foxes": False, "Big cats": True}
    assert await telegram.ok("reopenForumTopic", **cats)
    assert await telegram.ok("deleteForumTopic", **cats)
    assert await telegram.refused("editForumTopic", name="x", **cats) == (
        "Bad Request: TOPIC_ID_INVALID"
    )


@pytest.mark.parametrize("method", ["createForumTopic", "editForumTopic"])
async def test_only_forums_have_topics(telegram: Telegram, method: str) -> None:
    group = await group_of(telegram, bot_admin=True)
    assert await telegram.refused(method, chat_id=group, name="x", message_thread_id=1) == (
        "Bad Request: the chat is not a forum"
    )
