"""Checks the keyboards that take the place of a person's own, and the requests for an answer."""

from simulator.telegram.errors import ApiError, bad_request
from simulator.telegram.model import Json

STYLES = frozenset({"danger", "success", "primary"})
_MOST_BUTTONS = 100
_MOST_USERS = 10
_PLACEHOLDER_CHARACTERS = 64
# What each sort of key asks for, as Telegram calls it when it refuses one in a group.
_REQUESTS = {
    "request_users": "users",
    "request_chat": "chats",
    "request_contact": "phone number",
    "request_location": "location",
    "request_poll": "poll",
    "web_app": "web app",
}


def rows_of(raw: object, name: str) -> list[list[object]]:
    if not isinstance(raw, list) or not all(isinstance(row, list) for row in raw):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    rows = [row for row in raw if row]
    if sum(len(row) for row in rows) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def reply_keyboard(raw: Json, *, private: bool) -> Json:
    rows = rows_of(raw["keyboard"], "keyboard")
    keys = [[_key(button, private=private) for button in row] for row in rows]
    numbers = [_request_id(key) for row in keys for key in row if _request_id(key) is not None]
    if len(set(numbers)) != len(numbers):
        raise bad_request("BUTTON_INVALID")
    flags = {
        name: True
        for name in ("is_persistent", "resize_keyboard", "one_time_keyboard")
        if raw.get(name) is True
    }
    return {"keyboard": keys, **flags, **selective(raw), **placeholder(raw)}


def selective(raw: Json) -> Json:
    return {"selective": True} if raw.get("selective") is True else {}


def placeholder(raw: Json) -> Json:
    words = raw.get("input_field_placeholder")
    if not words:
        return {}
    if not isinstance(words, str) or len(words) > _PLACEHOLDER_CHARACTERS:
        raise bad_request("PLACEHOLDER_TOO_LONG")
    return {"input_field_placeholder": words}


def _key(button: object, *, private: bool) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise _key_error("KeyboardButton must be a String or an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    if button.get("style") not in (None, "", *STYLES):
        raise _key_error("invalid button style specified")
    asked = [name for name in _REQUESTS if button.get(name) not in (None, False)]
    if len(asked) > 1:
        raise _key_error("at most one optional field may be specified")
    if asked and not private:
        raise bad_request(f"{_REQUESTS[asked[0]]} can be requested in private chats only")
    if asked:
        _check_request(asked[0], button[asked[0]])
    return {key: value for key, value in button.items() if value is not None}


def _check_request(name: str, value: object) -> None:
    if name not in ("request_users", "request_chat"):
        return
    if not isinstance(value, dict):
        raise _key_error(f"{name} must be an Object")
    number = value.get("request_id")
    if isinstance(number, bool) or not isinstance(number, int) or not -(2**31) <= number < 2**31:
        raise _key_error('field "request_id" must be a valid 32-bit Number')
    if name == "request_chat" and not isinstance(value.get("chat_is_channel"), bool):
        raise _key_error('Can\'t find field "chat_is_channel"')
    most = value.get("max_quantity", 1)
    if isinstance(most, bool) or not isinstance(most, int) or not 1 <= most <= _MOST_USERS:
        raise bad_request("BUTTON_INVALID")


def _request_id(key: Json) -> int | None:
    request = key.get("request_users") or key.get("request_chat")
    return request["request_id"] if request else None


def _key_error(reason: str) -> ApiError:
    return bad_request(f"can't parse keyboard button: {reason}")
