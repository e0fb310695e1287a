"""The Platform API's client against a real server: exact requests, exact ids, careful errors."""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from pydantic import SecretStr

from pixverse import NotActivated, NotSent, OutcomeUnknown, ProviderError, errors
from pixverse.platform import (
    AvatarBody,
    Created,
    ExtendBody,
    FusionBody,
    Generation,
    ImageBody,
    ImageReference,
    ImageTemplateBody,
    LipSyncBody,
    MaskSelectionBody,
    MimicBody,
    ModifyBody,
    MultiTransitionBody,
    Platform,
    RestyleBody,
    SoundEffectBody,
    Station,
    SwapBody,
    Switches,
    TemplateBody,
    TextBody,
    TransitionBody,
    UpscaleBody,
    UsageBody,
)
from tests.unit.pixverse.wire import Reply, Wire, answer, chunks, half, no_wait, reset, served

KEY = "sk-do-not-tell"
TRACE = UUID("8f14e45f-ceea-467f-a4a8-2b1e5a1c7d10")
BIG = 2**63 + 9
PREFIX = "/openapi/v2"
TEXT = TextBody(prompt="a cat", model="v5.6", duration=5, quality="540p", aspect_ratio="16:9")


def ok(resp: object, **more: Any) -> Reply:
    return answer({"ErrCode": 0, "ErrMsg": "Success", "Resp": resp, **more})


def failed(code: int, status: int = 200, message: str = "words") -> Reply:
    return answer({"ErrCode": code, "ErrMsg": message, "Resp": None}, status)


def connect(wire: Wire, switches: Switches | None = None) -> Platform:
    return Platform(base_url=wire.url, key=SecretStr(KEY), switches=switches, sleep=no_wait)


STARTS: list[tuple[str, Generation]] = [
    ("/video/text/generate", TEXT),
    (
        "/video/img/generate",
        ImageBody(prompt="a cat", model="v6", duration=15, quality="1080p", img_id=BIG),
    ),
    ("/video/img/generate", TemplateBody(template_id=BIG, img_ids=(BIG,), quality="540p")),
    ("/video/text/generate", TemplateBody(template_id=1, aspect_ratio="1:1", quality="540p")),
    (
        "/video/transition/generate",
        TransitionBody(
            first_frame_img=BIG,
            last_frame_img=2,
            prompt="and then",
            model="v5",
            duration=8,
            quality="720p",
        ),
    ),
    (
        "/video/multi_transition/generate",
        MultiTransitionBody(
            stations=(Station(img_id=BIG, duration=5), Station(img_id=2)),
            model="v5",
            quality="540p",
        ),
    ),
    (
        "/video/fusion/generate",
        FusionBody(
            image_references=(ImageReference(type="subject", img_id=BIG, ref_name="cat"),),
            prompt="@cat sleeps",
            model="v5",
            duration=5,
            quality="540p",
            aspect_ratio="16:9",
        ),
    ),
    (
        "/video/extend/generate",
        ExtendBody(
            source_video_id=BIG, prompt="on", model="v5", duration=5, quality="540p", seed=3
        ),
    ),
    ("/video/lip_sync/generate", LipSyncBody(source_video_id=BIG, audio_media_id=BIG)),
    (
        "/video/sound_effect/generate",
        SoundEffectBody(video_media_id=BIG, original_sound_switch=False),
    ),
    ("/video/restyle/generate", RestyleBody(video_media_id=BIG, restyle_id=BIG)),
    (
        "/video/swap/generate",
        SwapBody(source_video_id=BIG, keyframe_id=1, mask_id="7", img_id=BIG, quality="720p"),
    ),
    ("/video/modify/generate", ModifyBody(source_video_id=BIG, prompt="red", quality="360p")),
    ("/video/mimic/generate", MimicBody(video_media_id=BIG, img_id=BIG, quality="540p")),
    ("/video/upscale/generate", UpscaleBody(source_video_id=BIG)),
    ("/video/avatar/generate", AvatarBody(img_id=BIG, quality="540p", audio_media_id=BIG)),
]


