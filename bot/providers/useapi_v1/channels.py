"""The Discord channels behind useapi.net v1: what the core calls accounts."""

from collections.abc import Sequence

from bot.providers.adapter import AccountSummary
from bot.providers.faults import asked
from jobs.ids import AccountId
from jobs.ports import Lane
from pixverse.errors import NotFound
from pixverse.useapi_v1 import Channel, UseApiV1

USUAL_JOBS = 1


class Channels:
    """Reads which there are."""

    def __init__(self, client: UseApiV1) -> None:
        self._client = client
        self._servers: dict[str, str] = {}

    async def lanes(self, sent: Sequence[AccountId]) -> Sequence[Lane]:
        """Every channel, with the room that is left beside the jobs that were sent: the API tells no more.

        Raises ProviderFault.
        """
        found = [one for one in await asked(self._read()) if one.channel]
        self._servers = {one.channel: one.server for one in found if one.channel and one.server}
        return [_lane(one, sent) for one in found]

    async def summaries(self) -> Sequence[AccountSummary]:
        """Every channel, for `--check` and /accounts. Raises ProviderFault."""
        return [
            AccountSummary(one.channel, "Discord channel", jobs=one.max_jobs)
            for one in await asked(self._read())
            if one.channel
        ]

    def server(self, channel: AccountId | None) -> str | None:
        """The Discord server of a channel, where that is known."""
        return self._servers.get(channel) if channel else None

    async def _read(self) -> Sequence[Channel]:
        try:
            return await self._client.channels()
        except NotFound:
            return ()


def _lane(channel: Channel, sent: Sequence[AccountId]) -> Lane:
    account = AccountId(channel.channel or "")
    return Lane(account, max((channel.max_jobs or USUAL_JOBS) - sent.count(account), 0))
