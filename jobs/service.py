"""The use cases: everything that a person or an admin can ask of the bot, one method each.

A method is called by a handler, changes the store in one transaction, wakes the worker where there
is something to do, and returns what the screen needs. It raises `jobs.errors.CoreError`.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jobs import drafts
from jobs.capabilities import Field, Options, Value, set_option, subject_of
from jobs.drafts import Draft
from jobs.effects import Effect, Shelf
from jobs.errors import NotAChoice, NotAnAdmin, TooLate
from jobs.ids import ChatId, DraftId, EffectId, JobId, MessageId, PersonId, Place, UpdateId
from jobs.lifecycle import FetchedAgain, GivenUp, Job, State
from jobs.outbox import Alert, Trouble
from jobs.people import Access, AccessPolicy, Limit, Person, Profile
from jobs.ports import Card, JobView, Store
from jobs.quotas import Balance
from jobs.requests import Picture

EFFECTS_PER_PAGE = 8
JOBS_PER_PAGE = 6


@dataclass(frozen=True, slots=True)
class Rules:
    """Who may do what."""

    access: AccessPolicy
    admins: frozenset[PersonId]


@dataclass(frozen=True, slots=True)
class EffectPage:
    """One page of a shelf. `page` counts from 0."""

    shelf: Shelf
    words: str
    page: int
    effects: Sequence[Effect]
    total: int

    @property
    def pages(self) -> int:
        return max(-(-self.total // EFFECTS_PER_PAGE), 1)


@dataclass(frozen=True, slots=True)
class JobPage:
    """One page of a person's jobs, newest first. `page` counts from 0."""

    page: int
    jobs: Sequence[Job]
    more: bool


