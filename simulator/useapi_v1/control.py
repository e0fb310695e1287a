"""The tests' side door: what was asked, what is to go wrong, and when jobs end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.serving import faults
from simulator.useapi.refusals import bad
from simulator.useapi_v1.channels import channel_json
from simulator.useapi_v1.records import FINAL, Job, Status, Switches

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.serving.wire import Wire
    from simulator.useapi_v1.jobs import Timeline
    from simulator.useapi_v1.world import World


class Fault(faults.Fault):
    api: ClassVar[str] = "/v1/pixverse"


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Reset(_Asked):
    channels: int | None = Field(default=None, ge=0, le=100)
    render_seconds: float | None = Field(default=None, ge=0)


class _Finish(_Asked):
    jobid: str | None = None
    all: bool = False
    status: Status = Status.COMPLETED


class _Hold(_Asked):
    enabled: bool


class _Age(_Asked):
    """Makes a job, and the addresses of its files, so many days older; it does not end by that."""

    jobid: str
    days: float


class _Account(_Asked):
    """`subscription` is of all; the others are of one channel."""

    channel: str | None = None
    pending_error: bool | None = None
    maxJobs: int | None = Field(default=None, ge=0)  # noqa: N815 - the vendor's name
    subscription: bool | None = None


_Form = TypeVar("_Form", bound=BaseModel)


async def _read(request: Request, form: type[_Form]) -> _Form:
    try:
        return form.model_validate_json(await request.body() or b"{}")
    except ValidationError as error:
        first = error.errors()[0]
        raise bad(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


class Control:
    def __init__(self, world: World, timeline: Timeline) -> None:
        self._world = world
        self._timeline = timeline
        self.wire: Wire | None = None  # set by the one who wraps the app in it

    def routes(self) -> list[Route]:
        table = [
            ("GET", "health", self.health),
            ("POST", "reset", self.reset),
            ("GET", "requests", self.requests),
            ("GET", "faults", self.list_faults),
            ("POST", "faults", self.add_fault),
            ("DELETE", "faults", self.clear_faults),
            ("GET", "videos", self.videos),
            ("POST", "videos/finish", self.finish),
            ("POST", "videos/age", self.age),
            ("POST", "hold", self.hold),
            ("GET", "accounts", self.accounts),
            ("POST", "accounts", self.change_account),
            ("GET", "switches", self.switches),
            ("POST", "switches", self.change_switches),
        ]
        return [Route(f"/control/{path}", do, methods=[method]) for method, path, do in table]

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
        seconds = asked.render_seconds
        self._world.reset(
            channels=options.channels if asked.channels is None else asked.channels,
            render_seconds=options.render_seconds if seconds is None else seconds,
        )
        return JSONResponse({"ok": True, "channels": list(self._world.channels)})

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
        return JSONResponse({"videos": [self._shown(job) for job in self._world.jobs.values()]})

    def _shown(self, job: Job) -> dict[str, object]:
        return {
            "jobid": job.jobid,
            "verb": job.verb,
            "channel": job.channel,
            "status": job.status(self._world.now()),
            "body": job.body,
            "button": job.button,
            "parent": job.parent,
            "replyRef": job.body.get("replyRef"),
        }

    async def finish(self, request: Request) -> Response:
        asked = await _read(request, _Finish)
        if asked.status not in FINAL:
            raise bad("status must be completed, moderated, failed or cancelled")
        if asked.all == (asked.jobid is not None):
            raise bad("jobid, or all, is required")
        self._timeline.settle()
        jobs = list(self._world.running) if asked.all else [asked.jobid or ""]
        for jobid in jobs:
            if jobid not in self._world.running:
                raise bad(f"{jobid} is not running")
            self._timeline.finish_now(jobid, asked.status)
        return JSONResponse({"finished": len(jobs)})

    async def age(self, request: Request) -> Response:
        asked = await _read(request, _Age)
        job = self._world.jobs.get(asked.jobid)
        if job is None:
            raise bad(f"{asked.jobid} is not known")
        by = timedelta(days=asked.days)
        older = tuple(
            one.model_copy(update={"expires": one.expires - by}) for one in job.attachments
        )
        moments = ("created", "started_at", "progress_at")
        changes = {name: getattr(job, name) - by for name in moments}
        self._world.keep(job.model_copy(update={**changes, "attachments": older}))
        return JSONResponse({"ok": True})

    async def hold(self, request: Request) -> Response:
        asked = await _read(request, _Hold)
        self._timeline.settle()
        self._timeline.hold(enabled=asked.enabled)
        return JSONResponse({"held": self._timeline.held})

    async def accounts(self, request: Request) -> Response:  # noqa: ARG002
        self._timeline.settle()
        rows = [
            {**channel_json(one), "executing": self._world.executing(one.channel)}
            for one in self._world.channels.values()
        ]
        return JSONResponse({"accounts": rows, "subscription": self._world.subscription})

    async def change_account(self, request: Request) -> Response:
        asked = await _read(request, _Account)
        if asked.channel is not None and asked.channel not in self._world.channels:
            raise bad(f"{asked.channel} is not configured")
        if asked.subscription is not None:
            self._world.subscription = asked.subscription
        changes = {"pending_error": asked.pending_error, "max_jobs": asked.maxJobs}
        given = {name: value for name, value in changes.items() if value is not None}
        for channel in list(self._world.channels.values()):
            if given and asked.channel in (None, channel.channel):
                self._world.keep_channel(channel.model_copy(update=given))
        return await self.accounts(request)

    async def switches(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse(self._world.switches.model_dump())

    async def change_switches(self, request: Request) -> Response:
        asked = await _read(request, Switches)
        changes = asked.model_dump(exclude_unset=True)
        self._world.switches = self._world.switches.model_copy(update=changes)
        return JSONResponse(self._world.switches.model_dump())
