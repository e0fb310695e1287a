"""Idle memory and start, photos on their way to the provider, and requests per interval."""

import asyncio
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import aiohttp

from bot.clock import SYSTEM_CLOCK
from jobs.drafts import with_prompt
from jobs.ids import AccountId, ChatId, JobId, MessageId, PersonId, Place, VideoId
from jobs.lifecycle import Claimed, Submitted, Uploaded
from jobs.people import AccessPolicy, Profile
from jobs.rules import LiveRules
from storage import Store
from tests.bench.presses import Crowd, at_once, settings
from tests.bench.process import running
from tests.bench.world import World, big_photo, world
from tests.offers import OFFER

PHOTOS = 50
PHOTO_BYTES = 10_000_000
INTERVALS = 5


@dataclass(frozen=True)
class Idle:
    """Seconds from the start of the process to its first call for updates; memory at rest in MB."""

    start: float
    memory: float


async def idle(folder: Path, port: int) -> Idle:
    """Start in polling mode, and rest."""
    async with world() as outside:
        environment = settings(outside, folder, port)
        del environment["PUBLIC_URL"]
        began = time.perf_counter()
        async with running("bot", environment) as program:
            await asyncio.wait_for(outside.first_call.wait(), 20)
            start = time.perf_counter() - began
            await asyncio.sleep(3)
            return Idle(start, program.memory_mb())


@dataclass(frozen=True)
class Relay:
    """MB above what was resident before, at the peak; seconds for all photos; how many arrived whole."""

    memory: float
    seconds: float
    whole: int


async def photos(folder: Path, port: int) -> Relay:
    """Fifty people send a photo of 10 MB each and press Generate at the same moment."""
    async with world() as outside, aiohttp.ClientSession() as session:
        outside.photo = big_photo(PHOTO_BYTES)
        outside.capacity = PHOTOS
        async with running("bot", settings(outside, folder, port)) as program:
            await asyncio.wait_for(outside.first_call.wait(), 20)
            crowd = PhotoCrowd(outside, session)
            people = list(range(1000, 1000 + PHOTOS))
            await at_once(people, PHOTOS, crowd.send_photo)
            before = program.memory_mb()
            program.forget_peak()
            began = time.perf_counter()
            await at_once(people, PHOTOS, crowd.generate)
            async with asyncio.timeout(300):
                await outside.submitted(PHOTOS)
            took = time.perf_counter() - began
            whole = sum(size == len(outside.photo) for size in outside.uploaded)
            return Relay(program.memory_mb("VmHWM") - before, took, whole)


class PhotoCrowd(Crowd):
    """People with photos."""

    async def send_photo(self, person: int) -> float:
        done = self._world.expect(person)
        chat = {"id": person, "type": "private", "first_name": "P"}
        user = {"id": person, "is_bot": False, "first_name": "P"}
        sizes = [
            {"file_id": f"f{person}", "file_unique_id": f"u{person}", "width": 2600, "height": 2600}
        ]
        message = {"message_id": 5, "date": 1795300000, "chat": chat, "from": user, "photo": sizes}
        await self._post({"message": message})
        await asyncio.wait_for(done, 60)
        return 0.0

    async def generate(self, person: int) -> float:
        keys = [key for row in self._world.keyboards[person] for key in row]
        data = next(key["callback_data"] for key in keys if "Generate" in key["text"])
        self._world.keyboards[person] = [[{"text": "Generate", "callback_data": data}]]
        return await self.press(person)


async def requests_per_interval(folder: Path, port: int, jobs: int, accounts: int) -> float:
    """List requests in an interval while so many jobs render."""
    async with world() as outside:
        outside.accounts = accounts
        await seed(folder, jobs, accounts, outside)
        environment = {**settings(outside, folder, port), "POLL_SECONDS": "1"}
        async with running("bot", environment):
            await asyncio.wait_for(outside.first_call.wait(), 20)
            await asyncio.sleep(1.5)
            before, began = outside.requests["videos"], time.perf_counter()
            await asyncio.sleep(INTERVALS)
            took = time.perf_counter() - began
            return (outside.requests["videos"] - before) / took


async def seed(folder: Path, jobs: int, accounts: int, outside: World) -> None:
    """A database with so many rendering jobs, as the program itself would have written it."""
    rules = LiveRules(
        access=AccessPolicy.OPEN,
        daily_credits=10**9,
        monthly_credits=10**9,
        max_running_jobs=10**6,
    )
    store = await Store.open(folder / "bot.sqlite3", clock=SYSTEM_CLOCK, rules=rules, offer=OFFER)
    try:
        await asyncio.gather(*(_render(store, n, n % accounts, outside) for n in range(jobs)))
    finally:
        await store.close()


async def _render(store: Store, number: int, account: int, outside: World) -> None:
    person = PersonId(5000 + number)
    await store.people.meet(Profile(person, "P"))
    card = await store.drafts.grow(
        person,
        Place(ChatId(person)),
        lambda draft, basis: with_prompt(draft, "a cat", MessageId(1), basis.offer),
    )
    job = (await store.jobs.start(card.id, person)).job
    email, video = f"a{account}@b.c", VideoId(f"user:1-pixverse:a{account}@b.c-video:{number}")
    for event in (Claimed(AccountId(email)), Uploaded(()), Submitted(video)):
        await store.jobs.apply(JobId(job.id), event)
    created = (SYSTEM_CLOCK.now() - timedelta(seconds=1)).isoformat()
    outside.videos.append(
        {"video_id": video, "video_status": 10, "email": email, "created_at": created, "url": ""}
    )
