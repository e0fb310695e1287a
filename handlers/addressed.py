"""Whether a message is meant for the bot: always in private, in groups only when it is spoken to."""

from telegram import Message, MessageEntity
from telegram.constants import ChatType
from telegram.ext.filters import MessageFilter


class Addressed(MessageFilter):
    """Commands, replies to the bot, and messages that mention it."""

    def filter(self, message: Message) -> bool:
        """True where the bot may answer."""
        if message.chat.type == ChatType.PRIVATE:
            return True
        return _is_command(message) or _is_reply_to_bot(message) or _mentions_bot(message)


def _is_command(message: Message) -> bool:
    return (message.text or "").startswith("/")


def _is_reply_to_bot(message: Message) -> bool:
    answered = message.reply_to_message
    return bool(answered and answered.from_user and answered.from_user.id == message.get_bot().id)


def _mentions_bot(message: Message) -> bool:
    name = f"@{message.get_bot().username}".lower()
    entities = {**message.parse_entities([MessageEntity.MENTION])}
    entities.update(message.parse_caption_entities([MessageEntity.MENTION]))
    return any(words.lower() == name for words in entities.values())


ADDRESSED = Addressed()
