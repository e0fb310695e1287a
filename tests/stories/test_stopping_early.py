"""A stop is obeyed before the program runs, too: while it waits for its predecessor to let go."""

from tests.processes import bot_process
from tests.stories.town import Town


async def test_a_stop_while_it_waits_for_its_predecessor(town: Town) -> None:
    ann = await town.person("Ann")
    with bot_process(town.environment(), town.home) as first:
        await ann.ask("/start")
        with bot_process(town.environment(), town.home) as second:

            async def waits() -> bool:
                return second.has_open("bot.sqlite3.lock")

            await town.until(waits, "a second one that waits")
            assert second.stop() == 0
        await ann.ask("/help")
        assert first.stop() == 0
