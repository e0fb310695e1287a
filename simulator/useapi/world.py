"""The simulated provider's whole memory: one object that every handler reads and changes."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.serving.journal import Journal
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
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    Listener = Callable[[Video, Status], None]

_FIRST_VIDEO = 361_204_882_190_000
_FIRST_ACCOUNT = 310_882_450_017_000


@dataclass(frozen=True, slots=True)
class Options:
    """How the simulator was started; `POST /control/reset` goes back to these."""

    directory: Path  # uploads and rendered media
    token: str = "user:1-demo"  # noqa: S105 - a token of a simulator
    accounts: int = 1
    credits: int = 15_000
    render_seconds: float = 8
    off_peak_seconds: float | None = None  # unset: twice `render_seconds`
    january: bool = False  # the API as it was in January 2026, see Switches
    seed: int = 1
    journal: Path | None = None


class World:
    """Changes go through the methods, so that the journal and the indexes stay true."""

    def __init__(self, options: Options, clock: Callable[[], datetime]) -> None:
        self.options = options
        self.now = clock
        self.base_url = ""
        self.token = options.token
        self.user_number = options.token.removeprefix("user:").partition("-")[0]
        self.effects: dict[int, Effect] = {effect.template_id: effect for effect in catalogue()}
        self.random = random.Random(options.seed)
        self.listeners: list[Listener] = []
        self._journal = Journal(options.journal)
        self._last_number = _FIRST_VIDEO
        self._forget()
        self._load()

    def _forget(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.videos: dict[int, Video] = {}
        self.uploads: dict[str, Upload] = {}
        self.running: dict[int, None] = {}
        self.order: dict[str, list[int]] = {}
        self.platform = PlatformAccount()
        self.switches = Switches(january=self.options.january)
        self.render_seconds = self.options.render_seconds
        self._off_peak_seconds = self.options.off_peak_seconds

    @property
    def off_peak_seconds(self) -> float:
        asked = self._off_peak_seconds
        return 2 * self.render_seconds if asked is None else asked

    def _load(self) -> None:
        kinds = self._journal.load()
        for row in kinds.get("upload", {}).values():
            self.keep_upload(Upload.model_validate(row), fresh=False)
        for row in kinds.get("video", {}).values():
            self.keep_video(Video.model_validate(row), fresh=False)
        for row in kinds.get("platform", {}).values():
            self.platform = PlatformAccount.model_validate(row)
        accounts = kinds.get("account", {})
        for row in accounts.values():
            if row is not None:
                self.keep_account(Account.model_validate(row), fresh=False)
        # The same seed again would give the names of new uploads to old ones.
        self.random.seed(f"{self.options.seed}-{self._last_number}")
        if not accounts:
            self._configure_accounts(self.options.accounts, self.options.credits)

    def reset(
        self,
        *,
        accounts: int,
        render_seconds: float,
        off_peak_seconds: float | None,
        credit: int,
    ) -> None:
        """Everything as on a first start; numbers go on, so that no id is ever used twice."""
        self._journal.clear()
        for name in ("upload", "media/results"):
            shutil.rmtree(self.options.directory / name, ignore_errors=True)
        self._forget()
        self.render_seconds = render_seconds
        self._off_peak_seconds = off_peak_seconds
        self._configure_accounts(accounts, credit)

    def _configure_accounts(self, count: int, credit: int) -> None:
        for number in range(1, count + 1):
            name = "studio" if number == 1 else f"studio+{number}"
            self.add_account(f"{name}@example.com", max_jobs=8, credit=credit)

    def next_number(self) -> int:
        self._last_number += self.random.randrange(7, 900)
        return self._last_number

    def add_account(self, email: str, *, max_jobs: int, credit: int) -> Account:
        account_id = _FIRST_ACCOUNT + 131 * (len(self.accounts) + 1)
        account = Account(email=email, account_id=account_id, max_jobs=max_jobs, credits=credit)
        self.keep_account(account)
        return account

    def keep_account(self, account: Account, *, fresh: bool = True) -> None:
        self.accounts[account.email] = account
        self.order.setdefault(account.email, [])
        if fresh:
            self._journal.put("account", account.email, account)

    def remove_account(self, email: str) -> None:
        del self.accounts[email]
        self._journal.drop("account", email)

    def keep_upload(self, upload: Upload, *, fresh: bool = True) -> None:
        self.uploads[upload.path] = upload
        self._last_number = max(self._last_number, upload.number)
        if fresh:
            self._journal.put("upload", upload.path, upload)

    def keep_platform(self, platform: PlatformAccount) -> None:
        self.platform = platform
        self._journal.put("platform", "", platform)

    def keep_video(self, video: Video, *, fresh: bool = True) -> None:
        if video.number not in self.videos:
            self.order.setdefault(video.email, []).append(video.number)
            self._last_number = max(self._last_number, video.number)
        self.videos[video.number] = video
        if video.final is None:
            self.running[video.number] = None
        else:
            self.running.pop(video.number, None)
        if fresh:
            self._journal.put("video", video.number, video)

    def charge(self, email: str, amount: int) -> None:
        """A negative amount gives credits back; a removed account is beyond either."""
        account = self.accounts.get(email)
        if account is not None:
            left = account.credits - amount
            self.keep_account(account.model_copy(update={"credits": left}))

    def accept(self, video: Video) -> None:
        self.charge(video.email, video.cost)
        self.keep_video(video)
        self._tell(video, Status.QUEUED)

    def finish(self, number: int, status: Status, at: datetime) -> None:
        video = self.videos[number].model_copy(update={"final": status, "final_at": at})
        if status in REFUNDED:
            self.charge(video.email, -video.cost)
        self.keep_video(video)
        self._tell(video, status)

    def change_video(self, video: Video, **changes: object) -> None:
        self.keep_video(video.model_copy(update=changes))

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
        videos = (self.videos[number] for number in reversed(self.order.get(email, [])))
        return [
            video
            for video in videos
            if not video.deleted and (video.is_video or (listed and video.template_id))
        ]

    def rendering(self, email: str) -> Iterator[Video]:
        """What keeps the account busy at PixVerse: off-peak jobs wait for free machines."""
        videos = (self.videos[number] for number in self.running)
        return (video for video in videos if video.email == email and not video.off_peak)

    def executing(self, email: str) -> list[Video]:
        """What useapi tracks: not the jobs that DELETE /scheduler/{id} made it forget."""
        return [video for video in self.rendering(email) if video.tracked]

    def close(self) -> None:
        self._journal.close()

    def _tell(self, video: Video, status: Status) -> None:
        for listener in self.listeners:
            listener(video, status)
