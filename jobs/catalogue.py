"""The catalogue of effects: fetched from the provider every hour, so that browsing asks nobody."""

import logging

from jobs.errors import ProviderFault
from jobs.shift import Shift

log = logging.getLogger(__name__)

EFFECTS = "effects"


class Catalogue:
    """Keeps the store's effects up to date."""

    def __init__(self, shift: Shift) -> None:
        self._shift = shift

    async def refresh(self) -> None:
        if not self._shift.is_due(EFFECTS):
            return
        self._shift.wait(EFFECTS, self._shift.pace.effects_retry)
        self._shift.nursery.start(self._fetch_effects(), "refresh the catalogue of effects")

    async def _fetch_effects(self) -> None:
        try:
            effects = await self._shift.ask(self._shift.provider.effects())
        except ProviderFault as fault:
            log.warning("the catalogue of effects could not be read: %r", fault)
            return
        await self._shift.store.effects.replace(effects)
        self._shift.wait(EFFECTS, self._shift.pace.effects)
