"""The simulated provider's whole memory: one object that every handler reads and changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.serving.memory import Kind, Memory
from simulator.useapi.effects import MOST_IN_JANUARY, Effect, catalogue
from simulator.useapi.records import (
    REFUNDED,
    Account,
    PlatformAccount,
    Status,
    Switches,
    Upload,
    Video,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from simulator.serving.process import Site

_FIRST_VIDEO = 361_204_882_190_000
_FIRST_ACCOUNT = 310_882_450_017_000


@dataclass(frozen=True, slots=True)
class Options:
    """How the simulator was started; `POST /control/reset` goes back to these."""

    token: str = "user:1-demo"  # noqa: S105 - a token of a simulator
    accounts: int = 1
    credits: int = 15_000
    render_seconds: float = 8
    off_peak_seconds: float | None = None  # unset: twice `render_seconds`
    january: bool = False  # the API as it was in January 2026, see Switches
    seed: int = 1


class World(Memory[Options, int, Video, Status]):
    FOLDERS = ("upload", "media/results")
    OWNERS = "account"
    JOBS = "video"
    ACCEPTED = Status.QUEUED

    def __init__(self, options: Options, site: Site) -> None:
        self.token = options.token
        self.user_number = options.token.removeprefix("user:").partition("-")[0]
        self.effects: dict[int, Effect] = {effect.template_id: effect for effect in catalogue()}
        super().__init__(options, site, _FIRST_VIDEO)

    def _begin(self, options: Options) -> None:
        super()._begin(options)
        self.accounts: dict[str, Account] = {}
        self.uploads: dict[str, Upload] = {}
        self.order: dict[str, list[int]] = {}
        self.platform = PlatformAccount()
        self.switches = Switches(january=options.january)
        self._off_peak_seconds = options.off_peak_seconds

    def _equip(self, options: Options, known: Mapping[str, object]) -> None:
        if known:
            return
        for number in range(1, options.accounts + 1):
            name = "studio" if number == 1 else f"studio+{number}"
            self.add_account(f"{name}@example.com", max_jobs=8, credit=options.credits)

    def _kinds(self) -> dict[str, Kind]:
        return {
            "upload": Kind(Upload, self._index_upload),
            "video": Kind(Video, self._index_job),
            "platform": Kind(PlatformAccount, self._index_platform),
            "account": Kind(Account, self._index_account),
        }

    @property
    def off_peak_seconds(self) -> float:
        asked = self._off_peak_seconds
        return 2 * self.render_seconds if asked is None else asked

    def next_number(self) -> int:
        self._last_number += self.random.randrange(7, 900)
        return self._last_number

    def add_account(self, email: str, *, max_jobs: int, credit: int) -> Account:
        account_id = _FIRST_ACCOUNT + 131 * (len(self.accounts) + 1)
        account = Account(email=email, account_id=account_id, max_jobs=max_jobs, credits=credit)
        self.keep_account(account)
        return account

    def keep_account(self, account: Account) -> None:
        self._keep("account", account.email, account)

    def remove_account(self, email: str) -> None:
        del self.accounts[email]
        self._drop("account", email)

    def keep_upload(self, upload: Upload) -> None:
        self._keep("upload", upload.path, upload)

    def keep_platform(self, platform: PlatformAccount) -> None:
        self._keep("platform", "", platform)

    def charge(self, email: str, amount: int) -> None:
        """A negative amount gives credits back; a removed account is beyond either."""
        account = self.accounts.get(email)
        if account is not None:
            left = account.credits - amount
            self.keep_account(account.model_copy(update={"credits": left}))

    def accept(self, job: Video) -> None:
        self.charge(job.email, job.cost)
        super().accept(job)

    def _settle(self, job: Video, at: datetime) -> Video:
        if job.final in REFUNDED:
            self.charge(job.email, -job.cost)
        return super()._settle(job, at)

    def change_video(self, video: Video, **changes: object) -> None:
        self.keep_job(video.model_copy(update=changes))

    def effects_offered(self) -> dict[int, Effect]:
        """In January 2026 none took more than two pictures."""
        if not self.switches.january:
            return self.effects
        return {
            number: one for number, one in self.effects.items() if one.images <= MOST_IN_JANUARY
        }

    def newest_first(self, email: str) -> list[Video]:
        """Images made by an effect are among the videos, if so switched; others never."""
        listed = self.switches.images_listed
        videos = (self.jobs[number] for number in reversed(self.order.get(email, [])))
        return [
            video
            for video in videos
            if not video.deleted and (video.is_video or (listed and video.template_id))
        ]

    def images_newest_first(self, email: str) -> list[Video]:
        """Those that were ordered as images, and no others."""
        videos = (self.jobs[number] for number in reversed(self.order.get(email, [])))
        return [
            video
            for video in videos
            if not video.deleted and not video.is_video and not video.template_id
        ]

    def rendering(self, email: str) -> Iterator[Video]:
        """What keeps the account busy at PixVerse: off-peak jobs wait for free machines."""
        videos = (self.jobs[number] for number in self.running)
        return (video for video in videos if video.email == email and not video.off_peak)

    def executing(self, email: str) -> list[Video]:
        """What useapi tracks: not the jobs that DELETE /scheduler/{id} made it forget."""
        return [video for video in self.rendering(email) if video.tracked]

    def _index_account(self, account: Account) -> None:
        self.accounts[account.email] = account
        self.order.setdefault(account.email, [])

    def _index_upload(self, upload: Upload) -> None:
        self.uploads[upload.path] = upload
        self._seen(upload.number)

    def _index_platform(self, platform: PlatformAccount) -> None:
        self.platform = platform

    def _index_job(self, job: Video) -> None:
        if job.number not in self.jobs:
            self.order.setdefault(job.email, []).append(job.number)
        super()._index_job(job)
