"""What one person may spend and use, whatever their plan says: from their page, or with /limit."""

from collections.abc import Sequence

from telegram import Update

from handlers.admin.words import FEATURES, arguments, person_meant, values_of, whole
from handlers.chat.buttons import AllowAsPlan, AskLimit, OpenAllowed, OpenLimits, ToggleAllowed
from handlers.chat.limit_screens import allowed_screen, limits_menu, limits_screen
from handlers.chat.person_screens import ask_screen
from handlers.turn import Desk, Press, Turn, message_of
from jobs.admin.errands import Errand
from jobs.capabilities import Feature
from jobs.ids import PersonId
from jobs.people import Limit, Person

WORD_FOR_DEFAULT = "default"


class PersonLimits:
    """The handlers around somebody's limits."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._people = desk.service.admin.people
        self._plans = desk.service.admin.plans

    async def limit(self, update: Update, turn: Turn) -> None:
        """/limit @name daily 500, /limit @name models v5,v5.6"""
        match arguments(update):
            case [who, which, value] if which in tuple(Limit) and _is_limit(value):
                person = await person_meant(self._desk, turn, who)
                if person:
                    await self._limit(turn, person, Limit(which), value)
            case [who, which, value] if which in FEATURES:
                person = await person_meant(self._desk, turn, who)
                if person:
                    await self._allow(turn, person, FEATURES[which], value)
            case _:
                await self._desk.tell(turn, "admin-limit-usage")

    async def open(self, press: Press, button: OpenLimits) -> None:
        """Which one?"""
        view = await self._people.view(press.person_id, button.person)
        await press.show(limits_menu(view, press.texts))

    # numbers

    async def ask(self, press: Press, button: AskLimit) -> None:
        """How much?"""
        person = (await self._people.view(press.person_id, button.person)).person
        detail = f"{person.id}:{button.limit}"
        await self._desk.service.admin.errands.begin(press.person_id, Errand.LIMIT, detail)
        await press.show(ask_screen(f"errand-{Errand.LIMIT}", person, press.texts))

    async def typed(self, update: Update, turn: Turn, detail: str) -> bool:
        """500, or default"""
        number, _, limit = detail.partition(":")
        value = (message_of(update).text or "").strip().lower()
        if not _is_limit(value):
            await self._desk.tell(turn, "errand-limit-again")
            return False
        person = (await self._people.view(turn.person.id, PersonId(int(number)))).person
        await self._limit(turn, person, Limit(limit), value)
        return True

    async def _limit(self, turn: Turn, person: Person, limit: Limit, value: str) -> None:
        number = None if value == WORD_FOR_DEFAULT else whole(value)
        balance = await self._people.set_limit(turn.person.id, person.id, limit, number)
        await self._desk.say(turn, limits_screen(person, balance, turn.texts))

    # features

    async def open_allowed(self, press: Press, button: OpenAllowed) -> None:
        """What they may use of a feature."""
        await self._show(press, button.person, button.feature)

    async def toggle(self, press: Press, button: ToggleAllowed) -> None:
        """They may use it, or not any more."""
        feature = button.feature
        view = await self._people.view(press.person_id, button.person)
        known = await self._known(press, feature)
        values = view.balance.limits.toggled(feature, button.value, known)
        await self._plans.set_allowed(press.person_id, button.person, feature, values)
        await self._show(press, button.person, feature)

    async def as_plan(self, press: Press, button: AllowAsPlan) -> None:
        """What their plan says."""
        await self._plans.set_allowed(press.person_id, button.person, button.feature, None)
        await self._show(press, button.person, button.feature)

    async def _allow(self, turn: Turn, person: Person, feature: Feature, value: str) -> None:
        values = None if value == WORD_FOR_DEFAULT else values_of(value)
        balance = await self._plans.set_allowed(turn.person.id, person.id, feature, values)
        await self._desk.say(turn, limits_screen(person, balance, turn.texts))

    async def _show(self, press: Press, person_id: PersonId, feature: Feature) -> None:
        view = await self._people.view(press.person_id, person_id)
        known = await self._known(press, feature)
        await press.show(allowed_screen(view, feature, known, press.texts))

    async def _known(self, press: Press, feature: Feature) -> Sequence[str]:
        return await self._plans.known(press.person_id, feature)


def _is_limit(value: str) -> bool:
    number = whole(value)
    return value == WORD_FOR_DEFAULT or (number is not None and number >= 0)
