"""The card's keys: they change what the draft says, and *Generate* makes a job of it."""

from telegram import Update

from handlers.addressed import words_after
from handlers.chat.buttons import (
    Choose,
    ChooseWay,
    DropDraft,
    DropEffect,
    DropPictures,
    DropSeed,
    Generate,
    GenerateTakes,
    NewDraft,
    NewStill,
    OpenField,
    OpenWays,
    ShowCard,
    SwapPictures,
)
from handlers.chat.card import (
    RARE,
    card_screen,
    choices_screen,
    has_sound_screen,
    more_screen,
    sound_screen,
    ways_screen,
)
from handlers.chat.job_screens import status_screen
from handlers.chat.screens import Screen
from handlers.recently import Recently
from handlers.turn import Desk, Press, Turn, message_of, together
from jobs.capabilities import Field
from jobs.ids import DraftId, MessageId
from jobs.ports import Card, Clock


class CardKeys:
    """The handlers of the card from its first showing to the job."""

    def __init__(self, desk: Desk, clock: Clock, cut: Recently) -> None:
        self._desk = desk
        self._service = desk.service
        self._clock = clock
        self._cut = cut

    # a new one

    async def new(self, update: Update, turn: Turn) -> None:
        """/new: an empty draft, or one of the words behind it."""
        message = message_of(update)
        words = words_after(message)
        await self._open_new(turn, (words, MessageId(message.message_id)) if words else None)

    async def new_pressed(self, press: Press, _: NewDraft) -> None:
        """*New video* under the greeting."""
        await together(press.answer(), self._open_new(press.turn))

    async def new_still(self, update: Update, turn: Turn) -> None:
        """/picture: a draft of a picture, perhaps with its words behind the command."""
        message = message_of(update)
        await self._open_still(turn, words_after(message), MessageId(message.message_id))

    async def new_still_pressed(self, press: Press, _: NewStill) -> None:
        """*New picture* under the greeting."""
        await together(press.answer(), self._open_still(press.turn, "", press.message_id))

    async def _open_still(self, turn: Turn, words: str, message_id: MessageId) -> None:
        self._cut.forget(turn)
        card, replaced = await self._service.drafting.begin_still(
            turn.person.id, turn.place, words, message_id
        )
        await self._desk.close_card(turn, replaced, "card-replaced")
        await self._desk.show_card(turn, card)

    async def _open_new(self, turn: Turn, wish: tuple[str, MessageId] | None = None) -> None:
        self._cut.forget(turn)
        card, replaced = await self._service.drafting.begin(turn.person.id, turn.place, wish)
        await self._desk.close_card(turn, replaced, "card-replaced")
        await self._desk.show_card(turn, card)

    # its options

    async def open_field(self, press: Press, button: OpenField) -> None:
        """Show the choices of one option."""
        card, prices = await self._service.drafting.choices(
            button.draft, press.person_id, button.field
        )
        await press.show(choices_screen(card, button.field, prices, press.texts))

    async def choose(self, press: Press, button: Choose) -> None:
        """Set one option, and stay on the screen that it was set on."""
        card = await self._service.drafting.choose(
            button.draft, press.person_id, button.field, button.value
        )
        screen = card_screen
        if button.field in RARE:
            screen = more_screen
        elif button.field is Field.SOUND and has_sound_screen(card):
            screen = sound_screen
        await press.show(screen(card, press.texts))

    async def show_card(self, press: Press, button: ShowCard) -> None:
        """Back to the card; what was asked is asked no more."""
        await self._show(press, await self._service.wording.close(button.draft, press.person_id))

    async def drop_seed(self, press: Press, button: DropSeed) -> None:
        """Chance falls anew."""
        await self._show(
            press, await self._service.drafting.drop_seed(button.draft, press.person_id)
        )

    # what it is made from

    async def swap(self, press: Press, button: SwapPictures) -> None:
        """The pictures change places, which the card does not show: the answer says it."""
        card = await self._service.arranging.swap(button.draft, press.person_id)
        await press.show(card_screen(card, press.texts), "toast-swapped")

    async def drop_pictures(self, press: Press, button: DropPictures) -> None:
        """Go on without the pictures."""
        await self._show(
            press, await self._service.arranging.drop_all(button.draft, press.person_id)
        )

    async def drop_effect(self, press: Press, button: DropEffect) -> None:
        """Go on without the effect."""
        await self._show(
            press, await self._service.drafting.drop_effect(button.draft, press.person_id)
        )

    async def choose_way(self, press: Press, button: ChooseWay) -> None:
        """What the pictures become."""
        card = await self._service.drafting.choose_way(button.draft, press.person_id, button.way)
        await self._show(press, card)

    async def open_ways(self, press: Press, button: OpenWays) -> None:
        """Show what the pictures could become."""
        card = await self._service.drafting.card(button.draft, press.person_id)
        await press.show(ways_screen(card, press.texts))

    async def _show(self, press: Press, card: Card) -> None:
        await press.show(card_screen(card, press.texts))

    # its end

    async def cancel(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/cancel: the open draft is dropped."""
        card = await self._service.drafting.open_card(turn.person.id, turn.place)
        if card is None:
            await self._desk.tell(turn, "nothing-to-cancel")
            return
        await self._service.drafting.drop(card.id, turn.person.id)
        tell = self._desk.tell(turn, "card-dropped")
        await together(self._desk.close_card(turn, card, "card-dropped"), tell)

    async def drop(self, press: Press, button: DropDraft) -> None:
        """*Cancel*: the draft is gone."""
        await self._service.drafting.drop(button.draft, press.person_id)
        await press.show(Screen(press.texts.html("card-dropped")))

    async def generate(self, press: Press, button: Generate) -> None:
        """*Generate*: the card becomes the job's status message."""
        await self._generate(press, button.draft, takes=1, shown=button.credits)

    async def generate_takes(self, press: Press, button: GenerateTakes) -> None:
        """Several takes: the card becomes the first one's status, the others have their own."""
        await self._generate(press, button.draft, takes=button.takes, shown=button.credits)

    async def _generate(self, press: Press, draft: DraftId, *, takes: int, shown: int) -> None:
        begun = await self._service.making.generate(
            draft, press.person_id, takes=takes, shown=shown
        )
        if isinstance(begun, Card):
            await press.show(card_screen(begun, press.texts), "toast-look-again")
        else:
            await press.show(status_screen(begun, self._clock.now(), press.texts), "toast-started")
