"""What every provider promises to the core: the same tests over all of them.

Answers that were lost: `test_lost_answers.py`. Webhooks: `test_hooks.py`.
"""

import logging
import re
from collections.abc import Awaitable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.kept import KeptFiles
from bot.providers.adapter import OpenProvider
from bot.public_addresses import may_be_fetched
from bot.results import ProviderFiles
from jobs.capabilities import CLIP_MODES, PICTURE_MODES, Field, Mode, Subject
from jobs.errors import NotSent, ProviderFault, Reason, Refused
from jobs.ids import AccountId, JobId, VideoId
from jobs.ports import Broken, Lane, Pending, Ready, Unseen
from tests.clock import SettableClock
from tests.integration.providers.carrying import (
    job_for,
    opened,
    request_in,
    seen,
    started,
    uploaded,
)
from tests.integration.providers.worlds import WORLDS, End, World
from tests.provider_requests import Requests
from tests.servers import LOOPBACK

MOST_BYTES = 20_000_000
KINDS = [
    pytest.param(name, mode, id=f"{name}-{mode}")
    for name, (world, _) in WORLDS.items()
    for mode in Mode
    if world.adapter.offer.has(mode) and mode is not Mode.PARTS  # no video is made of it
]


def words_for(world: World) -> Requests:
    return Requests(world.adapter.offer)


async def refusal(work: Awaitable[object]) -> Reason:
    with pytest.raises(Refused) as caught:
        await work
    return caught.value.reason


@pytest.mark.parametrize(("world", "mode"), KINDS, indirect=["world"])
async def test_whatever_is_offered_is_taken_watched_and_brought(
    world: World, provider: OpenProvider, clock: SettableClock, tmp_path: Path, mode: Mode
) -> None:
    request = await request_in(mode, world, provider, clock)
    before, had = len(world.made), world.balance
    job = await started(provider, job_for(world, clock, request))
    assert world.made[before:] == [job.video_id]
    assert await seen(provider, job) == Pending()
    taken = None if had is None else had - (world.balance or 0)
    price = world.adapter.offer.price(request.subject, request.options)
    assert job.cost in (None, taken)
    assert price.about or taken in (None, price.credits)
    world.finish()
    sighting = await seen(provider, job)
    assert isinstance(sighting, Ready)
    assert sighting.result.is_image is job.is_image
    kept = KeptFiles(tmp_path / "kept")
    url = sighting.result.url
    assert kept.path(url) or may_be_fetched(url, server=LOOPBACK)
    if mode is Mode.TEXT:
        files = ProviderFiles(tmp_path, kept, server=LOOPBACK)
        async with files.fetch(url, limit=MOST_BYTES) as film:
            assert film.read()
        await files.close()


async def test_one_look_tells_of_all_and_a_strange_one_spares_the_others(
    world: World, provider: OpenProvider, clock: SettableClock
) -> None:
    ask = words_for(world)
    first, second = [
        await started(provider, job_for(world, clock, ask.text(), number)) for number in (1, 2)
    ]
    assert first.video_id != second.video_id
    strange = VideoId(re.sub(r"\d+(?=\D*$)", "7777777777", str(first.video_id)))
    lost = replace(first, id=JobId(3), video_id=strange)
    world.finish()
    looks = await provider.look(world.account, [lost, first, second])
    assert looks[lost.id] == Unseen()
    assert all(isinstance(looks[job.id], Ready) for job in (first, second))


@pytest.mark.parametrize(
    ("end", "reason"),
    [(End.MODERATED, Reason.MODERATED), (End.FAILED, Reason.RENDER_FAILED)],
    ids=list(End)[1:],
)
async def test_a_bad_end_has_a_reason(
    world: World, provider: OpenProvider, clock: SettableClock, end: End, reason: Reason
) -> None:
    job = await started(provider, job_for(world, clock, words_for(world).text()))
    world.finish(end)
    assert await seen(provider, job) == Broken(reason)


