"""Where a person is in the dialogue, for PTB's ConversationHandler: a view of the draft rows.

The handler keeps positions in memory while the program runs; at start they are read from the rows,
and nothing is ever written here, because the use cases have written it already.
"""

from enum import StrEnum
from typing import Any

from telegram.ext import BasePersistence, PersistenceInput

from jobs.ports import Drafts

Conversations = dict[tuple[int | str, ...], object]


class Position(StrEnum):
    """What the next words of a person mean. Without a position they are a prompt; what was asked stands in the draft row."""

    ASKED = "asked"


class DraftPositions(BasePersistence[dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """Reads positions from the drafts; everything else that PTB could persist is switched off."""

    def __init__(self, drafts: Drafts) -> None:
        nothing = PersistenceInput(
            bot_data=False, chat_data=False, user_data=False, callback_data=False
        )
        super().__init__(store_data=nothing)
        self._drafts = drafts

    async def get_conversations(self, name: str) -> Conversations:  # noqa: ARG002
        """Everybody whom the bot has asked something, as ConversationHandler keys them."""
        asked = await self._drafts.asked()
        return {(place.chat_id, person): Position.ASKED for person, place in asked}

    async def update_conversation(
        self, name: str, key: tuple[int | str, ...], new_state: object | None
    ) -> None:
        """The draft row knows already."""

    async def get_user_data(self) -> dict[int, dict[Any, Any]]:
        return {}

    async def get_chat_data(self) -> dict[int, dict[Any, Any]]:
        return {}

    async def get_bot_data(self) -> dict[Any, Any]:
        return {}

    async def get_callback_data(self) -> None:
        return None

    async def update_user_data(self, user_id: int, data: dict[Any, Any]) -> None: ...

    async def update_chat_data(self, chat_id: int, data: dict[Any, Any]) -> None: ...

    async def update_bot_data(self, data: dict[Any, Any]) -> None: ...

    async def update_callback_data(self, data: Any) -> None: ...

    async def drop_chat_data(self, chat_id: int) -> None: ...

    async def drop_user_data(self, user_id: int) -> None: ...

    async def refresh_user_data(self, user_id: int, user_data: dict[Any, Any]) -> None: ...

    async def refresh_chat_data(self, chat_id: int, chat_data: dict[Any, Any]) -> None: ...

    async def refresh_bot_data(self, bot_data: dict[Any, Any]) -> None: ...

    async def flush(self) -> None: ...
