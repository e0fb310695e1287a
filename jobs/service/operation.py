"""Running the bot from the chat: the settings that admins change without a restart."""

import asyncio
from collections.abc import Sequence

from jobs.ids import PersonId
from jobs.live_settings import canonical, find_setting
from jobs.ports import SettingView, Store
from jobs.roles import Right
from jobs.service.guard import Guard


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
        """The setting has this value from now on. Raises NoSuchSetting, WrongValue."""
        await self._guard.require(admin_id, Right.SETTINGS)
        setting = find_setting(name)
        view = await self._store.settings.set(setting, canonical(setting, text), by=admin_id)
        self._wake.set()
        return view

    async def unset(self, admin_id: PersonId, name: str) -> SettingView:
        """The environment decides again. Raises NoSuchSetting."""
        await self._guard.require(admin_id, Right.SETTINGS)
        view = await self._store.settings.unset(find_setting(name), by=admin_id)
        self._wake.set()
        return view