@pytest.mark.parametrize(("path", "body"), STARTS)
async def test_a_job_is_started_at_its_endpoint_under_the_callers_trace_id(
    path: str, body: Generation
) -> None:
    async with served(ok({"video_id": BIG, "credits": 45})) as wire, connect(wire) as api:
        assert await api.start(body, trace_id=TRACE) == Created(id=BIG, credits=45)
    (seen,) = wire.seen
    assert (seen.method, seen.target) == ("POST", PREFIX + path)
    assert seen.json == body.wire(Switches())
    assert seen.headers["api-key"] == KEY
    assert seen.headers["ai-trace-id"] == str(TRACE)
    assert seen.headers["content-type"] == "application/json"
    assert "authorization" not in seen.headers


async def test_an_id_goes_both_ways_as_a_whole_number() -> None:
    reply = answer(b'{"ErrCode":0,"ErrMsg":"success","Resp":{"video_id":"%d","credit":45}}' % BIG)
    async with served(reply) as wire, connect(wire) as api:
        created = await api.start(UpscaleBody(source_video_id=BIG), trace_id=TRACE)
    assert created == Created(id=BIG, credits=45)
    assert wire.seen[0].body.replace(b" ", b"") == b'{"source_video_id":%d}' % BIG


async def test_an_effect_may_make_a_picture() -> None:
    body = ImageTemplateBody(template_id=BIG, img_ids=(BIG, 2))
    async with served(ok({"image_id": BIG, "video_id": 0})) as wire, connect(wire) as api:
        assert await api.start(body, trace_id=TRACE) == Created(id=BIG, is_image=True)
    assert wire.seen[0].target == PREFIX + "/image/template/generate"
    assert wire.seen[0].json == {"template_id": BIG, "img_ids": [BIG, 2]}


async def test_masks_are_selected_under_the_callers_trace_id() -> None:
    found = {"keyframe_id": 1, "keyframe_url": "u", "credits": 2, "mask_info": [{"mask_id": "7"}]}
    body = MaskSelectionBody(source_video_id=BIG, keyframe_id=1)
    async with served(ok(found)) as wire, connect(wire) as api:
        selection = await api.select_masks(body, trace_id=TRACE)
    assert (selection.credits, selection.masks[0].mask_id) == (2, "7")
    (seen,) = wire.seen
    assert (seen.target, seen.json) == (
        f"{PREFIX}/video/mask/selection",
        {"source_video_id": BIG, "keyframe_id": 1},
    )
    assert seen.headers["ai-trace-id"] == str(TRACE)


async def test_a_repeat_under_the_same_trace_id_is_the_same_request() -> None:
    async with served(reset, ok({"video_id": 1})) as wire, connect(wire) as api:
        with pytest.raises(OutcomeUnknown):
            await api.start(TEXT, trace_id=TRACE)
        assert len(wire.seen) == 1
        await api.start(TEXT, trace_id=TRACE)
    first, second = wire.seen
    assert (first.target, first.body) == (second.target, second.body)
    assert first.headers["ai-trace-id"] == second.headers["ai-trace-id"]


Ask = Callable[[Platform], Awaitable[object]]

READS: list[tuple[str, Ask, object]] = [
    ("/account/balance", lambda api: api.balance(), {"credit_monthly": 1}),
    (f"/video/result/{BIG}", lambda api: api.video(BIG), {"id": BIG, "status": 5}),
    (f"/image/result/{BIG}", lambda api: api.image(BIG), {"image_id": BIG, "status": 5}),
    (
        "/video/effects/templates/list?type=1&page=1&pageSize=100",
        lambda api: api.effects(),
        {"effect_items": []},
    ),
    (
        "/video/restyle/list?page_num=1&page_size=20",
        lambda api: api.restyles(),
        {"data": [], "total": 0},
    ),
    (
        "/video/tts_speaker?page_num=1&page_size=20&speaker_type=all",
        lambda api: api.speakers("all"),
        {"total": 0, "data": None},
    ),
]


@pytest.mark.parametrize(("target", "ask", "resp"), READS)
async def test_a_read_is_a_get_under_a_trace_id_of_its_own(
    target: str, ask: Ask, resp: object
) -> None:
    async with served(ok(resp)) as wire, connect(wire) as api:
        await ask(api)
        await ask(api)
    assert [(seen.method, seen.target) for seen in wire.seen] == [("GET", PREFIX + target)] * 2
    assert wire.seen[0].body == b""
    assert wire.seen[0].headers["api-key"] == KEY
    traces = {UUID(seen.headers["ai-trace-id"]) for seen in wire.seen}
    assert len(traces) == 2
    assert {trace.version for trace in traces} == {4}