async def test_words_that_are_refused_are_not_paid_for(
    world: World, provider: OpenProvider, clock: SettableClock
) -> None:
    job = job_for(world, clock, words_for(world).text("a forbidden fox"))
    assert await refusal(started(provider, job)) is Reason.MODERATED
    assert world.made == []


async def test_without_credits_nothing_is_made_and_with_them_it_is(
    world: World, provider: OpenProvider, clock: SettableClock
) -> None:
    job = job_for(world, clock, words_for(world).text())
    if world.balance is None:
        assert await provider.credits(world.account) is None
        return
    world.has_left(0)
    assert await refusal(started(provider, job)) is Reason.NO_CREDITS
    assert world.made == []
    world.has_left(100)
    clock.advance(seconds=1)
    assert await started(provider, replace(job, submitted_at=clock.now()))


async def test_a_busy_account_takes_the_job_when_there_is_room_again(
    world: World, provider: OpenProvider, clock: SettableClock
) -> None:
    world.has_room_for(1)
    await started(provider, job_for(world, clock, words_for(world).text(), 1))
    second = job_for(world, clock, words_for(world).text(), 2)
    assert await refusal(started(provider, second)) is Reason.BUSY
    assert len(world.made) == 1
    world.finish()
    clock.advance(seconds=1)
    await started(provider, replace(second, submitted_at=clock.now()))
    assert len(world.made) == 2


async def test_room_is_told_for_each_account_less_what_was_sent_there(
    world: World, provider: OpenProvider, clock: SettableClock
) -> None:
    [before] = await provider.lanes()
    assert before.account == world.account
    job = await started(provider, job_for(world, clock, words_for(world).text()))
    assert list(await provider.lanes([world.account])) == [Lane(world.account, before.free - 1)]
    world.finish()
    await seen(provider, job)
    assert list(await provider.lanes()) == [before]


async def test_a_job_that_somebody_has_left_ends_without_harm_to_others(
    world: World, provider: OpenProvider, clock: SettableClock
) -> None:
    request = words_for(world).text()
    left = await started(provider, job_for(world, clock, request, 1))
    other = await uploaded(provider, job_for(world, clock, request, 2))
    world.lose(accepted=True)
    with pytest.raises(ProviderFault):
        await provider.submit(other)
    world.finish()
    assert left.video_id
    found = await provider.find(other, [left.video_id])
    assert found
    assert [left.video_id, found.video_id] == world.made
    other = replace(other, video_id=found.video_id)
    assert isinstance(await seen(provider, other), Ready)


async def test_what_somebody_has_cancelled_is_stopped_where_it_can_be(
    world: World, provider: OpenProvider, clock: SettableClock
) -> None:
    request = words_for(world).text()
    left, other = [
        await started(provider, job_for(world, clock, request, number)) for number in (1, 2)
    ]
    await provider.cancel(left)
    await provider.cancel(left)
    world.finish()
    await provider.cancel(left)
    looks = await provider.look(world.account, [left, other])
    assert isinstance(looks[other.id], Ready)
    assert isinstance(looks[left.id], Broken if world.stops else Ready)


async def test_a_deleted_video_is_gone_where_that_is_promised(
    world: World, provider: OpenProvider, clock: SettableClock
) -> None:
    job = await started(provider, job_for(world, clock, words_for(world).text()))
    world.finish()
    await provider.delete(job)
    await provider.delete(job)
    await provider.delete(replace(job, video_id=None))
    if world.adapter.offer.deletes:
        assert await seen(provider, job) == Unseen()
    else:
        assert isinstance(await seen(provider, job), Ready)


async def test_what_the_account_has_is_told_or_not_known(
    world: World, provider: OpenProvider, clock: SettableClock
) -> None:
    told = await provider.credits(world.account)
    assert told in (None, world.balance)
    await started(provider, job_for(world, clock, words_for(world).text()))
    later = await provider.credits(world.account)
    assert later == (None if told is None else world.balance)
    assert told is None or told != later


async def test_accounts_are_told_under_names_that_are_no_secrets(
    world: World, provider: OpenProvider
) -> None:
    [account] = await provider.accounts_summary()
    assert account.name
    assert account.trouble is None
    assert world.settings()[world.key] not in repr(account)


