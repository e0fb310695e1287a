"""What admins do, and what they are told. Everybody else is refused."""

import asyncio

from jobs.errors import NotAnAdmin
from jobs.ids import ChatId, JobId, PersonId, Place, UpdateId
from jobs.lifecycle import Job
from jobs.outbox import Alert, Trouble
from jobs.people import Access, Limit, Person
from jobs.ports import Store
from jobs.quotas import Balance
from jobs.service.rules import Rules


class Admin:
    """Every method raises NotAnAdmin for those who are none."""

    def __init__(self, store: Store, rules: Rules, wake: asyncio.Event) -> None:
        self._store = store
        self._rules = rules
        self._wake = wake

    async def decide_access(
        self, admin_id: PersonId, person_id: PersonId, *, allow: bool
    ) -> tuple[Person, bool]:
        """An admin lets somebody in or refuses them; returns the person and whether that was news."""
        self.require_admin(admin_id)
        access = Access.ALLOWED if allow else Access.REFUSED
        news = await self._store.people.decide_access(person_id, access, by=admin_id)
        self._wake.set()
        return await self._store.people.get(person_id), news

    async def find_person(self, admin_id: PersonId, who: str) -> Person:
        """A person by numeric id or @username. Raises NotAnAdmin, NoSuchPerson."""
        self.require_admin(admin_id)
        if who.lstrip("-").isdecimal():
            return await self._store.people.get(PersonId(int(who)))
        return await self._store.people.find(who.removeprefix("@"))

    async def grant(
        self,
        admin_id: PersonId,
        person_id: PersonId,
        credits: int,
        *,
        update_id: UpdateId,
        note: str,
    ) -> Balance:
        """Give credits (below 0: take); the same update never counts twice."""
        self.require_admin(admin_id)
        operation = f"grant:{update_id}"
        balance = await self._store.people.grant(
            person_id, credits, by=admin_id, operation=operation, note=note
        )
        self._wake.set()
        return balance

    async def set_limit(
        self, admin_id: PersonId, person_id: PersonId, limit: Limit, value: int | None
    ) -> Balance:
        """A limit for one person; None goes back to everybody's."""
        self.require_admin(admin_id)
        return await self._store.people.set_limit(person_id, limit, value, by=admin_id)

    async def give_up(self, admin_id: PersonId, job_id: JobId) -> Job | None:
        """An admin ends the search for an unconfirmed job; its credits go back. None: not unconfirmed."""
        self.require_admin(admin_id)
        job = await self._store.jobs.give_up(job_id, by=admin_id)
        self._wake.set()
        return job

    async def report_bug(self, number: str) -> None:
        """Something broke while somebody was being served: the admins are told its number."""
        alert = Alert(trouble=Trouble.BUG, detail=number)
        for admin in self._rules.admins:
            await self._store.outbox.owe(f"bug:{number}:{admin}", Place(ChatId(admin)), alert)
        self._wake.set()

    def require_admin(self, person_id: PersonId) -> None:
        """Raises NotAnAdmin."""
        if person_id not in self._rules.admins:
            raise NotAnAdmin
