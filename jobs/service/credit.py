"""What a person may spend, and what their new videos start with."""

from jobs.capabilities import Field, Mode, Options, Subject, Value
from jobs.drafts import blank
from jobs.errors import NotAChoice
from jobs.ids import PersonId
from jobs.people import Person
from jobs.ports import Store
from jobs.quotas import Balance


class Credit:
    """A person's own matters."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def balance(self, person_id: PersonId) -> Balance:
        """What the person may still spend."""
        return await self._store.people.balance(person_id)

    async def set_default(self, person_id: PersonId, field: Field, value: Value) -> Options:
        """What the person's new drafts start from. Raises NotAChoice."""
        person = await self._store.people.get(person_id)
        offer = await self._store.offer()
        options = offer.set_option(
            Subject(Mode.TEXT), blank(person.defaults, offer).options, field, value
        )
        if options is None:
            raise NotAChoice
        return (await self._store.people.set_defaults(person_id, options)).defaults

    async def choose_language(self, person_id: PersonId, language: str | None) -> Person:
        """The language that the bot speaks to the person; None: as Telegram says."""
        return await self._store.people.set_language(person_id, language)
