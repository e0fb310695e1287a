"""How fast the bot may write: one message a second to a chat, 30 a second in all, and bans obeyed.

What answers a person's own tap or words goes ahead of what the bot says by itself. Pure: times in, waits out.
Source: Telegram's bot FAQ ("My bot is hitting limits") and `retry_after` in error answers.
"""

from collections import OrderedDict
from dataclasses import dataclass

PRIVATE_RATE, GROUP_RATE, OVERALL_RATE = 1.0, 20 / 60, 30.0
CHAT_BURST = 4.0
KEPT_CHATS = 10_000
KEPT_FREE = 1 / 3


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages a second; `burst` is how many a quiet chat may get at once."""

    private: float = PRIVATE_RATE
    group: float = GROUP_RATE
    overall: float = OVERALL_RATE
    burst: float = CHAT_BURST


TELEGRAMS = Rates()


@dataclass(slots=True)
class Bucket:
    """Tokens that come back at `rate` a second, up to `burst`. Debts are paid by waiting."""

    rate: float
    burst: float
    tokens: float
    at: float

    def reserve(self, now: float, messages: int = 1) -> float:
        """Take a token for each message; returns the seconds to wait until the first is there.

        The others are owed: whoever comes next waits for them.
        """
        self.tokens = self.left(now) - 1
        self.at = now
        wait = max(-self.tokens / self.rate, 0.0)
        self.tokens -= messages - 1
        return wait

    def left(self, now: float) -> float:
        """Tokens that are there now; below 0: owed."""
        return min(self.burst, self.tokens + (now - self.at) * self.rate)

    def refund(self) -> None:
        """The token was not used."""
        self.tokens += 1


class Pacer:
    """Says how long a call to a chat has to wait. Times are seconds of one steady clock."""

    def __init__(self, rates: Rates = TELEGRAMS) -> None:
        self._rates = rates
        self._chats: OrderedDict[int, Bucket] = OrderedDict()
        self._bans: dict[int, float] = {}
        self._overall = Bucket(rates.overall, rates.overall, rates.overall, 0.0)

    def reserve(self, chat_id: int, now: float, *, background: bool, messages: int = 1) -> float:
        """Book the next call to a chat, with which so many messages go; returns the seconds to wait
        before making it."""
        wait = max(self._chat(chat_id, now).reserve(now, messages), self.banned(chat_id, now))
        overall = self._overall.reserve(now, messages)
        if background:
            return max(wait, overall)
        # Answers do not wait for each other; a rush of them holds the rest up for a second at most.
        self._overall.tokens = max(self._overall.tokens, -self._rates.overall)
        return wait

    def has_room(self, chat_id: int, now: float) -> bool:
        """Whether something that may as well be left out can go now: a third is kept for what may not."""
        chat = self._chat(chat_id, now)
        spare = self._overall.left(now) - self._rates.overall * KEPT_FREE
        return chat.left(now) >= 1 and spare >= 1 and not self.banned(chat_id, now)

    def refund(self, chat_id: int) -> None:
        """A booked call was not needed after all."""
        if chat_id in self._chats:
            self._chats[chat_id].refund()
        self._overall.refund()

    def ban(self, chat_id: int, now: float, seconds: float) -> None:
        """Telegram asked for silence in this chat; others go on."""
        self._bans[chat_id] = now + seconds

    def banned(self, chat_id: int, now: float) -> float:
        """Seconds of silence that are left, 0 when the chat is free."""
        until = self._bans.get(chat_id, 0.0)
        if until <= now:
            self._bans.pop(chat_id, None)
        return max(until - now, 0.0)

    def _chat(self, chat_id: int, now: float) -> Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            rates = self._rates
            rate = rates.private if chat_id > 0 else rates.group
            bucket = self._chats[chat_id] = Bucket(rate, rates.burst, rates.burst, now)
            if len(self._chats) > KEPT_CHATS:
                self._chats.popitem(last=False)
        self._chats.move_to_end(chat_id)
        return bucket
