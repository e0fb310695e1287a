"""What Telegram has made of a file that was sent: the id by which it goes out again, and as what."""

from telegram import Message

from jobs.ids import FileId, MessageId
from jobs.lifecycle import FileKind, Sent
from jobs.outbox import Receipt


def receipt_of(message: Message) -> Receipt:
    """Of a message that may carry a file."""
    return Receipt(MessageId(message.message_id), _sent(message))


def _sent(message: Message) -> Sent | None:
    """An animation is asked for first: for old programs' sake it is said to be a document, too."""
    found = (
        (FileKind.ANIMATION, message.animation),
        (FileKind.VIDEO, message.video),
        (FileKind.PHOTO, message.photo[-1] if message.photo else None),
        (FileKind.DOCUMENT, message.document),
    )
    return next(
        (Sent(file_id=FileId(file.file_id), kind=kind) for kind, file in found if file), None
    )
