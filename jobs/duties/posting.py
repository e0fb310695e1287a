"""Broadcasts on their way: one copy at a time, so that one copy at most is in flight when the power goes."""

import logging
from datetime import timedelta

from jobs.admin.broadcasts import Broadcast, BroadcastState, Posting, PostingEnd
from jobs.duties.shift import Shift
from jobs.ports import Courier, DeliveryUnknown, NotDelivered, Unreachable

log = logging.getLogger(__name__)

ATTEMPTS = 6
TOLD_EVERY = 25  # copies


class PostRound:
    """Takes copies to people."""

    def __init__(self, shift: Shift, courier: Courier) -> None:
        self._shift = shift
        self._courier = courier
        self._under_way = False

    async def post(self) -> None:
        """Go on with what is to be sent, if nobody is at it."""
        if self._under_way:
            return
        posting = await self._shift.store.broadcasts.claim()
        if posting:
            self._under_way = True
            self._shift.nursery.start(self._round(posting), "broadcast")

    async def _round(self, first: Posting) -> None:
        posting: Posting | None = first
        try:
            while posting:
                await self._one(posting)
                posting = await self._shift.store.broadcasts.claim()
        finally:
            self._under_way = False

    async def _one(self, posting: Posting) -> None:
        try:
            await self._courier.copy(posting)
        except NotDelivered as reason:
            await self._again(posting, timedelta(seconds=reason.seconds), counts=reason.counts)
        except DeliveryUnknown:
            # It may have arrived; else they would be left out.
            await self._again(posting, self._shift.pace.unknown_send, counts=True)
        except Unreachable:
            await self._end(posting, PostingEnd.BLOCKED)
        else:
            await self._end(posting, PostingEnd.SENT)

    async def _again(self, posting: Posting, after: timedelta, *, counts: bool) -> None:
        if counts and posting.attempts >= ATTEMPTS:
            await self._end(posting, PostingEnd.FAILED)
            return
        until = self._shift.clock.now() + after
        await self._shift.store.broadcasts.postpone(posting, until)

    async def _end(self, posting: Posting, end: PostingEnd) -> None:
        broadcast = await self._shift.store.broadcasts.ended(posting, end)
        if _is_worth_telling(broadcast):
            await self._courier.tell_progress(broadcast)


def _is_worth_telling(broadcast: Broadcast) -> bool:
    return broadcast.state is not BroadcastState.RUNNING or broadcast.left % TOLD_EVERY == 0
