"""START HERE for the providers: the table of all that `PROVIDER` can name. A new one is a folder and a line."""

from bot.providers.adapter import Providers
from bot.providers.pixverse.adapter import PIXVERSE
from bot.providers.useapi.adapter import USEAPI

DEFAULT = USEAPI.name

PROVIDERS: Providers = {adapter.name: adapter for adapter in (USEAPI, PIXVERSE)}
