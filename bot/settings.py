"""What whoever runs the bot can set: names, defaults, and one clear line for every mistake.

Each setting is an environment variable of the same name in capitals; `.env` and `/run/secrets` are
read too. A `TELEGRAM_BOT_TOKEN_FILE` names a file that holds the secret. What only one provider needs
stands with it, in `bot/providers/`.
"""

import hashlib
import hmac
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from bot.providers.adapter import Adapter, ProviderSettings
from bot.providers.registry import DEFAULT, PROVIDERS
from bot.setting_kinds import (
    ApiToken,
    BackupKey,
    BotToken,
    Credits,
    Lowercase,
    PackList,
    PublicOrigin,
    Server,
    TelegramIds,
    TermsFile,
    Uppercase,
    ZoneName,
    read_terms,
)
from jobs.groups import GroupPolicy
from jobs.ids import PersonId
from jobs.people import AccessPolicy
from jobs.rules import LiveRules
from jobs.terms import Terms


class LogFormat(StrEnum):
    """How log lines look."""

    CONSOLE = "console"
    JSON = "json"


SECRETS = ("telegram_bot_token", "moderation_key", "backup_key")
"""These may also be given as `<NAME>_FILE`."""


class Settings(BaseModel):
    """All settings, checked. The descriptions are the comments of `.env.example`."""

    model_config = ConfigDict(
        frozen=True, extra="ignore", hide_input_in_errors=True, validate_default=True
    )

    telegram_bot_token: BotToken = Field(
        description="The bot's token from @BotFather. Or TELEGRAM_BOT_TOKEN_FILE: a file with it."
    )
    telegram_api_url: Server = Field(
        "https://api.telegram.org",
        description="The Telegram Bot API server; a local one takes bigger files.",
    )
    telegram_local_mode: bool = Field(
        default=False,
        description="true if that server runs with --local and shares its files with the bot.",
    )
    provider: Annotated[str, Lowercase] = Field(
        DEFAULT,
        description=f"Who makes the videos: {', '.join(PROVIDERS)}; docs/providers.md tells them apart.",
    )
    admin_ids: TelegramIds = Field(
        frozenset(),
        description="Telegram user ids of the owners, separated by commas.",
    )
    access: Annotated[AccessPolicy, Lowercase] = Field(
        AccessPolicy.APPROVAL,
        description="Who may make videos: approval (an admin lets people in), open (everybody), invite "
        "(by a link), or closed (nobody new).",
    )
    groups: Annotated[GroupPolicy, Lowercase] = Field(
        GroupPolicy.AUTO,
        description="Groups that the bot answers in: all, allowed (by an admin), none, or auto (all while "
        "ACCESS is open, else allowed).",
    )
    referral_credits: Credits = Field(
        0,
        description="Credits that somebody and the friend they brought both get after the friend's first "
        "video; 0: none.",
    )
    daily_credits: Credits = Field(300, description="Credits that a person may spend per day.")
    monthly_credits: Credits = Field(3000, description="Credits that a person may spend per month.")
    max_running_jobs: Annotated[int, Field(ge=1, le=1000)] = Field(
        2, description="Videos of one person that may be in the making at once."
    )
    bot_daily_credits: Credits | None = Field(
        None, description="Credits that all people together may spend per day; empty: no limit."
    )
    ask_consent: bool = Field(
        default=True,
        description="Whether everybody accepts the terms once, before their first video.",
    )
    terms_file: TermsFile = Field(
        None, description="A file with your own terms, read at the start; empty: the bot's."
    )
    low_credits: Credits = Field(
        100,
        description="Credits below which a PixVerse account gets videos only if no other is left, and those "
        "who run the bot are told.",
    )
    support_daily_grants: Credits = Field(
        200, description="Credits that somebody with the role support may give away per day."
    )
    time_zone: ZoneName = Field(
        "UTC",
        description="Whose midnights count where somebody has not chosen a zone: Europe/Berlin, say.",
    )
    stars: bool = Field(
        default=False, description="true if people may buy credits with Telegram Stars."
    )
    star_packs: PackList = Field(
        "Small:100:50; Medium:500:220; Large:2000:800; Monthly:1000:400:monthly",
        description="What a new bot sells, as Name:credits:Stars; later /pack changes it in the chat.",
    )
    bought_credits_days: Annotated[int, Field(ge=1, le=36_500)] | None = Field(
        None, description="Days after which bought credits end if nobody uses them; empty: never."
    )
    moderation_url: Server | None = Field(
        None,
        description="A server with OpenAI's moderation API that checks prompts before anything is paid,"
        " such as https://api.openai.com/v1; empty: none. It gets the words, nothing else.",
    )
    moderation_key: ApiToken | None = Field(
        None, description="Its API key, if it wants one. Or MODERATION_KEY_FILE: a file with it."
    )
    moderation_model: str | None = Field(
        None,
        description="Its model, such as omni-moderation-latest; empty: the server's own choice.",
    )
    public_url: PublicOrigin | None = Field(
        None,
        description="The https address that leads to HTTP_PORT, for webhooks; empty: the bot polls.",
    )
    http_host: str = Field(
        "127.0.0.1", description="Where the bot listens for health checks and webhooks."
    )
    http_port: Annotated[int, Field(ge=0, le=65535)] = Field(
        8080, description="Its port; 0 takes any free one."
    )
    data_dir: Path = Field(Path("data"), description="The folder for the database, bot.sqlite3.")
    backup_key: BackupKey | None = Field(
        None,
        description="What backups are encrypted with, 16 characters or more, from `openssl rand -base64 32`,"
        " say; empty: they are not. Or BACKUP_KEY_FILE: a file with it.",
    )
    poll_seconds: Annotated[float, Field(ge=0.1, le=3600, allow_inf_nan=False)] = Field(
        10, description="Seconds between two looks at what the provider is rendering."
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], Uppercase] = Field(
        "INFO", description="The least serious log lines to write: DEBUG, INFO, WARNING or ERROR."
    )
    log_format: Annotated[LogFormat, Lowercase] = Field(
        LogFormat.CONSOLE, description="console for people, json for machines."
    )

    _terms: Terms = PrivateAttr()
    _adapter: Adapter[Any] = PrivateAttr()
    _of_provider: ProviderSettings = PrivateAttr()

    @property
    def owners(self) -> frozenset[PersonId]:
        """Those who may do everything, and appoint others."""
        return frozenset(map(PersonId, self.admin_ids))

    def model_post_init(self, _: object, /) -> None:
        """The terms are read once: the text that is shown is the version that is asked for."""
        self._terms = Terms() if self.terms_file is None else read_terms(self.terms_file)

    @property
    def terms(self) -> Terms:
        """What people accept before their first video."""
        return self._terms

    @property
    def adapter(self) -> Adapter[Any]:
        """The provider that was chosen."""
        return self._adapter

    @property
    def of_provider(self) -> ProviderSettings:
        """What the chosen provider alone needs."""
        return self._of_provider

    def with_provider(self, chosen: Adapter[Any], theirs: ProviderSettings) -> Self:
        """These settings, and the chosen provider with those that it alone needs."""
        self._adapter, self._of_provider = chosen, theirs
        return self

    @property
    def rules(self) -> LiveRules:
        """What holds as long as no admin has set something else in the chat."""
        return LiveRules(
            owners=self.owners,
            access=self.access,
            daily_credits=self.daily_credits,
            monthly_credits=self.monthly_credits,
            max_running_jobs=self.max_running_jobs,
            bot_daily_credits=self.bot_daily_credits,
            low_credits=self.low_credits,
            support_daily_grants=self.support_daily_grants,
            referral_credits=self.referral_credits,
            groups=self.groups,
            terms=self.terms.version if self.ask_consent else None,
            time_zone=self.time_zone,
            stars=self.stars,
            bought_credits_days=self.bought_credits_days,
        )

    @property
    def http(self) -> tuple[str, int]:
        """Where the HTTP server listens."""
        return self.http_host, self.http_port

    @property
    def database(self) -> Path:
        return self.data_dir / "bot.sqlite3"

    @property
    def kept(self) -> Path:
        """Where results stand that the provider shows for a short while only."""
        return self.data_dir / "kept"

    @property
    def telegram_base_url(self) -> str:
        """What python-telegram-bot puts the token and a method behind."""
        return f"{self.telegram_api_url}/bot"

    @property
    def telegram_base_file_url(self) -> str:
        return f"{self.telegram_api_url}/file/bot"

    @property
    def telegram_webhook_secret(self) -> str:
        """What Telegram sends with every webhook, in X-Telegram-Bot-Api-Secret-Token."""
        return self._derived("telegram webhook")

    @property
    def provider_hook(self) -> str:
        """How the address of the provider's webhooks ends: what nobody else can guess, if they are not
        signed."""
        adapter = self.adapter
        return adapter.name if adapter.signed else self._derived("provider webhook")

    @property
    def advice(self) -> Sequence[str]:
        """What is allowed, but hardly meant."""
        if self.access is AccessPolicy.APPROVAL and not self.owners:
            return ("ADMIN_IDS is empty and ACCESS is approval: there is nobody to let people in.",)
        return ()

    @property
    def secrets(self) -> Sequence[str]:
        """Everything that must never be read in a log."""
        return (
            self.telegram_bot_token.get_secret_value(),
            *(one.get_secret_value() for one in (self.moderation_key, self.backup_key) if one),
            *self.of_provider.secrets,
            self.telegram_webhook_secret,
            self._derived("provider webhook"),
        )

    def _derived(self, label: str) -> str:
        """The same after every restart, and different for every bot; the token cannot be had from it."""
        token = self.telegram_bot_token.get_secret_value().encode()
        return hmac.new(token, label.encode(), hashlib.sha256).hexdigest()
