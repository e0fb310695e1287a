"""Running the bot from the chat: the settings that admins change without a restart."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from jobs.admin.live_settings import SETTINGS, Setting, canonical, find_setting
from jobs.admin.setting_kinds import Names, Prices
from jobs.capabilities import Feature, Mode
from jobs.ids import PersonId
from jobs.offer import Offer
from jobs.ports import SettingView, Store
from jobs.roles import Right
from jobs.service.guard import Guard
from jobs.service.spelling import spelled


@dataclass(frozen=True, slots=True)
class Offered:
    """A model or a mode of the provider's table, and whether people get to see it."""

    id: str
    is_mode: bool
    shown: bool


class Operation:
    """Every method raises NotAnAdmin or NotYourRole for those who may not."""

    def __init__(self, store: Store, guard: Guard, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._wake = wake

    async def settings(self, admin_id: PersonId) -> Sequence[SettingView]:
        """Every live setting as it stands."""
        await self._guard.require(admin_id, Right.SETTINGS)
        return await self._store.settings.views()

    async def setting(self, admin_id: PersonId, name: str) -> SettingView:
        """One of them. Raises NoSuchSetting."""
        await self._guard.require(admin_id, Right.SETTINGS)
        return await self._store.settings.view(find_setting(name))

    async def set(self, admin_id: PersonId, name: str, text: str) -> SettingView:
        """The setting has this value from now on. Raises NoSuchSetting, WrongValue, UnknownNames."""
        await self._guard.require(admin_id, Right.SETTINGS)
        setting = find_setting(name)
        value = canonical(setting, text)
        await self._check_names(setting, value)
        view = await self._store.settings.set(setting, value, by=admin_id)
        self._wake.set()
        return view

    async def unset(self, admin_id: PersonId, name: str) -> SettingView:
        """The environment decides again. Raises NoSuchSetting."""
        await self._guard.require(admin_id, Right.SETTINGS)
        view = await self._store.settings.unset(find_setting(name), by=admin_id)
        self._wake.set()
        return view

    async def offered(self, admin_id: PersonId) -> Sequence[Offered]:
        """Every mode and model of the provider, modes first."""
        await self._guard.require(admin_id, Right.SETTINGS)
        offer = await self._store.offer()
        return [
            Offered(name, name in tuple(Mode), name not in offer.hidden) for name in _ids(offer)
        ]

    async def set_offered(self, admin_id: PersonId, what: str, *, shown: bool) -> None:
        """People get to see a mode or model from now on, or not. What the provider has not changes nothing."""
        await self._guard.require(admin_id, Right.SETTINGS)
        offer, rules = await self._store.offer(), await self._store.settings.rules()
        if what not in _ids(offer) or shown is (what not in offer.hidden):
            return
        off, on = rules.off - {what}, rules.on - {what}
        wanted = {
            "off": off if shown else off | ({what} - offer.unproven),
            "on": on | ({what} & offer.unproven) if shown else on,
        }
        for name, value in wanted.items():
            if value != getattr(rules, name):
                await self.set(admin_id, name, SETTINGS[name].kind.write(value))

    async def _check_names(self, setting: Setting, text: str) -> None:
        """Effects have numbers: a price may be there before the effect is."""
        offer, rules = await self._store.offer(), await self._store.settings.rules()
        kept = getattr(rules, setting.name)
        match setting.kind:
            case Names() as names:
                spelled(names.read(text), _ids(offer), kept)
            case Prices() as prices:
                named = [name for name in prices.read(text) if not name.isdecimal()]
                spelled(named, offer.known(Feature.MODE), kept)
            case _:
                return


def _ids(offer: Offer) -> list[str]:
    models = [name for rules in offer.modes.values() for name in rules.models if name]
    return list(dict.fromkeys([*offer.modes, *models]))
