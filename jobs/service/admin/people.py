"""People, as those who run the bot look after them: looked up, given credits and limits, written to."""

import asyncio
from collections.abc import Sequence

from jobs.admin.directory import Listing, PeoplePage, PersonView
from jobs.errors import NoSuchPerson
from jobs.history import JobPage
from jobs.ids import Actor, ChatId, MessageId, PersonId, PlanId, UpdateId
from jobs.paging import turn_to
from jobs.people import Limit, Person
from jobs.plans import Plan
from jobs.ports import Store
from jobs.quotas import Balance, Granted
from jobs.roles import Right
from jobs.service.guard import Guard
from jobs.service.history import JOBS_PER_PAGE

PEOPLE_PER_PAGE = 8
FOUND_AT_ONCE = 10
LONGEST_NUMBER = 16  # digits: Telegram's ids have 52 bits at most


class AdminPeople:
    """Everything about other people."""

    def __init__(self, store: Store, guard: Guard, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._wake = wake

    async def find(self, by: Actor, who: str) -> Person:
        """A person by numeric id or @username. Raises NoSuchPerson."""
        await self._guard.require(by, Right.SEE)
        number = _number(who)
        if number is not None:
            return await self._store.people.get(number)
        return await self._store.people.find(who.removeprefix("@"))

    async def search(self, by: Actor, words: str) -> Sequence[Person]:
        """Whoever is meant by a number, a @username, or the beginning of a name."""
        await self._guard.require(by, Right.SEE)
        try:
            return [await self.find(by, words.strip())]
        except NoSuchPerson:
            return await self._store.directory.search(words.removeprefix("@"), FOUND_AT_ONCE)

    async def page(self, by: Actor, listing: Listing, page: int) -> PeoplePage:
        """A page of people, in some order."""
        await self._guard.require(by, Right.SEE)
        directory = self._store.directory
        leaf = await turn_to(
            page,
            PEOPLE_PER_PAGE,
            lambda offset, limit: directory.page(listing, offset=offset, limit=limit),
        )
        return PeoplePage(listing, leaf.page, leaf.rows, leaf.more, await directory.count())

    async def view(self, by: Actor, person_id: PersonId) -> PersonView:
        """Everything about one person. Raises NoSuchPerson."""
        await self._guard.require(by, Right.SEE)
        return await self._store.directory.view(person_id)

    async def jobs(self, by: Actor, person_id: PersonId, page: int) -> JobPage:
        """Somebody's jobs, newest first."""
        await self._guard.require(by, Right.SEE)
        history = self._store.history
        leaf = await turn_to(
            page,
            JOBS_PER_PAGE,
            lambda offset, limit: history.page(person_id, offset=offset, limit=limit),
        )
        return JobPage(leaf.page, leaf.rows, leaf.more)

    async def write_to(
        self,
        by: PersonId,
        person_id: PersonId,
        chat_id: ChatId,
        message_id: MessageId,
        *,
        update_id: UpdateId,
        goes_on: bool = False,
    ) -> Person:
        """A copy of a message goes to somebody; the same update never counts twice. Raises NoSuchPerson."""
        await self._guard.require(by, Right.MESSAGE)
        await self._store.directory.write_to(
            person_id, chat_id, message_id, by=by, update_id=update_id, goes_on=goes_on
        )
        self._wake.set()
        return await self._store.people.get(person_id)

    async def grant(
        self, by: Actor, person_id: PersonId, credits: int, *, operation: str, note: str
    ) -> Granted:
        """Give credits (below 0: take), once per operation. Raises NoSuchPerson, GrantTooLarge."""
        await self._guard.require(by, Right.GRANT)
        granted = await self._store.people.grant(
            person_id, credits, by=by, operation=f"grant:{operation}", note=note
        )
        self._wake.set()
        return granted

    async def plans(self, by: Actor) -> Sequence[Plan]:
        """Every plan that somebody could be in."""
        await self._guard.require(by, Right.PEOPLE)
        return await self._store.plans.all()

    async def give_plan(self, by: Actor, person_id: PersonId, plan_id: PlanId | None) -> None:
        """Put somebody into a plan, or (None) into none. Raises NoSuchPerson, NoSuchPlan."""
        await self._guard.require(by, Right.PEOPLE)
        name = None if plan_id is None else (await self._store.plans.get(plan_id)).name
        await self._store.plans.give(person_id, name, by=by)

    async def set_limit(
        self, by: Actor, person_id: PersonId, limit: Limit, value: int | None
    ) -> Balance:
        """A limit for one person; None goes back to everybody's."""
        await self._guard.require(by, Right.PEOPLE)
        return await self._store.people.set_limit(person_id, limit, value, by=by)


def _number(who: str) -> PersonId | None:
    """A number that Telegram may have given to somebody."""
    if not who.isascii() or not who.isdecimal() or len(who) > LONGEST_NUMBER:
        return None
    return PersonId(int(who))