async def test_a_result_is_read_by_its_exact_id() -> None:
    result = {"id": BIG, "status": 1, "url": "https://m/v.mp4", "outputWidth": 640}
    async with served(ok(result)) as wire, connect(wire) as api:
        read = await api.video(BIG)
    assert (read.id, read.output_width) == (BIG, 640)


async def test_an_unknown_id_is_not_found() -> None:
    async with served(failed(500008)) as wire, connect(wire) as api:
        with pytest.raises(errors.NotFound):
            await api.video(BIG)


async def test_usage_is_read_page_by_page() -> None:
    page = {"items": [{"video_id": BIG, "credits": 45}], "next_cursor": 77, "has_more": True}
    body = UsageBody(
        start_time=datetime(2026, 1, 1, tzinfo=UTC), end_time=datetime(2026, 1, 2, tzinfo=UTC)
    )
    async with served(ok(page)) as wire, connect(wire) as api:
        read = await api.usage(body)
        await api.usage(body.model_copy(update={"cursor": read.next_cursor}))
    assert (read.items[0].id, read.items[0].credits, read.has_more) == (BIG, 45, True)
    assert [seen.json for seen in wire.seen] == [
        {"start_time": "2026-01-01 00:00:00", "end_time": "2026-01-02 00:00:00"},
        {
            "start_time": "2026-01-01 00:00:00",
            "end_time": "2026-01-02 00:00:00",
            "cursor": 77,
        },
    ]
    assert wire.seen[0].target == PREFIX + "/account/billing/usage-detail"
    assert wire.seen[0].headers["ai-trace-id"] != wire.seen[1].headers["ai-trace-id"]


def pages(key: str, *rows: list[dict[str, Any]], **more: Any) -> list[Reply]:
    return [ok({key: list(some), **more}) for some in rows]


async def test_effects_are_read_to_the_last_page() -> None:
    first: list[dict[str, Any]] = [{"template_id": BIG, "display_name": "Hug"}, {"template_id": 2}]
    replies = pages("effect_items", first, [{"template_id": 3, "template_type": 1}], [])
    async with served(*replies) as wire, connect(wire) as api:
        effects = await api.effects(2)
    assert [effect.template_id for effect in effects] == [BIG, 2, 3]
    assert [effect.gives_image for effect in effects] == [True, True, False]
    assert [seen.target.partition("?")[2] for seen in wire.seen] == [
        f"type=2&page={number}&pageSize=100" for number in (1, 2, 3)
    ]


async def test_a_server_that_knows_no_pages_is_asked_twice() -> None:
    async with served(ok([{"speaker_id": "1", "name": "Emily"}])) as wire, connect(wire) as api:
        assert [speaker.name for speaker in await api.speakers()] == ["Emily"]
    assert len(wire.seen) == 2


async def test_a_listing_that_counts_its_rows_is_not_asked_for_more() -> None:
    replies = pages("data", [{"restyle_id": BIG, "name": "Oil"}], [{"restyle_id": 2}], total=2)
    async with served(*replies) as wire, connect(wire) as api:
        assert [look.restyle_id for look in await api.restyles()] == [BIG, 2]
    assert len(wire.seen) == 2


async def test_an_endless_listing_is_given_up() -> None:
    replies = [ok({"data": [{"speaker_id": str(number)}]}) for number in range(101)]
    async with served(*replies) as wire, connect(wire) as api:
        assert len(await api.speakers()) == 100


@pytest.mark.parametrize("resp", [None, {}, {"data": None}, {"data": {}}, "x", {"total": 3}])
async def test_a_listing_that_cannot_be_read_is_never_an_empty_one(resp: object) -> None:
    async with served(ok(resp)) as wire, connect(wire) as api:
        for ask in (api.effects, api.restyles, api.speakers):
            with pytest.raises(OutcomeUnknown):
                await ask()


async def test_voices_have_an_older_address_too() -> None:
    older = Switches(speakers="/video/lip_sync/tts_list")
    async with served(ok({"total": 0, "data": []})) as wire, connect(wire, older) as api:
        await api.speakers("all")
    assert wire.seen[0].target == PREFIX + "/video/lip_sync/tts_list?page_num=1&page_size=20"


async def test_looks_may_be_asked_for_with_a_body() -> None:
    switches = Switches(restyle_list="body")
    async with served(ok({"total": 0, "data": []})) as wire, connect(wire, switches) as api:
        await api.restyles()
    (seen,) = wire.seen
    assert (seen.method, seen.target) == ("GET", PREFIX + "/video/restyle/list")
    assert seen.json == {"page_num": 1, "page_size": 20}


