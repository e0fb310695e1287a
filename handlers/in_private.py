"""What is one person's own matter is not spread in a group: there a key leads to the private chat."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from telegram import Update

from handlers.chat.screens import Key, Link, Screen
from handlers.door import in_group
from handlers.turn import Desk, Turn

Command = Callable[[Update, Turn], Coroutine[Any, Any, Any]]


def in_private(desk: Desk, commands: Mapping[str, Command]) -> Mapping[str, Command]:
    """The commands, each of which shows in groups only the way to itself."""
    return {name: _elsewhere(desk, name, command) for name, command in commands.items()}


def _elsewhere(desk: Desk, name: str, command: Command) -> Command:
    async def run(update: Update, turn: Turn) -> object:
        if not in_group(update):
            return await command(update, turn)
        key = Key(turn.texts.plain("key-in-private"), Link(desk.link(name)))
        await desk.say(turn, Screen(turn.texts.html("in-private"), ((key,),)))
        return None

    return run
