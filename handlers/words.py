"""Words come in: they answer what the bot asked, and are the prompt otherwise."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Message, Update
from telegram.constants import MessageLimit

from handlers.addressed import words_after, words_of
from handlers.recently import Recently
from handlers.turn import Desk, Turn, message_of
from jobs.asking import Ask
from jobs.errors import PromptTooLong
from jobs.ids import MessageId

Answer = Callable[[Update, Turn, str], Awaitable[None]]
LONGEST_WORD = 100  # apps cut between words: a cut message may be so much shorter than the limit


class Words:
    """The handlers of what somebody writes."""

    def __init__(self, desk: Desk, answers: Mapping[Ask, Answer], cut: Recently) -> None:
        """`answers`: who takes the answer to which question. `cut`: who sent what Telegram's app cut."""
        self._desk = desk
        self._drafting = desk.service.drafting
        self._answers = answers
        self._cut = cut

    async def said(self, update: Update, turn: Turn) -> None:
        """What was asked stands in the draft row, so a restart does not show, and somebody may be asked
        in one topic of a group and write a prompt in another."""
        card = await self._drafting.open_card(turn.person.id, turn.place)
        asking = card.asking if card else None
        answer = self._answers.get(asking.ask) if asking else None
        if asking and answer:
            await answer(update, turn, asking.detail)
        elif not await self._about_result(message_of(update), turn):
            await self._prompt(message_of(update), turn)

    async def _about_result(self, message: Message, turn: Turn) -> bool:
        """Words in answer to a picture that was made here are about that one."""
        answered = message.reply_to_message
        if answered is None or not answered.photo:
            return False
        message_id = MessageId(message.message_id)
        replied = await self._desk.service.arranging.reply(
            turn.person.id,
            turn.place,
            MessageId(answered.message_id),
            words_of(message),
            message_id,
        )
        if replied is None:
            return False
        card, replaced = replied
        await self._desk.close_card(turn, replaced, "card-replaced")
        await self._desk.show_card(turn, card, after=message_id)
        return True

    async def _prompt(self, message: Message, turn: Turn) -> None:
        message_id = MessageId(message.message_id)
        if self._cut.is_recent(turn, message.date):
            self._note_cut(turn, message)
            return
        try:
            card = await self._drafting.write(
                turn.person.id,
                turn.place,
                words_of(message),
                message_id,
                sent_at=message.date,
                is_cut=fills_a_message(message),
            )
        except PromptTooLong:
            self._note_cut(turn, message)
            raise
        await self._desk.show_card(turn, card, after=message_id)

    def _note_cut(self, turn: Turn, message: Message) -> None:
        """Telegram's apps cut what is longer than a message. Where a piece is refused as too long, the
        rest must not become a prompt of its own."""
        if fills_a_message(message):
            self._cut.note(turn, message.date)

    async def edited(self, update: Update, turn: Turn) -> None:
        """An edit of the words behind the open draft goes into it; any other is too late."""
        message = message_of(update)
        message_id = MessageId(message.message_id)
        words = words_of(message)
        if words.startswith("/"):  # what was behind a command is still behind it
            words = words_after(message)
        card = await self._drafting.rewrite(turn.person.id, turn.place, words, message_id)
        if card:
            await self._desk.show_card(turn, card)
        else:
            await self._desk.tell(turn, "edit-too-late")


def fills_a_message(message: Message) -> bool:
    """Whether there may have been more, which comes in a message of its own."""
    return len(message.text or "") > MessageLimit.MAX_TEXT_LENGTH - LONGEST_WORD