# Files


async def test_a_picture_is_streamed_as_a_form_of_known_length() -> None:
    async with served(ok({"img_id": BIG, "img_url": "u"})) as wire, connect(wire) as api:
        stored = await api.upload_image(
            chunks(b"ab", b"", b"c\r\n--"), size=7, content_type="image/jpeg"
        )
    assert (stored.img_id, stored.img_url) == (BIG, "u")
    (seen,) = wire.seen
    assert (seen.method, seen.target) == ("POST", PREFIX + "/image/upload")
    assert seen.headers["content-length"] == str(len(seen.body))
    assert "transfer-encoding" not in seen.headers
    assert UUID(seen.headers["ai-trace-id"]).version == 4
    parts = seen.form()
    assert list(parts) == ["image"]
    assert parts["image"].get_content_type() == "image/jpeg"
    assert parts["image"].get_filename() == "image.jpg"
    assert b"\r\n\r\nabc\r\n--\r\n--" in seen.body


@pytest.mark.parametrize(
    ("content_type", "name"),
    [
        ("video/mp4", "media.mp4"),
        ("video/quicktime", "media.mov"),
        ("audio/mpeg", "media.mp3"),
        ("audio/x-m4a", "media.m4a"),
    ],
)
async def test_a_video_or_sound_is_streamed_too(content_type: str, name: str) -> None:
    stored = {"media_id": BIG, "media_type": "video", "url": "u", "width": 640, "height": 480}
    async with served(ok(stored)) as wire, connect(wire) as api:
        media = await api.upload_media(chunks(b"abc"), size=3, content_type=content_type)
    assert (media.media_id, media.media_type, media.width) == (BIG, "video", 640)
    part = wire.seen[0].form()["file"]
    assert (part.get_filename(), part.get_content_type()) == (name, content_type)
    assert part.get_payload(decode=True) == b"abc"
    assert wire.seen[0].target == PREFIX + "/media/upload"


async def test_files_are_fetched_from_an_address() -> None:
    replies = [ok({"img_id": 1}), ok({"media_id": 2})]
    async with served(*replies) as wire, connect(wire) as api:
        assert (await api.upload_image_from("https://p.example/ä.png")).img_id == 1
        assert (await api.upload_media_from("https://p.example/a.mp4")).media_id == 2
    image, media = wire.seen
    assert image.form()["image_url"].get_payload(decode=True) == "https://p.example/ä.png".encode()
    assert image.form()["image_url"].get_filename() is None
    assert media.form()["file_url"].get_payload(decode=True) == b"https://p.example/a.mp4"


async def test_an_address_may_be_sent_as_json() -> None:
    switches = Switches(upload_by_url="json")
    async with served(ok({"img_id": 1})) as wire, connect(wire, switches) as api:
        await api.upload_image_from("https://p.example/a.png")
    assert wire.seen[0].json == {"image_url": "https://p.example/a.png"}


async def test_what_is_not_taken_is_not_sent() -> None:
    async with served(ok({})) as wire, connect(wire) as api:
        for size, kind in ((3, "image/gif"), (0, "image/png"), (20 << 20, "image/png")):
            with pytest.raises(ValueError, match="file"):
                await api.upload_image(chunks(b"abc"), size=size, content_type=kind)
        for size, kind in ((3, "image/png"), ((50 << 20) + 1, "video/mp4")):
            with pytest.raises(ValueError, match="file"):
                await api.upload_media(chunks(b"abc"), size=size, content_type=kind)
        with pytest.raises(ValueError, match="web"):
            await api.upload_image_from("file:///etc/passwd")
        with pytest.raises(ValueError, match="seed"):
            await api.start(
                ExtendBody(source_video_id=1, prompt="on", model="v5", duration=5, quality="540p"),
                trace_id=TRACE,
            )
    assert wire.seen == []


@pytest.mark.parametrize("parts", [(b"abc",), (b"abc", b"defg"), (b"abcde", b"f"), ()])
async def test_a_file_of_another_length_is_never_stored(parts: tuple[bytes, ...]) -> None:
    async with served(ok({"img_id": 1})) as wire, connect(wire) as api:
        with pytest.raises(NotSent):
            await api.upload_image(chunks(*parts), size=5, content_type="image/png")
    assert wire.seen == []


