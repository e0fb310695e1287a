"""The doorkeeper, before all other handlers: who is it, where, and may they come in?"""

from telegram import ChatMemberUpdated, Message, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from handlers.chat.door_screens import banned_text
from handlers.chat.html import plain
from handlers.chat.screens import Screen
from handlers.groups import OUTSIDE, Groups
from handlers.turn import Desk, Turn, place_of, profile_of
from jobs.effects import linked_effect
from jobs.invites import Arrival
from jobs.people import Access, AccessPolicy, Profile

LONGEST_ANSWER = 200  # what answerCallbackQuery takes


class Doorkeeper:
    """Lets an update through to its handler, or answers it and stops it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._door = desk.service.door
        self._groups = Groups(desk)

    async def check(self, update: Update, turn: Turn) -> None:
        """Raises ApplicationHandlerStop where nothing further happens."""
        await self._groups.follow_move(update)
        profile, place = profile_of(update), place_of(update)
        if update.inline_query and profile:
            turn.texts = self._desk.languages.pick(await self._door.language(profile))
            return
        if _is_own(update):
            raise ApplicationHandlerStop
        if profile is None or place is None or update.channel_post:
            raise ApplicationHandlerStop
        turn.happens(update, place, profile.id)
        turn.texts = self._desk.languages.pick(profile.language)
        if update.my_chat_member:
            await self._membership(update.my_chat_member, profile, turn)
            raise ApplicationHandlerStop
        if in_group(update) and not await self._groups.let_through(update, profile, turn):
            raise ApplicationHandlerStop
        await self._person(update, profile, turn)

    async def _person(self, update: Update, profile: Profile, turn: Turn) -> None:
        link = link_of(update)
        turn.person = await self._door.meet(profile, link)
        turn.texts = self._desk.languages.pick(turn.person.language)
        if _is_payment(update):  # it is paid: whoever paid gets what it bought
            return
        if self._door.is_banned(turn.person):
            await self._tell_banned(update, turn)
            raise ApplicationHandlerStop
        if link:
            await self._follow_link(turn, link)
        if not self._door.may_use(turn.person):
            effect = linked_effect(link)
            if effect:
                await self._door.wish(turn.person.id, effect)
            await self._turn_away(update, turn)
            raise ApplicationHandlerStop

    # people

    async def _follow_link(self, turn: Turn, link: str) -> None:
        """An invitation lets somebody in, or they hear why not."""
        turn.person, arrival, credits = await self._door.come_by(turn.person, link)
        if arrival is Arrival.NOTHING_NEW:
            return
        await self._desk.tell(turn, f"invite-{arrival}", credits=credits)
        if not self._door.may_use(turn.person):
            raise ApplicationHandlerStop

    async def _tell_banned(self, update: Update, turn: Turn) -> None:
        """They hear of it once a day; every press is answered, since else it would seem to hang."""
        ban, query = turn.person.ban, update.callback_query
        private = not in_group(update)
        tell = private and await self._door.tell_banned(turn.person.id)
        assert ban
        text = banned_text(ban.reason, ban.until, turn.texts)
        if query:
            words = plain(text)[:LONGEST_ANSWER] if tell else None
            await self._desk.messenger.answer(query.id, words, alert=True)
        elif tell:
            await self._desk.say(turn, Screen(text))

    async def _turn_away(self, update: Update, turn: Turn) -> None:
        """A newcomer asks the admins by writing; the others learn how things stand.

        In a group only what is new is said: everybody would read it again and again.
        """
        text_id, news = await self._answer_at_the_door(turn)
        name = turn.person.profile.first_name
        if update.callback_query:
            text = turn.texts.plain(text_id, name=name)
            await self._desk.messenger.answer(update.callback_query.id, text, alert=True)
        elif news or not in_group(update):
            await self._desk.tell(turn, text_id, name=name)

    async def _answer_at_the_door(self, turn: Turn) -> tuple[str, bool]:
        """The sentence, and whether it was never said before."""
        if turn.person.access is Access.REFUSED:
            return "access-refused", False
        match await self._door.policy():
            case AccessPolicy.APPROVAL:
                asked = await self._door.ask_access(turn.person.id)
                return ("access-asked", True) if asked else ("access-waiting", False)
            case AccessPolicy.INVITE:
                return "access-by-link", False
            case _:
                return "access-closed", False

    async def _membership(self, change: ChatMemberUpdated, profile: Profile, turn: Turn) -> None:
        """The bot was blocked or let back by somebody, or a group has it, or not any more."""
        if change.chat.type != ChatType.PRIVATE:
            await self._groups.membership(change, profile, turn)
            return
        turn.person = await self._door.meet(profile)
        if change.new_chat_member.status in OUTSIDE:
            await self._door.gone(turn.person.id)


def _is_payment(update: Update) -> bool:
    """Telegram reports money that has moved."""
    message = update.message
    return bool(message and (message.successful_payment or message.refunded_payment))


def in_group(update: Update) -> bool:
    """Whether others read along."""
    chat = update.effective_chat
    return chat is not None and chat.type != ChatType.PRIVATE


def _is_own(update: Update) -> bool:
    """Whether somebody sent a message through the bot: what it offered itself is no wish of theirs."""
    message = update.effective_message
    via = message.via_bot if isinstance(message, Message) else None
    return via is not None and via.id == update.get_bot().id and update.callback_query is None


def link_of(update: Update) -> str:
    """What a link that started the bot carries; empty for everything else."""
    message = update.message
    if not isinstance(message, Message) or message.chat.type != ChatType.PRIVATE:
        return ""
    command, _, payload = (message.text or "").partition(" ")
    return payload.strip() if command == "/start" else ""
