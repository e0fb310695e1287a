"""`python -m bot`. A stop that comes while the program is still loading is obeyed too."""

import signal
import sys

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))

import bot.library  # noqa: E402, F401 (as process 1, a signal without a handler would be lost)
from bot.main import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
