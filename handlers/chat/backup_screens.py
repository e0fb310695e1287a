"""The page of backups in the panel: what one holds, and whether others could read it."""

from handlers.chat.buttons import SendBackup
from handlers.chat.html import Html, lines
from handlers.chat.screens import Key, Screen
from handlers.chat.texts import Texts


def backup_screen(texts: Texts, *, encrypted: bool) -> Screen:
    """Nothing is sent yet: unencrypted, it wants to be thought over."""
    warning = texts.html("backup-encrypted" if encrypted else "backup-unencrypted")
    key = Key(texts.plain("key-backup" if encrypted else "key-backup-open"), SendBackup())
    return Screen(lines([texts.html("backup"), Html(""), warning]), ((key,),))


def coming_screen(texts: Texts) -> Screen:
    """It is on its way."""
    return Screen(texts.html("backup-coming"))
