"""What the people in a chat read of things that nobody has worded: service messages, files, doings."""

from collections.abc import Callable
from typing import Any

from simulator.telegram.model import Json, kind_of


def _names(users: list[Json]) -> str:
    return ", ".join(user.get("first_name") or str(user["user_id"]) for user in users)


def _paid(who: str, payment: Json) -> str:
    again = (
        " again" if payment.get("is_recurring") and not payment.get("is_first_recurring") else ""
    )
    return f"{who} paid ⭐️{payment['total_amount']}{again}"


_SENTENCES: dict[str, Callable[[str, Any], str]] = {
    "new_chat_members": lambda _, users: f"{_names(users)} joined the group",
    "left_chat_member": lambda _, user: f"{_names([user])} left the group",
    "forum_topic_created": lambda who, topic: f"{who} opened the topic “{topic['name']}”",
    "forum_topic_edited": lambda who, topic: f"{who} called the topic “{topic['name']}”",
    "forum_topic_closed": lambda who, _: f"{who} closed the topic",
    "forum_topic_reopened": lambda who, _: f"{who} opened the topic again",
    "users_shared": lambda who, shared: f"{who} shared {_names(shared['users'])}",
    "chat_shared": lambda who, shared: f"{who} shared {shared.get('title') or 'a group'}",
    "successful_payment": _paid,
    "refunded_payment": lambda _, payment: f"⭐️{payment['total_amount']} came back",
}


def service_view(content: Json, who: str) -> Json:
    """The sentence, and under `service` what happened, for those who look closer."""
    for name, sentence in _SENTENCES.items():
        if name in content:
            return {"text": sentence(who, content[name]), "service": {name: content[name]}}
    return {}


_KINDS = {
    "photo": "photo",
    "video": "video",
    "video_note": "video message",
    "animation": "animation",
    "document": "file",
    "voice": "voice message",
    "audio": "audio",
    "sticker": "sticker",
    "location": "place",
    "poll": "poll",
    "contact": "contact",
    "dice": "dice",
    "invoice": "invoice",
}
_VERBS = {
    "upload": "sending",
    "record": "recording",
    "choose": "choosing",
    "find": "looking for",
    "pick": "looking for",
}


def summary(content: Json) -> str:
    """A message in one line: its words, its file's name, or what it is."""
    words: str = content.get("text") or content.get("caption") or ""
    if words:
        return words
    kind = kind_of(content)
    if kind in _ABOUT:
        return _ABOUT[kind](content[kind])
    value = content.get(kind)
    name = value.get("file_name") if isinstance(value, dict) else None
    return name or _KINDS.get(kind, "message").capitalize()


_ABOUT: dict[str, Callable[[Any], str]] = {
    "contact": lambda one: (
        f"{one['first_name']} {one.get('last_name', '')}".strip() + f", {one['phone_number']}"
    ),
    "location": lambda place: f"{place['latitude']}, {place['longitude']}",
    "poll": lambda poll: f"{poll['question']}: {' / '.join(o['text'] for o in poll['options'])}",
    "dice": lambda dice: f"{dice['emoji']} {dice['value']}",
    "invoice": lambda invoice: f"{invoice['title']}, ⭐️{invoice['total_amount']}",
}


def doing(action: str) -> str:
    """What a bot is at, as it stands under its name."""
    verb, _, what = action.partition("_")
    if verb not in _VERBS:
        return "typing"
    return f"{_VERBS[verb]} a {_KINDS.get(what.removeprefix('up_'), 'file')}"
