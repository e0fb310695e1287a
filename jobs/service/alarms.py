"""What those who run the bot are told without asking, where nobody but the bot has noticed."""

import asyncio

from jobs.outbox import Alert, Trouble
from jobs.ports import Store


class Alarms:
    """Tells owners and admins."""

    def __init__(self, store: Store, wake: asyncio.Event) -> None:
        self._store = store
        self._wake = wake

    async def bug(self, number: str) -> None:
        """Something broke while somebody was being served: the number is in the log, too."""
        alert = Alert(trouble=Trouble.BUG, detail=number)
        await self._store.outbox.owe_admins(f"bug:{number}", alert)
        self._wake.set()
