"""What a person may spend and has spent, and when more comes; what their new videos start with."""

from collections.abc import Sequence
from dataclasses import dataclass

from jobs.asking import Ask, Asking
from jobs.capabilities import Field, Mode, Subject, Value
from jobs.drafts import blank
from jobs.errors import NotAChoice
from jobs.ids import JobId, PersonId, Place
from jobs.lifecycle import Job
from jobs.paging import turn_to
from jobs.people import Person
from jobs.periods import Calendar
from jobs.ports import EntryLine, Store
from jobs.quotas import Balance, Pocket
from jobs.zones import UnknownZone, zone_named

LATELY = 5
LINES_PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class Quota:
    """What is left, where it ends, and what the latest jobs cost."""

    balance: Balance
    pockets: Sequence[Pocket]
    lately: Sequence[Job]
    shop_open: bool = False
    given_back: frozenset[JobId] = frozenset()  # by an admin, of the latest jobs


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """One page of a person's ledger, newest first. `page` counts from 0."""

    page: int
    lines: Sequence[EntryLine]
    more: bool
    calendar: Calendar


class Credit:
    """A person's own matters."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def balance(self, person_id: PersonId) -> Balance:
        """What the person may still spend."""
        return await self._store.people.balance(person_id)

    async def quota(self, person_id: PersonId) -> Quota:
        """The same in all detail."""
        lately = await self._store.history.page(person_id, offset=0, limit=LATELY)
        return Quota(
            await self.balance(person_id),
            await self._store.credits.pockets(person_id),
            lately,
            shop_open=(await self._store.settings.rules()).stars,
            given_back=await self._store.credits.given_back([job.id for job in lately]),
        )

    async def history(self, person_id: PersonId, page: int) -> LedgerPage:
        """Every change of the person's credits, newest first."""
        balance = await self.balance(person_id)
        credits = self._store.credits
        leaf = await turn_to(
            page,
            LINES_PER_PAGE,
            lambda offset, limit: credits.lines(person_id, offset=offset, limit=limit),
        )
        return LedgerPage(leaf.page, leaf.rows, leaf.more, balance.calendar)

    async def set_zone(self, person_id: PersonId, name: str | None) -> Balance:
        """Where the person lives; None: where the bot does. It renews nothing. Raises NotAChoice."""
        try:
            zone = zone_named(name).key if name is not None else None
        except UnknownZone:
            raise NotAChoice from None
        return await self._store.credits.set_zone(person_id, zone)

    async def ask_zone(self, person_id: PersonId, place: Place, *, on: bool) -> None:
        """Whether the person's next words say where they live."""
        asking = Asking(ask=Ask.ZONE) if on else None
        await self._store.drafts.ask(person_id, place, asking)

    async def set_default(self, person_id: PersonId, field: Field, value: Value) -> Person:
        """What the person's new drafts start from. Only what they chose is kept: what does not go with it,
        or is not theirs at the moment, is fitted when a draft begins, and comes back with the plan that
        has it. Raises NotAChoice."""
        person = await self._store.people.get(person_id)
        offer = await self._store.offer(person_id)
        options = offer.set_option(
            Subject(Mode.TEXT), blank(person.defaults, offer).options, field, value
        )
        if options is None:
            raise NotAChoice
        chosen = {field.value: getattr(options, field)}
        defaults = person.defaults.model_copy(update=chosen)
        return await self._store.people.set_defaults(person_id, defaults)

    async def forget_habits(self, person_id: PersonId) -> Person:
        """What pictures and videos are meant for is asked again."""
        await self._store.people.forget_habits(person_id)
        return await self._store.people.get(person_id)

    async def choose_language(self, person_id: PersonId, language: str | None) -> Person:
        """The language that the bot speaks to the person; None: as Telegram says."""
        return await self._store.people.set_language(person_id, language)
