"""The toy as the core's provider: settings, what it offers and costs, what its answers mean."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date
from typing import Any, ClassVar

import httpx

from bot.providers.adapter import AccountSummary, Adapter, Plain, ProviderSettings, Surroundings
from bot.setting_kinds import ApiToken, Origin
from jobs.capabilities import Mode, ModelRules, ModeRules, Options, Subject, Words
from jobs.errors import NotSent, OutcomeUnknown, Reason, Refused
from jobs.ids import AccountId, JobId, VideoId
from jobs.lifecycle import Job, Result
from jobs.offer import Offer
from jobs.ports import Accepted, Broken, Lane, Pending, Ready, Sighting, Unseen
from jobs.requests import TextRequest
from jobs.tariff import Price

ACCOUNT = AccountId("toy box")


class ToySettings(ProviderSettings):
    secret: ClassVar[Sequence[str]] = ("toy_key",)
    address: ClassVar[str] = "toy_url"
    toy_key: ApiToken
    toy_url: Origin


class ToyTariff:
    source, as_of = "toy/server.py", date(2026, 11, 22)

    def price(self, subject: Subject, options: Options) -> Price:
        return Price(10)


WORDS = ModeRules({"toy-1": ModelRules(qualities=("360p",))}, words=Words.NEEDED)
OFFER = Offer({Mode.TEXT: WORDS}, ToyTariff(), Options(model="toy-1"), deletes=False)


class ToyProvider(Plain):
    def __init__(self, client: httpx.AsyncClient, reply_url: str | None) -> None:
        self._client, self._reply_url = client, reply_url

    async def _ask(self, path: str, order: object = None) -> Any:
        try:
            answer = await self._client.request("POST" if order else "GET", path, json=order)
        except httpx.HTTPError as error:
            raise (NotSent if isinstance(error, httpx.ConnectError) else OutcomeUnknown) from error
        if answer.is_success:
            return answer.json()
        raise Refused(Reason(answer.json()))

    async def lanes(self, sent: Sequence[AccountId] = ()) -> Sequence[Lane]:
        return [Lane(ACCOUNT, (await self._ask("/account"))["room"])]

    async def submit(self, job: Job) -> Accepted:
        assert isinstance(job.request, TextRequest)
        order = {"words": job.request.prompt, "ref": job.reference, "tell": self._reply_url}
        return Accepted(VideoId(str((await self._ask("/videos", order))["id"])))

    async def look(self, account: AccountId, jobs: Sequence[Job]) -> Mapping[JobId, Sighting]:
        rows = {str(row["id"]): row for row in await self._ask("/videos")}
        return {job.id: _sighting(rows.get(job.video_id or "")) for job in jobs}

    async def find(self, job: Job, taken: Collection[VideoId] = ()) -> Accepted | None:
        rows = await self._ask("/videos")
        ours = (Accepted(VideoId(str(row["id"]))) for row in rows if row["ref"] == job.reference)
        return next(ours, None)

    async def accounts_summary(self) -> Sequence[AccountSummary]:
        return [AccountSummary(ACCOUNT, credits=(await self._ask("/account"))["credits"])]

    def mentioned(self, headers: Mapping[str, str], body: bytes) -> VideoId | None:
        return VideoId(body.decode()) if body.isdigit() else None


def _sighting(row: dict[str, Any] | None) -> Sighting:
    if row is None or not row["end"]:
        return Pending() if row else Unseen()
    return Ready(Result(url=row["url"])) if row["end"] == "done" else Broken(Reason(row["end"]))


@asynccontextmanager
async def _open(settings: ToySettings, around: Surroundings) -> AsyncIterator[ToyProvider]:
    key = {"Authorization": settings.toy_key.get_secret_value()}
    async with httpx.AsyncClient(base_url=settings.toy_url, headers=key, trust_env=False) as client:
        yield ToyProvider(client, around.reply_url)


TOY = Adapter("toy", "The toy", OFFER, ToySettings, _open)
