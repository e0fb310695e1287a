"""What people at the door are told, and how admins see those who ask."""

from datetime import datetime

from handlers.chat.html import Html
from handlers.chat.texts import Texts

MOMENT = "%d %b %Y, %H:%M UTC"


def banned_text(reason: str, until: datetime | None, texts: Texts) -> Html:
    """That somebody may not use the bot, until when, and why."""
    why = texts.plain("banned-why", reason=reason) if reason else ""
    if until is None:
        return texts.html("banned-for-ever", why=why)
    return texts.html("banned-until", until=until.strftime(MOMENT), why=why)
