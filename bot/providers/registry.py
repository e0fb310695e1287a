"""START HERE for the providers: the table of all that `PROVIDER` can name. A new one is a folder and a line."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from bot.providers.adapter import Adapter, Providers

DEFAULT = "useapi"

# The adapter is what its name says in the folder's module `adapter`.
FOLDERS = {
    "useapi": "bot.providers.useapi.adapter:USEAPI",
    "pixverse": "bot.providers.pixverse.adapter:PIXVERSE",
    "useapi-v1": "bot.providers.useapi_v1.adapter:USEAPI_V1",
}


class _Folders(Mapping[str, Adapter[Any]]):
    """A provider is loaded when somebody looks at it: a bot that runs has one of them in memory."""

    def __getitem__(self, name: str) -> Adapter[Any]:
        module, _, adapter = FOLDERS[name].partition(":")
        found: Adapter[Any] = getattr(import_module(module), adapter)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(FOLDERS)

    def __len__(self) -> int:
        return len(FOLDERS)


PROVIDERS: Providers = _Folders()
