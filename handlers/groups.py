"""Groups: where the bot answers there, what it hears, and whose keys are whose."""

from telegram import Chat, ChatMember, ChatMemberUpdated, Message, Update
from telegram.constants import ChatType

from handlers.addressed import ADDRESSED
from handlers.albums import Albums, album_of
from handlers.turn import Desk, Turn
from jobs.drafts import albums_of
from jobs.ids import ChatId, MessageId
from jobs.people import Profile

OUTSIDE = (ChatMember.LEFT, ChatMember.BANNED)


class Groups:
    """The doorkeeper's part for everything that others read, too."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._door = desk.service.door
        self._albums = Albums()

    async def let_through(self, update: Update, profile: Profile, turn: Turn) -> bool:
        """Whether it is meant for the bot, where the bot may answer, by somebody who may press there."""
        query = update.callback_query
        if query is None and not await self._is_called(update, profile, turn):
            return False
        if await self._door.answers_in(turn.place.chat_id):
            return query is None or await self._may_press(update, profile, turn)
        await self._stay_silent(update, profile, turn)
        return False

    async def _stay_silent(self, update: Update, profile: Profile, turn: Turn) -> None:
        """The admins are asked; the group hears of it once, and whoever presses a key always."""
        assert update.effective_chat
        title = _title(update.effective_chat)
        news = await self._door.spoken_to_in(turn.place.chat_id, title, profile)
        if update.callback_query:
            await self._refuse(update, profile, "group-silent")
        elif news:
            await self._desk.tell(turn, "group-asked")

    # what is meant for the bot

    async def _is_called(self, update: Update, profile: Profile, turn: Turn) -> bool:
        """By command, reply or name; of an album, one part calls the bot for all of them."""
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

    # keys

    async def _may_press(self, update: Update, profile: Profile, turn: Turn) -> bool:
        """Keys are for whom the message answers; others hear so."""
        message = update.effective_message
        message_id = MessageId(message.message_id if message else 0)
        if await self._door.may_press(turn.place.chat_id, message_id, profile.id):
            return True
        await self._refuse(update, profile, "error-not-yours")
        return False

    async def _refuse(self, update: Update, profile: Profile, text_id: str) -> None:
        assert update.callback_query
        texts = self._desk.languages.pick(await self._door.language(profile))
        text = texts.plain(text_id)
        await self._desk.messenger.answer(update.callback_query.id, text, alert=True)

    # coming and going

    async def membership(self, change: ChatMemberUpdated, profile: Profile, turn: Turn) -> None:
        """The bot was added to a group, or removed from one."""
        was, is_ = change.old_chat_member.status, change.new_chat_member.status
        if is_ in OUTSIDE:
            await self._door.removed_from(ChatId(change.chat.id))
        elif was in OUTSIDE and change.chat.type != ChatType.CHANNEL:
            group_id, title = ChatId(change.chat.id), _title(change.chat)
            if await self._door.added_to(group_id, title, profile):
                await self._desk.tell(turn, "group-asked")

    async def follow_move(self, update: Update) -> None:
        """A group that grows gets a new number; what was decided about it goes along."""
        message = update.message
        if isinstance(message, Message) and message.migrate_to_chat_id:
            new_id = ChatId(message.migrate_to_chat_id)
            await self._door.group_moved(ChatId(message.chat.id), new_id)


def _title(chat: Chat) -> str:
    return chat.title or str(chat.id)
