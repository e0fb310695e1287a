"""What is erased when somebody is forgotten, and what stays and why: said before it happens."""

from handlers.chat.buttons import ExportData, ForgetMe, KeepMe
from handlers.chat.html import Html, lines
from handlers.chat.screens import Key, Screen, Tint
from handlers.chat.texts import Texts
from jobs.quotas import Balance
from jobs.roles import Role


def forget_screen(balance: Balance, role: Role | None, texts: Texts) -> Screen:
    """The question, with what goes and what stays, and what becomes of a role."""
    extra = None
    if balance.extra:
        extra = texts.html("forget-extra", credits=texts.plain("credits", n=balance.extra))
    duty = texts.html("forget-role", role=role) if role else None
    text = lines([texts.html("forget"), extra, duty, Html(""), texts.html("forget-ask")])
    return Screen(
        text,
        (
            (Key(texts.plain("key-export"), ExportData()),),
            (
                Key(texts.plain("key-forget"), ForgetMe(), Tint.GRAVE),
                Key(texts.plain("key-keep"), KeepMe()),
            ),
        ),
    )
