"""Moderation in the panel and by command: stop words, hidden effects, pauses."""

import re
from collections.abc import Sequence

from telegram import Update

from handlers.admin.words import arguments, person_meant
from handlers.chat.buttons import (
    AskHide,
    AskStopWords,
    LiftPause,
    RemoveMark,
    RemoveStopWord,
    ShowHidden,
    ShowPaused,
    ShowStopWords,
)
from handlers.chat.html import Html, lines
from handlers.chat.moderation_screens import (
    hiding_screen,
    overview_screen,
    paused_screen,
    stop_words_screen,
)
from handlers.chat.panel_screens import with_way_back
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn, message_of
from jobs.admin.errands import Errand
from jobs.ids import PersonId
from jobs.moderation import WishedWord
from jobs.ports import Clock

PAGE = "moderation"
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*):\s*(.*)", re.DOTALL)


class Moderation:
    """The handlers around what must not be made."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self._moderation = desk.service.admin.moderation

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel."""
        return overview_screen(await self._moderation.overview(turn.person.id), turn.texts)

    # words

    async def stop_words(self, update: Update, turn: Turn) -> None:
        """/stopwords; /stopwords word, de: Wort; /stopwords - word, de: Wort"""
        wish = _rest(update)
        if not wish:
            words = await self._moderation.stop_words(turn.person.id)
            await self._desk.say(turn, stop_words_screen(words, 0, turn.texts))
        elif wish.startswith("-"):
            removed = await self._remove(turn.person.id, wished_words(wish[1:]))
            await self._desk.tell(turn, "stop-words-removed", n=removed)
        else:
            await self._add(turn, wish)

    async def ask_stop_words(self, press: Press, _: AskStopWords) -> None:
        """Which words?"""
        await self._ask(press, Errand.STOP_WORDS)

    async def typed_stop_words(self, update: Update, turn: Turn, _: str) -> bool:
        """word, de: Wort"""
        await self._add(turn, message_of(update).text or "")
        return True

    async def _ask(self, press: Press, errand: Errand) -> None:
        await self._desk.service.admin.errands.begin(press.person_id, errand)
        await self._show(press, Screen(press.texts.html(f"errand-{errand}")))

    async def _add(self, turn: Turn, wish: str) -> None:
        added = await self._moderation.add_stop_words(turn.person.id, wished_words(wish))
        await self._desk.tell(turn, "stop-words-added", n=added)

    async def _remove(self, by: PersonId, wanted: Sequence[WishedWord]) -> int:
        names = {(word.language, word.text.casefold()) for word in wanted}
        words = await self._moderation.stop_words(by)
        found = [word.id for word in words if (word.language, word.text.casefold()) in names]
        return sum([await self._moderation.remove_stop_word(by, one) for one in found])

    async def show_stop_words(self, press: Press, button: ShowStopWords) -> None:
        """A page of the list."""
        words = await self._moderation.stop_words(press.person_id)
        await self._show(press, stop_words_screen(words, button.page, press.texts))

    async def remove_stop_word(self, press: Press, button: RemoveStopWord) -> None:
        """One word comes off the list."""
        await self._moderation.remove_stop_word(press.person_id, button.word)
        await self.show_stop_words(press, ShowStopWords(page=button.page))

    # effects

    async def hide(self, update: Update, turn: Turn) -> None:
        """/hide Warm Hug; alone: what is hidden."""
        what = _rest(update)
        if what:
            await self._hide(turn, what)
        else:
            hiding = await self._moderation.hiding(turn.person.id)
            await self._say(turn, hiding_screen(hiding, 0, turn.texts))

    async def ask_hide(self, press: Press, _: AskHide) -> None:
        """Which effects?"""
        await self._ask(press, Errand.HIDE)

    async def typed_hide(self, update: Update, turn: Turn, _: str) -> bool:
        """Warm Hug"""
        what = (message_of(update).text or "").strip()
        if what:
            await self._hide(turn, what)
        return bool(what)

    async def _hide(self, turn: Turn, what: str) -> None:
        mark = await self._moderation.hide(turn.person.id, what)
        await self._desk.tell(turn, f"hide-done-{mark}", what=what)

    async def unhide(self, update: Update, turn: Turn) -> None:
        """/unhide Warm Hug"""
        what = _rest(update)
        if not what:
            await self._desk.tell(turn, "unhide-usage")
            return
        excepted = await self._moderation.show(turn.person.id, what)
        text_id = "unhide-done-by-exception" if excepted else "unhide-done"
        await self._desk.tell(turn, text_id, what=what)

    async def show_hidden(self, press: Press, button: ShowHidden) -> None:
        """What was said about effects."""
        hiding = await self._moderation.hiding(press.person_id)
        await self._show(press, hiding_screen(hiding, button.page, press.texts))

    async def remove_mark(self, press: Press, button: RemoveMark) -> None:
        """One of these sayings is taken back."""
        await self._moderation.remove_mark(press.person_id, button.mark)
        await self.show_hidden(press, ShowHidden(page=button.page))

    # people

    async def lift(self, update: Update, turn: Turn) -> None:
        """/lift @name; alone: who has to wait."""
        who = next(iter(arguments(update)), "")
        if not who:
            paused = await self._moderation.paused(turn.person.id)
            screen = paused_screen(paused, 0, self._clock.now(), turn.texts)
            text = lines([screen.text, Html(""), turn.texts.html("lift-usage")])
            await self._say(turn, Screen(text, screen.keyboard))
            return
        person = await person_meant(self._desk, turn, who)
        if person:
            lifted = await self._moderation.lift(turn.person.id, person.id)
            text_id = "lift-done" if lifted else "lift-not-paused"
            await self._desk.tell(turn, text_id, name=person.profile.first_name)

    async def show_paused(self, press: Press, button: ShowPaused) -> None:
        """A page of those who have to wait."""
        paused = await self._moderation.paused(press.person_id)
        screen = paused_screen(paused, button.page, self._clock.now(), press.texts)
        await self._show(press, screen)

    async def lift_pressed(self, press: Press, button: LiftPause) -> None:
        """Somebody may go on."""
        await self._moderation.lift(press.person_id, button.person)
        await self.show_paused(press, ShowPaused())

    async def _say(self, turn: Turn, screen: Screen) -> None:
        await self._desk.say(turn, with_way_back(screen, turn.texts, PAGE))

    async def _show(self, press: Press, screen: Screen) -> None:
        await press.show(with_way_back(screen, press.texts, PAGE))


def _rest(update: Update) -> str:
    """Everything after the command."""
    return (message_of(update).text or "").partition(" ")[2].strip()


def wished_words(text: str) -> list[WishedWord]:
    """Words that stand between commas, each with its language.

    A language counts for what follows it in its line: `de: Wort, noch eins`.
    """
    return [word for line in text.splitlines() for word in _in_line(line)]


def _in_line(line: str) -> list[WishedWord]:
    language, found = "", list[WishedWord]()
    for part in line.split(","):
        named = _LANGUAGE.fullmatch(part.strip())
        if named:
            language = named[1].lower()
        words = " ".join((named[2] if named else part).split())
        if words:
            found.append(WishedWord(words, language))
    return found
