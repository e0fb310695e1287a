"""Which updates may hold a password, and what is left of them without it."""

import json
from collections.abc import Mapping
from typing import Any

from handlers.admin.passwords import asks_for_password, holds_password
from jobs.ids import PersonId
from storage.inbox import Care

_WORDS = ("message", "edited_message")
_PRESS = "callback_query"


def care_for(update: Mapping[str, Any]) -> Care | None:
    """None for what neither asks for a password nor is said in a private chat."""
    person = _who(update)
    if person is None:
        return None
    asks = asks_for_password(update)
    if not asks and _said(update) is None:
        return None
    return Care(person, lambda: _wordless(update), asks=asks, holds=holds_password(update))


def _who(update: Mapping[str, Any]) -> PersonId | None:
    for name in (*_WORDS, _PRESS):
        content = update.get(name)
        sender = content.get("from") if isinstance(content, dict) else None
        if isinstance(sender, dict) and isinstance(sender.get("id"), int):
            return PersonId(sender["id"])
    return None


def _said(update: Mapping[str, Any]) -> str | None:
    """The kind of update that somebody's words in a private chat are."""
    for name in _WORDS:
        content = update.get(name)
        if isinstance(content, dict) and isinstance(content.get("text"), str):
            chat = content.get("chat")
            return name if isinstance(chat, dict) and chat.get("type") == "private" else None
    return None


def _wordless(update: Mapping[str, Any]) -> bytes:
    """The update with a message that says nothing: nothing is empty, so it can be told from one."""
    name = _said(update)
    if name is None:
        return json.dumps(update, separators=(",", ":")).encode()
    left_out = ("text", "entities", "link_preview_options", "quote", "reply_to_message")
    content = {key: value for key, value in update[name].items() if key not in left_out}
    return json.dumps({**update, name: {**content, "text": ""}}, separators=(",", ":")).encode()
