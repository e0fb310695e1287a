"""Tells a registered address how a job ended, signed, and again and again until it says `ok`."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from simulator.platform.records import FINAL, Job, Status, Webhook
from simulator.platform.results import media_url
from simulator.platform.signing import Payload, signature
from simulator.serving.postman import Postman

if TYPE_CHECKING:
    from simulator.platform.media import Media
    from simulator.platform.world import World

_WAITS = (2, 10, 30, 60, 300, 900, 3600, 14_400)  # seconds before each repetition
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt, as it was sent and answered."""

    webhook_id: str
    url: str
    job: int
    attempt: int
    headers: dict[str, str]
    body: str
    status: int | None
    answer: str

    @property
    def taken(self) -> bool:
        return self.status == 200 and self.answer == "ok"


class Notifier(Postman):
    """What waits for its next attempt is lost with the process: the result page is the truth."""

    def __init__(self, world: World, media: Media) -> None:
        super().__init__()
        self._world = world
        self._media = media
        self.deliveries: list[Delivery] = []
        world.listeners.append(self._on_status)

    def _on_status(self, job: Job, status: Status) -> None:
        hook = self._world.webhooks.get(job.webhook_id)
        if status in FINAL and hook is not None and not self._world.switches.webhook_drop:
            self.begin(self._notify(job, hook))

    async def _notify(self, job: Job, hook: Webhook) -> None:
        payload = self._payload(job, await self._media.size_of(job))
        for _ in range(2 if self._world.switches.webhook_duplicate else 1):
            await self._insist(job, hook, payload)

    async def _insist(self, job: Job, hook: Webhook, payload: Payload) -> None:
        for attempt, wait in enumerate((0, *_WAITS)):
            await asyncio.sleep(wait * self._world.switches.webhook_retry_factor)
            if (await self._attempt(job, hook, payload, attempt)).taken:
                return

    async def _attempt(self, job: Job, hook: Webhook, payload: Payload, attempt: int) -> Delivery:
        body = json.dumps(payload, separators=(",", ":"))
        headers = self._headers(job, hook, payload, body)
        return await self._send(hook, job.number, attempt, headers, body)

    def _headers(self, job: Job, hook: Webhook, payload: Payload, body: str) -> dict[str, str]:
        switches = self._world.switches
        timestamp = str(int(self._world.now().timestamp()) + switches.webhook_skew)
        nonce = f"{self._world.random.getrandbits(128):032x}"
        reading = switches.webhook_signature
        return {
            "Content-Type": "application/json",
            "Webhook-Timestamp": timestamp,
            "Webhook-Nonce": nonce,
            "Webhook-Signature": signature(hook.secret, timestamp, nonce, payload, reading, body),
            "Ai-Trace-Id": job.trace_id,
        }

    async def _send(
        self, hook: Webhook, job: int, attempt: int, headers: dict[str, str], body: str
    ) -> Delivery:
        status, answer = None, ""
        try:
            response = await self.client.post(hook.url, content=body, headers=headers)
            status, answer = response.status_code, response.text
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            answer = repr(error)
        delivery = Delivery(hook.webhook_id, hook.url, job, attempt, headers, body, status, answer)
        self.deliveries.append(delivery)
        return delivery

    def _payload(self, job: Job, size: int) -> Payload:
        """The id in quotes here, and the size in megabytes."""
        return {
            "id": str(job.number),
            "status": int(job.final or Status.GENERATING),
            "url": media_url(self._world, job),
            "size": round(size / _MEGABYTE, 2) if size else 0,
            "has_audio": job.has_audio,
            "credits": job.cost,
        }

    async def replay(self, number: int) -> Delivery | None:
        """The last attempt for this job once more, byte for byte: what an eavesdropper could do."""
        sent = next((one for one in reversed(self.deliveries) if one.job == number), None)
        hook = None if sent is None else self._world.webhooks.get(sent.webhook_id)
        if sent is None or hook is None:
            return None
        return await self._send(hook, number, sent.attempt, sent.headers, sent.body)

    def clear(self) -> None:
        super().clear()
        self.deliveries.clear()
