"""Every provider with its simulator, and what the tests of promises wish of it. A new one gets a class here."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, ClassVar

from bot.providers.adapter import Adapter
from bot.providers.pixverse.accounts import account_id
from bot.providers.pixverse.adapter import PIXVERSE
from bot.providers.useapi.adapter import USEAPI
from bot.providers.useapi_v1.adapter import USEAPI_V1
from jobs.effects import Effect
from jobs.ids import AccountId
from jobs.offer import Offer
from tests.integration.providers.toy.adapter import ACCOUNT, TOY
from tests.integration.providers.toy.server import ToyServer
from tests.integration.simulator_platform import KEY, Platform
from tests.integration.simulator_useapi import EMAIL, TOKEN, Simulator
from tests.integration.simulator_useapi_v1 import TOKEN as V1_TOKEN
from tests.integration.simulator_useapi_v1 import Legacy


class End(StrEnum):
    """How a rendering ends."""

    DONE = "done"
    MODERATED = "moderated"
    FAILED = "failed"


class World(ABC):
    """A provider with one account. Nothing that it renders ends by itself."""

    adapter: ClassVar[Adapter[Any]]
    key: ClassVar[str]  # the name of the setting that holds its secret
    account: AccountId
    proves_absence: ClassVar[bool] = True  # or starts what never arrived
    stops: ClassVar[bool] = False  # what somebody has cancelled

    @abstractmethod
    def wipe(self) -> None:
        """As new."""

    @abstractmethod
    def settings(self) -> Mapping[str, str]:
        """What finds it and opens it, by lower-case names."""

    def reports_to(self, url: str) -> Mapping[str, str]:
        """It reports what becomes of jobs to this address; returns the settings that this takes."""
        return {}

    @property
    @abstractmethod
    def made(self) -> Sequence[str]:
        """The ids of everything that it has accepted, oldest first."""

    @property
    def posts(self) -> int | None:
        """How often something was sent there; None where nobody counts."""
        return None

    @property
    def balance(self) -> int | None:
        """What the account can spend; None where nothing is counted."""
        return None

    @abstractmethod
    def finish(self, end: End = End.DONE) -> None:
        """Everything that it renders ends now."""

    @abstractmethod
    def lose(self, *, accepted: bool) -> None:
        """The next submission is lost on its way, or, once it is accepted, its answer is."""

    @abstractmethod
    def has_room_for(self, jobs: int) -> None:
        """So many jobs may run at once."""

    @abstractmethod
    def has_left(self, credits: int) -> None:
        """The account has so much to spend."""

    def usable(self, effects: Sequence[Effect]) -> Sequence[Effect]:
        """Those that this account may use."""
        return effects


class Simulated(World):
    """One of the simulators, which are told what to do in the same words."""

    ends: ClassVar[Mapping[End, Any]] = {End.DONE: 1, End.MODERATED: 7, End.FAILED: 8}

    def __init__(self, process: Simulator | Platform | Legacy) -> None:
        self.process = process
        self.control = process.control
        self.url = process.url

    def wipe(self) -> None:
        self.process.http.delete("/control/faults")
        self.start()
        self.control("hold", {"enabled": True})

    @abstractmethod
    def start(self) -> None:
        """With one account."""

    @property
    def made(self) -> Sequence[str]:
        return [str(row["video_id"]) for row in self.control("videos")["videos"]]

    @property
    def posts(self) -> int | None:
        return [one["method"] for one in self.control("requests")["requests"]].count("POST")

    @property
    def balance(self) -> int | None:
        [account] = self.control("accounts")["accounts"]
        return int(account["credits"])

    def finish(self, end: End = End.DONE) -> None:
        self.control("videos/finish", {"all": True, "status": self.ends[end]})

    def lose(self, *, accepted: bool) -> None:
        kind = "reset_after" if accepted else "reset"
        self.control("faults", {"path": "*", "method": "POST", "kind": kind, "times": 1})


class UseApiWorld(Simulated):
    adapter = USEAPI
    key = "useapi_token"
    account = AccountId(EMAIL)

    def start(self) -> None:
        self.control("reset", {"accounts": 1})

    def settings(self) -> Mapping[str, str]:
        return {"useapi_token": TOKEN, "useapi_url": self.url}

    def has_room_for(self, jobs: int) -> None:
        self.control("accounts", {"email": EMAIL, "maxJobs": jobs})

    def has_left(self, credits: int) -> None:
        self.control("accounts", {"email": EMAIL, "credits": credits})


class PixverseWorld(Simulated):
    adapter = PIXVERSE
    key = "pixverse_api_key"
    account = account_id(KEY)
    _room = 5

    def start(self) -> None:
        self.control("reset", {"keys": [KEY]})
        self.control("switches", {"real_sizes": False})

    def settings(self) -> Mapping[str, str]:
        room = {"pixverse_concurrency": str(self._room)}
        return {"pixverse_api_key": KEY, "pixverse_api_url": self.url, **room}

    def reports_to(self, url: str) -> Mapping[str, str]:
        hook = self.control("webhooks", {"url": url, "key": KEY})
        return {
            "pixverse_webhook_id": hook["webhook_id"],
            "pixverse_webhook_secret": hook["secret"],
        }

    def has_room_for(self, jobs: int) -> None:
        """The setting says it, too, once the provider is opened again."""
        self._room = jobs
        self.control("accounts", {"key": KEY, "concurrency": jobs})

    def has_left(self, credits: int) -> None:
        self.control("accounts", {"key": KEY, "credits": credits})

    def usable(self, effects: Sequence[Effect]) -> Sequence[Effect]:
        activated = set(self.control("accounts")["accounts"][0]["activated"])
        return [effect for effect in effects if effect.id in activated]


class LegacyWorld(Simulated):
    """useapi.net v1, with the list of jobs that nobody has seen."""

    adapter = USEAPI_V1
    key = "useapi_token"
    ends = {End.DONE: "completed", End.MODERATED: "moderated", End.FAILED: "failed"}  # noqa: RUF012
    proves_absence = False
    stops = True

    def start(self) -> None:
        self.control("reset", {})
        self.control("switches", {"jobs_list": True, "real_sizes": False})
        [channel] = self.control("accounts")["accounts"]
        self.account = AccountId(channel["channel"])

    def settings(self) -> Mapping[str, str]:
        return {"useapi_token": V1_TOKEN, "useapi_url": self.url}

    @property
    def made(self) -> Sequence[str]:
        """Words that are refused at once become a job, too, which has ended."""
        rows = self.control("videos")["videos"]
        return [row["jobid"] for row in rows if row["status"] != "moderated"]

    @property
    def balance(self) -> int | None:
        return None

    def has_room_for(self, jobs: int) -> None:
        self.control("accounts", {"maxJobs": jobs})

    def has_left(self, credits: int) -> None:
        """Nobody counts."""


class ToyWorld(World):
    adapter = TOY
    key = "toy_key"
    account = ACCOUNT

    def __init__(self, server: ToyServer) -> None:
        self.server = server

    def wipe(self) -> None:
        self.server.videos.clear()
        self.server.room, self.server.credits, self.server.lost = 3, 100, ""

    def settings(self) -> Mapping[str, str]:
        return {"toy_key": self.server.key, "toy_url": self.server.url}

    @property
    def made(self) -> Sequence[str]:
        return [str(one["id"]) for one in self.server.videos]

    @property
    def balance(self) -> int | None:
        return self.server.credits

    def finish(self, end: End = End.DONE) -> None:
        ends = {End.FAILED: "render_failed"}
        self.server.finish(ends.get(end, end))

    def lose(self, *, accepted: bool) -> None:
        self.server.lost = "after" if accepted else "before"

    def has_room_for(self, jobs: int) -> None:
        self.server.room = jobs

    def has_left(self, credits: int) -> None:
        self.server.credits = credits


def everything(adapter: Adapter[Any]) -> Offer:
    """What a provider can do, with what is off until somebody switches it on."""
    return adapter.offer.tuned(hidden=(), shown=adapter.offer.unproven)


WORLDS: Mapping[str, tuple[type[UseApiWorld | PixverseWorld | LegacyWorld | ToyWorld], str]] = {
    "useapi": (UseApiWorld, "useapi_process"),
    "pixverse": (PixverseWorld, "platform_process"),
    "useapi-v1": (LegacyWorld, "legacy_process"),
    "toy": (ToyWorld, "toy_process"),
}
"""Each provider's world, and the fixture that its simulator is."""
