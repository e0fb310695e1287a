"""The only package that speaks Telegram: what people send comes in here, what they see goes out here."""

import os

# python-telegram-bot's coming behaviour: durations are timedeltas. Without it each flood warns.
os.environ.setdefault("PTB_TIMEDELTA", "1")
