"""The command menus, and what Telegram shows about the bot before somebody starts it."""

import logging
from collections.abc import Mapping

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, Forbidden

from handlers.chat.texts import Languages, Texts
from jobs.ids import PersonId
from jobs.ports import Store
from jobs.roles import Right, Role, may

log = logging.getLogger(__name__)

EVERYBODY = ("start", "new", "effects", "jobs", "quota", "settings", "terms", "help", "cancel")
FOR_ROLES: Mapping[str, Right] = {
    "admin": Right.SEE,
    "grant": Right.GRANT,
    "limit": Right.PEOPLE,
    "ban": Right.PEOPLE,
    "unban": Right.PEOPLE,
    "invite": Right.PEOPLE,
    "set": Right.SETTINGS,
    "unset": Right.SETTINGS,
    "role": Right.ROLES,
    "audit": Right.AUDIT,
}
REFER = "refer"  # in the menu where it is rewarded
ADMINS = (*EVERYBODY, *FOR_ROLES)


class Commands:
    """Publishes the menus."""

    def __init__(self, bot: Bot, languages: Languages, store: Store) -> None:
        self._bot = bot
        self._texts = languages.pick(None)
        self._store = store

    async def publish(self) -> None:
        """The menu for everybody, longer ones for those with a role, and the bot's description."""
        rules = await self._store.settings.rules()
        everybody = (*EVERYBODY, REFER) if rules.referral_credits else EVERYBODY
        await self._set(everybody, BotCommandScopeDefault())
        team = {person.id: person.role for person in await self._store.roles.team()}
        for person_id, role in sorted({**dict.fromkeys(rules.owners, Role.OWNER), **team}.items()):
            await self.publish_for(person_id, role)
        await self._bot.set_my_description(self._texts.plain("about"))
        await self._bot.set_my_short_description(self._texts.plain("about-short"))

    async def publish_for(self, person_id: PersonId, role: Role | None) -> None:
        """The menu of somebody's role; Telegram refuses it until they have started the bot: /start repeats it."""
        try:
            await self._set((*EVERYBODY, *names_for_role(role)), BotCommandScopeChat(person_id))
        except (BadRequest, Forbidden) as refusal:
            log.info("somebody with a role has not started the bot yet: %s", refusal)

    async def _set(self, names: tuple[str, ...], scope: BotCommandScope) -> None:
        await self._bot.set_my_commands(menu(names, self._texts), scope=scope)


def names_for_role(role: Role | None) -> tuple[str, ...]:
    """The commands that somebody with this role has beside everybody's."""
    return tuple(name for name, right in FOR_ROLES.items() if may(role, right))


def menu(names: tuple[str, ...], texts: Texts) -> list[BotCommand]:
    """Commands with their descriptions."""
    return [BotCommand(name, texts.plain(f"command-{name}")) for name in names]
