"""Client and simulator, written apart from the same documentation, agree on what the vendor takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr, ValidationError

from pixverse import NotFound
from pixverse.useapi import (
    CreateBody,
    CreateFramesBody,
    CreateFusionBody,
    CreateImagesBody,
    CreateTransitionBody,
    Done,
    ExtendBody,
    LipsyncBody,
    ModifyBody,
    MotionControlBody,
    Pending,
    UpscaleBody,
    UseApi,
    outcome,
)
from tests.integration.simulator_useapi import (
    EMAIL,
    TOKEN,
    Materials,
    Simulator,
    all_effects,
    clip,
    filled,
    running,
    speech,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from pixverse.bodies import Body

Fields = dict[str, Any]
OFTEN = settings(max_examples=120, suppress_health_check=list(HealthCheck), deadline=None)


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with running("--render-seconds", "0") as simulator:
        simulator.control("accounts", {"email": EMAIL, "credits": 10**9})
        yield simulator


@pytest.fixture(scope="module")
def materials(simulator: Simulator) -> Materials:
    effects = all_effects(simulator)
    five = next(one["template_id"] for one in effects if one["effect_type"] == "5")
    return {
        "$image": simulator.image_path(),
        "$clip": simulator.media_path(clip(), "video/mp4"),
        "$speech": simulator.media_path(speech(), "audio/wav"),
        "$five": five,
        "$v5": simulator.create(prompt="a", model="v5"),
        "$v6": simulator.create(prompt="a", model="v6"),
    }


@pytest.fixture
async def api(simulator: Simulator) -> AsyncIterator[UseApi]:
    async with UseApi(base_url=simulator.url, token=SecretStr(TOKEN)) as api:
        yield api


def maybe(*values: object) -> st.SearchStrategy[object]:
    return st.sampled_from(values)


IMAGE = "$image"
PROMPT = maybe("a cat", "x" * 2048, "x" * 2049, "x" * 5000, "x" * 5001)
COMMON = {"off_peak_mode": st.booleans(), "maxJobs": maybe(1, 9), "replyRef": maybe("r", "")}
QUALITY = maybe("1080p", "720p", "540p", "360p", "4K")
DURATION = st.integers(0, 16)
SEED = maybe(0, 1, 999_999, 1_000_000, 2**31 - 1, 2**31)
RATIO = maybe("16:9", "3:4", "3:2", "2:3")
V5_SOUND = {
    "auto_sound": st.booleans(),
    "sound_effect_prompt": maybe("rain", "x" * 140, "x" * 141),
    "lip_sync_tts_prompt": maybe("hi", "x" * 141),
    "lip_sync_tts_speaker_id": maybe("1"),
}
SOUND = {"audio": st.booleans(), **V5_SOUND}
MODELS = maybe("v6", "v5.6", "v5.5", "v5", "v5-fast", "pixverse-c1", "v7")
IMAGE_MODELS = maybe("qwen-image", "nano-banana", "kling-o3", "gpt-image-2.0", "seedream-4.5", "v6")
SOURCE = {"video_id": maybe("$v5", "$v6"), "video_path": maybe("$clip")}


def fields(
    always: dict[str, st.SearchStrategy[object]], sometimes: dict[str, st.SearchStrategy[object]]
) -> st.SearchStrategy[Fields]:
    """`always` with up to three of the others: with more there is nearly always something wrong."""
    some = st.lists(st.sampled_from(sorted(sometimes)), max_size=3, unique=True)
    return some.flatmap(
        lambda names: st.fixed_dictionaries({**always, **{name: sometimes[name] for name in names}})
    )


def frames(first: int, last: int) -> dict[str, st.SearchStrategy[object]]:
    return {f"frame_{n}_path": maybe(IMAGE) for n in range(first, last + 1)}


FREE: dict[str, st.SearchStrategy[object]] = {"quality": QUALITY, "seed": SEED, **COMMON}
TIMED = {**FREE, "duration": DURATION}
CREATE = {
    **TIMED,
    **SOUND,
    "aspect_ratio": RATIO,
    "multi_shot": st.booleans(),
    "preview_mode": st.booleans(),
    "first_frame_path": maybe(IMAGE),
    "last_frame_path": maybe(IMAGE),
    "frame_1_path": maybe(IMAGE),
}
STEPS = {
    "duration_1_to_2": maybe("1", "8", "9", 5),
    "duration_2_to_3": maybe("5"),
    "prompt_1_to_2": maybe("x", "x" * 2049),
    "prompt_6_to_7": maybe("x"),
    "aspect_ratio": RATIO,
}
CASES: list[tuple[type[Body], str, st.SearchStrategy[Fields]]] = [
    (CreateBody, "videos/create", fields({"model": MODELS, "prompt": PROMPT}, CREATE)),
    (
        CreateBody,
        "videos/create",
        fields(
            {"template_id": maybe("$five"), "frame_1_path": maybe(IMAGE)},
            {**frames(2, 6), "prompt": PROMPT, "model": MODELS, "auto_sound": st.booleans()},
        ),
    ),
    (
        CreateFramesBody,
        "videos/create-frames",
        fields(
            {
                "model": MODELS,
                "first_frame_path": maybe(IMAGE),
                "last_frame_path": maybe(IMAGE),
            },
            {
                **TIMED,
                **SOUND,
                "prompt": PROMPT,
                "aspect_ratio": RATIO,
                "multi_shot": st.booleans(),
            },
        ),
    ),
    (
        CreateTransitionBody,
        "videos/create-transition",
        fields({"model": MODELS, **frames(1, 2)}, {**FREE, **SOUND, **frames(3, 4), **STEPS}),
    ),
    (
        CreateFusionBody,
        "videos/create-fusion",
        fields(
            {"model": MODELS, "prompt": maybe("a cat"), **frames(1, 2)},
            {**TIMED, **frames(3, 4), "aspect_ratio": RATIO, "audio": st.booleans()},
        ),
    ),
    (
        ExtendBody,
        "videos/extend",
        fields(
            {"model": MODELS, "video_id": maybe("$v5", "$v6")},
            {**TIMED, "prompt": PROMPT, "audio": st.booleans(), "video_path": maybe("$clip")},
        ),
    ),
    (
        ModifyBody,
        "videos/modify",
        fields(
            {"model": maybe("v5.5", "v5"), "prompt": PROMPT, "video_path": maybe("$clip")},
            {**FREE, "video_id": maybe("$v5"), "duration": DURATION},
        ),
    ),
    (
        LipsyncBody,
        "videos/lipsync",
        fields(
            {},
            {
                **SOURCE,
                "audio_path": maybe("$speech"),
                "prompt": maybe("hi", "x" * 200, "x" * 201),
                "speaker_id": maybe("1", 2),
                "original_sound_switch": st.booleans(),
            },
        ).filter(lambda asked: asked.get("video_id") != "$v6"),
    ),
    (
        MotionControlBody,
        "videos/motion-control",
        fields(
            {"model": MODELS, "frame_1_path": maybe(IMAGE), "video_1_path": maybe("$clip")},
            {**FREE, "prompt": PROMPT, "duration": DURATION},
        ),
    ),
    (
        CreateImagesBody,
        "images/create",
        fields(
            {"model": IMAGE_MODELS, "prompt": maybe("a cat", "x" * 2049)},
            {
                **{f"image_path_{n}": maybe(IMAGE) for n in (1, 2, 3)},
                **{name: COMMON[name] for name in ("maxJobs", "replyRef")},
                "quality": maybe("720p", "1080p", "4K"),
                "aspect_ratio": maybe("auto", "3:2", "wide"),
                "detail_level": maybe("low", "high", "full"),
                "create_count": st.integers(0, 5),
                "seed": SEED,
            },
        ),
    ),
    (
        UpscaleBody,
        "videos/upscale",
        fields({"video_id": maybe("$v5", "$v6")}, {**COMMON, "email": maybe(EMAIL)}),
    ),
]


@pytest.mark.parametrize(
    ("kind", "endpoint", "asked"), CASES, ids=[f"{n}-{case[1]}" for n, case in enumerate(CASES)]
)
def test_what_can_be_built_is_accepted_and_nothing_else(
    simulator: Simulator,
    materials: Materials,
    kind: type[Body],
    endpoint: str,
    asked: st.SearchStrategy[Fields],
) -> None:
    @OFTEN
    @given(asked)
    def agree(names: Fields) -> None:
        given = filled(names, materials)
        try:
            sent = kind.model_validate(given).wire()
        except ValidationError:
            assert simulator.post(f"/{endpoint}", given).status_code == 400
        else:
            response = simulator.post(f"/{endpoint}", sent)
            assert response.status_code == 200, response.text

    agree()


async def test_the_newer_jobs_go_all_the_way(
    simulator: Simulator, materials: Materials, api: UseApi
) -> None:
    simulator.control("switches", {"cost_credits": True})
    image, clip = materials["$image"], materials["$clip"]
    started = [
        await api.create(CreateBody(model="v6", prompt="a", duration=15, multi_shot=True)),
        await api.create(
            CreateBody(template_id=materials["$five"], frame_1_path=image, frame_2_path=image)
        ),
        await api.create_fusion(
            CreateFusionBody(model="pixverse-c1", prompt="@image1", frame_1_path=image)
        ),
        await api.motion_control(MotionControlBody(frame_1_path=image, video_1_path=clip)),
        await api.extend(ExtendBody(model="v6", video_id=materials["$v6"], audio=True)),
    ]
    simulator.control("switches", {"cost_credits": False})
    for job in started:
        assert job.cost_credits
        assert isinstance(outcome(await api.video(job.id)), Done)
    assert started[0].cost_credits == 7 * 15


async def test_pictures_are_made_read_and_deleted(simulator: Simulator, api: UseApi) -> None:
    simulator.control("hold", {"enabled": True})
    one, two = await api.create_images(
        CreateImagesBody(model="nano-banana-2", prompt="a cat", quality="2160p", create_count=2)
    )
    waiting = await api.image(one.id)
    assert (one.is_image, outcome(waiting)) == (True, Pending())
    simulator.control("hold", {"enabled": False})
    done = await api.image(one.id)
    assert isinstance(outcome(done), Done)
    assert done.url
    assert simulator.http.get(done.url).headers["content-type"] == "image/png"
    assert [video.video_id for video in (await api.videos()).items].count(one.id) == 0
    await api.delete_image(two.id)
    with pytest.raises(NotFound):
        await api.image(two.id)
