"""Live settings: what admins have set goes before the environment, from the next transaction on."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from jobs.admin.audit import Action
from jobs.admin.live_settings import SETTINGS, Setting, overlaid, written
from jobs.ids import PersonId
from jobs.ports.settings import SettingView
from jobs.rules import LiveRules
from storage import bot_calendar
from storage.audit import note
from storage.desk import Desk
from storage.rows import from_micros, to_micros
from storage.wordlists import effect_marks, stop_words

TOKEN = "SELECT token FROM rules_token"  # noqa: S105 (no secret)
ALL = "SELECT name, value FROM settings"
FIND = "SELECT * FROM settings WHERE name = ?"
SET = """
    INSERT INTO settings (name, value, by_person, at) VALUES (:name, :value, :by, :now)
    ON CONFLICT (name) DO UPDATE SET
        value = excluded.value, by_person = excluded.by_person, at = excluded.at
"""
UNSET = "DELETE FROM settings WHERE name = ?"


class _Known(NamedTuple):
    token: bytes
    rules: LiveRules


class CurrentRules:
    """The rules as a transaction sees them: its own changes count at once, others' when they are committed.

    The file has a token that changes with every setting, so that nearly always one small row is read.
    Shared by the database's threads: what is known is replaced whole.
    """

    def __init__(self, defaults: LiveRules) -> None:
        self.defaults = defaults
        self._known: _Known | None = None

    def __call__(self, connection: sqlite3.Connection) -> LiveRules:
        token = connection.execute(TOKEN).fetchone()[0]
        known = self._known
        if known is None or known.token != token:
            known = _Known(token, self._read(connection))
            self._known = known
        return known.rules

    def _read(self, connection: sqlite3.Connection) -> LiveRules:
        rules = overlaid(self.defaults, _texts(connection))
        return replace(
            bot_calendar.with_held_day(connection, rules),
            stop_words=stop_words(connection),
            effect_marks=effect_marks(connection),
        )


class Settings:
    """Implements `jobs.ports.LiveSettings`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def rules(self) -> LiveRules:
        return await self._desk.database.read(self._desk.rules)

    async def settle_zone(self) -> None:
        now = self._desk.clock.now()
        await self._desk.database.write(
            lambda connection: bot_calendar.settle(connection, self._desk.rules(connection), now)
        )

    async def views(self) -> Sequence[SettingView]:
        return await self._desk.database.read(
            lambda connection: [self._view(connection, setting) for setting in SETTINGS.values()]
        )

    async def view(self, setting: Setting) -> SettingView:
        return await self._desk.database.read(lambda connection: self._view(connection, setting))

    async def set(self, setting: Setting, value: str, *, by: PersonId | None) -> SettingView:
        def work(connection: sqlite3.Connection) -> SettingView:
            now = self._desk.clock.now()
            before = self._view(connection, setting).value
            bot_calendar.settle(connection, self._desk.rules(connection), now)
            parameters = {"name": setting.name, "value": value, "by": by, "now": to_micros(now)}
            connection.execute(SET, parameters)
            bot_calendar.settle(connection, self._desk.rules(connection), now)
            detail = f"{before} → {value}"
            note(connection, by, Action.SETTING_CHANGED, now, target=setting.name, detail=detail)
            return self._view(connection, setting)

        return await self._desk.database.write(work)

    async def unset(self, setting: Setting, *, by: PersonId | None) -> SettingView:
        def work(connection: sqlite3.Connection) -> SettingView:
            now = self._desk.clock.now()
            bot_calendar.settle(connection, self._desk.rules(connection), now)
            connection.execute(UNSET, (setting.name,))
            view = self._view(connection, setting)
            bot_calendar.settle(connection, self._desk.rules(connection), now)
            action = Action.SETTING_RESET
            note(connection, by, action, now, target=setting.name, detail=view.value)
            return view

        return await self._desk.database.write(work)

    def _view(self, connection: sqlite3.Connection, setting: Setting) -> SettingView:
        rules = self._desk.rules
        row = connection.execute(FIND, (setting.name,)).fetchone()
        return SettingView(
            setting,
            value=written(setting, rules(connection)),
            default=written(setting, rules.defaults),
            set_by=row["by_person"] if row else None,
            set_at=from_micros(row["at"]) if row else None,
        )


def _texts(connection: sqlite3.Connection) -> Mapping[str, str]:
    return {row["name"]: row["value"] for row in connection.execute(ALL)}
