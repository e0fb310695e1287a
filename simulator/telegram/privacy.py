"""What a bot hears in a group."""

from simulator.telegram.model import Bot, BotStatus, Group, Message
from simulator.telegram.world import World


def hears(world: World, message: Message, group: Group, bot: Bot) -> bool:
    """Privacy mode: in a group a bot hears only what is meant for it, unless it is an admin."""
    status = world.status(bot, group)
    if status in (BotStatus.LEFT, BotStatus.KICKED):
        return False
    if status is BotStatus.ADMINISTRATOR or bot.reads_all_group_messages:
        return True
    content = message.content
    text: str = content.get("text") or content.get("caption") or ""
    words = text.lower().split()
    name = f"@{bot.username.lower()}"
    if text.startswith("/"):
        command, _, addressee = words[0].partition("@")
        return len(command) > 1 and (not addressee or f"@{addressee}" == name)
    replied = world.messages.find(group.id, message.reply_to or 0)
    to_bot = replied is not None and replied.by_bot and replied.sender == bot.id
    return to_bot or name in text.lower() or "new_chat_members" in content
