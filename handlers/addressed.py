"""Whether a message is meant for the bot, and which of its words: in groups the bot is called by name."""

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
    return bool(_names(message))


def words_of(message: Message) -> str:
    """What somebody wrote or put below a picture. In a group the bot's name is only its address."""
    words = _words(message)
    if message.chat.type != ChatType.PRIVATE:
        for name in _names(message):
            words = words.replace(name, "")
    return words.strip()


def _words(message: Message) -> str:
    return message.text or message.caption or ""


def _names(message: Message) -> set[str]:
    """How the message mentions the bot: capitals do not matter to Telegram."""
    name = f"@{message.get_bot().username}".lower()
    entities = {**message.parse_entities([MessageEntity.MENTION])}
    entities.update(message.parse_caption_entities([MessageEntity.MENTION]))
    return {words for words in entities.values() if words.lower() == name}


class AboutAPhoto(MessageFilter):
    """In groups, answers to a photo that a person sent."""

    def filter(self, message: Message) -> bool:
        """True where the photo is what is meant."""
        answered = message.reply_to_message
        return (
            message.chat.type != ChatType.PRIVATE
            and isinstance(answered, Message)
            and bool(answered.photo)
            and not _is_reply_to_bot(message)
        )


ABOUT_A_PHOTO = AboutAPhoto()
ADDRESSED = Addressed()
