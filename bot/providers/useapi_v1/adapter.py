"""useapi.net v1 as one of the providers: its settings, and how it is opened."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import ClassVar

from pydantic import Field

from bot.providers.adapter import Adapter, ProviderSettings, Surroundings
from bot.providers.useapi_v1.capabilities import OFFER
from bot.providers.useapi_v1.provider import UseApiV1Provider
from bot.providers.useapi_v1.switches import SWITCHES
from bot.results import ProviderFiles
from bot.setting_kinds import ApiToken, Origin
from pixverse.useapi_v1 import UseApiV1
from pixverse.useapi_v1.client import PUBLIC_URL


class UseApiV1Settings(ProviderSettings):
    """An account at useapi.net: the same names as for v2."""

    secret: ClassVar[Sequence[str]] = ("useapi_token",)
    address: ClassVar[str] = "useapi_url"

    useapi_token: ApiToken = Field(
        description="The API token of your useapi.net account. Or USEAPI_TOKEN_FILE: a file with it."
    )
    useapi_url: Origin = Field(
        PUBLIC_URL, description="The useapi.net server, scheme and host only."
    )


@asynccontextmanager
async def _open(
    settings: UseApiV1Settings, around: Surroundings
) -> AsyncIterator[UseApiV1Provider]:
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(
            UseApiV1(base_url=settings.useapi_url, token=settings.useapi_token)
        )
        downloads = ProviderFiles(around.directory, around.kept, server=around.server)
        stack.push_async_callback(downloads.close)
        provider = UseApiV1Provider(client, around, downloads, SWITCHES)
        stack.push_async_callback(provider.close)
        yield provider


USEAPI_V1 = Adapter("useapi-v1", "useapi.net v1, deprecated", OFFER, UseApiV1Settings, _open)
