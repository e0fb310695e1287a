"""START HERE for the providers: the table of all that `PROVIDER` can name. A new one is a folder and a line."""

from bot.providers.adapter import Providers
from bot.providers.pixverse.adapter import PIXVERSE
from bot.providers.useapi.adapter import USEAPI
from bot.providers.useapi_v1.adapter import USEAPI_V1

DEFAULT = USEAPI.name

PROVIDERS: Providers = {adapter.name: adapter for adapter in (USEAPI, PIXVERSE, USEAPI_V1)}
