"""useapi.net as one of the providers: its settings, and how it is opened."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import ClassVar

from pydantic import Field

from bot.providers.adapter import Adapter, ProviderSettings, Surroundings
from bot.providers.useapi.capabilities import OFFER
from bot.providers.useapi.provider import UseApiProvider
from bot.setting_kinds import ApiToken, Origin
from pixverse.useapi import UseApi


class UseApiSettings(ProviderSettings):
    """An account at useapi.net."""

    secret: ClassVar[Sequence[str]] = ("useapi_token",)
    address: ClassVar[str] = "useapi_url"

    useapi_token: ApiToken = Field(
        description="The API token of your useapi.net account. Or USEAPI_TOKEN_FILE: a file with it."
    )
    useapi_url: Origin = Field(
        "https://api.useapi.net", description="The useapi.net server, scheme and host only."
    )


@asynccontextmanager
async def _open(settings: UseApiSettings, around: Surroundings) -> AsyncIterator[UseApiProvider]:
    async with UseApi(base_url=settings.useapi_url, token=settings.useapi_token) as client:
        provider = UseApiProvider(
            client,
            around.files,
            directory=around.directory,
            reply_url=around.reply_url,
            server=around.server,
        )
        try:
            yield provider
        finally:
            provider.close()


USEAPI = Adapter("useapi", "useapi.net", OFFER, UseApiSettings, _open)
