"""The platform's adapter against a strict platform: what only this provider does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.providers.adapter import AccountSummary, OpenProvider
from bot.providers.pixverse.accounts import Account, Accounts, account_id
from bot.providers.pixverse.capabilities import OFFER
from bot.providers.pixverse.hooks import Hooks
from bot.providers.pixverse.provider import PlatformProvider
from bot.providers.pixverse.traces import trace_id
from bot.providers.polling import Budget, Expectations, Looks
from jobs.capabilities import Mode
from jobs.drafts import EffectDraft
from jobs.effects import Effect, Shelf
from jobs.errors import OutcomeUnknown, Reason, Refused
from jobs.ids import AccountId, JobId, Reference, VideoId
from jobs.lifecycle import Job, State
from jobs.materials import MadeClip, Speaker, Speech, Target
from jobs.ports import Broken, Lane, Pending, Ready, Unseen
from jobs.requests import Request
from pixverse.platform import Platform as Client
from pixverse.platform import Switches
from tests.clock import SettableClock
from tests.integration.providers.carrying import opened, started
from tests.integration.providers.people import OWN_CLIP, VOICE, Files
from tests.integration.providers.shop import Shop, open_shop
from tests.integration.providers.worlds import PixverseWorld, World
from tests.integration.simulator_platform import KEY, OTHER_KEY, Platform
from tests.provider_requests import Requests, pictures
from tests.servers import LOOPBACK
from tests.unit.bot.useapi_examples import a_job

ask = Requests(OFFER)
FIRST, SECOND = account_id(KEY), account_id(OTHER_KEY)
SPEECH = Speech(words="Good morning, everybody", speaker=Speaker(id="3", name="Isabella"))


@pytest.fixture
def world(platform_process: Platform) -> World:
    """This one only, as new."""
    world = PixverseWorld(platform_process)
    world.wipe()
    return world


@pytest.fixture
def platform(world: World, platform_process: Platform) -> Platform:
    return platform_process


def job_for(request: Request, number: int = 1, **changes: Any) -> Job:
    now = datetime.now(UTC)
    fields: dict[str, Any] = {
        "submitted_at": now,
        "queued_at": now,
        "id": JobId(number),
        "reference": Reference(f"reference-{number}"),
        "seed": 1_000 + number,
        "account": FIRST,
    }
    return replace(a_job(request), **fields | changes)


async def a_made_clip(platform: Platform, provider: OpenProvider) -> MadeClip:
    job = await started(provider, job_for(ask.text(model="v5"), 99))
    platform.control("videos/finish", {"all": True})
    assert job.video_id
    return MadeClip(job_id=job.id, video_id=job.video_id, account=FIRST, model="v5", seconds=5)


def bodies(platform: Platform, path: str = "/generate") -> list[dict[str, Any]]:
    asked = platform.control(f"requests?path={path}")["requests"]
    return [one["json"] for one in asked if one["path"].endswith(path)]


async def refusal(work: Any) -> Reason:
    with pytest.raises(Refused) as caught:
        await work
    return caught.value.reason


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (Mode.EXTEND, "it runs on"),
        (Mode.MODIFY, "a blue hat"),
        (Mode.RESTYLE, "all of clay"),
        (Mode.SOUND, "rain"),
        (Mode.MOTION, None),
        (Mode.LIPSYNC, None),
        (Mode.UPSCALE, None),
    ],
)
async def test_work_on_somebodys_own_video(
    platform: Platform, provider: OpenProvider, mode: Mode, words: str | None
) -> None:
    voice = VOICE if mode is Mode.LIPSYNC else None
    request = ask.clip(mode, OWN_CLIP, words, voice=voice)
    job = await started(provider, job_for(request))
    price = OFFER.price(request.subject, request.options)
    assert job.cost == price.credits
    platform.control("videos/finish", {"all": True})
    seen = (await provider.look(FIRST, [job]))[job.id]
    assert isinstance(seen, Ready)
    assert seen.result.seconds == OWN_CLIP.seconds + (5 if mode is Mode.EXTEND else 0)


async def test_words_can_be_spoken(platform: Platform, provider: OpenProvider) -> None:
    clip = await a_made_clip(platform, provider)
    await started(provider, job_for(ask.clip(Mode.LIPSYNC, clip, speech=SPEECH)))
    assert bodies(platform, "/lip_sync/generate") == [
        {
            "source_video_id": int(clip.video_id),
            "lip_sync_tts_content": "Good morning, everybody",
            "lip_sync_tts_speaker_id": "3",
        }
    ]
    assert SPEECH.speaker in await provider.voices()


@pytest.mark.parametrize("made", [True, False], ids=["made", "own"])
async def test_who_is_in_a_video_is_found_once_and_then_swapped(
    platform: Platform, provider: OpenProvider, made: bool
) -> None:
    clip = await a_made_clip(platform, provider) if made else OWN_CLIP
    looking = job_for(ask.clip(Mode.PARTS, clip))
    looking = replace(looking, uploads=await provider.upload(looking))
    platform.control("faults", {"path": "/video/mask/selection", "kind": "reset_after", "times": 1})
    before = platform.balance()
    with pytest.raises(OutcomeUnknown):
        await provider.submit(looking)
    accepted = await provider.find(looking)
    assert accepted
    assert accepted.cost == before - platform.balance() == 2
    looking = replace(looking, video_id=accepted.video_id, is_image=accepted.is_image)
    seen = (await provider.look(FIRST, [looking]))[looking.id]
    assert isinstance(seen, Ready)
    assert seen.result.is_image
    person, thing, ground = seen.result.parts
    assert [person.kind, thing.kind, ground.kind] == ["person", "object", "background"]
    for url in (seen.result.url, person.mask_url):
        assert platform.http.get(url or "").headers["content-type"] == "image/png"

    target = Target(part=thing, account=FIRST, uploads=looking.uploads)
    wish = ask.clip(Mode.SWAP, clip, quality="720p", keep_sound=True, target=target)
    sent = len(platform.control("requests?path=/media/upload")["requests"])
    job = await started(provider, job_for(wish, 2))
    assert len(platform.control("requests?path=/media/upload")["requests"]) == sent
    [body] = bodies(platform, "/swap/generate")
    where = "source_video_id" if made else "video_media_id"
    assert body == {
        where: int(clip.video_id if isinstance(clip, MadeClip) else looking.uploads[0]),
        "keyframe_id": 1,
        "mask_id": thing.id,
        "img_id": int(job.uploads[0]),
        "quality": "720p",
        "original_sound_switch": True,
    }
    assert job.cost == OFFER.price(wish.subject, wish.options).credits


async def test_what_was_found_is_shown_after_a_restart_and_paid_once(
    world: World, platform: Platform, tmp_path: Path, clock: SettableClock
) -> None:
    async with opened(world, tmp_path, clock) as provider:
        clip = await a_made_clip(platform, provider)
        job = await started(provider, job_for(ask.clip(Mode.PARTS, clip)))
        left = platform.balance()
    async with opened(world, tmp_path, clock) as provider:
        seen = (await provider.look(FIRST, [job]))[job.id]
    assert isinstance(seen, Ready)
    assert len(seen.result.parts) == 3
    assert platform.balance() == left


async def test_where_a_repeat_may_be_a_second_video_nothing_is_repeated(
    platform: Platform, tmp_path: Path, clock: SettableClock
) -> None:
    careful = Switches(repeats_find_the_first=False)
    async with Client(base_url=platform.url, key=SecretStr(KEY), switches=careful) as client:
        account = Account(FIRST, client, jobs=5, budget=Budget(60), looks=Looks(Expectations()))
        provider = PlatformProvider(
            Accounts([account]),
            Files(),
            Hooks((), frozenset(), clock),
            directory=tmp_path,
            clock=clock,
            server=LOOPBACK,
        )
        lost = job_for(ask.text())
        with pytest.raises(OutcomeUnknown):
            await provider.find(lost)
        clip = await a_made_clip(platform, provider)
        looking = await started(provider, job_for(ask.clip(Mode.PARTS, clip), 3))
        assert isinstance((await provider.look(FIRST, [looking]))[looking.id], Ready)
        assert (await provider.look(FIRST, [looking]))[looking.id] == Unseen(), "it is forgotten"
        provider.close()
    assert len(platform.control("requests?path=/mask/selection")["requests"]) == 1
    assert len(platform.control("videos")["videos"]) == 1


@pytest.mark.parametrize("arrived", [True, False], ids=["answer", "request"])
async def test_what_was_sent_long_ago_is_not_sent_again(
    platform: Platform, provider: OpenProvider, clock: SettableClock, arrived: bool
) -> None:
    """The platform may have forgotten its trace id: the repeat would be a second paid video."""
    platform.switch(trace_reuse="new_job")
    job = job_for(ask.text(), submitted_at=clock.now())
    kind = "reset_after" if arrived else "reset"
    platform.control("faults", {"path": "/video/text/generate", "kind": kind, "times": 1})
    with pytest.raises(OutcomeUnknown):
        await provider.submit(job)
    clock.advance(timedelta(minutes=31))
    made = platform.control("videos")["videos"]
    for _ in range(2):  # the worker, and an admin who has it looked for
        with pytest.raises(OutcomeUnknown):
            await provider.find(job)
        clock.advance(days=3)
    assert platform.control("videos")["videos"] == made
    assert len(made) == arrived


async def test_what_was_found_long_ago_is_not_paid_again_after_a_restart(
    world: World, platform: Platform, tmp_path: Path, clock: SettableClock
) -> None:
    async with opened(world, tmp_path, clock) as provider:
        clip = await a_made_clip(platform, provider)
        job = await started(provider, job_for(ask.clip(Mode.PARTS, clip), submitted_at=clock.now()))
    clock.advance(timedelta(minutes=31))
    async with opened(world, tmp_path, clock) as provider:
        assert await provider.look(FIRST, [job]) == {job.id: Unseen()}
    assert len(platform.control("requests?path=/mask/selection")["requests"]) == 1


async def test_whether_a_search_in_a_video_is_repeated_is_a_switch_of_its_own(
    platform: Platform, tmp_path: Path, clock: SettableClock
) -> None:
    careful = Switches(masks_are_found_again=False)
    async with Client(base_url=platform.url, key=SecretStr(KEY), switches=careful) as client:
        account = Account(FIRST, client, jobs=5, budget=Budget(60), looks=Looks(Expectations()))
        provider = PlatformProvider(
            Accounts([account]),
            Files(),
            Hooks((), frozenset(), clock),
            directory=tmp_path,
            clock=clock,
            server=platform.url,
        )
        clip = await a_made_clip(platform, provider)
        asked = job_for(ask.clip(Mode.PARTS, clip), 3, uploads=())
        with pytest.raises(OutcomeUnknown):
            await provider.find(asked)
        assert await provider.find(job_for(ask.text(), 4)), (
            "what makes a video is found, or started"
        )
        provider.close()
    assert platform.control("requests?path=/mask/selection")["requests"] == []


@pytest.mark.parametrize("believed", [True, False])
async def test_a_video_that_is_not_found_is_lost_or_still_looked_for(
    platform: Platform, tmp_path: Path, clock: SettableClock, *, believed: bool
) -> None:
    switches = Switches(missing_is_lost=believed)
    async with Client(base_url=platform.url, key=SecretStr(KEY), switches=switches) as client:
        account = Account(FIRST, client, jobs=5, budget=Budget(60), looks=Looks(Expectations()))
        provider = PlatformProvider(
            Accounts([account]),
            Files(),
            Hooks((), frozenset(), clock),
            directory=tmp_path,
            clock=clock,
            server=platform.url,
        )
        job = replace(job_for(ask.text()), video_id=VIDEO)
        sighting = (await provider.look(FIRST, [job]))[job.id]
        provider.close()
    assert sighting == (Unseen() if believed else Pending())


async def test_a_video_in_which_nobody_is_seen(platform: Platform, provider: OpenProvider) -> None:
    job = await started(provider, job_for(ask.text("nothing at all"), 9))
    platform.control("videos/finish", {"all": True})
    assert job.video_id
    clip = MadeClip(job_id=job.id, video_id=job.video_id, account=FIRST, seconds=5)
    assert await refusal(started(provider, job_for(ask.clip(Mode.PARTS, clip)))) is Reason.NO_MASKS


async def test_a_video_that_is_gone_is_told_apart(provider: OpenProvider) -> None:
    clip = MadeClip(job_id=JobId(7), video_id=VIDEO, account=FIRST, seconds=5)
    job = job_for(ask.clip(Mode.EXTEND, clip, "on and on"))
    assert await refusal(started(provider, job)) is Reason.CLIP_GONE


VIDEO = VideoId("361204882190999999")


@pytest.mark.parametrize("trouble", ["busy", "poor", "refused", "away"])
async def test_a_repeat_that_is_not_answered_proves_nothing(
    platform: Platform, provider: OpenProvider, trouble: str
) -> None:
    job = job_for(ask.text())
    platform.control("faults", {"path": "/video/text/generate", "kind": "reset_after", "times": 1})
    with pytest.raises(OutcomeUnknown):
        await provider.submit(job)
    if trouble == "refused":
        platform.switch(trace_reuse="refused")
    else:
        code = {"busy": 500044, "poor": 500090, "away": 500100}[trouble]
        fault = {"path": "/video/text/generate", "kind": "status", "status": 200, "code": code}
        platform.control("faults", fault | {"times": 1})
    with pytest.raises(OutcomeUnknown):
        await provider.find(job)


async def test_each_try_has_a_trace_id_of_its_own_and_keeps_it(
    platform: Platform, provider: OpenProvider
) -> None:
    job = job_for(ask.text())
    await provider.submit(job)
    [made] = platform.control("videos")["videos"]
    assert made["trace_id"] == str(trace_id(job))
    assert trace_id(job) == trace_id(replace(job, attempts=3, uploads=("1",)))
    later = replace(job, submitted_at=datetime(2026, 11, 21, 12, 0, 0, 1, UTC))
    assert trace_id(job) != trace_id(later)


async def test_effects_of_every_kind_are_offered_with_their_prices(
    platform: Platform, provider: OpenProvider
) -> None:
    effects = await provider.effects()
    assert {one.pictures for one in effects} == {1, 2, 3}
    assert all(one.id > 2**53 for one in effects), (
        "they stay what they are, as large as they may be"
    )
    activated = set(platform.control("accounts")["accounts"][0]["activated"])
    kinds = {(one.pictures, one.makes_image): one for one in effects if one.id in activated}
    assert len(kinds) == 4
    for number, effect in enumerate(kinds.values(), start=1):
        job = await started(provider, job_for(ask.effect(effect), number))
        assert (job.cost, job.is_image) == (effect.credits, effect.makes_image)
        platform.control("videos/finish", {"all": True})
        seen = (await provider.look(FIRST, [job]))[job.id]
        assert isinstance(seen, Ready)
        assert seen.result.is_image is effect.makes_image
        assert seen.result.seconds == (0 if effect.makes_image else effect.seconds)


async def test_an_effect_that_is_not_switched_on_is_offered_no_more_for_a_day(
    world: World, platform: Platform, tmp_path: Path, clock: SettableClock
) -> None:
    async with open_shop(world, tmp_path, clock) as shop:
        effect = next(one for one in await shop.provider.effects() if one.pictures == 1)
        platform.control("templates", {"template_id": effect.id, "activated": False})
        options = OFFER.start.model_copy(update={"quality": effect.qualities[0]})
        draft = EffectDraft(options=options, effect=effect, pictures=pictures(1))
        await shop.tick()
        assert await is_offered(shop, effect)
        job = await shop.until(await shop.order(draft), State.FAILED)
        assert job.reason is Reason.NOT_ACTIVATED
        await shop.tick()
        assert not await is_offered(shop, effect)
        await shop.restart()
        await shop.tick()
        assert not await is_offered(shop, effect), "the next process knows it, too"
        clock.advance(days=1)
        await shop.tick()
        assert await is_offered(shop, effect)


async def is_offered(shop: Shop, effect: Effect) -> bool:
    """Whether people find it, in a catalogue that is not empty."""
    shown, total = await shop.store.effects.page(Shelf.ALL, offset=0, limit=10_000)
    assert total
    return effect.id in {one.id for one in shown}


async def test_each_key_is_an_account_and_one_that_is_refused_takes_nothing(
    world: World, platform: Platform, tmp_path: Path, clock: SettableClock
) -> None:
    platform.control("reset", {"keys": [KEY, OTHER_KEY], "credits": 700})
    platform.control("hold", {"enabled": True})
    keys = {"pixverse_api_key": f"{KEY},sk-unknown, {OTHER_KEY}", "pixverse_concurrency": "2"}
    async with opened(world, tmp_path, clock, **keys) as provider:
        await started(provider, job_for(ask.text(), account=SECOND))
        assert await provider.lanes([SECOND]) == [Lane(FIRST, 2), Lane(SECOND, 1)]
        first, unknown, second = await provider.accounts_summary()
        assert first == AccountSummary(FIRST, first.plan, 700, 2)
        assert (second.credits, second.name) == (665, SECOND)
        assert isinstance(unknown.trouble, Refused)
        assert await provider.credits(SECOND) == 665
        assert KEY not in repr((first, unknown, second))


async def test_looks_are_paced_and_a_hint_makes_one_due(
    platform: Platform, provider: OpenProvider, clock: SettableClock
) -> None:
    jobs = [
        replace(await started(provider, job_for(ask.text(), n)), started_at=clock.now())
        for n in (1, 2, 3)
    ]
    clock.advance(seconds=20)
    assert set((await provider.look(FIRST, jobs)).values()) == {Pending()}
    platform.control("videos/finish", {"all": True})
    clock.advance(seconds=4)
    assert set((await provider.look(FIRST, jobs)).values()) == {Pending()}, "too soon to ask again"
    assert len(platform.control("requests?path=/video/result/")["requests"]) == 3
    clock.advance(seconds=2)
    seen = await provider.look(FIRST, jobs)
    assert all(isinstance(one, Ready) for one in seen.values())


async def test_no_more_is_asked_than_the_budget_has(
    world: World, platform: Platform, tmp_path: Path, clock: SettableClock
) -> None:
    platform.control("accounts", {"key": KEY, "concurrency": 20})
    async with opened(world, tmp_path, clock, pixverse_requests_per_minute="36") as provider:
        jobs = [await started(provider, job_for(ask.text(), n)) for n in range(1, 11)]
        platform.control("videos/finish", {"all": True})
        first = await provider.look(FIRST, jobs)
        assert sum(isinstance(one, Ready) for one in first.values()) == 6
        rest = [job for job in jobs if isinstance(first[job.id], Pending)]
        clock.advance(seconds=10)
        second = await provider.look(FIRST, rest)
        assert all(isinstance(one, Ready) for one in second.values())


async def test_a_key_that_asks_too_often_is_left_alone_for_a_while(
    platform: Platform, provider: OpenProvider, clock: SettableClock
) -> None:
    """Also where others of the same look were answered."""
    jobs = [await started(provider, job_for(ask.text(), n)) for n in (1, 2, 3)]
    fault = {"path": f"/video/result/{jobs[0].video_id}", "kind": "status", "status": 429}
    platform.control("faults", {**fault, "times": 1})
    assert set((await provider.look(FIRST, jobs)).values()) == {Pending()}
    platform.control("videos/finish", {"all": True})
    clock.advance(seconds=9)
    assert set((await provider.look(FIRST, jobs)).values()) == {Pending()}
    assert len(platform.control("requests?path=/video/result/")["requests"]) == 3
    clock.advance(seconds=1)
    seen = await provider.look(FIRST, jobs)
    assert all(isinstance(one, Ready) for one in seen.values())


async def test_a_video_that_was_taken_away_meanwhile_is_none(
    platform: Platform, provider: OpenProvider
) -> None:
    job = await started(provider, job_for(ask.text()))
    platform.control("videos/finish", {"all": True, "status": 6})
    assert await provider.look(FIRST, [job]) == {job.id: Broken(Reason.RENDER_FAILED)}


async def test_a_picture_that_moderation_refuses_is_no_broken_one(
    platform: Platform, provider: OpenProvider
) -> None:
    fault = {"path": "/image/upload", "kind": "status", "status": 500, "code": 500052}
    platform.control("faults", {**fault, "times": 1, "lower": True})
    assert await refusal(provider.upload(job_for(ask.pictures(1)))) is Reason.MODERATED


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        *((code, Reason.BAD_PICTURE) for code in (400032, 500030, 500031, 500032, 500033)),
        *((code, Reason.INVALID) for code in (400013, 500042)),
    ],
)
async def test_a_picture_is_blamed_where_the_code_blames_it_and_nowhere_else(
    platform: Platform, provider: OpenProvider, code: int, reason: Reason
) -> None:
    job = job_for(ask.pictures(1))
    for status in (200, 500):
        fault = {"path": "/image/upload", "kind": "status", "status": status, "code": code}
        platform.control("faults", {**fault, "times": 1, "lower": status == 500})
        assert await refusal(provider.upload(job)) is reason
    job = replace(job, uploads=await provider.upload(job))
    fault = {"path": "/video/img/generate", "kind": "status", "status": 200, "code": code}
    platform.control("faults", {**fault, "times": 1})
    assert await refusal(provider.submit(job)) is reason


async def test_jobs_of_a_key_that_was_taken_away_are_not_seen(provider: OpenProvider) -> None:
    job = replace(job_for(ask.text(), account=AccountId("studio@example.com")), video_id=VIDEO)
    assert job.account
    assert await provider.look(job.account, [job]) == {}
    for question in (provider.find(job), provider.submit(job)):
        with pytest.raises(OutcomeUnknown):
            await question
