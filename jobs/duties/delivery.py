"""What is owed to chats: sent, each chat in order, and living jobs' status messages kept fresh."""

import logging
import random
from datetime import timedelta

from jobs.duties.shift import PROGRESS, Shift
from jobs.outbox import Owed
from jobs.ports import Courier, DeliveryUnknown, NotDelivered, Unreachable

log = logging.getLogger(__name__)

SENDS = 12  # with their pauses, some hours
SENDS_AT_ONCE = 30


class Delivery:
    """Hands messages to the courier."""

    def __init__(self, shift: Shift, courier: Courier) -> None:
        self._shift = shift
        self._courier = courier

    async def deliver(self) -> None:
        """Send what is owed, each chat in order, many chats at once."""
        for owed in await self._shift.store.outbox.claim(SENDS_AT_ONCE):
            self._shift.nursery.start(self._send(owed), f"send {owed.message.kind}")

    async def _send(self, owed: Owed) -> None:
        outbox, pace = self._shift.store.outbox, self._shift.pace
        if owed.attempts > SENDS:
            await outbox.give_up(owed)
            return
        try:
            receipt = await self._courier.deliver(owed)
        except NotDelivered as reason:
            await self._postpone(owed, timedelta(seconds=reason.seconds), counts=reason.counts)
        except DeliveryUnknown:
            # It may be in the chat. Sent once more, since otherwise the person might get nothing.
            await self._postpone(owed, pace.after_unknown(owed.attempts - 1))
        except Unreachable:
            await outbox.unreachable(owed)
        except Exception:
            log.exception("a message could not be made: %s", owed.message)
            await self._postpone(owed, pace.broken_send)
        else:
            await outbox.sent(owed, receipt)
        self._shift.wake()

    async def _postpone(self, owed: Owed, after: timedelta, *, counts: bool = True) -> None:
        until = self._shift.clock.now() + after
        await self._shift.store.outbox.postpone(owed, until, counts=counts)

    async def progress(self) -> None:
        """Keep the status messages of living jobs fresh."""
        if not self._shift.is_due(PROGRESS):
            return
        self._shift.wait(PROGRESS, self._shift.pace.progress)
        views = list(await self._shift.store.work.in_motion())
        random.shuffle(views)  # where there is room for some only, everybody has a chance
        for view in views:
            await self._courier.refresh(view, self._shift.clock.now())
