"""START HERE: everything that the bot reacts to, in the order in which it is tried.

A password behind a command goes before anything else. Then who it is and whether they may come in, then
what those who run the bot were asked for, then commands, pressed keys, and what people send: it becomes a draft. Each list is tried from the top, and
the first handler that takes the update has it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    PreCheckoutQueryHandler,
    TypeHandler,
    filters,
)

from handlers.addressed import ABOUT_A_PICTURE, ABOUT_A_SOUND
from handlers.admin import table as admin_table
from handlers.admin.table import Command
from handlers.button_handler import ButtonHandler
from handlers.commands import FOR_ROLES
from handlers.footage import ANSWERS_VIDEO, SOUND, VIDEO
from handlers.in_private import in_private
from handlers.links import Links
from handlers.parts import Parts
from handlers.presses import presses
from handlers.turn import Desk, Turn
from jobs.roles import Right

Handler = BaseHandler[Update, Turn, object]

NEW_MESSAGE = (
    filters.UpdateType.MESSAGE
)  # in groups the doorkeeper lets through what is meant for the bot
WORDS = NEW_MESSAGE & filters.TEXT & ~filters.COMMAND
EDITED = (
    filters.UpdateType.EDITED_MESSAGE & filters.ChatType.PRIVATE & (filters.TEXT | filters.CAPTION)
)
HEARD = SOUND | VIDEO & ~filters.ANIMATION  # an animation has no sound to give to another video
ANSWER_TO_VIDEO = NEW_MESSAGE & ANSWERS_VIDEO & (filters.TEXT & ~filters.COMMAND | HEARD)
GIF = filters.ANIMATION | filters.Document.MimeType("image/gif")


def fill(application: Application, desk: Desk, parts: Parts) -> None:  # type: ignore[type-arg]
    """Put every handler where it belongs. Whatever an earlier group stops, no later one sees."""
    application.add_handler(TypeHandler(Update, parts.admin.misplaced.remove), group=-7)
    application.add_handlers(_money(parts), group=-6)
    application.add_handler(TypeHandler(Update, parts.doorkeeper.check), group=-5)
    application.add_handler(TypeHandler(Update, parts.admin.misplaced.explain), group=-4)
    application.add_handler(TypeHandler(Update, parts.admin.passwords.check), group=-3)
    application.add_handler(TypeHandler(Update, parts.admin.broadcast.notice), group=-2)
    application.add_handler(TypeHandler(Update, parts.admin.errands.check), group=-1)
    keys = _keys(desk, parts)
    application.add_handlers(
        [
            *_commands(desk, parts),
            *keys,
            *_material(parts),
            InlineQueryHandler(parts.inline.find),
            *_leftovers(parts),
        ]
    )
    application.add_error_handler(parts.errors.on_error)
    parts.consent.goes_on_with(keys)


def _money(parts: Parts) -> Sequence[Handler]:
    """Before the doorkeeper: who has paid is heard, whoever they are by now."""
    payments = parts.payments
    return (
        PreCheckoutQueryHandler(payments.checkout),
        MessageHandler(filters.SUCCESSFUL_PAYMENT, payments.paid),
        MessageHandler(filters.StatusUpdate.REFUNDED_PAYMENT, payments.returned),
    )


def _commands(desk: Desk, parts: Parts) -> Sequence[Handler]:
    own = _own_matters(parts)
    admins = admin_table.commands(parts.admin, parts.panel)
    named: Mapping[str, Command] = {
        "start": Links(desk, parts.account, parts.effects, own).start,
        **in_private(desk, own),
        "new": parts.card.new,
        "picture": parts.card.new_still,
        "cancel": parts.card.cancel,
        "effects": parts.effects.browse,
        "help": parts.account.help,
        "terms": parts.consent.terms,
        **{name: _guarded(FOR_ROLES[name], command) for name, command in admins.items()},
    }
    return [CommandHandler(name, command) for name, command in named.items()]


def _own_matters(parts: Parts) -> Mapping[str, Command]:
    """What is nobody else's business: in a group a key leads to the private chat."""
    return {
        "jobs": parts.history.show,
        "quota": parts.credit.quota,
        "history": parts.credit.history,
        "settings": parts.account.settings,
        "refer": parts.account.refer,
        "buy": parts.payments.buy,
        "paysupport": parts.payments.support,
        "forgetme": parts.privacy.ask_forget,
    }


def _keys(desk: Desk, parts: Parts) -> Sequence[ButtonHandler[Any]]:
    return [
        ButtonHandler(desk, kind, callback)  # type: ignore[arg-type]
        for kind, callback in presses(parts).items()
    ]


def _material(parts: Parts) -> Sequence[Handler]:
    """What people send. A draft grows from it, or it answers what the bot asked."""
    return (
        MessageHandler(EDITED, parts.words.edited),
        MessageHandler(WORDS & ABOUT_A_PICTURE, parts.photos.about_picture),
        MessageHandler(WORDS & ABOUT_A_SOUND, parts.clips.about_sound),
        MessageHandler(ANSWER_TO_VIDEO, parts.clips.replied),
        MessageHandler(NEW_MESSAGE & filters.PHOTO, parts.photos.photo),
        MessageHandler(NEW_MESSAGE & VIDEO, parts.clips.video),
        MessageHandler(NEW_MESSAGE & SOUND, parts.clips.sound),
        MessageHandler(NEW_MESSAGE & filters.Document.ALL & ~GIF, parts.photos.document),
        MessageHandler(WORDS, parts.words.said),
    )


def _leftovers(parts: Parts) -> Sequence[Handler]:
    """What nobody took."""
    return (
        CallbackQueryHandler(parts.strangers.press),
        MessageHandler(NEW_MESSAGE & ~filters.StatusUpdate.ALL, parts.strangers.message),
    )


def _guarded(right: Right, command: Command) -> Command:
    """A command for those who have the right, in their private chat."""

    async def run(update: Update, turn: Turn) -> object:
        turn.require(right)
        return await command(update, turn)

    return run
