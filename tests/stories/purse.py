"""A person's Stars: they pay invoices, subscribe, and look at what came back."""

from dataclasses import dataclass
from typing import Any

import httpx

from tests.stories import deeds
from tests.stories.chat import Chat, Message


@dataclass(frozen=True)
class Paid:
    """What became of a payment: a charge, or why not."""

    charge: str | None
    refusal: str | None


class Purse:
    """Somebody's Stars."""

    def __init__(self, client: httpx.AsyncClient, chat: Chat) -> None:
        self._client = client
        self._chat = chat

    async def pay(self, invoice: Message, **more: Any) -> Paid:
        """Pay an invoice in the chat."""
        return await self._paid("pay", message_id=invoice.id, **more)

    async def subscribe(self, message: Message, **more: Any) -> Paid:
        """Pay the link under a message."""
        keys = [key for row in message.raw["keyboard"] for key in row if key.get("url")]
        return await self._paid("pay", link=keys[0]["url"], **more)

    async def renews(self, charge: str | None, **more: Any) -> Paid:
        """A month is over: Telegram takes the Stars for the next one."""
        return await self._paid("renew", charge_id=charge, **more)

    async def stars(self) -> int:
        """What is left in the purse."""
        answer = await self._client.get("/world/payments", params={"person": self._chat.person})
        return int(answer.json()["stars"])

    async def _paid(self, how: str, **fields: Any) -> Paid:
        body = {"person": self._chat.person, **fields}
        answer = (await self._client.post(f"/world/{how}", json=body)).raise_for_status().json()
        deeds.told([answer["error"] or ""])
        return Paid(answer.get("charge_id"), answer["error"])
