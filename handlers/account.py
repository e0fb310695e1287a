"""Looking round: the greeting, help, allowance, settings, and a link for friends."""

from telegram import Update

from handlers.chat.account_screens import (
    default_choices_screen,
    friend_screen,
    help_screen,
    settings_screen,
    start_screen,
)
from handlers.chat.buttons import (
    ChooseDefault,
    ChooseLanguage,
    ForgetHabits,
    OpenDefault,
    OpenLanguages,
    ShowHelp,
    ShowSettings,
)
from handlers.chat.language_screens import languages_screen
from handlers.chat.screens import Screen
from handlers.chat.texts import Texts
from handlers.commands import Commands
from handlers.turn import Desk, Press, Turn
from jobs.people import Person


class Account:
    """The handlers around a person."""

    def __init__(self, desk: Desk, commands: Commands, *, checks_words: bool) -> None:
        self._desk = desk
        self._service = desk.service
        self._commands = commands
        self._checks_words = checks_words

    async def start(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/start: the greeting and today's allowance."""
        balance = await self._service.credit.balance(turn.person.id)
        offer = await self._service.offer(turn.person.id)
        await self._desk.say(turn, start_screen(turn.person, balance, offer, turn.texts))
        if turn.person.role:
            await self._commands.publish_for(turn.person.id, turn.person.role)

    async def help(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/help"""
        await self._desk.say(turn, await self._help(turn))

    async def help_pressed(self, press: Press, _: ShowHelp) -> None:
        """*How it works* under the greeting."""
        await press.show(await self._help(press.turn))

    async def _help(self, turn: Turn) -> Screen:
        offer, runs_it = await self._service.offer(turn.person.id), turn.person.role is not None
        return help_screen(offer, turn.texts, runs_it=runs_it, checks_words=self._checks_words)

    async def refer(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/refer: a link for friends, where that is rewarded."""
        payload, credits, brought = await self._service.door.friend_link(turn.person.id)
        if credits:
            link = self._desk.link(payload)
            await self._desk.say(turn, friend_screen(link, credits, brought, turn.texts))
        else:
            await self._desk.tell(turn, "friend-nothing")

    async def settings(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/settings"""
        await self._desk.say(turn, await self._settings(turn.person, turn.texts))

    async def settings_pressed(self, press: Press, _: ShowSettings) -> None:
        """Back to all settings."""
        await press.show(await self._settings(press.turn.person, press.texts))

    async def _settings(self, person: Person, texts: Texts) -> Screen:
        return settings_screen(person, await self._service.offer(person.id), texts)

    async def open_default(self, press: Press, button: OpenDefault) -> None:
        """The choices of one setting."""
        defaults = press.turn.person.defaults
        await press.show(
            default_choices_screen(
                defaults, await self._service.offer(press.person_id), button.field, press.texts
            )
        )

    async def choose_default(self, press: Press, button: ChooseDefault) -> None:
        """One setting."""
        person = await self._service.credit.set_default(press.person_id, button.field, button.value)
        await press.show(await self._settings(person, press.texts))

    async def open_languages(self, press: Press, _: OpenLanguages) -> None:
        """The languages that the bot speaks."""
        person = press.turn.person
        await press.show(languages_screen(person, self._desk.languages, press.texts))

    async def forget_habits(self, press: Press, _: ForgetHabits) -> None:
        """*Forget my habits*: there are none any more, nor a key for them."""
        person = await self._service.credit.forget_habits(press.person_id)
        screen = await self._settings(person, press.texts)
        await press.answer("toast-habits-forgotten", alert=True)
        await press.show(screen)

    async def choose_language(self, press: Press, button: ChooseLanguage) -> None:
        """The bot speaks it from now on."""
        code = button.language if button.language in self._desk.languages.codes else None
        person = await self._service.credit.choose_language(press.person_id, code)
        press.turn.texts = self._desk.languages.pick(person.language)
        await press.show(await self._settings(person, press.texts))
        if person.role:  # a menu of their own does not follow by itself
            await self._commands.publish_for(person.id, person.role)
