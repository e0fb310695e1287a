"""Checks the keyboards that a bot attaches to its messages."""

import re
from urllib.parse import urlsplit

from simulator.telegram.errors import ApiError, bad_request
from simulator.telegram.model import Json

_MOST_BUTTONS = 100
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_STYLES = frozenset({"danger", "success", "primary"})


def checked_markup(raw: object) -> Json | None:
    """The reply markup as a message keeps it; None for an empty one."""
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if raw.get("keyboard"):
        return _reply_keyboard(raw)
    if raw.get("inline_keyboard") is not None:
        return _inline_keyboard(raw["inline_keyboard"])
    if raw.get("remove_keyboard") is True:
        return {"remove_keyboard": True}
    if raw.get("force_reply") is True:
        return dict(raw)
    return None


def checked_inline_markup(raw: object) -> Json | None:
    """Only an inline keyboard can be attached to a message that is edited."""
    markup = checked_markup(raw)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _rows(raw: object, name: str) -> list[list[object]]:
    if not isinstance(raw, list) or not all(isinstance(row, list) for row in raw):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    rows = [row for row in raw if row]
    if sum(len(row) for row in rows) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _inline_keyboard(raw: object) -> Json | None:
    rows = _rows(raw, "inline_keyboard")
    checked = [[_inline_button(button) for button in row] for row in rows]
    return {"inline_keyboard": checked} if checked else None


def _inline_button(button: object) -> Json:
    if not isinstance(button, dict):
        raise _button_error("InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _button_error('Can\'t find field "text"')
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if button.get("style") not in (None, "", *_STYLES):
        raise _button_error("invalid button style specified")
    present = [name for name in _ACTIONS if button.get(name) is not None]
    if not present:
        raise _button_error("Text buttons are unallowed in the inline keyboard")
    if len(present) > 1:
        raise _button_error("exactly one optional field must be specified")
    _check_action(present[0], button[present[0]], text)
    return {key: value for key, value in button.items() if value is not None}


def _check_action(name: str, value: object, text: str) -> None:
    if name == "callback_data":
        _check_data(value)
    elif name == "url":
        _check_url(value)
    elif name == "copy_text":
        copied = value.get("text") if isinstance(value, dict) else None
        if not isinstance(copied, str) or not 1 <= len(copied) <= 256:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif name == "web_app":
        address = value.get("url") if isinstance(value, dict) else None
        if not isinstance(address, str) or not address.startswith("https://"):
            raise bad_request(
                f'inline keyboard button Web App URL "{address}" is invalid: Only HTTPS links are allowed'
            )
    elif name == "pay" and not text:
        raise bad_request("BUTTON_TEXT_INVALID")


def _check_data(value: object) -> None:
    if not isinstance(value, str) or not 1 <= len(value.encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(value: object) -> None:
    parts = urlsplit(value) if isinstance(value, str) else None
    if parts is None or parts.scheme not in ("http", "https", "tg") or not parts.netloc:
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    host = parts.hostname or ""
    if parts.scheme != "tg" and not re.fullmatch(r"[\w-]+(\.[\w-]+)+|\[?[0-9a-f:]+\]?", host):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")


def _reply_keyboard(raw: Json) -> Json:
    rows = _rows(raw["keyboard"], "keyboard")
    return {**raw, "keyboard": [[_reply_button(button) for button in row] for row in rows]}


def _reply_button(button: object) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request(
            "can't parse keyboard button: KeyboardButton must be a String or an Object"
        )
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    return button


def _button_error(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")
