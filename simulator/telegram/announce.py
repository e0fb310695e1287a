"""Tells bots what happened in a chat: messages that they may hear, and their own comings and goings."""

from simulator.telegram.botview import chat_json, member_json, message_json
from simulator.telegram.model import Bot, BotStatus, Group, Json, Message
from simulator.telegram.privacy import hears
from simulator.telegram.world import World


def announce(world: World, message: Message, kind: str = "message") -> None:
    """An update for each bot that hears this message."""
    payload = message_json(world, message)
    for bot in _hearers(world, message):
        world.tell(bot.id, kind, payload, message.chat)


def _hearers(world: World, message: Message) -> list[Bot]:
    group = world.groups.get(message.chat)
    if group is None:
        return [world.bot] if world.bot is not None else []
    return [world.bots[bot] for bot in group.bots if hears(world, message, group, world.bots[bot])]


def membership(
    world: World, bot: Bot, actor: Json, chat: int, old: BotStatus, new: BotStatus
) -> None:
    """The bot learns that its place in a chat has changed."""
    payload = {
        "chat": chat_json(world, chat),
        "from": actor,
        "date": int(world.clock()),
        "old_chat_member": member_json(bot, old),
        "new_chat_member": member_json(bot, new),
    }
    world.tell(bot.id, "my_chat_member", payload, chat)


def change_status(world: World, bot: Bot, actor: Json, group: Group, new: BotStatus) -> None:
    """Give the bot another place in a group, and tell it."""
    old = world.status(bot, group)
    group.bots[bot.id] = new
    world.save_group(group)
    membership(world, bot, actor, group.id, old, new)
