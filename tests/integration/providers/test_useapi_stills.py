"""Pictures at useapi.net: their own requests, list and answers, and what a missing one proves."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.providers.adapter import OpenProvider
from jobs.capabilities import Mode, Options
from jobs.drafts import PictureDraft
from jobs.errors import OutcomeUnknown, Reason, Refused
from jobs.lifecycle import Job, State
from jobs.ports import Broken, Pending, Ready, Unseen
from jobs.requests import PictureRequest
from tests.clock import SettableClock
from tests.integration.providers.carrying import job_for, opened, seen, started
from tests.integration.providers.shop import Shop, open_shop
from tests.integration.providers.worlds import End, UseApiWorld, everything
from tests.integration.simulator_useapi import EMAIL, Simulator
from tests.provider_requests import Requests
from tests.stories.town import QUICK

QWEN, NANO_BANANA, SEEDREAM = "qwen-image", "nano-banana", "seedream-4.5"


@pytest.fixture
def simulator(useapi_process: Simulator) -> Simulator:
    return useapi_process


@pytest.fixture
def world(simulator: Simulator) -> UseApiWorld:
    world = UseApiWorld(simulator)
    world.wipe()
    return world


def still(world: UseApiWorld, pictures: int = 0, words: str = "a red fox", **wishes: Any) -> Any:
    return Requests(everything(world.adapter)).pictures(pictures, words, way=Mode.STILL, **wishes)


def asked_for(simulator: Simulator, path: str) -> list[dict[str, Any]]:
    every = simulator.control("requests")["requests"]
    return [one for one in every if one["path"].removeprefix("/v2/pixverse").rstrip("/") == path]


async def test_a_picture_is_asked_for_in_exactly_these_words(
    world: UseApiWorld, simulator: Simulator, tmp_path: Path, clock: SettableClock
) -> None:
    async with opened(world, tmp_path, clock, reply_url="https://bot.example/p") as provider:
        await started(provider, job_for(world, clock, still(world, quality="1080p", ratio="3:4")))
        by_two = still(world, 2, "the first in the second", model=SEEDREAM, ratio="auto")
        job = await started(provider, job_for(world, clock, by_two, 2))
    plain, two = (one["body"] for one in simulator.control("videos")["videos"])
    common = {"email": EMAIL, "replyUrl": "https://bot.example/p", "create_count": 1}
    assert plain == {
        **common,
        "replyRef": job_for(world, clock, by_two).reference,
        "model": QWEN,
        "prompt": "a red fox",
        "quality": "1080p",
        "aspect_ratio": "3:4",
        "seed": 1_001,
    }
    assert two == {
        **common,
        "replyRef": job.reference,
        "model": SEEDREAM,
        "prompt": "the first in the second",
        "aspect_ratio": "auto",
        "seed": 1_002,
        "image_path_1": job.uploads[0],
        "image_path_2": job.uploads[1],
    }


async def test_videos_and_pictures_of_an_account_take_one_list_each(
    world: UseApiWorld, simulator: Simulator, provider: OpenProvider, clock: SettableClock
) -> None:
    words = Requests(world.adapter.offer).text()
    requests = [still(world), words, still(world), words, still(world)]
    jobs = [
        await started(provider, job_for(world, clock, request, number))
        for number, request in enumerate(requests, start=1)
    ]
    assert set((await provider.look(world.account, jobs)).values()) == {Pending()}
    counted = [len(asked_for(simulator, path)) for path in ("/videos", "/images")]
    assert counted == [1, 1]
    assert len(simulator.control("requests")["requests"]) == 5 + 2, "and nothing is read alone"
    world.finish()
    sightings = await provider.look(world.account, jobs)
    assert [is_picture(sightings[job.id]) for job in jobs] == [True, False, True, False, True]


def is_picture(sighting: object) -> bool:
    assert isinstance(sighting, Ready)
    assert sighting.result.width > 0 < sighting.result.height
    assert (sighting.result.seconds == 0) is sighting.result.is_image
    return sighting.result.is_image


@pytest.mark.parametrize("fault", [{"status": 404}, {"status": 400}, {"html": 1}])
async def test_where_the_list_is_not_as_expected_each_picture_is_read(
    world: UseApiWorld,
    simulator: Simulator,
    provider: OpenProvider,
    clock: SettableClock,
    fault: dict[str, int],
) -> None:
    """That is documented, and works while a picture is made."""
    job = await started(provider, job_for(world, clock, still(world)))
    kind = {"kind": "html", "status": 200} if "html" in fault else {"kind": "status", **fault}
    simulator.control("faults", {"path": "/images", "method": "GET", "times": 20, **kind})
    assert await seen(provider, job) == Pending()
    world.finish()
    assert is_picture(await seen(provider, job))


async def test_an_account_in_trouble_is_said_to_be(
    world: UseApiWorld, simulator: Simulator, provider: OpenProvider, clock: SettableClock
) -> None:
    job = await started(provider, job_for(world, clock, still(world)))
    fault = {"path": "/images", "method": "GET", "kind": "status", "status": 596}
    simulator.control("faults", fault)
    with pytest.raises(Refused) as refused:
        await seen(provider, job)
    assert refused.value.reason is Reason.ACCOUNT_LOCKED


async def test_a_picture_that_is_nowhere_is_unseen(
    world: UseApiWorld, simulator: Simulator, provider: OpenProvider, clock: SettableClock
) -> None:
    """A video that cannot be read may still be in the making; a picture is shown from the first moment."""
    job = await started(provider, job_for(world, clock, still(world)))
    await provider.delete(job)
    assert await seen(provider, job) == Unseen()


async def test_one_that_does_not_pass_is_broken_and_one_is_taken_away_for_good(
    world: UseApiWorld, simulator: Simulator, provider: OpenProvider, clock: SettableClock
) -> None:
    job = await started(provider, job_for(world, clock, still(world)))
    world.finish(End.MODERATED)
    assert await seen(provider, job) == Broken(Reason.MODERATED)
    for _ in range(2):
        await provider.delete(job)
    assert [row["deleted"] for row in simulator.control("videos")["videos"]] == [True]
    deletions = [r["path"] for r in simulator.control("requests")["requests"]]
    assert [path.split("/")[3] for path in deletions if "image:" in path][:1] == ["images"]


async def test_a_list_that_never_showed_one_being_made_does_not_prove_it_absent(
    world: UseApiWorld, provider: OpenProvider, clock: SettableClock
) -> None:
    """It may show what is finished only. Once it was seen to show more, it is believed."""
    await started(provider, job_for(world, clock, still(world)))
    world.finish()
    clock.advance(seconds=300)
    job = job_for(world, clock, still(world), 2)
    with pytest.raises(OutcomeUnknown):
        await provider.find(job)
    await started(provider, job_for(world, clock, still(world), 3))
    assert await provider.find(job) is None
    world.finish()
    assert await provider.find(job) is None


async def test_a_list_that_cannot_be_read_proves_nothing(
    world: UseApiWorld, simulator: Simulator, provider: OpenProvider, clock: SettableClock
) -> None:
    await started(provider, job_for(world, clock, still(world)))
    fault = {"path": "/images", "method": "GET", "kind": "status", "status": 404, "times": 9}
    simulator.control("faults", fault)
    with pytest.raises(OutcomeUnknown):
        await provider.find(job_for(world, clock, still(world), 2))


@pytest.fixture
async def shop(world: UseApiWorld, tmp_path: Path, clock: SettableClock) -> AsyncIterator[Shop]:
    async with open_shop(world, tmp_path, clock, switched_on={"still"}) as shop:
        yield shop


def draft(world: UseApiWorld) -> PictureDraft:
    request: PictureRequest = still(world)
    start: Options = world.adapter.offer.start
    own = request.options.model_dump(exclude_none=True)
    options = start.model_copy(update=own)
    return PictureDraft(
        options=options, prompt=request.prompt, pictures=(), way=Mode.STILL, chosen=True
    )


async def lost_by(world: UseApiWorld, shop: Shop, *, accepted: bool) -> Job:
    job = await shop.order(draft(world))
    world.lose(accepted=accepted)
    await shop.until(job, State.SUBMITTING)
    await shop.restart()
    return await shop.job(job)


async def test_a_restart_finds_the_picture_whose_answer_was_lost(
    world: UseApiWorld, shop: Shop
) -> None:
    job = await lost_by(world, shop, accepted=True)
    found = await shop.until(job.id, State.GENERATING)
    assert (world.made, found.is_image) == ([found.video_id], True)
    await shop.restart()
    world.finish()
    ended = await shop.until(job.id, State.DELIVERED)
    assert ended.result
    assert (ended.result.is_image, len(world.made)) == (True, 1)
    assert await shop.spent() == found.price == 5


async def test_one_that_never_arrived_is_left_open_until_the_list_is_known(
    world: UseApiWorld, shop: Shop
) -> None:
    job = await lost_by(world, shop, accepted=False)
    shop.clock.advance(QUICK.unprovable)
    await shop.until(job.id, State.UNCONFIRMED)
    assert world.made == []
    other = await shop.until(await shop.order(draft(world)), State.GENERATING)
    shop.clock.advance(QUICK.next_search)
    again = await shop.until(job.id, State.GENERATING)
    assert world.made == [other.video_id, again.video_id]
    world.finish()
    await shop.until(job.id, State.DELIVERED)
    assert await shop.spent() == 2 * again.price
