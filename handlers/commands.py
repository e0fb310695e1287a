"""The command menus, and what Telegram shows about the bot before somebody starts it."""

import asyncio
import logging
from collections.abc import Mapping

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, Forbidden, TelegramError

from handlers.chat.texts import FALLBACK, Languages, Texts
from jobs.capabilities import Mode
from jobs.errors import NoSuchPerson
from jobs.ids import PersonId
from jobs.offer import Offer
from jobs.ports import Store
from jobs.roles import Right, Role, may
from jobs.rules import LiveRules

log = logging.getLogger(__name__)

EFFECTS = "effects"  # in the menu where there are any
STILL = "picture"  # in the menu where pictures are made
EVERYBODY = (
    "start",
    "new",
    STILL,
    EFFECTS,
    "jobs",
    "quota",
    "history",
    "settings",
    "terms",
    "help",
    "cancel",
)
OF_MODES: Mapping[str, Mode] = {EFFECTS: Mode.EFFECT, STILL: Mode.STILL}
FOR_ROLES: Mapping[str, Right] = {
    "admin": Right.SEE,
    "people": Right.SEE,
    "person": Right.SEE,
    "grant": Right.GRANT,
    "limit": Right.PEOPLE,
    "write": Right.MESSAGE,
    "allow": Right.PEOPLE,
    "refuse": Right.PEOPLE,
    "ban": Right.PEOPLE,
    "unban": Right.PEOPLE,
    "invite": Right.PEOPLE,
    "group": Right.PEOPLE,
    "queue": Right.SEE,
    "job": Right.SEE,
    "calloff": Right.JOBS,
    "giveup": Right.JOBS,
    "look": Right.JOBS,
    "retry": Right.JOBS,
    "refundjob": Right.JOBS,
    "pausequeue": Right.JOBS,
    "resumequeue": Right.JOBS,
    "plans": Right.PEOPLE,
    "plan": Right.PEOPLE,
    "packs": Right.PAYMENTS,
    "pack": Right.PAYMENTS,
    "refund": Right.PAYMENTS,
    "set": Right.SETTINGS,
    "unset": Right.SETTINGS,
    "role": Right.ROLES,
    "reports": Right.MODERATION,
    "stopwords": Right.MODERATION,
    "hide": Right.MODERATION,
    "unhide": Right.MODERATION,
    "lift": Right.MODERATION,
    "audit": Right.AUDIT,
    "broadcast": Right.BROADCAST,
    "stats": Right.SEE,
    "accounts": Right.ACCOUNTS,
    "account": Right.ACCOUNTS,
    "addaccount": Right.ACCOUNTS,
    "backup": Right.BACKUP,
}
REFER = "refer"  # in the menu where it is rewarded
SHOP = ("buy", "paysupport")  # in the menu where credits are sold
ADDING = ("referral_credits", "stars", "off", "on")  # the live settings that bring or take some
UNLISTED = ("forgetme",)  # /help names it
OPEN_TO_ALL = (*EVERYBODY, REFER, *SHOP, *UNLISTED)
ALL = (*OPEN_TO_ALL, *FOR_ROLES)


class Commands:
    """Publishes the menus."""

    def __init__(self, bot: Bot, languages: Languages, store: Store) -> None:
        self._bot = bot
        self._languages = languages
        self._store = store
        self._publishing = asyncio.Lock()

    async def publish(self) -> None:
        """The menu and the description in every language, and longer menus for those with a role."""
        await self._publish_menus()
        offer = await self._store.offer()
        about = "about" if offer.works_on_clips else "about-without-clips"
        for code in self._languages.codes:
            texts = self._languages.menu(code)
            language = None if code == FALLBACK else code
            await self._bot.set_my_description(texts.plain(about), language_code=language)
            short = texts.plain("about-short")
            await self._bot.set_my_short_description(short, language_code=language)

    async def follow(self, setting: str) -> None:
        """A setting was changed in the chat: the menus show it, if it is one that adds to them."""
        if setting not in ADDING:
            return
        try:
            await self._publish_menus()
        except (
            TelegramError
        ) as error:  # the setting holds all the same; the next start repeats this
            log.warning("the menus of commands do not follow %s: %r", setting, error)

    async def _publish_menus(self) -> None:
        async with self._publishing:  # an older state of the rules must not be published last
            rules = await self._store.settings.rules()
            everybody = for_everybody(rules, await self._store.offer())
            for code in self._languages.codes:
                language = None if code == FALLBACK else code
                commands = menu(everybody, self._languages.menu(code))
                await self._bot.set_my_commands(
                    commands, scope=BotCommandScopeDefault(), language_code=language
                )
            roles = dict.fromkeys(rules.owners, Role.OWNER)
            roles |= {each.id: each.role for each in await self._store.roles.team() if each.role}
            for person_id, role in sorted(roles.items()):
                await self._publish_for(person_id, role, everybody)

    async def publish_for(self, person_id: PersonId, role: Role | None) -> None:
        """The menu of somebody's role, or everybody's again.

        Telegram refuses it until they have started the bot: /start repeats it.
        """
        rules, offer = await self._store.settings.rules(), await self._store.offer()
        await self._publish_for(person_id, role, for_everybody(rules, offer))

    async def _publish_for(
        self, person_id: PersonId, role: Role | None, everybody: tuple[str, ...]
    ) -> None:
        scope = BotCommandScopeChat(person_id)
        try:
            if role is None:
                await self._bot.delete_my_commands(scope=scope)
                return
            texts = self._languages.menu(await self._language(person_id))
            commands = menu((*everybody, *names_for_role(role)), texts)
            await self._bot.set_my_commands(commands, scope=scope)
        except (BadRequest, Forbidden) as refusal:
            log.info("somebody with a role has not started the bot yet: %s", refusal)

    async def _language(self, person_id: PersonId) -> str:
        """What somebody chose, or their Telegram speaks; owners may not have written to the bot yet."""
        try:
            return self._languages.served((await self._store.people.get(person_id)).language)
        except NoSuchPerson:
            return FALLBACK


def for_everybody(rules: LiveRules, offer: Offer) -> tuple[str, ...]:
    """Everybody's menu, with what the rules of the moment add to it, and without what is not offered."""
    hidden = {name for name, mode in OF_MODES.items() if not offer.has(mode)}
    usual = (name for name in EVERYBODY if name not in hidden)
    friends = (REFER,) if rules.referral_credits else ()
    return (*usual, *friends, *(SHOP if rules.stars else ()))


def names_for_role(role: Role | None) -> tuple[str, ...]:
    """The commands that somebody with this role has beside everybody's."""
    return tuple(name for name, right in FOR_ROLES.items() if may(role, right))


def menu(names: tuple[str, ...], texts: Texts) -> list[BotCommand]:
    """Commands with their descriptions."""
    return [BotCommand(name, texts.plain(f"command-{name}")) for name in names]
