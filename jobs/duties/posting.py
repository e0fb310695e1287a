"""Broadcasts on their way: one copy at a time, so that one copy at most is in flight when the power goes."""

import logging
from datetime import timedelta

from jobs.admin.broadcasts import Broadcast, BroadcastState, Posting, PostingEnd
from jobs.duties.shift import Shift
from jobs.ports import Courier, DeliveryUnknown, NotDelivered, Unreachable

log = logging.getLogger(__name__)

MOST_REFUSED = 6
MOST_UNKNOWN = 12  # with their pauses, some hours
TOLD_EVERY = 25  # copies
POSTS = "posts"


class PostRound:
    """Takes copies to people."""

    def __init__(self, shift: Shift, courier: Courier) -> None:
        self._shift = shift
        self._courier = courier
        self._under_way = False
        self._lost = 0  # copies in a row of which nobody knows

    async def post(self) -> None:
        """Go on with what is to be sent, if nobody is at it."""
        if self._under_way or not self._shift.is_due(POSTS):
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
                ready = self._shift.is_due(POSTS)
                posting = await self._shift.store.broadcasts.claim() if ready else None
        finally:
            self._under_way = False

    async def _one(self, posting: Posting) -> None:
        lost, self._lost = self._lost, 0
        try:
            await self._courier.copy(posting)
        except NotDelivered as reason:
            most = MOST_REFUSED if reason.counts else None
            await self._again(posting, timedelta(seconds=reason.seconds), most)
        except DeliveryUnknown:
            self._lost = lost + 1
            await self._unknown(posting)
        except Unreachable:
            await self._end(posting, PostingEnd.BLOCKED)
        except Exception:
            log.exception("broadcast %s: a copy could not be made", posting.broadcast.id)
            await self._again(posting, self._shift.pace.broken_send, MOST_REFUSED)
        else:
            await self._end(posting, PostingEnd.SENT)

    async def _unknown(self, posting: Posting) -> None:
        """It may have arrived; else they would be left out. The others wait a while, too, and then come
        first: while Telegram is away nobody's attempts are used up, and one person's trouble is no one else's.
        """
        pace = self._shift.pace
        self._shift.wait(POSTS, min(pace.after_unknown(self._lost - 1), pace.broken_send))
        await self._again(posting, pace.after_unknown(posting.attempts), MOST_UNKNOWN)

    async def _again(self, posting: Posting, after: timedelta, most: int | None) -> None:
        """Once more, after that; `most`: but not after so many times."""
        if most and posting.attempts >= most:
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
