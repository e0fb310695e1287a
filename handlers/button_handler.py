"""Hands a pressed button to its callback as a typed value, and answers every press."""

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from telegram import Update
from telegram.ext import Application, BaseHandler

from handlers.chat.buttons import Button
from handlers.turn import Desk, Press, Turn
from jobs.ids import MessageId, UpdateId

B = TypeVar("B", bound=Button)


class ButtonHandler(BaseHandler[Update, Turn, object], Generic[B]):
    """Takes presses of one kind of button."""

    def __init__(
        self, desk: Desk, kind: type[B], callback: Callable[[Press, B], Awaitable[object]]
    ) -> None:
        super().__init__(_unused)
        self._desk = desk
        self.kind = kind
        self._on_press = callback

    def check_update(self, update: object) -> B | None:
        """The button, where the update is a press of this kind."""
        if not isinstance(update, Update) or update.callback_query is None:
            return None
        return self.kind.unpack(update.callback_query.data or "")

    async def handle_update(
        self,
        update: Update,
        application: Application,  # type: ignore[type-arg]  # noqa: ARG002 (PTB's signature)
        check_result: object,
        context: Turn,
    ) -> object:
        """What PTB calls."""
        assert isinstance(check_result, self.kind)
        return await self.run(press_of(self._desk, update, context), check_result)

    async def run(self, press: Press, button: B) -> object:
        """Run the callback; whatever it forgot to answer is answered with nothing.

        Raises NotAnAdmin, NotYourRole, NotHere where the button takes a right that the person lacks.
        """
        if self.kind.right:
            press.turn.require(self.kind.right)
        position = await self._on_press(press, button)
        await press.answer()
        return position


def press_of(desk: Desk, update: Update, turn: Turn) -> Press:
    """The press in an update that certainly is one."""
    query = update.callback_query
    assert query is not None
    message_id = MessageId(query.message.message_id if query.message else 0)
    return Press(desk, turn, query.id, UpdateId(update.update_id), message_id)


async def _unused(update: Update, turn: Turn) -> None:
    """BaseHandler wants a callback of its own shape; ours takes the decoded button instead."""