class Service:
    """What people can ask for."""

    def __init__(self, store: Store, rules: Rules, wake: asyncio.Event) -> None:
        self._store = store
        self._rules = rules
        self._wake = wake

    # who may come in

    async def meet(self, profile: Profile) -> Person:
        """Somebody wrote: remember what Telegram says about them."""
        return await self._store.people.meet(profile)

    async def gone(self, person_id: PersonId) -> None:
        """They blocked the bot: nothing is sent until they write again."""
        await self._store.people.unreachable(person_id)

    def is_admin(self, person_id: PersonId) -> bool:
        """Whether the person is one of `ADMIN_IDS`."""
        return person_id in self._rules.admins

    def may_use(self, person: Person) -> bool:
        """Whether the person may make videos now."""
        return self.is_admin(person.id) or person.access is Access.ALLOWED

    @property
    def takes_requests(self) -> bool:
        """Whether a newcomer's wish to use the bot is passed on to the admins."""
        return self._rules.access is AccessPolicy.APPROVAL

    async def ask_access(self, person_id: PersonId) -> bool:
        """A newcomer asks to be let in; False where they had asked already."""
        asked = await self._store.people.ask_access(person_id, self._rules.admins)
        self._wake.set()
        return asked

    async def decide_access(
        self, admin_id: PersonId, person_id: PersonId, *, allow: bool
    ) -> tuple[Person, bool]:
        """An admin lets somebody in or refuses them; returns the person and whether that was news."""
        self.require_admin(admin_id)
        access = Access.ALLOWED if allow else Access.REFUSED
        news = await self._store.people.decide_access(person_id, access)
        self._wake.set()
        return await self._store.people.get(person_id), news

    # writing a draft

    async def begin(self, person_id: PersonId, place: Place) -> tuple[Card, Card | None]:
        """A fresh, empty draft; the one that it replaces comes second."""
        person = await self._store.people.get(person_id)
        return await self._store.drafts.open(person_id, place, drafts.fitted(person.defaults))

    async def write(
        self, person_id: PersonId, place: Place, words: str, message_id: MessageId
    ) -> Card:
        """Words become the prompt of the open draft, or begin one. Raises EmptyPrompt, PromptTooLong."""
        return await self._store.drafts.grow(
            person_id, place, lambda draft: drafts.with_prompt(draft, words, message_id)
        )

    async def rewrite(
        self, person_id: PersonId, place: Place, words: str, message_id: MessageId
    ) -> Card | None:
        """The message behind the open draft's prompt, or one of its pictures' captions, was edited.

        None where it was another message.
        """
        card = await self._store.drafts.current(person_id, place)
        if card is None or message_id not in drafts.messages_of(card.draft):
            return None
        return await self.write(person_id, place, words, message_id)

    async def add_picture(
        self, person_id: PersonId, place: Place, picture: Picture, caption: str = ""
    ) -> Card:
        """A picture, and with it perhaps the prompt, joins the open draft, or begins one."""

        def change(draft: Draft) -> Draft:
            grown = drafts.with_picture(draft, picture)
            if not drafts.has_words(caption):
                return grown
            return drafts.with_prompt(grown, caption, picture.message_id)

        return await self._store.drafts.grow(person_id, place, change)

    async def choose(
        self, draft_id: DraftId, person_id: PersonId, field: Field, value: Value
    ) -> Card:
        """One option of the draft."""
        return await self._change(
            draft_id, person_id, lambda draft: drafts.with_option(draft, field, value)
        )

    async def pick_effect(self, person_id: PersonId, place: Place, effect_id: EffectId) -> Card:
        """The open draft, or a new one, plays this effect."""
        effect = await self._store.effects.get(effect_id)
        return await self._store.drafts.grow(
            person_id, place, lambda draft: drafts.with_effect(draft, effect)
        )

    async def drop_effect(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft becomes a plain video again."""
        return await self._change(draft_id, person_id, drafts.without_effect)

    async def swap(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft's pictures change places."""
        return await self._change(draft_id, person_id, drafts.swapped)

    async def drop_pictures(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft goes on without its pictures."""
        return await self._change(draft_id, person_id, drafts.without_pictures)

    async def _change(
        self, draft_id: DraftId, person_id: PersonId, change: Callable[[Draft], Draft]
    ) -> Card:
        return await self._store.drafts.change(draft_id, person_id, change)

    async def card(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft of a button."""
        return await self._store.drafts.get(draft_id, person_id)

    async def open_card(self, person_id: PersonId, place: Place) -> Card | None:
        """The draft that is open here, if any."""
        return await self._store.drafts.current(person_id, place)

    async def shown(self, draft_id: DraftId, message_id: MessageId) -> None:
        """The draft's card is this message."""
        await self._store.drafts.shown(draft_id, message_id)

    async def drop(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft is not wanted any more."""
        return await self._store.drafts.drop(draft_id, person_id)

    # effects

    async def browse(self, shelf: Shelf, page: int, words: str = "") -> EffectPage:
        """A page of effects; a page beyond the end gives the last one."""
        effects, total = await self._store.effects.page(
            shelf, words=words, offset=page * EFFECTS_PER_PAGE, limit=EFFECTS_PER_PAGE
        )
        found = EffectPage(shelf, words, page, effects, total)
        return found if page < found.pages else await self.browse(shelf, found.pages - 1, words)

    async def effect(self, effect_id: EffectId) -> Effect:
        """Raises EffectGone."""
        return await self._store.effects.get(effect_id)

    async def search(self, person_id: PersonId, place: Place, *, on: bool) -> Card:
        """Whether the person's next words look for an effect."""
        return await self._store.drafts.search(person_id, place, on=on)

    # jobs

    async def generate(self, draft_id: DraftId, person_id: PersonId) -> JobView:
        """*Generate*: the draft becomes a job."""
        view = await self._store.jobs.start(draft_id, person_id)
        self._wake.set()
        return view

    async def again(
        self, job_id: JobId, person_id: PersonId, place: Place, update_id: UpdateId
    ) -> JobView:
        """*Again*: the same once more."""
        view = await self._store.jobs.start_again(job_id, person_id, place, update_id)
        self._wake.set()
        return view

    async def change_job(
        self, job_id: JobId, person_id: PersonId, place: Place
    ) -> tuple[Card, Card | None]:
        """*Change*: a new draft filled in with an old job; a draft that it replaces comes second."""
        job = await self._store.jobs.own(job_id, person_id)
        return await self._store.drafts.open(person_id, place, drafts.draft_of(job.request))

    async def cancel(self, job_id: JobId, person_id: PersonId) -> Job:
        """*Cancel*: credits come back while it waits; once it renders they stay spent. Raises TooLate."""
        return await self._store.jobs.cancel(job_id, person_id)

    async def job(self, job_id: JobId, person_id: PersonId) -> Job:
        """One of the person's own jobs."""
        return await self._store.jobs.own(job_id, person_id)

    async def fetch_again(self, job_id: JobId, person_id: PersonId) -> Job:
        """A result that could not be delivered is sent once more. Raises TooLate where there is none."""
        job = await self._store.jobs.own(job_id, person_id)
        if job.state is not State.UNDELIVERABLE:
            raise TooLate
        fetched = await self._store.jobs.apply(job_id, FetchedAgain())
        self._wake.set()
        return fetched or job

    async def history(self, person_id: PersonId, page: int) -> JobPage:
        """The person's jobs, newest first."""
        found = await self._store.jobs.page(
            person_id, offset=page * JOBS_PER_PAGE, limit=JOBS_PER_PAGE + 1
        )
        return JobPage(page, found[:JOBS_PER_PAGE], more=len(found) > JOBS_PER_PAGE)

    # credits and settings

    async def balance(self, person_id: PersonId) -> Balance:
        """What the person may still spend."""
        return await self._store.people.balance(person_id)

    async def set_default(self, person_id: PersonId, field: Field, value: Value) -> Options:
        """What the person's new drafts start from. Raises NotAChoice."""
        person = await self._store.people.get(person_id)
        options = set_option(subject_of(0), person.defaults, field, value)
        if options is None:
            raise NotAChoice
        return (await self._store.people.set_defaults(person_id, options)).defaults

    # admins

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
        return await self._store.people.set_limit(person_id, limit, value)

    async def give_up(self, admin_id: PersonId, job_id: JobId) -> Job | None:
        """An admin ends the search for an unconfirmed job; its credits go back. None: not unconfirmed."""
        self.require_admin(admin_id)
        job = await self._store.jobs.apply(job_id, GivenUp())
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
        if not self.is_admin(person_id):
            raise NotAnAdmin
