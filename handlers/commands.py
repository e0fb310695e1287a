"""The command menu, and what Telegram shows about the bot before somebody starts it."""

import logging

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, Forbidden

from handlers.chat.texts import Languages, Texts
from jobs.ids import PersonId

log = logging.getLogger(__name__)

EVERYBODY = ("start", "new", "effects", "jobs", "quota", "settings", "help", "cancel")
ADMINS = (*EVERYBODY, "grant", "limit", "set", "unset")


class Commands:
    """Publishes the menus."""

    def __init__(self, bot: Bot, languages: Languages) -> None:
        self._bot = bot
        self._texts = languages.pick(None)

    async def publish(self, admins: frozenset[PersonId]) -> None:
        """The menu for everybody, the longer one for admins, and the bot's description."""
        await self._set(EVERYBODY, BotCommandScopeDefault())
        for admin in sorted(admins):
            await self.publish_for_admin(admin)
        await self._bot.set_my_description(self._texts.plain("about"))
        await self._bot.set_my_short_description(self._texts.plain("about-short"))

    async def publish_for_admin(self, admin: PersonId) -> None:
        """An admin's own menu; Telegram refuses it until they have started the bot, then /start repeats it."""
        try:
            await self._set(ADMINS, BotCommandScopeChat(admin))
        except (BadRequest, Forbidden) as refusal:
            log.info("an admin has not started the bot yet: %s", refusal)

    async def _set(self, names: tuple[str, ...], scope: BotCommandScope) -> None:
        await self._bot.set_my_commands(menu(names, self._texts), scope=scope)


def menu(names: tuple[str, ...], texts: Texts) -> list[BotCommand]:
    """Commands with their descriptions."""
    return [BotCommand(name, texts.plain(f"command-{name}")) for name in names]
