"""The tests' side door: channels, and when and how jobs end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from starlette.responses import JSONResponse, Response

from simulator.serving import faults
from simulator.serving.side_door import Asked, BadOrder, SideDoor, read
from simulator.useapi_v1.channels import channel_json
from simulator.useapi_v1.records import FINAL, Job, Status

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.serving.side_door import Table
    from simulator.serving.timeline import Timeline
    from simulator.useapi_v1.world import World


class Fault(faults.Fault):
    api: ClassVar[str] = "/v1/pixverse"


class _Reset(Asked):
    channels: int | None = Field(default=None, ge=0, le=100)
    render_seconds: float | None = Field(default=None, ge=0)


class _Finish(Asked):
    jobid: str | None = None
    all: bool = False
    status: Status = Status.COMPLETED


class _Age(Asked):
    """Makes a job, and the addresses of its files, so many days older; it does not end by that."""

    jobid: str
    days: float


class _Account(Asked):
    """`subscription` is of all; the others are of one channel."""

    channel: str | None = None
    pending_error: bool | None = None
    maxJobs: int | None = Field(default=None, ge=0)  # noqa: N815 - the vendor's name
    subscription: bool | None = None


class Control(SideDoor):
    def __init__(self, world: World, timeline: Timeline[str, Job, Status]) -> None:
        super().__init__(world, timeline, Fault)
        self._world = world
        self._timeline = timeline

    def table(self) -> Table:
        return [
            ("POST", "reset", self.reset),
            ("GET", "videos", self.videos),
            ("POST", "videos/finish", self.finish),
            ("POST", "videos/age", self.age),
            ("GET", "accounts", self.accounts),
            ("POST", "accounts", self.change_account),
        ]

    async def reset(self, request: Request) -> Response:
        asked = await read(request, _Reset)
        self.forget()
        self._world.reset(replace(self._world.options, **asked.model_dump(exclude_none=True)))
        return JSONResponse({"ok": True, "channels": list(self._world.channels)})

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
        asked = await read(request, _Finish)
        if asked.status not in FINAL:
            raise BadOrder("status must be completed, moderated, failed or cancelled")
        if asked.all == (asked.jobid is not None):
            raise BadOrder("jobid, or all, is required")
        self._timeline.settle()
        jobs = list(self._world.running) if asked.all else [asked.jobid or ""]
        for jobid in jobs:
            if jobid not in self._world.running:
                raise BadOrder(f"{jobid} is not running")
            self._timeline.finish_now(jobid, asked.status)
        return JSONResponse({"finished": len(jobs)})

    async def age(self, request: Request) -> Response:
        asked = await read(request, _Age)
        job = self._world.jobs.get(asked.jobid)
        if job is None:
            raise BadOrder(f"{asked.jobid} is not known")
        by = timedelta(days=asked.days)
        older = tuple(
            one.model_copy(update={"expires": one.expires - by}) for one in job.attachments
        )
        moments = ("created", "started_at", "progress_at")
        changes = {name: getattr(job, name) - by for name in moments}
        self._world.keep_job(job.model_copy(update={**changes, "attachments": older}))
        return JSONResponse({"ok": True})

    async def accounts(self, request: Request) -> Response:  # noqa: ARG002
        self._timeline.settle()
        rows = [
            {**channel_json(one), "executing": self._world.executing(one.channel)}
            for one in self._world.channels.values()
        ]
        return JSONResponse({"accounts": rows, "subscription": self._world.subscription})

    async def change_account(self, request: Request) -> Response:
        asked = await read(request, _Account)
        if asked.channel is not None and asked.channel not in self._world.channels:
            raise BadOrder(f"{asked.channel} is not configured")
        if asked.subscription is not None:
            self._world.subscription = asked.subscription
        changes = {"pending_error": asked.pending_error, "max_jobs": asked.maxJobs}
        given = {name: value for name, value in changes.items() if value is not None}
        for channel in list(self._world.channels.values()):
            if given and asked.channel in (None, channel.channel):
                self._world.keep_channel(channel.model_copy(update=given))
        return await self.accounts(request)
