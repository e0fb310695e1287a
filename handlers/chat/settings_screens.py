"""The bot's live settings as admins see them: topics, one setting, what is offered, what a change did."""

from collections.abc import Sequence

from handlers.chat.buttons import (
    ChooseSetting,
    OpenSetting,
    OpenSettings,
    ResetSetting,
    SetOffered,
    TypeSetting,
)
from handlers.chat.html import Html, lines, shorten
from handlers.chat.screens import Key, Keyboard, Screen, rows
from handlers.chat.texts import Texts
from jobs.admin.live_settings import SETTINGS, Setting, Topic
from jobs.admin.setting_kinds import OFF, ON, Choice, Switch
from jobs.ports import SettingView
from jobs.service.operation import Offered

VALUE_SHOWN = 40
UNSAID = "–"


def settings_screen(texts: Texts) -> Screen:
    """What can be set, by topics."""
    keys = [Key(texts.plain(f"settings-{topic}"), OpenSettings(topic=topic)) for topic in Topic]
    text = lines([texts.html("live-settings"), Html(""), texts.html("live-settings-how")])
    return Screen(text, rows(keys, 2))


def names_screen(texts: Texts) -> Screen:
    """The same for those who type: every setting by its name."""
    screen = settings_screen(texts)
    names = [
        texts.html("settings-names", topic=texts.plain(f"settings-{topic}"), names=_names(topic))
        for topic in Topic
    ]
    return Screen(lines([screen.text, Html(""), *names]), screen.keyboard)


def _names(topic: Topic) -> str:
    return ", ".join(name for name, setting in SETTINGS.items() if setting.topic is topic)


def topic_screen(views: Sequence[SettingView], topic: Topic, texts: Texts) -> Screen:
    """The settings of one topic, each with a key."""
    shown = [view for view in views if view.setting.topic is topic]
    keys = [Key(_label(view, texts), OpenSetting(name=view.setting.name)) for view in shown]
    title = texts.html("settings-topic", topic=texts.plain(f"settings-{topic}"))
    return Screen(lines([title, Html(""), *(_row(view, texts) for view in shown)]), rows(keys, 1))


def setting_screen(view: SettingView, texts: Texts) -> Screen:
    """One setting, and how to change it."""
    setting = view.setting
    how = texts.html("live-setting-how", name=setting.name, example=setting.example)
    text = lines([_row(view, texts), Html(""), how])
    return Screen(text, (*_values(view, texts), *_other_keys(view, texts)))


def ask_screen(setting: Setting, texts: Texts) -> Screen:
    """What shall it be?"""
    return Screen(texts.html("errand-setting", name=setting.name, example=setting.example))


def offered_screen(offered: Sequence[Offered], texts: Texts) -> Screen:
    """Modes and models, each with a key that switches it on or off."""
    modes = [_offered_key(one, texts) for one in offered if one.is_mode]
    models = [_offered_key(one, texts) for one in offered if not one.is_mode]
    return Screen(texts.html("settings-offered"), (*rows(modes, 2), *rows(models, 3)))


def changed_screen(view: SettingView, texts: Texts) -> Screen:
    """What /set or /unset did."""
    text_id = "live-setting-set" if view.changed else "live-setting-unset"
    return Screen(texts.html(text_id, name=view.setting.name, value=view.value or UNSAID))


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
    facts = {"name": name, "value": view.value or UNSAID, "meaning": texts.plain(f"setting-{name}")}
    if view.changed:
        return texts.html("live-setting-changed", default=view.default or UNSAID, **facts)
    return texts.html("live-setting", **facts)


def _label(view: SettingView, texts: Texts) -> str:
    value = shorten(view.value or UNSAID, VALUE_SHOWN)
    return texts.plain("key-setting", name=view.setting.name, value=value)


def _values(view: SettingView, texts: Texts) -> Keyboard:
    """Every value, where there are few, with a tick at what it is."""
    match view.setting.kind:
        case Switch():
            values: Sequence[str] = (ON, OFF)
        case Choice() as choice:
            values = choice.words
        case _:
            return ()
    keys = [
        Key(
            texts.plain("key-chosen", value=value) if value == view.value else value,
            ChooseSetting(name=view.setting.name, value=value),
        )
        for value in values
    ]
    return rows(keys, 2)


def _other_keys(view: SettingView, texts: Texts) -> Keyboard:
    name = view.setting.name
    keys = []
    if not isinstance(view.setting.kind, Switch | Choice):
        keys.append(Key(texts.plain("key-setting-type"), TypeSetting(name=name)))
    if view.changed:
        keys.append(Key(texts.plain("key-setting-reset"), ResetSetting(name=name)))
    return rows(keys, 2)


def _offered_key(one: Offered, texts: Texts) -> Key:
    name = texts.plain(f"mode-{one.id}") if one.is_mode else one.id
    label = texts.plain("key-offered" if one.shown else "key-not-offered", what=name)
    return Key(label, SetOffered(what=one.id, shown=not one.shown))
