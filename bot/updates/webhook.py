"""Webhook mode: Telegram brings the updates; 200 means that they are kept, anything else that it tries again."""

import asyncio
import hmac
import logging
from datetime import datetime

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from telegram import Bot

from bot.clock import SYSTEM_CLOCK
from bot.updates.backoff import Sleep, persist
from bot.updates.intake import ALLOWED_UPDATES, BadUpdate, Intake
from bot.web.bodies import TooLong, read_body
from jobs.ports import Clock

log = logging.getLogger(__name__)

PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (the header's name)
MOST_CONNECTIONS = 100


class Webhook:
    """Tells Telegram where to bring updates, and receives them there."""

    def __init__(
        self,
        bot: Bot,
        intake: Intake,
        *,
        public_url: str,
        secret: str,
        clock: Clock = SYSTEM_CLOCK,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._url = public_url + PATH
        self._secret = secret.encode()
        self._clock = clock
        self._sleep = sleep
        self._seen_at: datetime | None = None

    @property
    def seen_at(self) -> datetime | None:
        """When Telegram last gave a good answer or brought an update."""
        return self._seen_at

    async def announce(self) -> None:
        """Ask Telegram until it agrees. Raises BadToken."""
        await persist(self._set, "set the webhook", sleep=self._sleep)
        self._seen_at = self._clock.now()

    async def _set(self) -> None:
        await self._bot.set_webhook(
            self._url,
            secret_token=self._secret.decode(),
            allowed_updates=ALLOWED_UPDATES,
            max_connections=MOST_CONNECTIONS,
        )

    async def receive(self, request: Request) -> Response:
        """The endpoint."""
        if not self._is_telegram(request):
            return Response(status_code=401)
        try:
            await self._intake.receive([await read_body(request)])
        except TooLong:
            return Response(status_code=413)
        except (BadUpdate, ClientDisconnect):
            return Response(status_code=400)
        except Exception:
            log.exception("an update could not be kept; Telegram brings it again")
            return Response(status_code=503)
        self._seen_at = self._clock.now()
        return Response(status_code=200)

    def _is_telegram(self, request: Request) -> bool:
        given = request.headers.get(SECRET_HEADER, "").encode()
        return hmac.compare_digest(given, self._secret)
