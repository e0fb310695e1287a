"""Memory that is free goes back to the machine.

The C library keeps what a thread has freed, for the next time: after one large video the bot would weigh
a few times as much until it ends.
"""

import ctypes


def give_back() -> None:
    """Costs a few milliseconds. Where the C library is another one, nothing happens."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
