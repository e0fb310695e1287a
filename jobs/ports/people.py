"""People, as the store keeps them."""

from typing import Protocol

from jobs.capabilities import Mode, Options
from jobs.habits import Question
from jobs.ids import EffectId, PersonId
from jobs.people import Access, Limit, Person, Profile
from jobs.quotas import Balance, Granted


class People(Protocol):
    """People, their access and their credits."""

    async def meet(self, profile: Profile, came_by: str | None = None) -> Person:
        """Remember what Telegram says about a person now (writes only what changed); they are reachable.

        `came_by`: the link of their message; of somebody new it is remembered.
        """

    async def get(self, person_id: PersonId) -> Person:
        """Raises NoSuchPerson."""

    async def find(self, username: str) -> Person:
        """By username without '@', any case. Raises NoSuchPerson."""

    async def ask_access(self, person_id: PersonId) -> bool:
        """NEW becomes ASKED, and owners and admins are told. False: it was asked before."""

    async def decide_access(
        self,
        person_id: PersonId,
        access: Access,
        *,
        by: PersonId | None,
        only_undecided: bool = False,
    ) -> bool:
        """An admin's decision, and the person is told. False: nothing changed. Raises NoSuchPerson.

        `only_undecided`: what somebody has decided before stands.
        """

    async def unreachable(self, person_id: PersonId) -> None:
        """They blocked the bot."""

    async def wish_effect(self, person_id: PersonId, effect_id: EffectId) -> None:
        """Somebody came for this effect before they were let in: the decision tells of it."""

    async def take_wish(self, person_id: PersonId) -> EffectId | None:
        """The effect that they came for, once."""

    async def set_defaults(self, person_id: PersonId, defaults: Options) -> Person:
        """What new drafts start from."""

    async def set_language(self, person_id: PersonId, language: str | None) -> Person:
        """The language to speak to them; None: Telegram's. Raises NoSuchPerson."""

    async def forget_habits(self, person_id: PersonId) -> None:
        """What could mean several things is asked again."""

    async def set_habit(self, person_id: PersonId, question: Question, mode: Mode) -> None:
        """What the person means by something that could mean several things."""

    async def set_speaker(self, person_id: PersonId, speaker_id: str) -> None:
        """Who reads the person's words out from now on."""

    async def balance(self, person_id: PersonId) -> Balance:
        """What the person may still spend. Same cost with ten entries or ten million."""

    async def grant(
        self, person_id: PersonId, credits: int, *, by: PersonId | None, operation: str, note: str
    ) -> Granted:
        """Give (or, below 0, take) credits once per `operation`, and tell the person. Raises
        NoSuchPerson, NotYourRole and GrantTooLarge (a supporter takes some, or gives too much a day)."""

    async def set_limit(
        self, person_id: PersonId, limit: Limit, value: int | None, *, by: PersonId | None
    ) -> Balance:
        """A limit of the person's own; None goes back to the default. Raises NoSuchPerson."""
