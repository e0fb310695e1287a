"""The tests' side door: what was asked, what is to go wrong, and when jobs end."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.useapi.faults import Fault
from simulator.useapi.ids import find, public_id
from simulator.useapi.records import FINAL, Account, Status, Switches, Video
from simulator.useapi.refusals import bad
from simulator.useapi.video_view import iso

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.serving.wire import Wire
    from simulator.useapi.jobs import Timeline
    from simulator.useapi.media import Media
    from simulator.useapi.world import World


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Reset(_Asked):
    accounts: int | None = Field(default=None, ge=0, le=1000)
    render_seconds: float | None = Field(default=None, ge=0)
    off_peak_seconds: float | None = Field(default=None, ge=0)
    credits: int | None = Field(default=None, ge=0)


class _Finish(_Asked):
    """One job, or all, or all the off-peak ones: those would take a day."""

    video_id: str | None = None
    all: bool = False
    off_peak: bool = False
    status: Status = Status.COMPLETED


class _Hold(_Asked):
    enabled: bool


class _Account(_Asked):
    email: str
    credits: int | None = Field(default=None, ge=0)
    maxJobs: int | None = Field(default=None, ge=0)  # noqa: N815 - the vendor's name
    pending_error: bool | None = None
    subscription: bool | None = None


_Form = TypeVar("_Form", bound=BaseModel)


async def _read(request: Request, form: type[_Form]) -> _Form:
    try:
        return form.model_validate_json(await request.body() or b"{}")
    except ValidationError as error:
        first = error.errors()[0]
        raise bad(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


class Control:
    def __init__(self, world: World, timeline: Timeline, media: Media) -> None:
        self._world = world
        self._timeline = timeline
        self._media = media
        self.wire: Wire | None = None  # set by the one who wraps the app in it

    def routes(self) -> list[Route]:
        return [
            Route("/control/health", self.health),
            Route("/control/reset", self.reset, methods=["POST"]),
            Route("/control/requests", self.requests),
            Route("/control/faults", self.list_faults),
            Route("/control/faults", self.add_fault, methods=["POST"]),
            Route("/control/faults", self.clear_faults, methods=["DELETE"]),
            Route("/control/videos", self.videos),
            Route("/control/videos/finish", self.finish, methods=["POST"]),
            Route("/control/hold", self.hold, methods=["POST"]),
            Route("/control/accounts", self.accounts),
            Route("/control/accounts", self.change_account, methods=["POST"]),
            Route("/control/switches", self.switches),
            Route("/control/switches", self.change_switches, methods=["POST"]),
        ]

    @property
    def _wired(self) -> Wire:
        assert self.wire is not None
        return self.wire

    async def health(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse({"ok": True})

    async def reset(self, request: Request) -> Response:
        asked = await _read(request, _Reset)
        options = self._world.options
        self._timeline.clear()
        self._wired.clear()
        seconds, off_peak = asked.render_seconds, asked.off_peak_seconds
        self._world.reset(
            accounts=options.accounts if asked.accounts is None else asked.accounts,
            render_seconds=options.render_seconds if seconds is None else seconds,
            off_peak_seconds=options.off_peak_seconds if off_peak is None else off_peak,
            credit=options.credits if asked.credits is None else asked.credits,
        )
        return JSONResponse({"ok": True, "accounts": list(self._world.accounts)})

    async def requests(self, request: Request) -> Response:
        """`path` is a part of the address, `since` the last number already seen."""
        path = request.query_params.get("path", "")
        since = request.query_params.get("since") or "0"
        if not since.isdecimal():
            raise bad("since must be a number of a request")
        calls = [one for one in self._wired.calls if path in one.path and one.n > int(since)]
        return JSONResponse({"requests": [one.shown() for one in calls]})

    async def list_faults(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse({"faults": [one.model_dump() for one in self._wired.faults]})

    async def add_fault(self, request: Request) -> Response:
        self._wired.faults.append(await _read(request, Fault))
        return JSONResponse({"ok": True})

    async def clear_faults(self, request: Request) -> Response:  # noqa: ARG002
        self._wired.faults.clear()
        return JSONResponse({"ok": True})

    async def videos(self, request: Request) -> Response:  # noqa: ARG002
        self._timeline.settle()
        rows = [self._video(video) for video in self._world.videos.values()]
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
        asked = await _read(request, _Finish)
        if asked.status not in FINAL:
            raise bad("status must be 1, 6, 7 or 8")
        if asked.all + asked.off_peak + (asked.video_id is not None) != 1:
            raise bad("video_id, or all, or off_peak, is required")
        self._timeline.settle()
        numbers = self._running(asked)
        for number in numbers:
            self._timeline.finish_now(number, asked.status)
        return JSONResponse({"finished": len(numbers)})

    def _running(self, asked: _Finish) -> list[int]:
        if asked.video_id is not None:
            return [self._number(asked.video_id)]
        videos = self._world.videos
        return [one for one in self._world.running if asked.all or videos[one].off_peak]

    def _number(self, video_id: str) -> int:
        video = find(self._world, video_id)
        if video is None or video.final is not None:
            raise bad(f"{video_id} is not running")
        return video.number

    async def hold(self, request: Request) -> Response:
        asked = await _read(request, _Hold)
        self._timeline.settle()
        self._timeline.hold(enabled=asked.enabled)
        return JSONResponse({"held": self._timeline.held})

    async def accounts(self, request: Request) -> Response:  # noqa: ARG002
        self._timeline.settle()
        return JSONResponse({"accounts": [_shown(one) for one in self._world.accounts.values()]})

    async def change_account(self, request: Request) -> Response:
        asked = await _read(request, _Account)
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

    async def switches(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse(self._world.switches.model_dump())

    async def change_switches(self, request: Request) -> Response:
        asked = await _read(request, Switches)
        changes = asked.model_dump(exclude_unset=True)
        self._world.switches = self._world.switches.model_copy(update=changes)
        return JSONResponse(self._world.switches.model_dump())


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
