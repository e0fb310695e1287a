"""START HERE for the providers: the table of all that `PROVIDER` can name. A new one is a folder and a line."""

from typing import Any

from bot.providers.adapter import Adapter
from bot.providers.pixverse.adapter import PIXVERSE
from bot.providers.useapi.adapter import USEAPI

DEFAULT = USEAPI.name

PROVIDERS: dict[str, Adapter[Any]] = {adapter.name: adapter for adapter in (USEAPI, PIXVERSE)}
