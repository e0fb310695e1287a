"""The doorkeeper, before all other handlers: who is it, where, and may they come in?"""

from telegram import Chat, ChatMember, ChatMemberUpdated, Message, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from handlers.addressed import ADDRESSED
from handlers.albums import Albums, album_of
from handlers.chat.door_screens import banned_text
from handlers.chat.html import plain
from handlers.chat.screens import Screen
from handlers.turn import Desk, Turn, place_of, profile_of
from jobs.drafts import albums_of
from jobs.effects import linked_effect
from jobs.errors import NoSuchPerson
from jobs.ids import ChatId, MessageId
from jobs.invites import Arrival
from jobs.people import Access, AccessPolicy, Profile

OUTSIDE = (ChatMember.LEFT, ChatMember.BANNED)
LONGEST_ANSWER = 200  # what answerCallbackQuery takes


class Doorkeeper:
    """Lets an update through to its handler, or answers it and stops it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._door = desk.service.door
        self._albums = Albums()

    async def check(self, update: Update, turn: Turn) -> None:
        """Raises ApplicationHandlerStop where nothing further happens."""
        await self._follow_move(update)
        profile, place = profile_of(update), place_of(update)
        if update.inline_query and profile:
            turn.texts = self._desk.languages.pick(await self._language(profile))
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
        if in_group(update) and not await self._may_answer(update, profile, turn):
            raise ApplicationHandlerStop
        await self._person(update, profile, turn)

    async def _language(self, profile: Profile) -> str | None:
        """What somebody reads who only types the bot's name: that makes nobody known to it."""
        try:
            return (await self._door.known(profile.id)).language
        except NoSuchPerson:
            return profile.language

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

    # chats

    async def _membership(self, change: ChatMemberUpdated, profile: Profile, turn: Turn) -> None:
        """The bot was blocked, let back, added to a group, or removed from one."""
        was, is_ = change.old_chat_member.status, change.new_chat_member.status
        if change.chat.type == ChatType.PRIVATE:
            turn.person = await self._door.meet(profile)
            if is_ in OUTSIDE:
                await self._door.gone(turn.person.id)
        elif is_ in OUTSIDE:
            await self._door.removed_from(ChatId(change.chat.id))
        elif was in OUTSIDE and change.chat.type != ChatType.CHANNEL:
            group_id, title = ChatId(change.chat.id), _title(change.chat)
            if await self._door.added_to(group_id, title, profile):
                await self._desk.tell(turn, "group-asked")

    async def _may_answer(self, update: Update, profile: Profile, turn: Turn) -> bool:
        """In groups the bot hears only what is meant for it, and answers where it may."""
        if not update.callback_query and not await self._is_called(update, profile, turn):
            return False
        if await self._door.answers_in(turn.place.chat_id):
            return not update.callback_query or await self._may_press(update, profile, turn)
        assert update.effective_chat
        title = _title(update.effective_chat)
        news = await self._door.spoken_to_in(turn.place.chat_id, title, profile)
        if update.callback_query:
            text = turn.texts.plain("group-silent")
            await self._desk.messenger.answer(update.callback_query.id, text, alert=True)
        elif news:
            await self._desk.tell(turn, "group-asked")
        return False

    async def _is_called(self, update: Update, profile: Profile, turn: Turn) -> bool:
        """Whether a message is for the bot; of an album, one part calls it for all of them."""
        if ADDRESSED.check_update(update):
            for earlier in self._albums.call(update):
                await turn.application.process_update(earlier)
            return True
        if album_of(update) is None:
            return False
        if self._albums.is_called(update) or await self._is_in_draft(update, profile, turn):
            return True
        self._albums.keep(update)
        return False

    async def _is_in_draft(self, update: Update, profile: Profile, turn: Turn) -> bool:
        """Whether a part of its album is in the draft already: a restart does not part them."""
        card = await self._desk.service.drafting.open_card(profile.id, turn.place)
        message = update.message
        return bool(card and message and message.media_group_id in albums_of(card.draft))

    async def _may_press(self, update: Update, profile: Profile, turn: Turn) -> bool:
        """Keys are for whom the message answers; others hear so."""
        query, message = update.callback_query, update.effective_message
        if query is None or message is None:
            return True
        message_id = MessageId(message.message_id)
        if await self._door.may_press(turn.place.chat_id, message_id, profile.id):
            return True
        text = turn.texts.plain("error-not-yours")
        await self._desk.messenger.answer(query.id, text, alert=True)
        return False

    async def _follow_move(self, update: Update) -> None:
        """A group that grows gets a new number; what was decided about it goes along."""
        message = update.message
        if message and message.migrate_to_chat_id:
            new_id = ChatId(message.migrate_to_chat_id)
            await self._door.group_moved(ChatId(message.chat.id), new_id)


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


def _title(chat: Chat) -> str:
    return chat.title or str(chat.id)
