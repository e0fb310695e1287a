"""Presses of buttons that somebody was never shown, as a modified app may send them."""

from enum import Enum
from itertools import count
from typing import Any, get_args

from pydantic.fields import FieldInfo

from bot.program import Program
from handlers.chat.buttons import Button
from tests.stories import deeds
from tests.stories.chat import Chat
from tests.stories.town import Town

NUMBERS = count(900_000_000)


def forged(kind: type[Button], victim: int) -> Button:
    """A button such as a modified app may send, whoever got to see it."""
    values = {name: _sample(field, victim) for name, field in kind.model_fields.items()}
    return kind.model_validate(values)


def _sample(field: FieldInfo, victim: int) -> object:
    if not field.is_required():
        return field.get_default()
    annotation: Any = next(
        iter(get_args(field.annotation)), field.annotation
    )  # of a choice, the first
    annotation = getattr(annotation, "__supertype__", annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation))
    return {int: victim, bool: True, str: "audit"}[annotation]


def pressed(chat: Chat, place: int, button: Button, message_id: int = 1) -> dict[str, Any]:
    """The update of somebody who presses a button that they were never shown."""
    return pressed_data(chat, place, button.pack(), message_id)


def pressed_data(chat: Chat, place: int, data: str, message_id: int = 1) -> dict[str, Any]:
    """The same with any data."""
    user = {"id": chat.person, "is_bot": False, "first_name": "Somebody"}
    kind = "private" if place == chat.person else "supergroup"
    where = {"id": place, "type": kind, "title": "x", "first_name": "x"}
    query = {
        "id": str(next(NUMBERS)),
        "from": user,
        "chat_instance": "1",
        "data": data,
        "message": {"message_id": message_id, "date": 1, "chat": where},
    }
    return {"update_id": next(NUMBERS), "callback_query": query}


async def answer_to(town: Town, program: Program, update: dict[str, Any]) -> str:
    """What the press was answered with."""
    await program.handle(update)
    calls = await town.calls("answerCallbackQuery")
    mine = update["callback_query"]["id"]
    [text] = [
        call["params"].get("text") or ""
        for call in calls
        if call["params"]["callback_query_id"] == mine
    ]
    deeds.told([str(text)])
    return str(text)
