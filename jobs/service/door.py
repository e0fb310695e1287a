"""Coming in: who somebody is, and whether they may use the bot."""

import asyncio

from jobs.errors import NoSuchPerson
from jobs.ids import ChatId, EffectId, MessageId, PersonId
from jobs.invites import FRIEND_LINK, INVITE_LINK, Arrival
from jobs.people import Access, AccessPolicy, Person, Profile
from jobs.ports import Clock, Store
from jobs.roles import Right, may


class Door:
    """What happens before anything else."""

    def __init__(self, store: Store, clock: Clock, wake: asyncio.Event) -> None:
        self._store = store
        self._clock = clock
        self._wake = wake

    async def meet(self, profile: Profile, link: str = "") -> Person:
        """Somebody wrote: remember what Telegram says about them, and of a newcomer by which link they came."""
        came_by = link if link.startswith((INVITE_LINK, FRIEND_LINK)) else None
        return await self._store.people.meet(profile, came_by)

    async def known(self, person_id: PersonId) -> Person:
        """Somebody who was met before. Raises NoSuchPerson."""
        return await self._store.people.get(person_id)

    async def language(self, profile: Profile) -> str | None:
        """What somebody reads who may never have been met: to type or press something makes nobody known."""
        try:
            return (await self._store.people.get(profile.id)).language
        except NoSuchPerson:
            return profile.language

    async def gone(self, person_id: PersonId) -> None:
        """They blocked the bot: nothing is sent until they write again."""
        await self._store.people.unreachable(person_id)

    def is_banned(self, person: Person) -> bool:
        """Whether they may not even ask."""
        return person.is_banned(self._clock.now())

    async def tell_banned(self, person_id: PersonId) -> bool:
        """Whether somebody banned is told so once more: once a day at most."""
        return await self._store.bans.tell(person_id)

    def may_use(self, person: Person) -> bool:
        """Whether the person may make videos now."""
        return person.access is Access.ALLOWED and not self.is_banned(person)

    async def policy(self) -> AccessPolicy:
        """Who may come in now."""
        return (await self._store.settings.rules()).access

    async def ask_access(self, person_id: PersonId) -> bool:
        """A newcomer asks to be let in; False where they had asked already."""
        asked = await self._store.people.ask_access(person_id)
        self._wake.set()
        return asked

    async def come_by(self, person: Person, link: str) -> tuple[Person, Arrival, int]:
        """Somebody came by a link: where it is an invitation, they may be in, with so many credits."""
        if not link.startswith(INVITE_LINK):
            return person, Arrival.NOTHING_NEW, 0
        token = link.removeprefix(INVITE_LINK)
        arrival, credits = await self._store.invites.use(person.id, token)
        if arrival is Arrival.JOINED:
            person = await self._store.people.get(person.id)
        return person, arrival, credits

    async def wish(self, person_id: PersonId, effect_id: EffectId) -> None:
        """Somebody who is not in yet followed a link to an effect: it waits for them."""
        await self._store.people.wish_effect(person_id, effect_id)

    async def take_wish(self, person_id: PersonId) -> EffectId | None:
        """The effect that waits for the person, once."""
        return await self._store.people.take_wish(person_id)

    async def friend_link(self, person_id: PersonId) -> tuple[str, int, int]:
        """What the person's link for friends carries, what both get for one, and how many came; 0: nothing."""
        credits = (await self._store.settings.rules()).referral_credits
        link = await self._store.friends.link(person_id)
        return link, credits, await self._store.friends.brought(person_id)

    # groups

    async def answers_in(self, group_id: ChatId) -> bool:
        """Whether the bot answers in this group."""
        return await self._store.groups.may_answer(group_id)

    async def keep_message(
        self, group_id: ChatId, message_id: MessageId, person_id: PersonId
    ) -> None:
        """The keys of this message are for the person whom it answers."""
        await self._store.groups.keep_message(group_id, message_id, person_id)

    async def may_press(self, group_id: ChatId, message_id: MessageId, person_id: PersonId) -> bool:
        """Whether somebody may press the keys of a message in a group."""
        owner = await self._store.groups.owner(group_id, message_id)
        return owner in (None, person_id)

    async def added_to(self, group_id: ChatId, title: str, profile: Profile) -> bool:
        """Somebody added the bot to a group. True: the group should hear that the bot may not answer yet.

        Where an admin does it, that is a yes.
        """
        if await self.answers_in(group_id):
            return False
        if may(await self._store.roles.of(profile.id), Right.PEOPLE):
            await self._store.groups.decide(group_id, allow=True, by=profile.id, title=title)
            self._wake.set()
            return False
        return await self.spoken_to_in(group_id, title, profile)

    async def spoken_to_in(self, group_id: ChatId, title: str, profile: Profile) -> bool:
        """Somebody speaks to the bot where it does not answer. True: say so, this once."""
        tell = await self._store.groups.ask(group_id, title, profile.first_name)
        self._wake.set()
        return tell

    async def removed_from(self, group_id: ChatId) -> None:
        """The bot is not in the group any more."""
        await self._store.groups.left(group_id)

    async def group_moved(self, group_id: ChatId, new_id: ChatId) -> None:
        """The group has a new number."""
        await self._store.groups.moved(group_id, new_id)
