"""Paid at most once, whatever is lost on the way, and whoever looks for it afterwards: over every provider."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.providers.adapter import OpenProvider
from handlers.chat.buttons import UseEffect
from jobs.capabilities import Mode
from jobs.drafts import EffectDraft
from jobs.errors import OutcomeUnknown, Reason
from jobs.lifecycle import Job, State
from jobs.ports import Lane, Ready
from jobs.requests import EffectRequest, Request
from tests.clock import SettableClock
from tests.integration.providers.carrying import job_for, seen, started, uploaded
from tests.integration.providers.shop import Shop, open_shop
from tests.integration.providers.worlds import WORLDS, End, World, everything
from tests.provider_requests import Requests, pictures
from tests.stories.town import QUICK

MADE_OF_WORDS = [
    pytest.param(name, mode, id=f"{name}-{mode}")
    for name, (world, _) in WORLDS.items()
    for mode in (Mode.TEXT, Mode.STILL)
    if everything(world.adapter).has(mode)
]


def of_words(mode: Mode, world: World) -> Request:
    ask = Requests(everything(world.adapter))
    return ask.text() if mode is Mode.TEXT else ask.pictures(0, "a red fox", way=mode)


async def lost(world: World, provider: OpenProvider, job: Job, *, accepted: bool) -> Job:
    """The submission, or its answer, is lost."""
    job = await uploaded(provider, job)
    world.lose(accepted=accepted)
    with pytest.raises(OutcomeUnknown):
        await provider.submit(job)
    return job


@pytest.mark.parametrize("running", [True, False], ids=["running", "ended"])
@pytest.mark.parametrize(("world", "mode"), MADE_OF_WORDS, indirect=["world"])
async def test_an_accepted_job_is_found_and_never_paid_twice(
    world: World, provider: OpenProvider, clock: SettableClock, mode: Mode, running: bool
) -> None:
    request = of_words(mode, world)
    twin = await started(provider, job_for(world, clock, request, 1))
    job = await lost(world, provider, job_for(world, clock, request, 2), accepted=True)
    another = await started(provider, job_for(world, clock, request, 3))
    paid, (_, ours, _) = world.balance, world.made
    if not running:
        world.finish()
    taken = [one.video_id for one in (twin, another) if one.video_id]
    found = await provider.find(job, taken)
    assert found
    assert (found.video_id, found.is_image) == (ours, mode is Mode.STILL)
    assert await provider.find(job, taken) == found
    assert (len(world.made), world.balance) == (3, paid)
    if running:
        world.finish()
    adopted = replace(job, video_id=found.video_id, is_image=found.is_image)
    assert isinstance(await seen(provider, adopted), Ready)


@pytest.mark.parametrize(("world", "mode"), MADE_OF_WORDS, indirect=["world"])
async def test_what_never_arrived_is_proved_absent_or_started_once_or_left_open(
    world: World, provider: OpenProvider, clock: SettableClock, mode: Mode
) -> None:
    request = of_words(mode, world)
    await started(provider, job_for(world, clock, request, 1))
    job = await lost(world, provider, job_for(world, clock, request, 2), accepted=False)
    assert len(world.made) == 1
    clock.advance(seconds=1)
    if not world.proves_absence:
        with pytest.raises(OutcomeUnknown):
            await provider.find(job)
    elif await provider.find(job) is None:
        assert len(world.made) == 1
        await provider.submit(replace(job, submitted_at=clock.now()))
    assert len(world.made) == 1 + world.proves_absence


@pytest.fixture
async def shop(world: World, tmp_path: Path, clock: SettableClock) -> AsyncIterator[Shop]:
    async with open_shop(world, tmp_path, clock) as shop:
        yield shop


@pytest.mark.parametrize("accepted", [True, False], ids=["answer", "request"])
async def test_another_process_finds_what_this_one_has_lost(
    world: World, shop: Shop, accepted: bool
) -> None:
    job = await shop.order()
    world.lose(accepted=accepted)
    await shop.until(job, State.SUBMITTING)
    assert len(world.made) == accepted
    await shop.restart()
    if not accepted and not world.proves_absence:
        shop.clock.advance(QUICK.unprovable)
        await shop.until(job, State.UNCONFIRMED)
        assert world.made == []
        return
    found = await shop.until(job, State.GENERATING)
    assert world.made == [found.video_id]
    world.finish()
    await shop.until(job, State.DELIVERED)
    assert len(world.made) == 1
    assert await shop.spent() == found.price


async def test_another_process_goes_on_where_this_one_ended(world: World, shop: Shop) -> None:
    """The job as it is stored is all that the next one has."""
    [room] = await shop.lanes()
    job = await shop.order()
    sent = await shop.until(job, State.GENERATING)
    await shop.restart()
    assert world.made == [sent.video_id]
    assert await shop.lanes() == [Lane(room.account, room.free - 1)]
    world.finish()
    ended = await shop.until(job, State.DELIVERED)
    assert (ended.video_id, len(world.made)) == (sent.video_id, 1)
    assert await shop.spent() == sent.price


async def test_no_more_is_sent_than_there_is_room_for_also_after_a_restart(
    world: World, shop: Shop
) -> None:
    world.has_room_for(1)
    await shop.restart()
    first, second = await shop.order(), await shop.order()
    await shop.until(first, State.GENERATING)
    sent = world.posts
    await shop.restart()
    for _ in range(5):
        await shop.tick()
    assert (await shop.job(second)).state is State.QUEUED
    assert (len(world.made), world.posts) == (1, sent), "nobody had to refuse it"
    world.finish()
    await shop.until(second, State.GENERATING)
    assert len(world.made) == 2


async def test_a_job_that_fails_costs_its_person_nothing(world: World, shop: Shop) -> None:
    job = await shop.order()
    await shop.until(job, State.GENERATING)
    await shop.restart()
    world.finish(End.FAILED)
    assert (await shop.until(job, State.FAILED)).reason is Reason.RENDER_FAILED
    assert await shop.spent() == 0


async def test_numbers_of_64_bits_come_through_buttons_database_and_requests(
    world: World, shop: Shop
) -> None:
    """Beyond 2^53 a number is another one once anything on the way has taken it for a float."""
    job = await shop.until(await shop.order(), State.GENERATING)
    assert world.made == [job.video_id]
    assert all(int(number) > 2**53 for number in world.made if number.isdigit())
    catalogue = await shop.provider.effects()
    fitting = [one for one in world.usable(catalogue) if one.pictures == 1]
    if not fitting:
        assert not world.adapter.offer.has(Mode.EFFECT)
        return
    largest = max(one.id for one in fitting)
    pressed = UseEffect.unpack(UseEffect(effect=largest).pack())
    assert pressed
    await shop.store.effects.replace(catalogue)
    effect = await shop.store.effects.get(pressed.effect)
    options = world.adapter.offer.start.model_copy(update={"quality": effect.qualities[0]})
    draft = EffectDraft(options=options, effect=effect, pictures=pictures(1))
    playing = await shop.until(await shop.order(draft), State.GENERATING)
    assert isinstance(playing.request, EffectRequest)
    assert playing.request.effect.id == largest
    assert world.made == [job.video_id, playing.video_id]
