"""Every endpoint of useapi.net's PixVerse API, asked over HTTP of a server written from its pages."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import uvicorn
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pixverse import AccountLocked, Invalid, NoCredits, NotFound, OutcomeUnknown, Unauthorized
from pixverse.useapi import (
    AccountBody,
    CreateBody,
    Created,
    CreateFramesBody,
    CreateFusionBody,
    CreateImagesBody,
    CreateTransitionBody,
    Done,
    ExtendBody,
    LipsyncBody,
    ModifyBody,
    MotionControlBody,
    Page,
    Pending,
    UpscaleBody,
    UseApi,
    Video,
    is_being_made,
    outcome,
)

if TYPE_CHECKING:
    from starlette.requests import Request

EMAIL = "jo+cat@example.org"
VIDEO = f"user:7-pixverse:{EMAIL}-video:42"
IMAGE = f"user:7-pixverse:{EMAIL}-image:43"
ACCOUNT = {
    "email": EMAIL,
    "password": "…secured…",
    "maxJobs": 8,
    "jwt": {
        "AccountId": 1,
        "ExpireTime": 1_800_000_000,
        "ExpireTimeUTC": "2027-01-15T08:00:00.000Z",
        "Username": "jo",
        "token": "abc…secured…cde",
    },
}
ROW = {
    "video_id": VIDEO,
    "video_status": 9,
    "video_status_name": "GENERATING",
    "video_status_final": False,
    "created_at": "2026-01-27T10:00:00Z",
    "url": "https://media.example.org/v.mp4",
    "output_width": 0,
    "output_height": 0,
    "seed": 5,
    "original_video_id": 0,
    "customer_paths": None,
    "qualities": None,
    "lip_sync": {},
}
EFFECT = {
    "template_id": 384_000_000_000_001,
    "display_name": "Hug",
    "effect_type": "2",
    "template_type": 1,
    "duration": 5,
    "qualities": ["540p", "720p"],
    "video_base_cost": 20,
    "fixed_cost": 20,
    "marker": "hot",
}


@dataclass
class Vendor:
    """The server's memory: what it was asked, and what it says when asked ``METHOD /path``."""

    url: str = ""
    asked: list[tuple[str, str, dict[str, str], Any]] = field(default_factory=list)
    says: dict[str, Response | Callable[[Request], Response]] = field(default_factory=dict)

    async def serve(self, request: Request) -> Response:
        if request.headers.get("authorization") != "Bearer user:7-secret":
            return JSONResponse({"error": "Unauthorized", "code": 401}, 401)
        path = request.url.path.removeprefix("/v2/pixverse")
        is_json = request.headers.get("content-type") == "application/json"
        body = await request.json() if is_json else await request.body()
        self.asked.append((request.method, path, dict(request.query_params), body))
        said = self.says.get(f"{request.method} {path}", JSONResponse({"error": "?"}, 404))
        return said(request) if callable(said) and not isinstance(said, Response) else said


@pytest.fixture(scope="module")
def server() -> Iterator[Vendor]:
    vendor = Vendor()

    async def serve(request: Request) -> Response:
        return await vendor.serve(request)

    app = Starlette(routes=[Route("/{path:path}", serve, methods=["GET", "POST", "DELETE"])])
    config = uvicorn.Config(app, "127.0.0.1", 0, log_level="error", ws="none", lifespan="off")
    running = uvicorn.Server(config)
    ready = threading.Event()
    thread = threading.Thread(target=_run, args=(running, ready), daemon=True)
    thread.start()
    assert ready.wait(20)
    port = running.servers[0].sockets[0].getsockname()[1]
    vendor.url = f"http://127.0.0.1:{port}"
    yield vendor
    running.should_exit = True
    thread.join(20)


def _run(running: uvicorn.Server, ready: threading.Event) -> None:
    startup = running.startup

    async def start_and_tell(sockets: Any = None) -> None:
        await startup(sockets)
        ready.set()

    running.startup = start_and_tell  # type: ignore[method-assign]
    running.run()


@pytest.fixture
def vendor(server: Vendor) -> Vendor:
    server.asked.clear()
    server.says.clear()
    return server


@pytest.fixture
async def api(vendor: Vendor) -> AsyncIterator[UseApi]:
    async with UseApi(base_url=vendor.url, token=SecretStr("user:7-secret")) as client:
        yield client


