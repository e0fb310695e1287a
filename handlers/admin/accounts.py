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
from handlers.turn import Desk, Press, Turn
from jobs.accounts import KnownAccount
from jobs.errors import AccountNotRemoved, CoreError
from jobs.ids import AccountNumber
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

    async def account(self, update: Update, turn: Turn) -> None:
        """/account 3; /account 3 pause, resume, jobs 5, repair or remove; after a question: remove yes"""
        match arguments(update):
            case [word, *wish] if (number := whole(word.removeprefix("#"))) is not None:
                await self._as_typed(turn, AccountNumber(number), wish)
            case _:
                await self._explain(turn, "account-usage")

    async def _as_typed(self, turn: Turn, number: AccountNumber, wish: list[str]) -> None:
        by = turn.person.id
        match wish:
            case []:
                await self._say(turn, await self._accounts.get(by, number))
            case ["pause"]:
                await self._say(turn, await self._accounts.pause(by, number))
            case ["resume"]:
                await self._say(turn, await self._accounts.resume(by, number))
            case ["remove"]:
                one = await self._accounts.get(by, number)
                await self._desk.say(turn, removal_screen(one, turn.texts))
            case ["remove", "yes"]:
                await self._desk.say(turn, await self._removed(turn, number))
            case ["repair"]:
                await self._ask_about(turn, number, None)
            case ["jobs", most] if whole(most):
                await self._ask_about(turn, number, whole(most))
            case _:
                await self._explain(turn, "account-usage")

    async def _ask_about(self, turn: Turn, number: AccountNumber, most: int | None) -> None:
        """The intake listens for a password since the command came: where none is asked for, it need not."""
        try:
            await self._accounts.ask_about(turn.person.id, number, most)
        except CoreError:
            await self._accounts.drop_question(turn.person.id)
            raise
        await self._desk.say(turn, await self._question(turn))

    async def _question(self, turn: Turn) -> Screen:
        question = await self._accounts.question(turn.person.id)
        assert question
        return password_screen(question.email, question.most, turn.texts)

    async def add(self, update: Update, turn: Turn) -> None:
        """/addaccount studio@example.com 3"""
        match arguments(update):
            case [email, most] if (number := whole(most)) is not None:
                await self._ask(turn, email, number)
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
        await press.show(await self._screen(press.turn, one))

    async def _say(self, turn: Turn, one: KnownAccount) -> None:
        await self._desk.say(turn, await self._screen(turn, one))

    async def _screen(self, turn: Turn, one: KnownAccount) -> Screen:
        low = await self._accounts.low_credits(turn.person.id)
        managed = self._accounts.managed
        screen = account_screen(one, self._clock.now(), low, turn.texts, managed=managed)
        return with_way_back(screen, turn.texts, PAGE)

    async def choose_jobs(self, press: Press, button: ChooseAccountJobs) -> None:
        """How many at once?"""
        one = await self._accounts.get(press.person_id, button.account)
        await press.show(jobs_choice_screen(one, press.texts))

    async def ask_password(self, press: Press, button: AskPassword) -> None:
        """The provider changes nothing about an account without its password."""
        await self._accounts.ask_about(press.person_id, button.account, button.jobs or None)
        await press.show(await self._question(press.turn))

    async def never_mind(self, press: Press, _: DropPasswordQuestion) -> None:
        """No password comes."""
        await self._accounts.drop_question(press.person_id)
        await press.show(Screen(press.texts.html("password-dropped")))

    async def ask_remove(self, press: Press, button: AskRemoveAccount) -> None:
        """Really?"""
        one = await self._accounts.get(press.person_id, button.account)
        await press.show(removal_screen(one, press.texts))

    async def remove(self, press: Press, button: RemoveAccount) -> None:
        """It goes."""
        await press.show(await self._removed(press.turn, button.account))

    async def _removed(self, turn: Turn, number: AccountNumber) -> Screen:
        """Where the provider does not say that it is gone, it can be tried again."""
        try:
            one = await self._accounts.remove(turn.person.id, number)
        except AccountNotRemoved as error:
            return not_removed_screen(error.name, number, turn.texts)
        screen = Screen(turn.texts.html("account-removed", name=one.account.name))
        return with_way_back(screen, turn.texts, PAGE)
