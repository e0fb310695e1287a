"""Who did something a moment ago: for what people's apps send in pieces, and the bot answers once."""

from collections import OrderedDict
from datetime import datetime, timedelta

from handlers.turn import Turn
from jobs.ids import ChatId, PersonId

TOGETHER = timedelta(seconds=10)
KEPT = 256


class Recently:
    """Kept in memory: after a restart it costs one sentence too many."""

    def __init__(self, together: timedelta = TOGETHER) -> None:
        self._together = together
        self._when: OrderedDict[tuple[ChatId, PersonId], datetime] = OrderedDict()

    def note(self, turn: Turn, moment: datetime) -> None:
        """It happens now."""
        who = (turn.place.chat_id, turn.person.id)
        self._when.pop(who, None)
        self._when[who] = moment
        if len(self._when) > KEPT:
            self._when.popitem(last=False)

    def is_recent(self, turn: Turn, moment: datetime) -> bool:
        """Whether it happened shortly before this moment."""
        before = self._when.get((turn.place.chat_id, turn.person.id))
        return before is not None and moment - before <= self._together

    def forget(self, turn: Turn) -> None:
        """What comes next has nothing to do with it."""
        self._when.pop((turn.place.chat_id, turn.person.id), None)

    def again(self, turn: Turn, moment: datetime) -> bool:
        """Whether it happened shortly before; noted either way."""
        recent = self.is_recent(turn, moment)
        self.note(turn, moment)
        return recent
