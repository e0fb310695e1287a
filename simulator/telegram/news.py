"""Waking those who wait: long polls, event streams and presses of buttons."""

import asyncio


class Signal:
    """Wakes everybody who waits at the moment it is fired."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def fire(self) -> None:
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self, seconds: float) -> None:
        """Return when fired, at the latest after `seconds`."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            # Not wait_for: it forgets a cancellation that comes in the moment of the firing.
            await asyncio.wait((future,), timeout=seconds)
        finally:
            self._waiting.discard(future)