async def test_jobs_of_an_account_that_is_gone_are_not_said_to_have_ended(
    world: World, provider: OpenProvider, clock: SettableClock
) -> None:
    gone = AccountId("somebody else's")
    job = await started(provider, job_for(world, clock, words_for(world).text()))
    try:
        looks = await provider.look(gone, [replace(job, account=gone)])
    except ProviderFault:
        return
    assert looks.get(job.id, Unseen()) in (Unseen(), Pending())


async def test_a_wrong_key_is_told_apart(
    world: World, tmp_path: Path, clock: SettableClock
) -> None:
    async with opened(world, tmp_path, clock, **{world.key: "sk-guessed"}) as stranger:
        assert await refusal(stranger.lanes()) is Reason.UNAUTHORIZED
        if world.adapter.offer.has(Mode.EFFECT):
            assert await refusal(stranger.effects()) is Reason.UNAUTHORIZED
            assert await refusal(stranger.voices()) is Reason.UNAUTHORIZED


async def test_without_a_server_nothing_was_sent(
    world: World, tmp_path: Path, clock: SettableClock
) -> None:
    address = {world.adapter.settings.address: "http://127.0.0.1:1"}
    async with opened(world, tmp_path, clock, **address) as alone:
        with pytest.raises(NotSent):
            await alone.submit(job_for(world, clock, words_for(world).text()))


async def test_effects_and_voices_are_there_where_they_are_offered(
    world: World, provider: OpenProvider
) -> None:
    offer, effects, voices = world.adapter.offer, await provider.effects(), await provider.voices()
    assert bool(effects) is offer.has(Mode.EFFECT)
    assert len({effect.id for effect in effects}) == len(effects)
    for effect in effects:
        fewest, most = offer.rules(Mode.EFFECT).pictures
        assert fewest <= effect.pictures <= most
        assert offer.price(effect.subject, offer.start).credits > 0
    models = [rules for mode in offer.modes.values() for rules in mode.models.values()]
    assert bool(voices) is any(rules.speech_limit for rules in models)


async def test_pictures_are_made_where_there_are_effects_of_that_kind(
    world: World, provider: OpenProvider, clock: SettableClock
) -> None:
    makers = [one for one in world.usable(await provider.effects()) if one.makes_image]
    if not makers:
        assert not world.adapter.offer.has(Mode.EFFECT)
        return
    job = await started(provider, job_for(world, clock, words_for(world).effect(makers[0])))
    assert job.is_image
    world.finish()
    sighting = await seen(provider, job)
    assert isinstance(sighting, Ready)
    assert (sighting.result.is_image, sighting.result.seconds) == (True, 0)


async def test_no_log_tells_the_key(
    world: World, provider: OpenProvider, clock: SettableClock, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        job = job_for(world, clock, words_for(world).text())
        world.lose(accepted=False)
        with pytest.raises(ProviderFault) as caught:
            await started(provider, job)
        await started(provider, replace(job, id=JobId(2), submitted_at=clock.now()))
        await provider.accounts_summary()
    assert world.settings()[world.key] not in caplog.text + repr(caught.value) + repr(provider)


@pytest.mark.parametrize("name", WORLDS)
def test_an_offer_is_complete(name: str) -> None:
    offer = WORLDS[name][0].adapter.offer
    assert any(offer.has(mode) for mode in (Mode.TEXT, *PICTURE_MODES))
    for mode in Mode:
        if not offer.has(mode):
            continue
        rules = offer.rules(mode)
        stretches = (5,) if mode is Mode.TRANSITION else ()
        seconds = 5 if mode in (*CLIP_MODES, Mode.FOLLOW_UP) else 0
        subject = Subject(mode, rules.pictures[0], seconds=seconds, segments=stretches)
        fitted = offer.only(subject, offer.start)
        for field in Field:
            choices = offer.choices(subject, fitted, field)
            assert not choices or getattr(fitted, field) in choices
        if mode is not Mode.EFFECT:  # an effect has its own price
            assert offer.price(subject, fitted).credits > 0
