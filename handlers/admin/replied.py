"""The message that a command answers: it was not meant for a video, though it looked like it when it came."""

from handlers.turn import Desk, Turn
from jobs.drafts import messages_of
from jobs.ids import MessageId


async def forget_draft(desk: Desk, turn: Turn, *message_ids: MessageId) -> None:
    """The card that the message has opened, or the album, goes away."""
    drafting = desk.service.drafting
    card = await drafting.open_card(turn.person.id, turn.place)
    if card and set(message_ids) & set(messages_of(card.draft)):
        await drafting.drop(card.id, turn.person.id)
        if card.message_id is not None:
            await desk.messenger.delete(turn.place.chat_id, card.message_id)
