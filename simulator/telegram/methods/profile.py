"""What a bot says about itself: name, descriptions, commands and menu button."""

import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

from simulator.telegram.access import chat_of
from simulator.telegram.botview import bot_json
from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.model import Bot, Group, Json, Person
from simulator.telegram.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_WIDE_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")


async def get_me(_world: World, call: Call) -> Json:
    bot = call.bot
    return bot_json(bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": bot.reads_all_group_messages,
        "supports_inline_queries": bot.inline,
        "supports_guest_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


async def log_out(_world: World, _call: Call) -> bool:
    return True


async def set_my_commands(world: World, call: Call) -> bool:
    raw = call.json("commands")
    if raw is None:
        raise bad_request('parameter "commands" is required')
    if not isinstance(raw, list):
        raise bad_request("expected an Array of BotCommand")
    if len(raw) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(item) for item in raw]
    if len({command["command"] for command in commands}) != len(commands):
        raise bad_request("BOT_COMMAND_INVALID")
    key = _key(world, call)
    if commands:
        call.bot.commands[key] = commands
    else:
        call.bot.commands.pop(key, None)
    _changed(world, call.bot)
    return True


def _command(raw: object) -> Json:
    if not isinstance(raw, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(raw.get(name), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command = raw["command"].removeprefix("/")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(raw["description"]) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": raw["description"]}


async def get_my_commands(world: World, call: Call) -> list[Json]:
    return call.bot.commands.get(_key(world, call), [])


async def delete_my_commands(world: World, call: Call) -> bool:
    call.bot.commands.pop(_key(world, call), None)
    _changed(world, call.bot)
    return True


def _changed(world: World, bot: Bot) -> None:
    world.save_bot(bot)
    world.events.add("commands")


def _key(world: World, call: Call) -> str:
    scope = call.json("scope") or {"type": "default"}
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = scope.get("type")
    language = _language(call)
    if kind in _WIDE_SCOPES:
        return _scope_key(kind, None, None, language)
    if kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if "chat_id" not in scope:
        raise bad_request("can't parse BotCommandScope: Can't find field \"chat_id\"")
    chat = chat_of(world, Call(call.bot, call.method, {"chat_id": scope["chat_id"]}), write=False)
    user = int(scope.get("user_id", 0)) if kind == "chat_member" else None
    if kind != "chat" and chat.group is None:
        raise bad_request("can't parse BotCommandScope: the scope is for groups only")
    return _scope_key(kind, chat.id, user, language)


def _language(call: Call) -> str:
    language = call.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("LANG_CODE_INVALID")
    return language


def _scope_key(kind: str, chat: int | None, user: int | None, language: str) -> str:
    return json.dumps([kind, chat, user, language])


def commands_for(bot: Bot, person: Person, group: Group | None) -> list[Json]:
    """The menu that this person sees: the narrowest scope wins, their language before none."""
    scopes: list[tuple[str, int | None, int | None]]
    if group is None:
        scopes = [("chat", person.id, None), ("all_private_chats", None, None)]
    else:
        admin = group.owner == person.id
        scopes = [("chat_member", group.id, person.id)]
        scopes += [("chat_administrators", group.id, None)] if admin else []
        scopes += [("chat", group.id, None)]
        scopes += [("all_chat_administrators", None, None)] if admin else []
        scopes += [("all_group_chats", None, None)]
    language = (person.language_code or "")[:2]
    for kind, chat, user in [*scopes, ("default", None, None)]:
        for code in dict.fromkeys((language, "")):
            found = bot.commands.get(_scope_key(kind, chat, user, code))
            if found:
                return found
    return []


def profile_for(bot: Bot, person: Person) -> Json:
    """What this person reads about the bot."""
    names = ("name", "description", "short_description")
    language = (person.language_code or "")[:2]
    button = bot.menu_buttons.get(str(person.id)) or bot.menu_buttons.get("0")
    return {
        **{name: _text_for(bot, name, language) for name in names},
        "menu_button": button or {"type": "commands"},
        "commands": commands_for(bot, person, None),
    }


def _text_for(bot: Bot, name: str, language: str) -> str:
    found = bot.texts.get(f"{name}:{language}") or bot.texts.get(f"{name}:")
    return found or (bot.first_name if name == "name" else "")


_Method = Callable[[World, Call], Awaitable[Any]]


def text_setter(name: str, most: int) -> _Method:
    """setMyName, setMyDescription, setMyShortDescription."""

    async def set_text(world: World, call: Call) -> bool:
        text = call.text(name)
        if len(text) > most:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        call.bot.texts[f"{name}:{_language(call)}"] = text
        _changed(world, call.bot)
        return True

    return set_text


def text_getter(name: str) -> _Method:
    async def get_text(_world: World, call: Call) -> Json:
        return {name: _text_for(call.bot, name, _language(call))}

    return get_text


async def set_chat_menu_button(world: World, call: Call) -> bool:
    button = call.json("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("commands", "default", "web_app"):
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    chat = chat_of(world, call).id if call.given("chat_id") else 0
    call.bot.menu_buttons[str(chat)] = button
    _changed(world, call.bot)
    return True


async def get_chat_menu_button(world: World, call: Call) -> Json:
    chat = chat_of(world, call).id if call.given("chat_id") else 0
    buttons = call.bot.menu_buttons
    return buttons.get(str(chat)) or buttons.get("0") or {"type": "commands"}
