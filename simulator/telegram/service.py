"""What service messages say to the people in a chat."""

from collections.abc import Callable
from typing import Any

from simulator.telegram.model import Json


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
