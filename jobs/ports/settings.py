"""What admins have set while the bot ran, as the store keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from jobs.admin.live_settings import Setting
from jobs.ids import PersonId
from jobs.rules import LiveRules


@dataclass(frozen=True, slots=True)
class SettingView:
    """A setting as it stands; `set_by` and `set_at` are None while the environment decides it."""

    setting: Setting
    value: str
    default: str
    set_by: PersonId | None = None
    set_at: datetime | None = None

    @property
    def changed(self) -> bool:
        """Whether an admin has set it."""
        return self.set_at is not None


class LiveSettings(Protocol):
    """The rules of this moment, and the settings that make them."""

    async def rules(self) -> LiveRules:
        """The rules as they are now."""

    async def settle_zone(self) -> None:
        """At the start: the environment may name another time zone than the last time. Until midnight there
        the day that had begun goes on, so that no allowance comes twice and none is lost."""

    async def views(self) -> Sequence[SettingView]:
        """Every setting, in the order of `jobs.admin.live_settings.SETTINGS`."""

    async def view(self, setting: Setting) -> SettingView:
        """One of them."""

    async def set(self, setting: Setting, value: str, *, by: PersonId | None) -> SettingView:
        """From now on the setting has this (canonical) value."""

    async def unset(self, setting: Setting, *, by: PersonId | None) -> SettingView:
        """From now on the environment decides again."""
