"""The client of useapi.net v1 against a real server: exact requests, and what the answers mean."""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from pydantic import SecretStr

from pixverse import NotSent, OutcomeUnknown, ProviderError, errors
from pixverse.useapi_v1 import (
    AnimateBody,
    ButtonBody,
    Channel,
    ChannelBody,
    CreateBody,
    CreateSingleBody,
    Job,
    MemeFaceBody,
    UseApiV1,
)
from tests.unit.pixverse.wire import Reply, Wire, answer, chunks, half, no_wait, reset, served

TOKEN = "user:7-do-not-tell"
PREFIX = "/v1/pixverse"
ID = "j1125-user:7-channel:2-bot:pixverse"
STARTED = {"jobid": ID, "verb": "pixverse-create", "status": "created", "replyRef": "r"}
CREATE = CreateBody(prompt="a cat", style="Realistic")


def connect(wire: Wire) -> UseApiV1:
    return UseApiV1(base_url=wire.url, token=SecretStr(TOKEN), sleep=no_wait)


STARTS: list[tuple[str, Callable[[UseApiV1], Awaitable[Job]], dict[str, Any]]] = [
    (
        "/create",
        lambda api: api.create(CREATE),
        {"prompt": "a cat", "style": "Realistic"},
    ),
    (
        "/create_single",
        lambda api: api.create_single(
            CreateSingleBody(prompt="a cat", style="Anime", seed_value=5, reply_ref="r")
        ),
        {"prompt": "a cat", "style": "Anime", "seed_value": 5, "replyRef": "r"},
    ),
    (
        "/button",
        lambda api: api.button(ButtonBody(jobid=ID, button="🔀", prompt="a dog")),
        {"jobid": ID, "button": "🔀", "prompt": "a dog"},
    ),
]


@pytest.mark.parametrize(("path", "start", "body"), STARTS)
@pytest.mark.parametrize("status", [200, 201])
async def test_a_job_is_started(
    path: str,
    start: Callable[[UseApiV1], Awaitable[Job]],
    body: dict[str, Any],
    status: int,
) -> None:
    async with served(answer(STARTED, status)) as wire, connect(wire) as api:
        job = await start(api)
    assert (job.jobid, job.status, job.reply_ref) == (ID, "created", "r")
    (seen,) = wire.seen
    assert (seen.method, seen.target, seen.json) == ("POST", PREFIX + path, body)
    assert seen.headers["authorization"] == f"Bearer {TOKEN}"


async def test_a_picture_travels_with_the_fields_of_its_job() -> None:
    body = AnimateBody(motion=7, prompt="sie läuft", hd_quality="Yes", discord=SecretStr("d"))
    async with served(answer(STARTED)) as wire, connect(wire) as api:
        await api.animate(body, chunks(b"ab", b"c"), size=3, content_type="image/jpeg")
    (seen,) = wire.seen
    assert (seen.method, seen.target) == ("POST", PREFIX + "/animate")
    assert seen.headers["content-length"] == str(len(seen.body))
    assert "transfer-encoding" not in seen.headers
    parts = seen.form()
    texts = {name: part.get_payload(decode=True) for name, part in parts.items()}
    assert texts == {
        "motion": b"7",
        "prompt": "sie läuft".encode(),
        "hd_quality": b"Yes",
        "discord": b"d",
        "image": b"abc",
    }
    assert (parts["image"].get_filename(), parts["image"].get_content_type()) == (
        "image.jpg",
        "image/jpeg",
    )


async def test_a_face_is_called_a_face() -> None:
    body = MemeFaceBody(prompt="a king", aspect_ratio="1:1")
    async with served(answer(STARTED)) as wire, connect(wire) as api:
        await api.meme_face(body, chunks(b"abc"), size=3, content_type="image/png")
    parts = wire.seen[0].form()
    assert list(parts) == ["prompt", "aspect_ratio", "face"]
    assert parts["face"].get_filename() == "face.png"
    assert wire.seen[0].target == PREFIX + "/meme_face"


async def test_a_job_is_read_by_its_id() -> None:
    done = {**STARTED, "status": "completed", "buttons": ["U1", "🔄"], "discord": "abc…xyz"}
    async with served(answer(done)) as wire, connect(wire) as api:
        assert (await api.job(ID)).buttons == ("U1", "🔄")
    (seen,) = wire.seen
    assert (seen.method, seen.body) == ("GET", b"")
    assert seen.target == PREFIX + "/jobs/?jobid=j1125-user%3A7-channel%3A2-bot%3Apixverse"


async def test_jobs_are_listed() -> None:
    async with served(answer([STARTED, {}, 3])) as wire, connect(wire) as api:
        assert [job.jobid for job in await api.jobs()] == [ID, None]
    assert wire.seen[0].target == PREFIX + "/jobs"


