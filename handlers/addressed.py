"""Whether a message is meant for the bot, and which of its words: in groups the bot is called by name."""

from telegram import Message, MessageEntity
from telegram.constants import ChatType
from telegram.ext.filters import MessageFilter

from handlers.admin.misplaced import may_hold_password
from handlers.commands import ALL
from handlers.footage import picture_in, voice_in


class Addressed(MessageFilter):
    """Commands, replies to the bot, and messages that mention it."""

    def filter(self, message: Message) -> bool:
        """True where the bot may answer."""
        if message.chat.type == ChatType.PRIVATE:
            return True
        return _is_command(message) or _is_reply_to_bot(message) or _mentions_bot(message)


def _is_command(message: Message) -> bool:
    """One of the bot's own. In a group there are other bots, and theirs may have the same names."""
    text = _words(message) if may_hold_password(_words(message)) else message.text
    words = (text or "").split(maxsplit=1)
    if not words or not words[0].startswith("/"):
        return False
    name, _, bot = words[0].lower().removeprefix("/").partition("@")
    return bot == _username(message) if bot else name in ALL


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


def words_after(message: Message) -> str:
    """What stands behind a command, line by line as it was written."""
    _, *words = words_of(message).split(maxsplit=1)
    return words[0] if words else ""


def _words(message: Message) -> str:
    return message.text or message.caption or ""


def _names(message: Message) -> set[str]:
    """How the message mentions the bot: capitals do not matter to Telegram."""
    name = f"@{_username(message)}"
    entities = {**message.parse_entities([MessageEntity.MENTION])}
    entities.update(message.parse_caption_entities([MessageEntity.MENTION]))
    return {words for words in entities.values() if words.lower() == name}


def _username(message: Message) -> str:
    return str(message.get_bot().username).lower()


def _answered_by_a_call(message: Message) -> Message | None:
    """In a group, the message of a person that words for the bot are an answer to."""
    answered = message.reply_to_message
    if message.chat.type == ChatType.PRIVATE or not isinstance(answered, Message):
        return None
    return None if _is_reply_to_bot(message) else answered


class AboutAPicture(MessageFilter):
    """In groups, answers to a photo or a picture file that a person sent."""

    def filter(self, message: Message) -> bool:
        """True where the picture is what is meant."""
        answered = _answered_by_a_call(message)
        return answered is not None and picture_in(answered) is not None


class AboutASound(MessageFilter):
    """In groups, answers to a voice note or another sound that a person sent."""

    def filter(self, message: Message) -> bool:
        """True where the sound is what is meant."""
        answered = _answered_by_a_call(message)
        return answered is not None and voice_in(answered) is not None


ABOUT_A_PICTURE, ABOUT_A_SOUND = AboutAPicture(), AboutASound()
ADDRESSED = Addressed()