async def test_accounts_are_read_by_address_and_in_whole(vendor: Vendor, api: UseApi) -> None:
    bare = {key: value for key, value in ACCOUNT.items() if key != "email"}
    vendor.says["GET /accounts"] = JSONResponse({EMAIL: bare})
    vendor.says[f"GET /accounts/{EMAIL}"] = JSONResponse(ACCOUNT)
    (listed,) = await api.accounts()
    assert listed == await api.account(EMAIL)
    assert (listed.email, listed.max_jobs) == (EMAIL, 8)
    assert listed.jwt is not None
    assert listed.jwt.username == "jo"
    assert "secured" not in repr(listed)


async def test_an_account_is_put_and_deleted(vendor: Vendor, api: UseApi) -> None:
    vendor.says[f"POST /accounts/{EMAIL}"] = JSONResponse(ACCOUNT, 201)
    vendor.says[f"DELETE /accounts/{EMAIL}"] = Response(status_code=204)
    body = AccountBody(email=EMAIL, password=SecretStr("hunter2"), max_jobs=8)
    assert (await api.put_account(body)).max_jobs == 8
    await api.delete_account(EMAIL)
    assert vendor.asked == [
        ("POST", f"/accounts/{EMAIL}", {}, {"email": EMAIL, "password": "hunter2", "maxJobs": 8}),
        ("DELETE", f"/accounts/{EMAIL}", {}, b""),
    ]


async def test_features_tell_the_balance(vendor: Vendor, api: UseApi) -> None:
    vendor.says["GET /features/"] = JSONResponse(
        {"credit_daily": 30, "credit_monthly": 5600, "credit_package": 0, "price": "60"}
    )
    assert (await api.features(EMAIL)).balance == 5630
    assert (await api.features()).price == "60"
    assert [query for _, _, query, _ in vendor.asked] == [{"email": EMAIL}, {}]


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


IMAGE_ROW = {"id": 3, "url": "https://m.example/1.png", "path": "upload/1.png", "err_msg": ""}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("image/png", {"result": [IMAGE_ROW]}),
        ("video/mp4", {"path": "upload/1.png", "url": "https://m.example/1.png"}),
    ],
)
async def test_both_answers_to_an_upload_name_a_path(
    vendor: Vendor, api: UseApi, kind: str, said: object
) -> None:
    vendor.says["POST /files/"] = JSONResponse(said)
    stored = await api.upload(chunks(b"ab", b"c"), size=3, content_type=kind, email=EMAIL)
    assert (stored.path, stored.url) == ("upload/1.png", "https://m.example/1.png")
    assert vendor.asked == [("POST", "/files/", {"email": EMAIL}, b"abc")]


@pytest.mark.parametrize(
    "said",
    [
        {"result": [{**IMAGE_ROW, "err_msg": "too large"}]},
        {"result": []},
        {"result": [None]},
        {"result": [{"id": 3}]},
        {"err_msg": "no"},
        {},
    ],
)
async def test_a_success_without_a_stored_file_is_a_refusal(
    vendor: Vendor, api: UseApi, said: object
) -> None:
    vendor.says["POST /files/"] = JSONResponse(said)
    with pytest.raises(Invalid):
        await api.upload(chunks(b"abc"), size=3, content_type="image/png")


@pytest.mark.parametrize(("size", "kind"), [(0, "image/png"), (3, "image/heic"), (6 << 30, "x")])
async def test_a_file_that_pixverse_does_not_take_is_not_sent(
    vendor: Vendor, api: UseApi, size: int, kind: str
) -> None:
    with pytest.raises(ValueError, match="file"):
        await api.upload(chunks(b"abc"), size=size, content_type=kind)
    assert vendor.asked == []


def _paged(name: str, rows: list[dict[str, Any]], size: int) -> Callable[[Request], Response]:
    def say(request: Request) -> Response:
        start = int(request.query_params.get("offset", "0"))
        following = start + size if start + size < len(rows) else 0
        page = {name: rows[start : start + size], "next_offset": following, "total": len(rows)}
        return JSONResponse(page)

    return say


async def test_videos_are_listed_to_the_end(vendor: Vendor, api: UseApi) -> None:
    rows = [{**ROW, "video_id": f"v{n}"} for n in range(5)]
    vendor.says["GET /videos/"] = _paged("data", rows, 2)
    pages = [page async for page in api.video_pages(EMAIL, limit=2)]
    assert [row.video_id for page in pages for row in page.items] == ["v0", "v1", "v2", "v3", "v4"]
    assert [page.is_last for page in pages] == [False, False, True]
    assert vendor.asked[0][2] == {"email": EMAIL, "limit": "2"}
    assert vendor.asked[2][2] == {"email": EMAIL, "limit": "2", "offset": "4"}