async def test_a_job_is_cancelled() -> None:
    reply = answer({"jobid": "j1", "status": "cancelled", "code": 200})
    async with served(reply) as wire, connect(wire) as api:
        await api.cancel("j1")
    assert (wire.seen[0].method, wire.seen[0].target) == (
        "GET",
        PREFIX + "/jobs/cancel/?jobid=j1",
    )


async def test_channels_are_listed_put_read_and_deleted() -> None:
    row = {"server": "1", "channel": "2", "discord": "abc…", "maxJobs": 3}
    bare = {"server": "1", "maxJobs": 3}
    replies = [answer({"2": bare}), answer(b"", 204), answer(row), answer(b"", 204)]
    body = ChannelBody(discord=SecretStr("d"), server="1", channel="2", max_jobs=3)
    expected = Channel.model_validate(row)
    async with served(*replies) as wire, connect(wire) as api:
        assert await api.channels() == (expected,)
        await api.put_channel(body)
        assert await api.channel("2") == expected
        await api.delete_channel("2")
    assert [(seen.method, seen.target) for seen in wire.seen] == [
        ("GET", PREFIX + "/account"),
        ("POST", PREFIX + "/account/2"),
        ("GET", PREFIX + "/account/2"),
        ("DELETE", PREFIX + "/account/2"),
    ]
    assert wire.seen[1].json == {"discord": "d", "server": "1", "channel": "2", "maxJobs": 3}


MEANINGS: list[tuple[int, type[ProviderError]]] = [
    (400, errors.Invalid),
    (401, errors.Unauthorized),
    (402, errors.SubscriptionExpired),
    (404, errors.NotFound),
    (410, errors.NotFound),
    (412, errors.NoCredits),
    (422, errors.Moderated),
    (429, errors.Busy),
    (500, errors.OutcomeUnknown),
    (504, errors.OutcomeUnknown),
    (596, errors.AccountLocked),
]


@pytest.mark.parametrize(("status", "kind"), MEANINGS)
async def test_a_status_means_one_error(status: int, kind: type[ProviderError]) -> None:
    reply = answer({**STARTED, "status": "moderated", "error": "words", "code": status}, status)
    async with served(reply) as wire, connect(wire) as api:
        for ask in (api.create(CREATE), api.job("j1")):
            with pytest.raises(ProviderError) as raised:
                await ask
            assert type(raised.value) is kind
            assert raised.value.status == status
    assert [seen.method for seen in wire.seen].count("POST") == 1


@pytest.mark.parametrize(
    "reply", [reset, half, answer(b""), answer([]), answer({}), answer({"jobid": ""})]
)
async def test_an_answer_that_names_no_job_leaves_the_outcome_unknown(reply: Reply) -> None:
    async with served(reply) as wire, connect(wire) as api:
        with pytest.raises(OutcomeUnknown):
            await api.create(CREATE)
    assert len(wire.seen) == 1


@pytest.mark.parametrize("value", [{}, None, "x"])
async def test_a_listing_that_cannot_be_read_is_never_an_empty_one(value: object) -> None:
    async with served(answer(value)) as wire, connect(wire) as api:
        with pytest.raises(OutcomeUnknown):
            await api.jobs()


@pytest.mark.parametrize(("size", "kind"), [(3, "image/webp"), (0, "image/png")])
async def test_what_is_no_picture_is_not_sent(size: int, kind: str) -> None:
    async with served(answer(STARTED)) as wire, connect(wire) as api:
        with pytest.raises(ValueError, match="picture"):
            await api.animate(AnimateBody(), chunks(b"abc"), size=size, content_type=kind)
    assert wire.seen == []


@pytest.mark.parametrize("parts", [(b"ab",), (b"abcd",), ()])
async def test_a_picture_of_another_length_starts_nothing(parts: tuple[bytes, ...]) -> None:
    async with served(answer(STARTED)) as wire, connect(wire) as api:
        with pytest.raises(NotSent):
            await api.animate(AnimateBody(), chunks(*parts), size=3, content_type="image/png")
    assert wire.seen == []


@pytest.mark.parametrize(
    "reply", [answer({"error": f"bad {TOKEN}"}, 401), answer(f"no {TOKEN}".encode(), 500), reset]
)
async def test_no_error_shows_the_token(reply: Reply) -> None:
    async with served(reply) as wire, connect(wire) as api:
        with pytest.raises(ProviderError) as raised:
            await api.job("j1")
        shown = repr(api) + repr(vars(api))
    error = raised.value
    assert error.__context__ is None
    assert "do-not-tell" not in shown + repr(error) + "".join(traceback.format_exception(error))


@pytest.mark.parametrize("token", ["", "\n", "ключ"])
def test_what_is_no_token_is_refused_at_once(token: str) -> None:
    with pytest.raises(ValueError, match="token"):
        UseApiV1(token=SecretStr(token))
