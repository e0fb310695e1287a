"""The bot as `python -m bot` runs it, but with a story's pace: what takes two minutes takes one second."""

import asyncio

from bot.compose import compose
from bot.settings import load_settings
from tests.stories.town import CHATTY, QUICK


async def main() -> None:
    """Run until the process is killed."""
    async with compose(load_settings(), pace=QUICK, rates=CHATTY) as program:
        await program.run()


if __name__ == "__main__":
    asyncio.run(main())