async def test_a_row_that_shows_an_address_too_early_is_pending(
    vendor: Vendor, api: UseApi
) -> None:
    vendor.says["GET /videos/"] = JSONResponse({"data": [ROW], "next_offset": 0, "total": 1})
    (row,) = (await api.videos(EMAIL)).items
    assert outcome(row) == Pending()
    assert row.seed == 5
    assert row.original_video_id is None


@pytest.mark.parametrize("following", [40, "40", -1])
async def test_a_listing_that_turns_in_a_circle_ends(
    vendor: Vendor, api: UseApi, following: object
) -> None:
    vendor.says["GET /videos/"] = JSONResponse({"data": [ROW], "next_offset": following})
    pages: list[Page] = [page async for page in api.video_pages(EMAIL)]
    assert len(pages) == 2
    assert not pages[-1].is_last


async def test_a_listing_is_bounded(vendor: Vendor, api: UseApi) -> None:
    def say(request: Request) -> Response:
        start = int(request.query_params.get("offset", "0"))
        return JSONResponse({"data": [ROW], "next_offset": start + 1})

    vendor.says["GET /videos/"] = say
    pages = [page async for page in api.video_pages(EMAIL, most=3)]
    assert len(pages) == 3
    assert not pages[-1].is_last


async def test_a_bare_list_of_videos_is_read_but_not_complete(vendor: Vendor, api: UseApi) -> None:
    vendor.says["GET /videos/"] = JSONResponse([ROW])
    page = await api.videos(EMAIL)
    assert [row.video_id for row in page.items] == [VIDEO]
    assert not page.is_last


async def test_one_video_is_read_and_deleted(vendor: Vendor, api: UseApi) -> None:
    done = {**ROW, "video_status": 1, "output_width": 1280}
    vendor.says[f"GET /videos/{VIDEO}"] = JSONResponse(done)
    vendor.says[f"DELETE /videos/{VIDEO}"] = Response(status_code=200)
    assert outcome(await api.video(VIDEO)) == Done("https://media.example.org/v.mp4")
    await api.delete_video(VIDEO)
    assert [asked[:2] for asked in vendor.asked] == [
        ("GET", f"/videos/{VIDEO}"),
        ("DELETE", f"/videos/{VIDEO}"),
    ]


async def test_a_video_that_is_being_made_is_not_found(vendor: Vendor, api: UseApi) -> None:
    vendor.says[f"GET /videos/{VIDEO}"] = JSONResponse(
        {"error": "The original video has been deleted"}, 404
    )
    with pytest.raises(NotFound, match="has been deleted"):
        await api.video(VIDEO)


Start = Callable[[UseApi], Awaitable[Created]]

STARTS: list[tuple[str, Start, dict[str, Any]]] = [
    (
        "create",
        lambda api: api.create(CreateBody(model="v5.6", prompt="a cat", audio=True, reply_ref="r")),
        {"model": "v5.6", "prompt": "a cat", "audio": True, "replyRef": "r"},
    ),
    (
        "create-frames",
        lambda api: api.create_frames(
            CreateFramesBody(model="v5.6", first_frame_path="a", last_frame_path="b")
        ),
        {"model": "v5.6", "first_frame_path": "a", "last_frame_path": "b"},
    ),
    (
        "create-transition",
        lambda api: api.create_transition(
            CreateTransitionBody(
                model="v5", frame_1_path="a", frame_2_path="b", duration_1_to_2="5"
            )
        ),
        {"model": "v5", "frame_1_path": "a", "frame_2_path": "b", "duration_1_to_2": "5"},
    ),
    (
        "create-fusion",
        lambda api: api.create_fusion(CreateFusionBody(prompt="@pic1", frame_1_path="a")),
        {"model": "v5", "prompt": "@pic1", "frame_1_path": "a"},
    ),
    (
        "extend",
        lambda api: api.extend(ExtendBody(model="v5.5", video_id=VIDEO)),
        {"model": "v5.5", "video_id": VIDEO},
    ),
    (
        "modify",
        lambda api: api.modify(ModifyBody(video_path="p", prompt="red")),
        {"model": "v5.5", "video_path": "p", "prompt": "red"},
    ),
    (
        "lipsync",
        lambda api: api.lipsync(LipsyncBody(video_id=VIDEO, prompt="hi", speaker_id="1")),
        {"video_id": VIDEO, "prompt": "hi", "speaker_id": "1"},
    ),
    (
        "motion-control",
        lambda api: api.motion_control(
            MotionControlBody(frame_1_path="a", video_1_path="v", quality="540p")
        ),
        {"model": "v5.6", "frame_1_path": "a", "video_1_path": "v", "quality": "540p"},
    ),
    (
        "upscale",
        lambda api: api.upscale(UpscaleBody(video_id=VIDEO, max_jobs=2)),
        {"video_id": VIDEO, "maxJobs": 2},
    ),
]


