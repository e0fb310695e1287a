"""A command of the shell at work: it opens the database beside the bot, does one thing, and says how it went.

The use cases are those of the panel, with their entries in the audit log. What they leave for the bot to do
(a message that is owed, a job) is in the database; a bot that runs finds it within a second.
"""

import asyncio
import sys
from argparse import Namespace
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from bot.cli.answers import Answer
from bot.cli.sentences import sentence
from bot.clock import SYSTEM_CLOCK
from bot.compose import make_bot, open_provider
from bot.providers.pools import pool_of
from bot.settings import Settings
from jobs.errors import CoreError
from jobs.service.admin import Admin
from jobs.service.guard import ShellGuard
from storage import DatabaseProblem, Store

DONE, REFUSED, WRONG = 0, 1, 2


class WrongInput(Exception):
    """What was typed cannot be meant; the sentence says what can."""


@dataclass(frozen=True, slots=True)
class Shell:
    """Where a command runs."""

    settings: Settings

    @property
    def now(self) -> datetime:
        """The time."""
        return SYSTEM_CLOCK.now()

    @asynccontextmanager
    async def visit(self) -> AsyncIterator[Admin]:
        """The use cases of those who run the bot, over the open database. Raises DatabaseProblem."""
        settings = self.settings
        async with AsyncExitStack() as stack:
            store = await Store.visit(
                settings.database,
                clock=SYSTEM_CLOCK,
                rules=settings.rules,
                offer=settings.adapter.offer,
            )
            stack.push_async_callback(store.close)
            provider = await open_provider(settings, make_bot(settings), SYSTEM_CLOCK, stack)
            guard, pool = ShellGuard(store), pool_of(provider)
            yield Admin(store, guard, SYSTEM_CLOCK, asyncio.Event(), pool)


Command = Callable[[Shell, Namespace], Awaitable[Answer]]


def run(settings: Settings, arguments: Namespace) -> int:
    """Carry a command out: 0 when it did what it says, 1 where something is in its way, 2 for wrong input."""
    command: Command = arguments.command
    try:
        answer = asyncio.run(_carry_out(command, Shell(settings), arguments))
    except WrongInput as mistake:
        return _complain(WRONG, str(mistake))
    except (KeyboardInterrupt, EOFError):  # at a question
        return _complain(WRONG, "Nothing was done.")
    except CoreError as error:
        return _complain(REFUSED, sentence(error))
    except DatabaseProblem as problem:
        return _complain(REFUSED, str(problem))
    print(answer.as_json() if arguments.json else answer.as_text())
    return DONE


async def _carry_out(command: Command, shell: Shell, arguments: Namespace) -> Answer:
    return await command(shell, arguments)


def _complain(status: int, line: str) -> int:
    print(line, file=sys.stderr)
    return status


def wrong(sentence: str) -> NoReturn:
    """Raises WrongInput."""
    raise WrongInput(sentence)
