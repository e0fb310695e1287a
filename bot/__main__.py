"""`python -m bot` runs the bot; `python -m bot --check` tries everything that can be tried and says how it went."""

import argparse
import asyncio
import gc
import signal
import sys
from contextlib import suppress

from bot.backoff import BadToken
from bot.check import check
from bot.compose import compose
from bot.environment import BadSettings
from bot.logs import configure_logging, report_loop_trouble
from bot.server import CannotListen
from bot.settings import Settings, load_settings
from storage import DatabaseProblem

WRONG_SETTINGS = 2
CANNOT_START = 1


def main() -> int:
    """Returns the exit status: 0 after a clean stop, 2 for wrong settings, 1 where it cannot start."""
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    parser.add_argument("--check", action="store_true", help="try everything, change nothing")
    arguments = parser.parse_args()
    try:
        settings = load_settings()
    except BadSettings as mistakes:
        print(*mistakes.lines, sep="\n", file=sys.stderr)
        return WRONG_SETTINGS
    configure_logging(settings.log_level, settings.log_format, settings.secrets)
    for line in settings.advice:
        print(line, file=sys.stderr)
    return asyncio.run(check(settings) if arguments.check else serve(settings))


async def serve(settings: Settings) -> int:
    """Run until SIGTERM or SIGINT."""
    try:
        async with compose(settings) as program:
            running = asyncio.ensure_future(program.run())
            loop = asyncio.get_running_loop()
            loop.set_exception_handler(report_loop_trouble)
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, running.cancel)
            _settle_memory()
            with suppress(asyncio.CancelledError):
                await running
    except BadToken as error:
        print(f"{error}. Ask @BotFather for the right one.", file=sys.stderr)
        return WRONG_SETTINGS
    except (CannotListen, DatabaseProblem) as error:
        print(error, file=sys.stderr)
        return CANNOT_START
    return 0


def _settle_memory() -> None:
    """What is loaded by now lives as long as the process: the collector need not look at it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 50, 50)


if __name__ == "__main__":
    sys.exit(main())
