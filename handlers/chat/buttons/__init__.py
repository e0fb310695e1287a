"""Typed buttons: what a button means is a value, packed into the 64 bytes that Telegram allows."""

from handlers.chat.buttons.account import ChooseDefault, OpenDefault, ShowHelp, ShowSettings
from handlers.chat.buttons.admin import Decide, GiveUpJob, OpenPage, OpenPanel, ShowLog
from handlers.chat.buttons.codec import MAX_BYTES, Button, ButtonTooLong
from handlers.chat.buttons.drafts import (
    Choose,
    ChooseWay,
    DropDraft,
    DropEffect,
    DropPictures,
    Generate,
    NewDraft,
    OpenField,
    OpenWays,
    ShowCard,
    SwapPictures,
)
from handlers.chat.buttons.effects import (
    AskEffectWords,
    Browse,
    ClosePreview,
    ShowEffect,
    UseEffect,
)
from handlers.chat.buttons.jobs import Again, CancelJob, ChangeJob, Resend, ShowJobs

__all__ = [
    "MAX_BYTES",
    "Again",
    "AskEffectWords",
    "Browse",
    "Button",
    "ButtonTooLong",
    "CancelJob",
    "ChangeJob",
    "Choose",
    "ChooseDefault",
    "ChooseWay",
    "ClosePreview",
    "Decide",
    "DropDraft",
    "DropEffect",
    "DropPictures",
    "Generate",
    "GiveUpJob",
    "NewDraft",
    "OpenDefault",
    "OpenField",
    "OpenPage",
    "OpenPanel",
    "OpenWays",
    "Resend",
    "ShowCard",
    "ShowEffect",
    "ShowHelp",
    "ShowJobs",
    "ShowLog",
    "ShowSettings",
    "SwapPictures",
    "UseEffect",
]
