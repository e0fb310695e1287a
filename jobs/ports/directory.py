"""People, looked up by those who run the bot, as the store finds them."""

from collections.abc import Sequence
from typing import Protocol

from jobs.admin.directory import Listing, PersonView
from jobs.ids import ChatId, MessageId, PersonId, UpdateId
from jobs.people import Person


class Directory(Protocol):
    """Lists, search, pages, letters. A page costs the same with ten people or ten million."""

    async def page(self, listing: Listing, *, offset: int, limit: int) -> Sequence[Person]:
        """People in this order."""

    async def count(self) -> int:
        """How many people the bot knows."""

    async def search(self, words: str, limit: int) -> Sequence[Person]:
        """Whose name, last name, whole name or username begins with these words; capitals do not matter."""

    async def view(self, person_id: PersonId) -> PersonView:
        """Everything about one person. Raises NoSuchPerson."""

    async def write_to(
        self,
        person_id: PersonId,
        chat_id: ChatId,
        message_id: MessageId,
        *,
        by: PersonId,
        update_id: UpdateId,
        goes_on: bool,
    ) -> None:
        """A copy of this message is owed to the person, once per update; unless the letter merely
        `goes_on`, a line says from whom. Raises NoSuchPerson."""