@pytest.mark.parametrize(("endpoint", "start", "body"), STARTS)
async def test_a_job_is_started(
    vendor: Vendor, api: UseApi, endpoint: str, start: Start, body: dict[str, Any]
) -> None:
    vendor.says[f"POST /videos/{endpoint}"] = JSONResponse({"video_id": VIDEO, "cost_credits": 45})
    assert await start(api) == Created(id=VIDEO, cost_credits=45)
    assert vendor.asked == [("POST", f"/videos/{endpoint}", {}, body)]


@pytest.mark.parametrize(
    ("answer", "ids", "costs"),
    [
        ({"image_id": "a", "cost_credits": 10}, ["a"], [10]),
        ({"success_ids": ["a", "b"], "cost_credits": 20}, ["a", "b"], [None, None]),
        ({"image_id": "a", "success_ids": ["a", "b"]}, ["a", "b"], [None, None]),
        ({"image_id": "a", "success_ids": None}, ["a"], [None]),
    ],
)
async def test_several_pictures_may_be_started_at_once(
    vendor: Vendor, api: UseApi, answer: dict[str, Any], ids: list[str], costs: list[int | None]
) -> None:
    vendor.says["POST /images/create"] = JSONResponse(answer)
    made = await api.create_images(CreateImagesBody(model="qwen-image", prompt="a cat"))
    assert [one.id for one in made] == ids
    assert [one.cost_credits for one in made] == costs
    assert all(one.is_image for one in made)


async def test_a_page_of_pictures_is_read_like_one_of_videos(vendor: Vendor, api: UseApi) -> None:
    row = {"image_id": IMAGE, "image_status": 9, "image_url": "", "seed": 7, "prompt": "a cat"}
    done = {**row, "image_status": 1, "image_url": "https://e.com/a.png", "output_width": 9}
    vendor.says["GET /images"] = JSONResponse({"data": [row, done], "next_offset": 50})
    page = await api.images(EMAIL, offset=50)
    assert vendor.asked == [
        ("GET", "/images", {"email": EMAIL, "limit": "50", "offset": "50"}, b"")
    ]
    waiting, ready = page.items
    assert (waiting.video_id, waiting.seed, is_being_made(waiting)) == (IMAGE, 7, True)
    assert (outcome(ready), is_being_made(ready)) == (Done("https://e.com/a.png"), False)
    assert (page.is_last, page.next_offset) == (False, 50)
    assert not is_being_made(Video()), "nothing is said of it"


@pytest.mark.parametrize("answer", [{}, {"success_ids": []}, {"image_id": "", "success_ids": 5}])
async def test_an_answer_that_names_no_picture_leaves_it_open(
    vendor: Vendor, api: UseApi, answer: dict[str, Any]
) -> None:
    vendor.says["POST /images/create"] = JSONResponse(answer)
    with pytest.raises(OutcomeUnknown):
        await api.create_images(CreateImagesBody(model="qwen-image", prompt="a cat"))


async def test_an_image_effect_answers_with_an_image(vendor: Vendor, api: UseApi) -> None:
    vendor.says["POST /videos/create"] = JSONResponse({"image_id": IMAGE})
    created = await api.create(CreateBody(template_id=1, first_frame_path="a"))
    assert created == Created(id=IMAGE, is_image=True)


@pytest.mark.parametrize(
    ("status", "said", "kind"),
    [
        (412, "All Credits have been used up.", NoCredits),
        (596, "Your PixVerse account has pending error.", AccountLocked),
    ],
)
async def test_a_refused_job_says_why(
    vendor: Vendor, api: UseApi, status: int, said: str, kind: type[Exception]
) -> None:
    vendor.says["POST /videos/create"] = JSONResponse({"error": said}, status)
    with pytest.raises(kind, match=said):
        await api.create(CreateBody(model="v5", prompt="a cat"))


