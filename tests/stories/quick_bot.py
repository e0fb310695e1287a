"""The bot as `python -m bot` runs it, but with a story's pace: what takes two minutes takes one second."""

import asyncio

from bot.compose import compose
from bot.loading import load_settings
from bot.logs import configure_logging
from bot.settings import Settings
from tests.stories.town import CHATTY, QUICK


async def main(settings: Settings) -> None:
    """Run until the process is killed."""
    configure_logging(settings.log_level, settings.log_format, settings.secrets)
    async with compose(settings, pace=QUICK, rates=CHATTY) as program:
        await program.run()


if __name__ == "__main__":
    asyncio.run(main(load_settings()))
