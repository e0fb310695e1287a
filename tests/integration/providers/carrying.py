"""What the worker does with a provider, for the tests of promises: opens it, brings jobs, looks at them."""

from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.kept import KeptFiles
from bot.providers.adapter import OpenProvider, Surroundings
from jobs.capabilities import PICTURE_MODES, Mode, Options, Words
from jobs.ids import ChatId, JobId, PersonId, Place, Reference
from jobs.lifecycle import Job, State
from jobs.made import found_part, made_clip
from jobs.ports import Clock, Ready, Sighting
from jobs.requests import ClipRequest, Request
from tests.integration.providers.people import VOICE, Files
from tests.integration.providers.worlds import World, everything
from tests.provider_requests import Requests
from tests.servers import LOOPBACK


def opened(
    world: World,
    directory: Path,
    clock: Clock,
    *,
    reply_url: str | None = None,
    **changes: str,
) -> AbstractAsyncContextManager[OpenProvider]:
    """The adapter, as the program opens it."""
    values = {**world.settings(), **changes}
    kept = KeptFiles(directory / "kept")
    around = Surroundings(Files(), directory, kept, reply_url, server=LOOPBACK, clock=clock)
    return world.adapter.open(world.adapter.settings.model_validate(values), around)


def job_for(world: World, clock: Clock, request: Request, number: int = 1, **changes: Any) -> Job:
    """A job on its way to the provider, as the store would give it."""
    now = clock.now()
    job = Job(
        id=JobId(number),
        person_id=PersonId(2),
        place=Place(ChatId(2)),
        state=State.SUBMITTING,
        request=request,
        price=30,
        reference=Reference(f"reference-{number}-{int(now.timestamp())}"),
        seed=1_000 + number,
        queued_at=now,
        due_at=now,
        account=world.account,
        submitted_at=now,
    )
    return replace(job, **changes)


async def uploaded(provider: OpenProvider, job: Job) -> Job:
    return replace(job, uploads=await provider.upload(job))


async def started(provider: OpenProvider, job: Job) -> Job:
    """Uploaded and accepted."""
    job = await uploaded(provider, job)
    accepted = await provider.submit(job)
    return replace(
        job,
        state=State.GENERATING,
        video_id=accepted.video_id,
        is_image=accepted.is_image,
        cost=accepted.cost,
        started_at=job.submitted_at,
    )


async def seen(provider: OpenProvider, job: Job) -> Sighting:
    """Where the job stands."""
    assert job.account
    return (await provider.look(job.account, [job]))[job.id]


async def request_in(mode: Mode, world: World, provider: OpenProvider, clock: Clock) -> Request:
    """The plainest request of this kind that the card can make."""
    offer = everything(world.adapter)
    ask, rules = Requests(offer), offer.rules(mode)
    if mode is Mode.TEXT:
        return ask.text()
    if mode in PICTURE_MODES:
        words = "@pic1 waves" if mode is Mode.FUSION else "it moves"
        return ask.pictures(max(rules.pictures[0], 1), words, way=mode)
    if mode is Mode.EFFECT:
        return ask.effect(world.usable(await provider.effects())[0])
    model = {"model": rules.clip_models[-1]} if rules.clip_models else {}
    source = await started(provider, job_for(world, clock, ask.text(**model), 900))
    world.finish()
    sighting = await seen(provider, source)
    assert isinstance(sighting, Ready)
    clip = made_clip(replace(source, result=sighting.result))
    assert clip
    if mode is Mode.FOLLOW_UP:
        [first, *_] = sighting.result.follow_ups
        return ClipRequest(options=Options(), mode=mode, clip=clip, follow_up=first)
    target = None
    if rules.needs_part:
        looking = await started(provider, job_for(world, clock, ask.clip(Mode.PARTS, clip), 901))
        found = await seen(provider, looking)
        assert isinstance(found, Ready)
        target = found_part(replace(looking, result=found.result), 0)
    said = None if rules.words is Words.NONE else "a blue hat"
    voice = VOICE if rules.needs_voice else None
    return ask.clip(mode, clip, said, voice=voice, target=target)
