"""What a bot hears in a group."""

from simulator.telegram.model import Bot, BotStatus, Group, Message
from simulator.telegram.world import World


def hears(world: World, message: Message, group: Group, bot: Bot) -> bool:
    """Privacy mode: in a group a bot hears only what is meant for it, unless it is an admin.

    Its name in the words alone is not enough, whatever BotFather says.
    """
    status = world.status(bot, group)
    if status in (BotStatus.LEFT, BotStatus.KICKED):
        return False
    if status is BotStatus.ADMINISTRATOR or bot.reads_all_group_messages:
        return True
    return message.is_service or _meant(world, message, bot)


def _meant(world: World, message: Message, bot: Bot) -> bool:
    """A command for this bot, something sent through it, or an answer to either or to the bot."""
    if message.via_bot == bot.id or _commanded(world, message, bot):
        return True
    replied = world.messages.find(message.chat, message.reply_to or 0)
    if replied is None:
        return False
    return replied.sender == bot.id if replied.by_bot else _meant(world, replied, bot)


def _commanded(world: World, message: Message, bot: Bot) -> bool:
    words: str = message.content.get("text") or message.content.get("caption") or ""
    command, _, addressee = (words.lower().split() or [""])[0].partition("@")
    if not command.startswith("/") or len(command) < 2:
        return False
    if addressee:
        return addressee == bot.username.lower()
    return _spoke_last(world, message, bot)


def _spoke_last(world: World, message: Message, bot: Bot) -> bool:
    """Of several bots in a group, a bare command goes to the one that wrote last."""
    spoken = (each for each in reversed(world.messages.visible(message.chat)) if each.by_bot)
    last = next(spoken, None)
    return last is None or last.sender == bot.id
