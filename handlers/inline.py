"""Inline mode: somebody types the bot's name in any chat, and finds effects and their own videos."""

from telegram import InlineQueryResultsButton, Update

from handlers.chat.inline_results import Offered
from handlers.turn import Desk, Turn, profile_of
from jobs.errors import NoSuchPerson
from jobs.ids import PersonId

FURTHEST = 10_000  # no page begins after so many results
REMEMBERED = 5  # seconds: what somebody stars or makes is found soon after
REMEMBERED_FOR_STRANGERS = 300
BUTTON_LEADS_TO = "inline"


class InlineMode:
    """The handler of what is typed after the bot's name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._service = desk.service

    async def find(self, update: Update, turn: Turn) -> None:
        """One page. Whoever may not use the bot sees effects, and a key that leads to it."""
        query = update.inline_query
        assert query is not None
        person_id = await self._who(update)
        words = " ".join(query.query.split())
        finds = await self._service.inline.find(person_id, words, offset_of(query.offset))
        offered = Offered(turn.texts, self._desk.link)
        await self._desk.messenger.answer_typing(
            query.id,
            offered.videos(finds.videos),
            offered.effects(finds.effects),
            following=str(finds.following or ""),
            button=self._button(turn, person_id, found=bool(finds.videos or finds.effects)),
            remember=REMEMBERED if person_id else REMEMBERED_FOR_STRANGERS,
        )

    async def _who(self, update: Update) -> PersonId | None:
        """Somebody who may use the bot. Typing its name makes nobody known to it."""
        profile = profile_of(update)
        assert profile is not None
        try:
            person = await self._service.door.known(profile.id)
        except NoSuchPerson:
            return None
        return person.id if self._service.door.may_use(person) else None

    def _button(
        self, turn: Turn, person_id: PersonId | None, *, found: bool
    ) -> InlineQueryResultsButton | None:
        if person_id and found:
            return None
        text_id = "inline-start" if found else "inline-nothing"
        return InlineQueryResultsButton(turn.texts.plain(text_id), start_parameter=BUTTON_LEADS_TO)


def offset_of(written: str) -> int:
    """Where the page begins: our own number, which comes back as it was given."""
    return min(int(written), FURTHEST) if written.isascii() and written.isdecimal() else 0
