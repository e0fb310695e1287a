"""What the provider has to choose from, effects and voices: fetched every hour, so that browsing asks nobody."""

import logging
from collections.abc import Awaitable, Callable

from jobs.errors import ProviderFault
from jobs.shift import Shift

log = logging.getLogger(__name__)

EFFECTS = "effects"
VOICES = "voices"


class Catalogue:
    """Keeps the store's effects and voices up to date."""

    def __init__(self, shift: Shift) -> None:
        self._shift = shift

    async def refresh(self) -> None:
        for what, fetch in ((EFFECTS, self._fetch_effects), (VOICES, self._fetch_voices)):
            if self._shift.is_due(what):
                self._shift.wait(what, self._shift.pace.effects_retry)
                self._shift.nursery.start(self._keep(what, fetch), f"refresh the {what}")

    async def _keep(self, what: str, fetch: Callable[[], Awaitable[None]]) -> None:
        try:
            await fetch()
        except ProviderFault as fault:
            log.warning("the catalogue of %s could not be read: %r", what, fault)
            return
        self._shift.wait(what, self._shift.pace.effects)

    async def _fetch_effects(self) -> None:
        effects = await self._shift.ask(self._shift.provider.effects())
        await self._shift.store.effects.replace(effects)

    async def _fetch_voices(self) -> None:
        voices = await self._shift.ask(self._shift.provider.voices())
        await self._shift.store.speakers.replace(voices)
