"""The bot's live settings as admins see them: the list, one of them, and what a change did."""

from collections.abc import Iterable

from handlers.chat.html import Html, lines
from handlers.chat.screens import Screen
from handlers.chat.texts import Texts
from jobs.live_settings import SETTINGS
from jobs.ports import SettingView


def settings_list_screen(views: Iterable[SettingView], texts: Texts) -> Screen:
    """Every setting with its value, and how to change one."""
    rows = [_row(view, texts) for view in views]
    how = texts.html("live-settings-how")
    return Screen(lines([texts.html("live-settings"), Html(""), *rows, Html(""), how]))


def setting_screen(view: SettingView, texts: Texts) -> Screen:
    """One setting, and how to change it."""
    setting = view.setting
    how = texts.html("live-setting-how", name=setting.name, example=setting.example)
    return Screen(lines([_row(view, texts), Html(""), how]))


def changed_screen(view: SettingView, texts: Texts) -> Screen:
    """What /set or /unset did."""
    text_id = "live-setting-set" if view.changed else "live-setting-unset"
    return Screen(texts.html(text_id, name=view.setting.name, value=view.value))


def wrong_value(name: str, texts: Texts) -> str:
    """Why a setting cannot have the value that was wished for, with an example of one."""
    setting = SETTINGS[name]
    return texts.plain(
        f"error-wrong-{setting.kind.name}",
        setting=name,
        example=setting.example,
        **setting.kind.facts,
    )


def _row(view: SettingView, texts: Texts) -> Html:
    name = view.setting.name
    facts = {"name": name, "value": view.value, "meaning": texts.plain(f"setting-{name}")}
    if view.changed:
        return texts.html("live-setting-changed", default=view.default, **facts)
    return texts.html("live-setting", **facts)
