"""Coming in: who somebody is, and whether they may use the bot."""

import asyncio

from jobs.ids import PersonId
from jobs.people import Access, AccessPolicy, Person, Profile
from jobs.ports import Store


class Door:
    """What happens before anything else."""

    def __init__(self, store: Store, wake: asyncio.Event) -> None:
        self._store = store
        self._wake = wake

    async def meet(self, profile: Profile) -> Person:
        """Somebody wrote: remember what Telegram says about them."""
        return await self._store.people.meet(profile)

    async def gone(self, person_id: PersonId) -> None:
        """They blocked the bot: nothing is sent until they write again."""
        await self._store.people.unreachable(person_id)

    def may_use(self, person: Person) -> bool:
        """Whether the person may make videos now."""
        return person.access is Access.ALLOWED

    async def takes_requests(self) -> bool:
        """Whether a newcomer's wish to use the bot is passed on to the admins."""
        return (await self._store.settings.rules()).access is AccessPolicy.APPROVAL

    async def ask_access(self, person_id: PersonId) -> bool:
        """A newcomer asks to be let in; False where they had asked already."""
        asked = await self._store.people.ask_access(person_id)
        self._wake.set()
        return asked