async def test_a_source_that_fails_fails_as_itself() -> None:
    async def source() -> Any:
        yield b"abc"
        raise LookupError("the chat's file is gone")

    async with served(ok({"img_id": 1})) as wire, connect(wire) as api:
        with pytest.raises(LookupError, match="gone"):
            await api.upload_image(source(), size=9, content_type="image/png")
    assert wire.seen == []


async def test_a_picture_that_moderation_refuses_is_said_in_lower_case() -> None:
    reply = answer({"err_code": 500052, "err_msg": "not allowed", "resp": None}, 500)
    async with served(reply) as wire, connect(wire) as api:
        with pytest.raises(errors.Moderated) as raised:
            await api.upload_image(chunks(b"abc"), size=3, content_type="image/png")
    assert raised.value.code == 500052
    assert len(wire.seen) == 1


# Trouble


@pytest.mark.parametrize("resp", [None, [], {}, {"video_id": 0}, {"video_id": 1e18}, {"id": 5}])
async def test_a_success_that_names_no_job_is_unknown(resp: object) -> None:
    async with served(ok(resp)) as wire, connect(wire) as api:
        with pytest.raises(OutcomeUnknown):
            await api.start(TEXT, trace_id=TRACE)
        with pytest.raises(OutcomeUnknown):
            await api.upload_image(chunks(b"a"), size=1, content_type="image/png")


@pytest.mark.parametrize(
    "reply", [reset, half, answer(b"<html>", 502), answer(b"", 503), answer(b"", 200)]
)
async def test_a_paid_request_is_sent_once_and_its_outcome_is_unknown(reply: Reply) -> None:
    async with served(reply) as wire, connect(wire) as api:
        with pytest.raises(OutcomeUnknown):
            await api.start(TEXT, trace_id=TRACE)
    assert len(wire.seen) == 1


async def test_without_a_server_nothing_was_sent() -> None:
    async with served(ok({})) as wire:
        pass
    async with connect(wire) as api:
        with pytest.raises(NotSent):
            await api.start(TEXT, trace_id=TRACE)


async def test_an_effect_that_is_not_switched_on_is_said() -> None:
    async with served(failed(500070)) as wire, connect(wire) as api:
        with pytest.raises(NotActivated):
            await api.start(TEXT, trace_id=TRACE)


async def test_a_read_outlives_a_passing_trouble() -> None:
    replies = [answer(b"", 502), answer(b"", 503), ok({"status": 5})]
    async with served(*replies) as wire, connect(wire) as api:
        assert (await api.video(1)).status == 5
    assert len(wire.seen) == 3


async def test_a_redirect_is_not_followed_with_the_key() -> None:
    async with (
        served(ok({})) as elsewhere,
        served(answer({}, 307, Location=elsewhere.url)) as wire,
        connect(wire) as api,
    ):
        with pytest.raises(ProviderError):
            await api.balance()
        assert elsewhere.seen == []


@pytest.mark.parametrize(
    "reply",
    [
        failed(400017, message=f"bad key {KEY}"),
        failed(500999, 500, f"bad key {KEY}"),
        answer(f"no {KEY}".encode(), 403),
        answer(b"<html>"),
        reset,
    ],
)
async def test_no_error_shows_the_key(reply: Reply, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with served(reply) as wire, connect(wire) as api:
        with pytest.raises(ProviderError) as raised:
            await api.balance()
        shown = repr(api) + repr(vars(api))
    error = raised.value
    shown += repr(error) + "".join(traceback.format_exception(error)) + caplog.text
    assert error.__context__ is None
    assert "do-not-tell" not in shown


@pytest.mark.parametrize("key", ["", " \n", "ключ", "a\nb"])
def test_what_is_no_key_is_refused_at_once(key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        Platform(key=SecretStr(key))


@pytest.mark.parametrize("url", ["https://a.example/openapi/v2", "app-api.pixverse.ai", ""])
def test_a_base_url_is_a_scheme_and_a_host(url: str) -> None:
    with pytest.raises(ValueError, match="base URL"):
        Platform(base_url=url, key=SecretStr(KEY))


def test_switches_are_the_clients_own() -> None:
    switches = replace(Switches(), longest_prompt=10)
    assert Platform(key=SecretStr(KEY), switches=switches).switches is switches
    assert Platform(key=SecretStr(KEY)).switches == Switches()
    assert json.loads(json.dumps(TEXT.wire(Switches()))) == TEXT.wire(Switches())
