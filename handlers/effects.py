"""Choosing an effect: shelves page by page, a search by words, previews that move."""

from telegram import Update

from handlers.addressed import words_after, words_of
from handlers.chat.buttons import (
    AskEffectWords,
    Browse,
    ClosePreview,
    ShowEffect,
    StarEffect,
    UseEffect,
)
from handlers.chat.effect_screens import effect_keys, effect_screen, page_screen, search_words
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn, message_of, together
from jobs.asking import Ask, Asking
from jobs.effects import Shelf, link_payload
from jobs.ids import EffectId


class Effects:
    """The handlers of the effect browser."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._service = desk.service

    async def browse(self, update: Update, turn: Turn) -> None:
        """/effects: the hot shelf, or everything where nothing is hot; /effects hug: what is found."""
        words = search_words(words_after(message_of(update)))
        if words:
            await self._show_found(turn, words)
            return
        page = await self._service.browsing.browse(turn.person.id, Shelf.HOT, 0)
        await self._desk.say(turn, page_screen(page, turn.texts))

    async def browse_pressed(self, press: Press, button: Browse) -> None:
        """Another shelf or page: in place in the browser, below the card elsewhere."""
        browse = self._service.browsing.browse
        page = await browse(press.person_id, button.shelf, button.page, button.words)
        screen = page_screen(page, press.texts)
        card = await self._service.drafting.open_card(press.person_id, press.turn.place)
        if card and card.message_id == press.message_id:
            await together(press.answer(), self._say(press, screen))
        else:
            await press.show(screen)

    async def _say(self, press: Press, screen: Screen) -> None:
        await self._desk.say(press.turn, screen)

    async def ask_words(self, press: Press, _: AskEffectWords) -> None:
        """*Search*: the next words look for an effect."""
        asking = Asking(ask=Ask.SEARCH)
        await self._service.drafting.ask(press.person_id, press.turn.place, asking)
        await together(press.answer(), self._desk.tell(press.turn, "effects-ask-words"))

    async def found(self, update: Update, turn: Turn, _: str) -> None:
        """The words to look for."""
        words = search_words(words_of(message_of(update)))
        await self._service.drafting.ask(turn.person.id, turn.place, None)
        await self._show_found(turn, words)

    async def _show_found(self, turn: Turn, words: str) -> None:
        page = await self._service.browsing.browse(turn.person.id, Shelf.ALL, 0, words)
        await self._desk.say(turn, page_screen(page, turn.texts))

    async def preview(self, press: Press, button: ShowEffect) -> None:
        """One effect, moving."""
        effect = await self._service.browsing.effect(button.effect)
        starred = await self._service.browsing.is_starred(press.person_id, effect.id)
        screen = effect_screen(effect, self._link(effect.id), press.texts, starred=starred)
        await together(press.answer(), self._say(press, screen))

    async def star(self, press: Press, button: StarEffect) -> None:
        """☆ and ⭐: onto the favourites, or off them."""
        effect = await self._service.browsing.star(
            press.person_id, button.effect, starred=button.starred
        )
        keys = effect_keys(effect, self._link(effect.id), press.texts, starred=button.starred)
        change = self._desk.messenger.change_keys(press.turn.place.chat_id, press.message_id, keys)
        toast = "toast-starred" if button.starred else "toast-unstarred"
        await together(press.answer(toast), change)

    def _link(self, effect_id: EffectId) -> str:
        return self._desk.link(link_payload(effect_id))

    async def close_preview(self, press: Press, _: ClosePreview) -> None:
        """Take the preview away; the list is right above."""
        delete = self._desk.messenger.delete(press.turn.place.chat_id, press.message_id)
        await together(press.answer(), delete)

    async def use(self, press: Press, button: UseEffect) -> None:
        """The effect goes into the draft, whose card comes to the bottom of the chat."""
        await self.open(press.turn, button.effect)

    async def open(self, turn: Turn, effect_id: EffectId) -> None:
        """The draft with this effect, at the bottom of the chat. Raises EffectGone."""
        card = await self._service.drafting.pick_effect(turn.person.id, turn.place, effect_id)
        await self._desk.bring_card_down(turn, card)
