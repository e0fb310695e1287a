"""The PixVerse accounts in the panel and by command: looked at, added, changed, paused, removed."""

from telegram import Update

from handlers.admin.words import arguments, whole
from handlers.chat.buttons import (
    AskPassword,
    AskRemoveAccount,
    ChooseAccountJobs,
    DropPasswordQuestion,
    ExplainAdding,
    PauseAccount,
    RemoveAccount,
    ResumeAccount,
    ShowAccount,
)
from handlers.chat.panel_screens import with_way_back
from handlers.chat.pool_screens import (
    PAGE,
    account_screen,
    accounts_screen,
    adding_screen,
    jobs_choice_screen,
    not_removed_screen,
    password_screen,
    removal_screen,
)
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn, message_of
from jobs.accounts import KnownAccount
from jobs.errors import AccountNotRemoved
from jobs.ids import MessageId
from jobs.ports import Clock


class AccountsDesk:
    """The handlers around accounts."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self._accounts = desk.service.admin.accounts

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel."""
        found = await self._accounts.all(turn.person.id)
        low = await self._accounts.low_credits(turn.person.id)
        managed = self._accounts.managed
        return accounts_screen(found, self._clock.now(), low, turn.texts, managed=managed)

    async def accounts(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/accounts"""
        await self._desk.say(turn, await self.page(turn))

    async def add(self, update: Update, turn: Turn) -> None:
        """/addaccount studio@example.com 3"""
        match arguments(update):
            case [email, most]:
                number = whole(most)
                if number is None:
                    await self._explain(turn, "account-add-usage")
                    return
                await self._ask(turn, email, number)
            case [_, _, *_]:
                message_id = MessageId(message_of(update).message_id)
                await self._desk.messenger.delete(turn.place.chat_id, message_id)
                await self._explain(turn, "account-add-no-password")
            case _:
                await self._explain(turn, "account-add-usage")

    async def _ask(self, turn: Turn, email: str, most: int) -> None:
        await self._accounts.ask_for(turn.person.id, email, most)
        await self._desk.say(turn, password_screen(email, most, turn.texts))

    async def _explain(self, turn: Turn, text_id: str) -> None:
        await self._accounts.drop_question(turn.person.id)
        await self._desk.tell(turn, text_id)

    async def explain(self, press: Press, _: ExplainAdding) -> None:
        """How to add one."""
        await press.show(adding_screen(press.texts))

    async def show(self, press: Press, button: ShowAccount) -> None:
        """One account."""
        await self._show(press, await self._accounts.get(press.person_id, button.account))

    async def pause(self, press: Press, button: PauseAccount) -> None:
        """It finishes what it has begun."""
        await self._show(press, await self._accounts.pause(press.person_id, button.account))

    async def resume(self, press: Press, button: ResumeAccount) -> None:
        """It gets jobs again."""
        await self._show(press, await self._accounts.resume(press.person_id, button.account))

    async def _show(self, press: Press, one: KnownAccount) -> None:
        low = await self._accounts.low_credits(press.person_id)
        managed = self._accounts.managed
        screen = account_screen(one, self._clock.now(), low, press.texts, managed=managed)
        await press.show(with_way_back(screen, press.texts, PAGE))

    async def choose_jobs(self, press: Press, button: ChooseAccountJobs) -> None:
        """How many at once?"""
        one = await self._accounts.get(press.person_id, button.account)
        await press.show(jobs_choice_screen(one, press.texts))

    async def ask_password(self, press: Press, button: AskPassword) -> None:
        """The provider changes nothing about an account without its password."""
        await self._accounts.ask_about(press.person_id, button.account, button.jobs or None)
        question = await self._accounts.question(press.person_id)
        assert question
        await press.show(password_screen(question.email, question.most, press.texts))

    async def never_mind(self, press: Press, _: DropPasswordQuestion) -> None:
        """No password comes."""
        await self._accounts.drop_question(press.person_id)
        await press.show(Screen(press.texts.html("password-dropped")))

    async def ask_remove(self, press: Press, button: AskRemoveAccount) -> None:
        """Really?"""
        one = await self._accounts.get(press.person_id, button.account)
        await press.show(removal_screen(one, press.texts))

    async def remove(self, press: Press, button: RemoveAccount) -> None:
        """It goes; where the provider does not say so, it can be tried again."""
        try:
            one = await self._accounts.remove(press.person_id, button.account)
        except AccountNotRemoved as error:
            await press.show(not_removed_screen(error.name, button.account, press.texts))
            return
        screen = Screen(press.texts.html("account-removed", name=one.account.name))
        await press.show(with_way_back(screen, press.texts, PAGE))
