"""Work on a thread that nobody waits for any more comes to an end soon."""

import threading


class Stopped(Exception):
    """Nobody waits for this work any more."""


class Stop:
    """Set by the event loop, looked at by the thread between two packets."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Let the thread stop soon."""
        self._event.set()

    def check(self) -> None:
        """Raises Stopped."""
        if self._event.is_set():
            raise Stopped
