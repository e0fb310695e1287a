"""Settings of the bot, changed in the chat: a page of the panel, /set and /unset."""

import re

from telegram import Update

from handlers.chat.buttons import (
    ChooseSetting,
    OpenSetting,
    OpenSettings,
    ResetSetting,
    SetOffered,
    TypeSetting,
)
from handlers.chat.panel_screens import with_way_back
from handlers.chat.screens import Screen
from handlers.chat.settings_screens import (
    ask_screen,
    changed_screen,
    names_screen,
    offered_screen,
    setting_screen,
    settings_screen,
    topic_screen,
)
from handlers.commands import Commands
from handlers.turn import Desk, Press, Turn, message_of
from jobs.admin.errands import Errand
from jobs.admin.live_settings import Topic
from jobs.ports import SettingView

PAGE = "settings"
_WISH = re.compile(r"/\S+\s*([\w.:-]*)\s*=?\s*(.*)", re.DOTALL)


class LiveSettings:
    """The handlers of live settings. The service refuses everybody but admins."""

    def __init__(self, desk: Desk, commands: Commands) -> None:
        self._desk = desk
        self._commands = commands
        self._operation = desk.service.operation

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel."""
        return settings_screen(turn.texts)

    async def set(self, update: Update, turn: Turn) -> None:
        """/set daily_credits 500; without a value: what it is now; without a name: all of them."""
        name, value = _wish(update)
        if not name:
            await self._desk.say(turn, names_screen(turn.texts))
        elif not value:
            view = await self._operation.setting(turn.person.id, name)
            await self._desk.say(turn, setting_screen(view, turn.texts))
        else:
            view = await self._operation.set(turn.person.id, name, value)
            await self._desk.say(turn, changed_screen(view, turn.texts))
            await self._commands.follow(view.setting.name)

    async def unset(self, update: Update, turn: Turn) -> None:
        """/unset daily_credits"""
        name, _ = _wish(update)
        if not name:
            await self._desk.tell(turn, "live-unset-usage")
            return
        view = await self._operation.unset(turn.person.id, name)
        await self._desk.say(turn, changed_screen(view, turn.texts))
        await self._commands.follow(view.setting.name)

    # the panel

    async def open_topic(self, press: Press, button: OpenSettings) -> None:
        """The settings that belong together."""
        if button.topic is Topic.OFFER:
            await self._show_offered(press)
            return
        views = await self._operation.settings(press.person_id)
        screen = topic_screen(views, button.topic, press.texts)
        await press.show(with_way_back(screen, press.texts, PAGE))

    async def open(self, press: Press, button: OpenSetting) -> None:
        """One setting."""
        await self._show(press, await self._operation.setting(press.person_id, button.name))

    async def choose(self, press: Press, button: ChooseSetting) -> None:
        """A value was tapped."""
        view = await self._operation.set(press.person_id, button.name, button.value)
        await self._show(press, view)
        await self._commands.follow(view.setting.name)

    async def reset(self, press: Press, button: ResetSetting) -> None:
        """The environment decides again."""
        view = await self._operation.unset(press.person_id, button.name)
        await self._show(press, view)
        await self._commands.follow(view.setting.name)

    async def set_offered(self, press: Press, button: SetOffered) -> None:
        """A model or a mode is switched."""
        await self._operation.set_offered(press.person_id, button.what, shown=button.shown)
        await self._show_offered(press)

    async def _show_offered(self, press: Press) -> None:
        screen = offered_screen(await self._operation.offered(press.person_id), press.texts)
        await press.show(with_way_back(screen, press.texts, PAGE))

    async def _show(self, press: Press, view: SettingView) -> None:
        await press.show(with_way_back(setting_screen(view, press.texts), press.texts, PAGE))

    # typed

    async def ask(self, press: Press, button: TypeSetting) -> None:
        """The next message is the value."""
        setting = (await self._operation.setting(press.person_id, button.name)).setting
        errands = self._desk.service.admin.errands
        await errands.begin(press.person_id, Errand.SETTING, setting.name)
        await press.show(with_way_back(ask_screen(setting, press.texts), press.texts, PAGE))

    async def typed(self, update: Update, turn: Turn, detail: str) -> bool:
        """The value that was asked for. A wrong one is explained, and may be typed again."""
        words = message_of(update).text or ""
        view = await self._operation.set(turn.person.id, detail, words)
        screen = setting_screen(view, turn.texts)
        await self._desk.say(turn, with_way_back(screen, turn.texts, PAGE))
        await self._commands.follow(view.setting.name)
        return True


def _wish(update: Update) -> tuple[str, str]:
    """The name and the value after a command; `DAILY_CREDITS=500`, as in .env, is understood too."""
    found = _WISH.fullmatch(message_of(update).text or "")
    return (found[1], found[2].strip()) if found else ("", "")
