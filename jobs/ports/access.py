"""Who may come in, as the store keeps it: bans, invitations, friends' links, groups."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from jobs.groups import Group
from jobs.ids import ChatId, InviteId, MessageId, PersonId
from jobs.invites import Arrival, Invite, Terms
from jobs.lifecycle import Job
from jobs.people import Person


class Bans(Protocol):
    """People who may not use the bot for a while, or for ever."""

    async def ban(
        self, person_id: PersonId, reason: str, until: datetime | None, *, by: PersonId | None
    ) -> Sequence[Job]:
        """Ban somebody (None: for ever) and tell them. Their queued jobs are cancelled, with the credits
        back, and returned; running ones go on. Raises NoSuchPerson, HasARole."""

    async def unban(self, person_id: PersonId, *, by: PersonId | None) -> bool:
        """They may use the bot again, and are told. False: they were not banned. Raises NoSuchPerson."""

    async def tell(self, person_id: PersonId) -> bool:
        """Whether a banned person should hear of it again: once a day at most. True marks it as told."""


class Invites(Protocol):
    """Links that let people in."""

    async def make(self, terms: Terms, *, by: PersonId) -> Invite:
        """A new invitation."""

    async def get(self, invite_id: InviteId) -> Invite:
        """Raises NoSuchInvite."""

    async def revoke(self, invite_id: InviteId, *, by: PersonId) -> Invite:
        """It lets nobody in any more. Raises NoSuchInvite."""

    async def page(self, *, offset: int, limit: int) -> Sequence[Invite]:
        """All invitations, newest first."""

    async def guests(self, invite_id: InviteId, limit: int) -> Sequence[Person]:
        """Who came by it, the last ones first."""

    async def use(self, person_id: PersonId, token: str) -> tuple[Arrival, int]:
        """Somebody comes by an invitation: let in once, with its credits; returns those, too.

        Raises NoSuchPerson.
        """


class Friends(Protocol):
    """Links that people give to friends; both are rewarded after the friend's first finished video."""

    async def link(self, person_id: PersonId) -> str:
        """What the person's own link carries; always the same."""

    async def brought(self, person_id: PersonId) -> int:
        """How many friends of theirs have made a video."""


class Groups(Protocol):
    """Where in Telegram's groups the bot answers."""

    async def may_answer(self, group_id: ChatId) -> bool:
        """Whether the bot answers there now."""

    async def ask(self, group_id: ChatId, title: str, by_name: str) -> bool:
        """The bot may not answer there: owners and admins are asked, unless they decided.

        True: the group has not heard yet that the bot will not answer; it counts as told from now on.
        """

    async def decide(
        self, group_id: ChatId, *, allow: bool, by: PersonId, title: str | None = None
    ) -> Group:
        """An admin's decision; the group hears a yes. Raises NoSuchGroup where it has no `title`."""

    async def left(self, group_id: ChatId) -> None:
        """The bot was removed: should it come back, all is open again. A refusal stays."""

    async def moved(self, group_id: ChatId, new_id: ChatId) -> None:
        """The group has a new number."""

    async def keep_message(
        self, group_id: ChatId, message_id: MessageId, person_id: PersonId
    ) -> None:
        """A message of the bot's is this person's: its keys work for them alone."""

    async def owner(self, group_id: ChatId, message_id: MessageId) -> PersonId | None:
        """Whose message of the bot's it is. None: nobody's, or too old to be known."""

    async def page(self, *, offset: int, limit: int) -> Sequence[Group]:
        """All groups that asked, those without a decision first."""
