"""The Platform API as one of the providers: its settings, and how it is opened."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from bot.providers.adapter import Adapter, ProviderSettings, Surroundings
from bot.providers.pixverse.accounts import Account, Accounts, account_id
from bot.providers.pixverse.capabilities import OFFER, SWITCHES
from bot.providers.pixverse.hooks import Hooks
from bot.providers.pixverse.provider import PlatformProvider
from bot.providers.polling import Budget, Expectations, Looks
from bot.setting_kinds import ApiToken, Origin
from pixverse.platform import PUBLIC_URL, Platform


def _listed(value: object) -> object:
    """`one, two` as a list."""
    return (
        [part for part in re.split(r"[,\s]+", value) if part] if isinstance(value, str) else value
    )


Tokens = Annotated[tuple[ApiToken, ...], BeforeValidator(_listed)]


class PixverseSettings(ProviderSettings):
    """One API key of PixVerse's platform, or several that are used as a pool."""

    secret: ClassVar[Sequence[str]] = ("pixverse_api_key", "pixverse_webhook_secret")
    address: ClassVar[str] = "pixverse_api_url"

    pixverse_api_key: Annotated[Tokens, Field(min_length=1)] = Field(
        description="With PROVIDER=pixverse: your API key of PixVerse's platform, or several, separated by "
        "commas. Or PIXVERSE_API_KEY_FILE: a file with them."
    )
    pixverse_api_url: Origin = Field(
        PUBLIC_URL, description="The PixVerse platform's server, scheme and host only."
    )
    pixverse_concurrency: Annotated[int, Field(ge=1, le=1000)] = Field(
        5, description="Videos that each key's plan may make at once."
    )
    pixverse_requests_per_minute: Annotated[int, Field(ge=6, le=6000)] = Field(
        60, description="Requests per minute and key for looking at what is being made."
    )
    pixverse_webhook_id: Annotated[tuple[str, ...], BeforeValidator(_listed)] = Field(
        (),
        description="The webhook of PixVerse's dashboard that leads to PUBLIC_URL/provider/pixverse; one for each "
        "key; empty: the bot only asks.",
    )
    pixverse_webhook_secret: Tokens = Field(
        (),
        description="Its secret, or theirs. Or PIXVERSE_WEBHOOK_SECRET_FILE: a file with them.",
    )

    @model_validator(mode="after")
    def _check_together(self) -> Self:
        keys, hooks = len(self.pixverse_api_key), len(self.pixverse_webhook_id)
        if len({key.get_secret_value() for key in self.pixverse_api_key}) < keys:
            raise ValueError("PIXVERSE_API_KEY names a key twice.")
        if hooks not in (0, keys):
            raise ValueError("PIXVERSE_WEBHOOK_ID must have one webhook for each API key, or none.")
        if len(self.pixverse_webhook_secret) != hooks:
            raise ValueError("PIXVERSE_WEBHOOK_SECRET must have one secret for each webhook.")
        return self

    @property
    def webhook_ids(self) -> Sequence[str | None]:
        """One for each key."""
        return self.pixverse_webhook_id or (None,) * len(self.pixverse_api_key)


@asynccontextmanager
async def _open(
    settings: PixverseSettings, around: Surroundings
) -> AsyncIterator[PlatformProvider]:
    expectations = Expectations()
    async with AsyncExitStack() as stack:
        accounts = [
            Account(
                account_id(key.get_secret_value()),
                await stack.enter_async_context(
                    Platform(base_url=settings.server, key=key, switches=SWITCHES)
                ),
                jobs=settings.pixverse_concurrency,
                budget=Budget(settings.pixverse_requests_per_minute),
                looks=Looks(expectations),
                webhook_id=webhook_id,
            )
            for key, webhook_id in zip(settings.pixverse_api_key, settings.webhook_ids, strict=True)
        ]
        secrets = settings.pixverse_webhook_secret
        provider = PlatformProvider(
            Accounts(accounts),
            around.files,
            Hooks(secrets, SWITCHES.webhook_constructions, around.clock),
            directory=around.directory,
            clock=around.clock,
            server=around.server,
        )
        stack.callback(provider.close)
        yield provider


PIXVERSE = Adapter(
    "pixverse", "PixVerse's own platform", OFFER, PixverseSettings, _open, signed=True
)