async def test_a_wrong_token_is_refused(vendor: Vendor) -> None:
    async with UseApi(base_url=vendor.url + "/", token=SecretStr("user:8-wrong\n")) as api:
        with pytest.raises(Unauthorized):
            await api.accounts()


async def test_voices_are_listed(vendor: Vendor, api: UseApi) -> None:
    vendor.says["GET /videos/voices/"] = JSONResponse(
        {"tts_list": [{"speaker_id": 3, "display_name": "Isabella", "url": "https://m/3.mp3\n"}]}
    )
    (voice,) = await api.voices(EMAIL)
    assert (voice.speaker_id, voice.display_name) == ("3", "Isabella")
    assert voice.url == "https://m/3.mp3"


async def test_all_pages_of_effects_are_listed(vendor: Vendor, api: UseApi) -> None:
    rows = [{**EFFECT, "template_id": n} for n in range(1, 8)]
    vendor.says["GET /videos/effects"] = _paged("items", rows, 3)
    effects = await api.effects(EMAIL)
    assert [effect.template_id for effect in effects] == [1, 2, 3, 4, 5, 6, 7]
    assert (effects[0].cost, effects[0].images_needed, effects[0].gives_image) == (40, 2, False)
    assert [asked[2] for asked in vendor.asked] == [
        {"email": EMAIL},
        {"email": EMAIL, "offset": "3"},
        {"email": EMAIL, "offset": "6"},
    ]


async def test_running_jobs_and_room_are_read(vendor: Vendor, api: UseApi) -> None:
    job = {"started": "2026-01-27T10:00:00.123Z", "elapsed": "01:05", "replyUrl": ""}
    room = {"email": EMAIL, "maxJobs": 8, "executing": 3, "available": 2}
    vendor.says["GET /scheduler/"] = JSONResponse([{**job, "videoId": VIDEO, "replyRef": "r"}])
    vendor.says["GET /scheduler/available"] = JSONResponse(
        {"executing": [{**job, "video_id": VIDEO}], "available": [room]}
    )
    (running,) = await api.running()
    assert (running.video_id, running.reply_ref, running.elapsed) == (VIDEO, "r", "01:05")
    scheduler = await api.available()
    assert scheduler.executing[0].video_id == VIDEO
    assert scheduler.available[0].available == 2


async def test_a_job_that_does_not_run_cannot_be_forgotten(vendor: Vendor, api: UseApi) -> None:
    vendor.says[f"DELETE /scheduler/{VIDEO}"] = Response(status_code=204)
    await api.stop_tracking(VIDEO)
    with pytest.raises(NotFound):
        await api.stop_tracking("other")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.example.org",
        "ftp://a.example",
        "https://",
        "https://a.example/v2/pixverse",
        "https://user:pw@a.example",
        "https://a.example?x=1",
        "https://a.example#x",
        "http://a\x00b",
    ],
)
async def test_a_base_url_is_scheme_and_host_only(url: str) -> None:
    with pytest.raises(ValueError, match="scheme and a host"):
        UseApi(base_url=url, token=SecretStr("t"))


@pytest.mark.parametrize("token", ["", " ", "a\nb", "tök"])
async def test_a_token_that_cannot_be_one_is_refused_unseen(token: str) -> None:
    with pytest.raises(ValueError, match="the token is empty or holds"):
        UseApi(token=SecretStr(token))


async def test_every_request_has_the_patience_of_its_kind() -> None:
    """Seconds: connect, read, whole exchange."""
    waits: dict[str, tuple[float, float, float]] = {}

    def note(request: httpx.Request) -> httpx.Response:
        timeout = request.extensions["timeout"]
        kind = f"{request.method} {request.url.path}"
        waits[kind] = (timeout["connect"], timeout["read"], request.extensions["total"])
        return httpx.Response(200, json={"video_id": "v", "path": "p", "data": []})

    network = httpx.MockTransport(note)
    async with UseApi(token=SecretStr("t"), transport=network) as api:
        await api.videos()
        await api.delete_video("v")
        await api.upload(chunks(b"x" * 65536), size=65536, content_type="image/png")
        for _, start, _ in STARTS:
            await start(api)
    assert waits.pop("GET /v2/pixverse/videos/") == (10, 30, 60)
    assert waits.pop("DELETE /v2/pixverse/videos/v") == (10, 30, 60)
    assert waits.pop("POST /v2/pixverse/files/") == (10, 120, 181)
    assert len(waits) == len(STARTS)
    assert set(waits.values()) == {(10, 90, 120)}
