"""PixVerse's webhooks: who sent one, whether it came before, and which video it speaks of."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from pydantic import SecretStr

from bot.providers.adapter import NotTheirs
from jobs.ids import VideoId
from jobs.ports import Clock
from pixverse.platform import Construction, Delivery, WebhookError, verify
from pixverse.platform.webhook import WINDOW, Replayed


class Hooks:
    """Reads deliveries. Each key may have a webhook, and a secret, of its own.

    What was delivered in the last minutes is remembered in this process only: after a restart a copy
    could be believed once more, and would make the bot look at a video once more.
    """

    def __init__(
        self, secrets: Sequence[SecretStr], constructions: Collection[Construction], clock: Clock
    ) -> None:
        self._secrets = secrets
        self._constructions = constructions
        self._clock = clock
        self._seen: dict[str, datetime] = {}

    def mentioned(self, headers: Mapping[str, str], body: bytes) -> VideoId | None:
        """The video of a delivery; None for one that names none, or that came before: it is answered
        like the first. Raises NotTheirs."""
        try:
            delivery = self._verified(headers, body)
        except Replayed:
            return None
        self._seen[delivery.nonce] = delivery.sent_at
        number = delivery.notice.id
        return None if number is None else VideoId(str(number))

    def _verified(self, headers: Mapping[str, str], body: bytes) -> Delivery:
        now, trouble = self._clock.now(), WebhookError("no webhook of ours has a secret")
        self._seen = {nonce: at for nonce, at in self._seen.items() if abs(now - at) <= 2 * WINDOW}
        for secret in self._secrets:
            try:
                return verify(
                    headers,
                    body,
                    secret=secret,
                    now=now,
                    seen=self._seen,
                    constructions=self._constructions,
                )
            except Replayed:
                raise
            except WebhookError as why:
                trouble = why
        raise NotTheirs(str(trouble))
