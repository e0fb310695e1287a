"""Which updates may hold a password, and what is left of them without it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from handlers.admin.misplaced import may_hold_password, without_password
from handlers.admin.passwords import asks_for_password
from jobs.ids import PersonId
from storage.inbox import Care

Content = Mapping[str, Any]

_SAID = ("message", "edited_message")
_PRESS, _TYPED = "callback_query", "inline_query"
_WORDS = ("text", "caption", "query")  # where a message or an inline query has them
_INSIDE = (
    "message",
    "reply_to_message",
    "pinned_message",
)  # messages that another content brings along
_ABOUT_WORDS = ("entities", "caption_entities", "link_preview_options", "quote")


def care_for(update: Content) -> Care | None:
    """None for what neither asks for a password, nor may hold one, nor is said in a private chat."""
    person = _who(update)
    if person is None:
        return None
    asks, holds = asks_for_password(update), _holds(update)
    if not asks and not holds and _said(update) is None:
        return None
    return Care(person, lambda: _wordless(update), asks=asks, holds=holds)


def _who(update: Content) -> PersonId | None:
    for name in (*_SAID, _PRESS, _TYPED):
        content = update.get(name)
        sender = content.get("from") if isinstance(content, dict) else None
        if isinstance(sender, dict) and isinstance(sender.get("id"), int):
            return PersonId(sender["id"])
    return None


def _said(update: Content) -> str | None:
    """The kind of update that somebody's words in a private chat are."""
    for name in _SAID:
        content = update.get(name)
        if isinstance(content, dict) and isinstance(content.get("text"), str):
            chat = content.get("chat")
            return name if isinstance(chat, dict) and chat.get("type") == "private" else None
    return None


def _holds(update: Content) -> bool:
    """Whether it holds one for certain: in its own words, or in those that it answers or is about."""
    return any(
        _is_secret(content)
        for name in (*_SAID, _PRESS, _TYPED)
        for content in _contents(update.get(name))
    )


def _contents(content: object, depth: int = len(_INSIDE)) -> Iterator[Content]:
    if isinstance(content, dict):
        yield content
        if depth:
            for name in _INSIDE:
                yield from _contents(content.get(name), depth - 1)


def _is_secret(content: Content) -> bool:
    return any(may_hold_password(words) for words in _words(content).values())


def _words(content: Content) -> Mapping[str, str]:
    return {name: content[name] for name in _WORDS if isinstance(content.get(name), str)}


def _wordless(update: Content) -> bytes:
    """The update with nothing in it that may be a password.

    A message that says nothing else is empty, so it can be told from one that was. Of a misplaced password
    its command is left.
    """
    kept = {
        name: _stripped(content) if name in (*_SAID, _PRESS, _TYPED) else content
        for name, content in update.items()
    }
    name = _said(update)
    if name and not _is_secret(update[name]):
        left_out = (*_ABOUT_WORDS, "reply_to_message")
        empty = {key: value for key, value in kept[name].items() if key not in left_out}
        kept[name] = {**empty, "text": ""}
    return json.dumps(kept, separators=(",", ":")).encode()


def _stripped(content: Any) -> Any:
    """Without the words that may be a password, and without what marks or quotes them."""
    if not any(_is_secret(each) for each in _contents(content)):
        return content
    kept = {key: value for key, value in content.items() if key not in _ABOUT_WORDS}
    inside = {name: _stripped(content[name]) for name in _INSIDE if name in content}
    words = {
        name: without_password(text)
        for name, text in _words(content).items()
        if may_hold_password(text)
    }
    return {**kept, **inside, **words}
