"""What the provider has to choose from, effects, voices and looks: fetched every hour, so that browsing asks nobody."""

import logging
from collections.abc import Awaitable, Callable

from jobs.duties.shift import Shift
from jobs.errors import ProviderFault
from jobs.ports import WithLooks

log = logging.getLogger(__name__)

EFFECTS = "effects"
VOICES = "voices"
LOOKS = "looks"


class Catalogue:
    """Keeps the store's effects, voices and looks up to date."""

    def __init__(self, shift: Shift) -> None:
        self._shift = shift

    async def refresh(self) -> None:
        lists = {
            EFFECTS: self._fetch_effects,
            VOICES: self._fetch_voices,
            LOOKS: self._fetch_looks,
        }
        for what, fetch in lists.items():
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
        refused = await self._shift.store.effects.refused()
        offered = [effect for effect in effects if effect.id not in refused]
        await self._shift.store.effects.replace(offered)

    async def _fetch_voices(self) -> None:
        voices = await self._shift.ask(self._shift.provider.voices())
        await self._shift.store.speakers.replace(voices)

    async def _fetch_looks(self) -> None:
        provider = self._shift.provider
        looks = await self._shift.ask(provider.looks()) if isinstance(provider, WithLooks) else ()
        await self._shift.store.looks.replace(looks)
