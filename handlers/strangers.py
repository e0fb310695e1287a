"""What the bot cannot use, each with a sentence of its own, and buttons from another time."""

from telegram import Message, Update
from telegram.ext import filters

from handlers.turn import Desk, Turn, message_of

# The first that the message has decides; an animation also carries a document.
KINDS = (
    ("animation", "unsupported-animation"),
    ("sticker", "unsupported-sticker"),
    ("venue", "unsupported-place"),
    ("location", "unsupported-place"),
    ("poll", "unsupported-poll"),
    ("contact", "unsupported-contact"),
)


class Strangers:
    """The handlers at the end of the table."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def message(self, update: Update, turn: Turn) -> None:
        """Something that no other handler takes."""
        unknown = "unknown-command" if filters.COMMAND.check_update(update) else None
        text_id = unknown or unsupported(message_of(update))
        if text_id:
            await self._desk.tell(turn, text_id)

    async def press(self, update: Update, turn: Turn) -> None:
        """A button that this version does not know."""
        assert update.callback_query is not None
        text = turn.texts.plain("error-stale")
        await self._desk.messenger.answer(update.callback_query.id, text, alert=True)


def unsupported(message: Message) -> str | None:
    """The sentence for a message; None where it is none that a person wrote (somebody joined, say)."""
    for attribute, text_id in KINDS:
        if getattr(message, attribute):
            return text_id
    document = message.document
    if document and (document.mime_type or "") == "image/gif":
        return "unsupported-animation"
    wrote = message.effective_attachment or message.text
    return "unsupported-other" if wrote else None
