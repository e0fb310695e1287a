"""The button around backups."""

from handlers.chat.buttons.codec import Button
from jobs.roles import Right


class SendBackup(Button, tag="Zb", right=Right.BACKUP):
    """A copy of the database into this chat, encrypted or not: the message above says which."""
