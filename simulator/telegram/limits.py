"""Telegram's numbers: how much, how big, how often."""

import math
from collections import deque
from collections.abc import Callable

TEXT_CHARACTERS = 4096
CAPTION_CHARACTERS = 1024
ANSWER_CHARACTERS = 200
UPLOAD_BYTES = 50 * 1024 * 1024
UPLOAD_PHOTO_BYTES = 10 * 1024 * 1024
FETCH_BYTES = 20 * 1024 * 1024
FETCH_PHOTO_BYTES = 5 * 1024 * 1024
FETCH_SECONDS = 20.0
DOWNLOAD_BYTES = 20 * 1024 * 1024
DELETE_SECONDS = 48 * 3600
LONG_POLL_SECONDS = 50
LOOPBACK = ("127.0.0.1", "localhost", "::1")  # nobody else lives in the simulated internet

_ALL_PER_SECOND = 30
_GROUP_PER_MINUTE = 20
# A bot that waits a full second is not punished for the network's jitter.
_JITTER = 0.05


class FloodGate:
    """Telegram's sending limits: 1 message a second per chat, 20 a minute per group, 30 a second."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.enabled = False
        self._clock = clock
        self._all: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}

    def wait(self, chat: int) -> int:
        """Seconds to wait before this send; 0 when it may go, and then it is counted."""
        if not self.enabled:
            return 0
        now = self._clock()
        sent = self._chats.setdefault(chat, deque(maxlen=_GROUP_PER_MINUTE))
        waits = [self._left(sent, 1, 1.0, now), self._left(self._all, _ALL_PER_SECOND, 1.0, now)]
        if chat < 0:
            waits.append(self._left(sent, _GROUP_PER_MINUTE, 60.0, now))
        longest = max(waits)
        if longest > _JITTER:
            return math.ceil(longest)
        sent.append(now)
        self._all.append(now)
        if len(self._all) > _ALL_PER_SECOND:
            self._all.popleft()
        return 0

    @staticmethod
    def _left(sent: deque[float], most: int, seconds: float, now: float) -> float:
        if len(sent) < most:
            return 0.0
        return sent[-most] + seconds - now

    def clear(self) -> None:
        self.enabled = False
        self._all.clear()
        self._chats.clear()
