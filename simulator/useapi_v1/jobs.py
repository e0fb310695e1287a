"""The pages that show a job and cancel it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.useapi.refusals import Refused
from simulator.useapi_v1.access import world_of
from simulator.useapi_v1.records import Job, Status
from simulator.useapi_v1.views import job_json

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from simulator.useapi_v1.media import Media
    from simulator.useapi_v1.world import World


def job_page(media: Media) -> Callable[[Request], Awaitable[Response]]:
    async def handle(request: Request) -> Response:
        world = world_of(request)
        jobid = request.query_params.get("jobid", "")
        if not jobid and world.switches.jobs_list:
            return JSONResponse(_listed(world))
        job = known(world, jobid)
        sizes = await media.sizes_of(job)
        return JSONResponse(job_json(world, job, job.status(world.now()), sizes))

    return handle


def _listed(world: World) -> list[dict[str, object]]:
    """All that have not expired, newest first."""
    now = world.now()
    known_still = [
        job for job in world.jobs.values() if (now - job.created).days < world.switches.expiry_days
    ]
    return [job_json(world, job, job.status(now), {}) for job in reversed(known_still)]


async def cancel(request: Request) -> Response:
    world = world_of(request)
    job = known(world, request.query_params.get("jobid", ""))
    if job.final is not None:
        raise Refused(400, f"Job {job.jobid} is {job.final}")
    world.finish(job.jobid, Status.CANCELLED, world.now())
    return JSONResponse({"jobid": job.jobid, "status": Status.CANCELLED, "code": 200})


def known(world: World, jobid: str) -> Job:
    if not jobid:
        raise Refused(400, "Query param jobid not provided")
    job = world.jobs.get(jobid)
    if job is None:
        raise Refused(404, f"Unable to locate job {jobid}")
    if (world.now() - job.created).days >= world.switches.expiry_days:
        raise Refused(410, "Job has expired")
    return job
