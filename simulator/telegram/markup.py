"""Checks the keyboards that a bot attaches to its messages."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from simulator.telegram.errors import ApiError, bad_request
from simulator.telegram.model import Json
from simulator.telegram.reply_markup import (
    STYLES,
    placeholder,
    reply_keyboard,
    rows_of,
    selective,
)

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
_QUERY_CHARACTERS = 256


def checked_markup(raw: object, *, private: bool = True) -> Json | None:
    """The reply markup as a message keeps it; None for an empty one."""
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if raw.get("keyboard"):
        return reply_keyboard(raw, private=private)
    if raw.get("inline_keyboard") is not None:
        return _inline_keyboard(raw["inline_keyboard"])
    if raw.get("remove_keyboard") is True:
        return {"remove_keyboard": True, **selective(raw)}
    if raw.get("force_reply") is True:
        return {"force_reply": True, **selective(raw), **placeholder(raw)}
    return None


def checked_inline_markup(raw: object) -> Json | None:
    """Only an inline keyboard can be attached to a message that is edited."""
    markup = checked_markup(raw)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _inline_keyboard(raw: object) -> Json | None:
    rows = rows_of(raw, "inline_keyboard")
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
    if button.get("style") not in (None, "", *STYLES):
        raise _button_error("invalid button style specified")
    present = [name for name in _ACTIONS if button.get(name) is not None]
    if not present:
        raise _button_error("Text buttons are unallowed in the inline keyboard")
    if len(present) > 1:
        raise _button_error("exactly one optional field must be specified")
    check = _CHECKS.get(present[0])
    if check is not None:
        check(button[present[0]])
    return {key: value for key, value in button.items() if value is not None}


def _check_switch(query: object) -> None:
    if not isinstance(query, str):
        raise _button_error("switch_inline_query must be of type String")
    if len(query) > _QUERY_CHARACTERS:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_chosen_chat(value: object) -> None:
    if not isinstance(value, dict):
        raise _button_error("SwitchInlineQueryChosenChat must be an Object")
    _check_switch(value.get("query", ""))


def _check_copied(value: object) -> None:
    copied = value.get("text") if isinstance(value, dict) else None
    if not isinstance(copied, str) or not 1 <= len(copied) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_web_app(value: object) -> None:
    address = value.get("url") if isinstance(value, dict) else None
    if not isinstance(address, str) or not address.startswith("https://"):
        raise bad_request(
            f'inline keyboard button Web App URL "{address}" is invalid: Only HTTPS links are allowed'
        )


def _check_data(value: object) -> None:
    if not isinstance(value, str) or not 1 <= len(value.encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(value: object) -> None:
    address = f"http://{value}" if isinstance(value, str) and ":" not in value else value
    parts = urlsplit(address) if isinstance(address, str) else None
    if parts is None or parts.scheme not in ("http", "https", "tg") or not parts.netloc:
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    host = parts.hostname or ""
    if parts.scheme != "tg" and not re.fullmatch(r"[\w-]+(\.[\w-]+)+|\[?[0-9a-f:]+\]?", host):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")


def _button_error(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")


_CHECKS: dict[str, Callable[[object], None]] = {
    "callback_data": _check_data,
    "url": _check_url,
    "copy_text": _check_copied,
    "web_app": _check_web_app,
    "switch_inline_query": _check_switch,
    "switch_inline_query_current_chat": _check_switch,
    "switch_inline_query_chosen_chat": _check_chosen_chat,
}
