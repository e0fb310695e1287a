"""START HERE: `python -m bot` runs the bot; `python -m bot --check` tries everything that can be tried."""

import asyncio
import gc
import os
import signal
import sys
from typing import TYPE_CHECKING

from bot.check import check
from bot.compose import compose
from bot.environment import BadSettings
from bot.loading import load_settings
from bot.logs import configure_logging, report_loop_trouble
from bot.settings import Settings
from bot.updates.backoff import BadToken
from bot.web.server import CannotListen
from storage import DatabaseProblem

if TYPE_CHECKING:
    from argparse import Namespace

WRONG_SETTINGS = 2
CANNOT_START = 1


def main() -> int:
    """Returns the exit status: 0 after a clean stop, 2 for wrong settings, 1 where it cannot start."""
    typed = _typed() if sys.argv[1:] else None
    try:
        settings = load_settings()
    except BadSettings as mistakes:
        return _complain(WRONG_SETTINGS, *mistakes.lines)
    configure_logging(settings.log_level, settings.log_format, settings.secrets)
    os.umask(0o077)  # what people write is for nobody else on this machine
    if typed and typed.task:
        return _visit(settings, typed)
    _complain(0, *settings.advice)
    return asyncio.run(check(settings) if typed else serve(settings))


# A bot that runs needs nothing of the shell's commands: they are loaded for who types one.


def _typed() -> "Namespace":
    from bot.cli.parser import parser

    return parser().parse_args()


def _visit(settings: Settings, typed: "Namespace") -> int:
    from bot.cli.visit import run

    return run(settings, typed)


async def serve(settings: Settings) -> int:
    """Run until SIGTERM or SIGINT, whenever it comes."""
    running = asyncio.ensure_future(_run(settings))
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report_loop_trouble)
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, running.cancel)
    try:
        await running
    except asyncio.CancelledError:
        return 0
    except BadToken as error:
        return _complain(WRONG_SETTINGS, f"{error}. Ask @BotFather for the right one.")
    except (CannotListen, DatabaseProblem) as error:
        return _complain(CANNOT_START, str(error))
    return 0


async def _run(settings: Settings) -> None:
    async with compose(settings) as program:
        _settle_memory()
        await program.run()


def _complain(status: int, *lines: str) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return status


def _settle_memory() -> None:
    """What is loaded by now lives as long as the process: the collector need not look at it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 50, 50)
