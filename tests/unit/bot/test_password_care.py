"""Of an update that may hold a password nothing is kept by which anybody could read it."""

import json
from typing import Any

import pytest

from bot.updates.care import care_for
from handlers.admin.misplaced import may_hold_password

HELD = "/addaccount a@example.com 3 secret"
WHO, ALONE = {"id": 7}, {"id": 7, "type": "private"}
GROUP = {"id": -100, "type": "supergroup"}


def message(chat: dict[str, Any], **content: Any) -> dict[str, Any]:
    return {"message_id": 5, "from": WHO, "chat": chat, **content}


def kept(update: dict[str, Any]) -> dict[str, Any]:
    """What is left of one that is known to hold a password."""
    care = care_for(update)
    assert care is not None
    assert care.holds
    body = care.wordless()
    assert b"secret" not in body
    found = json.loads(body)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("chat", [ALONE, GROUP])
@pytest.mark.parametrize("kind", ["message", "edited_message"])
@pytest.mark.parametrize("where", ["text", "caption"])
def test_a_password_behind_a_command_is_never_kept(
    chat: dict[str, Any], kind: str, where: str
) -> None:
    said = message(chat, **{where: HELD}, photo=[{"file_id": "f"}], quote={"text": "secret"})
    left = kept({"update_id": 1, kind: said})[kind]
    assert may_hold_password(left[where]), "it is still removed after a crash"
    assert (left["message_id"], left["chat"], left["from"]) == (5, chat, WHO)
    assert left["photo"] == [{"file_id": "f"}]


def test_nor_in_what_is_answered_or_pressed_or_typed_inline() -> None:
    first = message(GROUP, text=HELD)
    answer = message(GROUP, text="delete it!", reply_to_message=first, quote={"text": "secret"})
    assert kept({"update_id": 1, "message": answer})["message"]["text"] == "delete it!"
    pressed = {"id": "1", "from": WHO, "data": "x", "message": answer}
    assert kept({"update_id": 1, "callback_query": pressed})["callback_query"]["data"] == "x"
    kept({"update_id": 1, "message": message(GROUP, pinned_message=first)})
    kept({"update_id": 1, "inline_query": {"id": "1", "from": WHO, "query": HELD}})


def test_words_in_private_are_left_out_only_for_somebody_who_was_asked() -> None:
    care = care_for({"update_id": 1, "message": message(ALONE, text="secret")})
    assert care is not None
    assert not care.holds
    assert json.loads(care.wordless())["message"]["text"] == ""


def test_words_in_a_group_are_nobodys_answer() -> None:
    assert care_for({"update_id": 1, "message": message(GROUP, text="a fox")}) is None
    assert care_for({"update_id": 1, "inline_query": {"from": WHO, "query": "fox"}}) is None
