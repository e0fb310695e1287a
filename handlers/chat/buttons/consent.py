"""The button under the terms."""

from handlers.chat.buttons.codec import Button
from jobs.ids import MessageId


class AcceptTerms(Button, tag="T"):
    """Agree, and go on with what was pressed before, under which message; empty: with nothing."""

    message: MessageId = MessageId(0)
    then: str = ""
