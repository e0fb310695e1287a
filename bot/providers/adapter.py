"""What a provider's folder gives to the program: its name, settings, offer, and how it is opened."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, SecretStr

from bot.kept import KeptFiles
from bot.media.source import FileSource
from jobs.effects import Effect
from jobs.errors import ProviderFault
from jobs.ids import AccountId, VideoId
from jobs.lifecycle import Job
from jobs.materials import Speaker
from jobs.offer import Offer
from jobs.ports import Clock, Provider

log = logging.getLogger(__name__)


class ProviderSettings(BaseModel):
    """A provider's own settings: environment variables like all others, read where it is chosen.

    Those named in `secret` may also be given as `<NAME>_FILE`; `address` is the one that says where the
    provider is: scheme and host.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    secret: ClassVar[Sequence[str]] = ()
    address: ClassVar[str]

    @property
    def server(self) -> str:
        """Where the provider is: scheme and host."""
        return str(getattr(self, self.address))

    @property
    def secrets(self) -> Sequence[str]:
        """Everything in here that must never be read in a log."""
        return [
            part.get_secret_value() for name in self.secret for part in _parts(getattr(self, name))
        ]


def _parts(value: SecretStr | Sequence[SecretStr] | None) -> Sequence[SecretStr]:
    if value is None:
        return ()
    return (value,) if isinstance(value, SecretStr) else value


@dataclass(frozen=True, slots=True)
class AccountSummary:
    """An account behind the provider, as `--check` tells of it.

    `name` is what logs and alerts call it, and no secret; `jobs` is how many may run at once; `trouble`
    says why it could not be asked.
    """

    name: str
    plan: str | None = None
    credits: int | None = None
    jobs: int | None = None
    trouble: ProviderFault | None = None


class NotTheirs(Exception):
    """A webhook that the provider did not send."""


class OpenProvider(Provider, Protocol):
    """The core's provider, what `--check` asks it, and what reads its webhooks."""

    def mentioned(self, headers: Mapping[str, str], body: bytes) -> VideoId | None:
        """The video that a webhook speaks of; None where it names none. Nothing else of it is believed: who
        forges one, or sends a copy, makes the bot look at most. Raises NotTheirs."""

    async def accounts_summary(self) -> Sequence[AccountSummary]:
        """Every configured account. Raises ProviderFault; what is wrong with one stands in its row."""


class Plain:
    """What a provider answers that takes words only, has no effects and no voices, stops and deletes
    nothing, and does not say what it charges.

    Its offer must say so: no `Mode.EFFECT`, no limits of speech, `deletes=False`. One that has some of it
    answers these itself.
    """

    async def upload(self, job: Job) -> tuple[str, ...]:  # noqa: ARG002
        """See `Provider.upload`."""
        return ()

    async def effects(self) -> Sequence[Effect]:
        """See `Provider.effects`."""
        return ()

    async def voices(self) -> Sequence[Speaker]:
        """See `Provider.voices`."""
        return ()

    async def credits(self, account: AccountId) -> int | None:  # noqa: ARG002
        """See `Provider.credits`."""
        return None

    async def cancel(self, job: Job) -> None:
        """See `Provider.cancel`."""
        log.info("job %s: its video is finished all the same", job.id)

    async def delete(self, job: Job) -> None:
        """See `Provider.delete`."""
        log.info("job %s: its video stays at the provider, which deletes none", job.id)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a provider finds around it.

    `files` are those that people sent, `directory` is where they stand for a moment. `kept` is for results
    whose addresses expire. `reply_url` is the address that nobody else can guess, for what the provider
    reports; None: it cannot reach us. `server` is the provider's address as it is set: results may lie there.
    """

    files: FileSource
    directory: Path
    kept: KeptFiles
    reply_url: str | None
    server: str
    clock: Clock


S = TypeVar("S", bound=ProviderSettings)


@dataclass(frozen=True, slots=True)
class Adapter(Generic[S]):
    """A provider, before it is opened. `title` is how people know it.

    `signed`: its webhooks prove by themselves who sent them, so their address may be known: it ends with
    the provider's name instead of a secret.
    """

    name: str
    title: str
    offer: Offer
    settings: type[S]
    open: Callable[[S, Surroundings], AbstractAsyncContextManager[OpenProvider]]
    signed: bool = False


Providers = Mapping[str, Adapter[Any]]  # all that PROVIDER can name
