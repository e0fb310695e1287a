"""Coming in and looking round: the door, the greeting, help, allowance, settings."""

from telegram import ChatMember, Update
from telegram.ext import ApplicationHandlerStop, ConversationHandler

from handlers.chat.account_screens import (
    default_choices_screen,
    help_screen,
    quota_screen,
    settings_screen,
    start_screen,
)
from handlers.chat.buttons import ChooseDefault, OpenDefault, ShowHelp, ShowSettings
from handlers.commands import Commands, names_for_role
from handlers.turn import Desk, Press, Turn, place_of, profile_of, together
from jobs.people import Access

END = ConversationHandler.END


class Account:
    """The handlers around a person."""

    def __init__(self, desk: Desk, commands: Commands) -> None:
        self._desk = desk
        self._service = desk.service
        self._commands = commands

    async def doorkeeper(self, update: Update, turn: Turn) -> None:
        """Before everything else: who is it, and may they come in?"""
        profile, place = profile_of(update), place_of(update)
        if profile is None or place is None or update.channel_post:
            raise ApplicationHandlerStop
        turn.place = place
        turn.texts = self._desk.languages.pick(profile.language)
        turn.person = await self._service.door.meet(profile)
        if update.my_chat_member:
            await self._membership(update, turn)
            raise ApplicationHandlerStop
        if not self._service.door.may_use(turn.person):
            await self._turn_away(update, turn)
            raise ApplicationHandlerStop

    async def _membership(self, update: Update, turn: Turn) -> None:
        """Somebody blocked the bot, or came back."""
        change = update.my_chat_member
        assert change is not None
        left = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
        if left and change.chat.type == "private":
            await self._service.door.gone(turn.person.id)

    async def _turn_away(self, update: Update, turn: Turn) -> None:
        """A newcomer asks the admins by writing; the others learn how things stand."""
        text_id = await self._answer_at_the_door(turn)
        if update.callback_query:
            text = turn.texts.plain(text_id, name=turn.person.profile.first_name)
            await self._desk.messenger.answer(update.callback_query.id, text, alert=True)
        elif update.effective_chat and update.effective_chat.type == "private":
            await self._desk.tell(turn, text_id, name=turn.person.profile.first_name)

    async def _answer_at_the_door(self, turn: Turn) -> str:
        if turn.person.access is Access.REFUSED:
            return "access-refused"
        if not await self._service.door.takes_requests():
            return "access-closed"
        asked = await self._service.door.ask_access(turn.person.id)
        return "access-asked" if asked else "access-waiting"

    async def start(self, update: Update, turn: Turn) -> int:  # noqa: ARG002
        """/start: the greeting and today's allowance."""
        balance = await self._service.credit.balance(turn.person.id)
        await self._desk.say(turn, start_screen(turn.person, balance, turn.texts))
        if turn.person.role:
            await self._commands.publish_for(turn.person.id, turn.person.role)
        return END

    async def help(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/help"""
        await self._desk.say(turn, help_screen(turn.texts, names_for_role(turn.person.role)))

    async def help_pressed(self, press: Press, _: ShowHelp) -> None:
        """*How it works* under the greeting."""
        await press.show(help_screen(press.texts, names_for_role(press.turn.person.role)))

    async def quota(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/quota"""
        balance = await self._service.credit.balance(turn.person.id)
        await self._desk.say(turn, quota_screen(balance, turn.texts))

    async def settings(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/settings"""
        await self._desk.say(
            turn, settings_screen(turn.person.defaults, await self._service.offer(), turn.texts)
        )

    async def settings_pressed(self, press: Press, _: ShowSettings) -> None:
        """Back to all settings."""
        await press.show(
            settings_screen(press.turn.person.defaults, await self._service.offer(), press.texts)
        )

    async def open_default(self, press: Press, button: OpenDefault) -> None:
        """The choices of one setting."""
        defaults = press.turn.person.defaults
        await press.show(
            default_choices_screen(defaults, await self._service.offer(), button.field, press.texts)
        )

    async def choose_default(self, press: Press, button: ChooseDefault) -> None:
        """One setting."""
        defaults = await self._service.credit.set_default(
            press.person_id, button.field, button.value
        )
        await press.show(settings_screen(defaults, await self._service.offer(), press.texts))

    async def cancel(self, update: Update, turn: Turn) -> int:  # noqa: ARG002
        """/cancel: the open draft is dropped."""
        card = await self._service.drafting.open_card(turn.person.id, turn.place)
        if card is None:
            await self._desk.tell(turn, "nothing-to-cancel")
            return END
        await self._service.drafting.drop(card.id, turn.person.id)
        tell = self._desk.tell(turn, "card-dropped")
        await together(self._desk.close_card(turn, card, "card-dropped"), tell)
        return END
