"""The tests' side door: accounts, and when and how jobs end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import Field
from starlette.responses import JSONResponse, Response

from simulator.serving.side_door import Asked, BadOrder, SideDoor, read
from simulator.useapi.faults import Fault
from simulator.useapi.ids import find, public_id
from simulator.useapi.records import FINAL, Account, Status, Video
from simulator.useapi.video_view import iso

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.serving.side_door import Table
    from simulator.useapi.jobs import Timeline
    from simulator.useapi.world import World


class _Reset(Asked):
    accounts: int | None = Field(default=None, ge=0, le=1000)
    render_seconds: float | None = Field(default=None, ge=0)
    off_peak_seconds: float | None = Field(default=None, ge=0)
    credits: int | None = Field(default=None, ge=0)


class _Finish(Asked):
    """One job, or all, or all the off-peak ones: those would take a day."""

    video_id: str | None = None
    all: bool = False
    off_peak: bool = False
    status: Status = Status.COMPLETED


class _Account(Asked):
    email: str
    credits: int | None = Field(default=None, ge=0)
    maxJobs: int | None = Field(default=None, ge=0)  # noqa: N815 - the vendor's name
    pending_error: bool | None = None
    subscription: bool | None = None


class Control(SideDoor):
    def __init__(self, world: World, timeline: Timeline) -> None:
        super().__init__(world, timeline, Fault)
        self._world = world
        self._timeline = timeline

    def table(self) -> Table:
        return [
            ("POST", "reset", self.reset),
            ("GET", "videos", self.videos),
            ("POST", "videos/finish", self.finish),
            ("GET", "accounts", self.accounts),
            ("POST", "accounts", self.change_account),
        ]

    async def reset(self, request: Request) -> Response:
        asked = await read(request, _Reset)
        self.forget()
        self._world.reset(replace(self._world.options, **asked.model_dump(exclude_none=True)))
        return JSONResponse({"ok": True, "accounts": list(self._world.accounts)})

    async def videos(self, request: Request) -> Response:  # noqa: ARG002
        self._timeline.settle()
        rows = [self._video(video) for video in self._world.jobs.values()]
        return JSONResponse({"videos": rows})

    def _video(self, video: Video) -> dict[str, object]:
        return {
            "video_id": public_id(self._world, video),
            "kind": video.kind,
            "email": video.email,
            "endpoint": video.endpoint,
            "status": int(video.status(self._world.now())),
            "cost": video.cost,
            "charged": video.cost,
            "refunded": video.refunded,
            "replyRef": video.reply_ref,
            "body": video.body,
            "off_peak": video.off_peak,
            "removed": not video.tracked,
            "deleted": video.deleted,
            "submitted_at": iso(video.submitted_at),
            "final_at": iso(video.final_at) if video.final_at else None,
            "url": f"{self._world.base_url}/media/{video.media_path}",
            "width": video.width,
            "height": video.height,
            "duration": video.duration,
        }

    async def finish(self, request: Request) -> Response:
        asked = await read(request, _Finish)
        if asked.status not in FINAL:
            raise BadOrder("status must be 1, 6, 7 or 8")
        if asked.all + asked.off_peak + (asked.video_id is not None) != 1:
            raise BadOrder("video_id, or all, or off_peak, is required")
        self._timeline.settle()
        numbers = self._running(asked)
        for number in numbers:
            self._timeline.finish_now(number, asked.status)
        return JSONResponse({"finished": len(numbers)})

    def _running(self, asked: _Finish) -> list[int]:
        if asked.video_id is not None:
            return [self._number(asked.video_id)]
        videos = self._world.jobs
        return [one for one in self._world.running if asked.all or videos[one].off_peak]

    def _number(self, video_id: str) -> int:
        video = find(self._world, video_id)
        if video is None or video.final is not None:
            raise BadOrder(f"{video_id} is not running")
        return video.number

    async def accounts(self, request: Request) -> Response:  # noqa: ARG002
        self._timeline.settle()
        return JSONResponse({"accounts": [_shown(one) for one in self._world.accounts.values()]})

    async def change_account(self, request: Request) -> Response:
        asked = await read(request, _Account)
        world = self._world
        account = world.accounts.get(asked.email) or world.add_account(
            asked.email, max_jobs=8, credit=world.options.credits
        )
        changes: dict[str, object] = {}
        if asked.credits is not None:
            changes["credits"] = asked.credits
        if asked.maxJobs is not None:
            changes |= {"max_jobs": asked.maxJobs, "plan_jobs": max(8, asked.maxJobs)}
        if asked.pending_error is not None:
            changes["pending_error"] = asked.pending_error
        if asked.subscription is not None:
            changes["subscription"] = asked.subscription
        world.keep_account(account.model_copy(update=changes))
        return JSONResponse(_shown(world.accounts[asked.email]))


def _shown(account: Account) -> dict[str, object]:
    return {
        "email": account.email,
        "account_id": account.account_id,
        "credits": account.credits,
        "maxJobs": account.max_jobs,
        "gen_simultaneously": account.plan_jobs,
        "pending_error": account.pending_error,
        "subscription": account.subscription,
    }
