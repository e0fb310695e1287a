"""The provider in trouble: a paid video is never lost and never paid twice, and the person learns how it went."""

from datetime import timedelta
from typing import Any

import pytest

from tests.pictures import picture
from tests.stories.chat import Chat
from tests.stories.shelves import MAKES_A_PICTURE, use_effect
from tests.stories.town import Town, Watch

ALLOWANCE, PRICE = 300, 30
MASKED = r"s\*\*\*@example.com"
STUDIO, SECOND = "studio@example.com", "studio+2@example.com"
CREATE = "/videos/create"


async def paid_once(town: Town, chat: Chat, *, posts: int) -> None:
    """One video in the chat, one at the provider, one price paid, after so many requests."""
    await chat.gets("video")
    await chat.sees("Ready")
    assert len([m for m in await chat.told() if m.kind == "video"]) == 1
    assert [video["refunded"] for video in await town.videos()] == [0]
    assert len(await town.requests(CREATE)) == posts
    assert await chat.left() == ALLOWANCE - PRICE


async def failed(town: Town, chat: Chat, why: str) -> None:
    """One sentence says why; the credits are back, here and at the provider."""
    sorry = await chat.sees(why)
    assert "30 credits are back" in sorry.text
    await chat.sees("didn't work out")
    assert await chat.left() == ALLOWANCE
    assert all(video["refunded"] == video["charged"] for video in await town.videos())
    assert len([m for m in await chat.told() if "Nothing was charged" in m.text]) == 1


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "html", "status": 502},
        {"kind": "html", "status": 200},
        {"kind": "status", "status": 500},
        {"kind": "reset"},
    ],
    ids=str,
)
async def test_a_request_that_got_lost_is_proved_absent_and_sent_again(
    town: Town, fault: dict[str, Any]
) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.useapi_fault(path=CREATE, method="POST", times=1, **fault)
        await ann.orders("a cat on a mat")
        await paid_once(town, ann, posts=2)


@pytest.mark.parametrize(
    "fault",
    [{"kind": "reset_after"}, {"kind": "status_after", "status": 500}],
    ids=str,
)
async def test_an_accepted_request_whose_answer_got_lost_is_adopted(
    town: Town, fault: dict[str, Any]
) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.useapi_fault(path=CREATE, method="POST", times=1, **fault)
        await ann.orders("a cat on a mat")
        await paid_once(town, ann, posts=1)


async def test_a_lost_answer_is_looked_for_until_the_provider_can_be_asked(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.useapi_fault(path=CREATE, method="POST", kind="reset_after")
        await town.useapi_fault(path="/scheduler/", method="GET", kind="html", times=2)
        await town.useapi_fault(path="/videos/", method="GET", kind="status", times=2)
        await ann.orders("a cat on a mat")
        await paid_once(town, ann, posts=1)


@pytest.mark.parametrize(("kind", "posts"), [("hang_after", 1), ("hang", 2)])
async def test_a_silent_provider_and_a_restart(town: Town, kind: str, posts: int) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.useapi_fault(path=CREATE, method="POST", kind=kind)
        await ann.orders("a cat on a mat")
        await town.until(lambda: asked(town), "the request at the provider")
    async with town.bot():
        await paid_once(town, ann, posts=posts)


async def asked(town: Town) -> bool:
    return bool(await town.requests(CREATE))


async def test_a_request_that_is_accepted_long_after_it_seemed_lost(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.useapi_fault(path=CREATE, method="POST", kind="slow", seconds=1.5)
        await ann.orders("a cat on a mat")
        await town.until(lambda: asked(town), "the request at the provider")
    # The provider carries it out while nobody listens: a hasty search would find nothing, and pay again.
    patient = town.pace(surely_absent=timedelta(seconds=30))
    async with town.bot(pace=patient):
        await paid_once(town, ann, posts=1)


async def test_a_submission_that_cannot_be_searched_for_stays_held_until_an_admin_decides(
    town: Town,
) -> None:
    ann, admin, watch = await town.person("Ann"), await town.admin(), Watch()
    async with town.bot(clock=watch):
        await admin.hears("/start", "Hi")
        await town.useapi_fault(path=CREATE, method="POST", kind="reset")
        await town.useapi_fault(path="/scheduler/", method="GET", kind="status", times=10_000)
        await ann.orders("a cat on a mat")
        await town.until(lambda: asked(town), "the request at the provider")
        await ann.sees("Getting started")
        assert await ann.left() == ALLOWANCE - PRICE
        watch.advance(minutes=31)
        await ann.sees("checking whether PixVerse got this one")
        alert = await admin.sees("is unconfirmed")
        await admin.press("Give up", alert)
        await failed(town, ann, "couldn't find out")


async def test_a_busy_provider_costs_nobody_their_place(town: Town) -> None:
    ann, bob, watch = await town.person("Ann"), await town.person("Bob"), Watch()
    await town.room(1)
    async with town.bot(clock=watch):
        await town.useapi_fault(path=CREATE, method="POST", kind="status", status=429)
        await ann.orders("a cat on a mat")
        await ann.sees("In the queue: number 1")
        await town.until(lambda: asked(town), "the request at the provider")
        await bob.orders("a dog on a rug")
        await bob.sees("In the queue: number 2")
        assert len(await town.requests(CREATE)) == 1, "at least ten seconds of silence"
        watch.advance(seconds=11)
        await ann.gets("video")
        await bob.gets("video")
        prompts = [one["json"]["prompt"] for one in await town.requests(CREATE)]
        assert prompts == ["a cat on a mat", "a cat on a mat", "a dog on a rug"]
        assert await ann.left() == await bob.left() == ALLOWANCE - PRICE


async def test_full_capacity_is_waited_for(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.room(0)
        await ann.orders("a cat on a mat")
        await ann.sees("In the queue: number 1")
        before = len(await town.requests("/scheduler/available", "GET"))
        await town.until(lambda: asked_for_room(town, before + 2), "two more looks for room")
        assert await town.requests(CREATE) == []
        await town.room(1)
        await paid_once(town, ann, posts=1)


async def asked_for_room(town: Town, times: int) -> bool:
    return len(await town.requests("/scheduler/available", "GET")) >= times


ACCOUNT_TROUBLES = pytest.mark.parametrize(
    ("state", "why"),
    [
        ({"credits": 0}, "no credits left"),
        ({"subscription": False}, "subscription has ended"),
        ({"pending_error": True}, "pending problem"),
    ],
    ids=["412", "402", "596"],
)


@ACCOUNT_TROUBLES
async def test_the_only_account_is_in_trouble(town: Town, state: dict[str, Any], why: str) -> None:
    ann, admin = await town.person("Ann"), await town.admin()
    async with town.bot():
        await admin.hears("/start", "Hi")
        await town.control("accounts", email=STUDIO, **state)
        await ann.orders("a cat on a mat")
        await failed(town, ann, "admins have been told")
        alert = await admin.sees(f"{MASKED} can't be used:.*{why}")
        assert len([m for m in await admin.told() if m.text == alert.text]) == 1
        assert await town.videos() == []


@ACCOUNT_TROUBLES
async def test_another_account_takes_over(town: Town, state: dict[str, Any], why: str) -> None:
    ann, admin = await town.person("Ann"), await town.admin()
    await town.control("reset", accounts=2, render_seconds=0.4)
    async with town.bot():
        await admin.hears("/start", "Hi")
        await town.control("accounts", email=STUDIO, maxJobs=8, **state)
        await town.control("accounts", email=SECOND, maxJobs=4)
        await ann.photo(picture("tomato"), "she smiles")
        await ann.press("Generate", await ann.sees("she smiles.*you have"))
        await admin.sees(f"{MASKED} can't be used:.*{why}")
        await ann.gets("video")
        await ann.orders("a cat on a mat")
        await ann.sees("a cat on a mat", kind="video")
        assert [video["email"] for video in await town.videos()] == [SECOND, SECOND]
        assert len([m for m in await admin.told() if "can't be used" in m.text]) == 1
        assert await ann.left() == ALLOWANCE - 2 * PRICE


async def test_a_refused_token_keeps_the_queue_and_tells_the_admins_once(town: Town) -> None:
    ann, admin = await town.person("Ann"), await town.admin()
    async with town.bot():
        await admin.hears("/start", "Hi")
        refused = {"kind": "status", "status": 401, "error": "Unauthorized"}
        await town.useapi_fault(path="*", times=10_000, **refused)
        await ann.orders("a cat on a mat")
        await ann.sees("In the queue: number 1")
        await admin.sees("can't use the PixVerse service.*Check it in the settings")
        before = len(await town.requests("/scheduler/available", "GET"))
        await town.until(lambda: asked_for_room(town, before + 2), "two more refusals")
        await town.useapi.delete("/control/faults")
        await paid_once(town, ann, posts=1)
        assert len([m for m in await admin.told() if "can't use" in m.text]) == 1


async def test_a_token_refused_at_the_submission(town: Town) -> None:
    ann, admin = await town.person("Ann"), await town.admin()
    async with town.bot():
        await admin.hears("/start", "Hi")
        await town.useapi_fault(path=CREATE, method="POST", kind="status", status=401)
        await ann.orders("a cat on a mat")
        await failed(town, ann, "can't reach its PixVerse account")
        await admin.sees("access token or key was refused")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("a forbidden thing", "moderation turned this down"),
        ("a moderated thing", "moderation turned this down"),
        ("a failing thing", "couldn't make this one"),
    ],
)
async def test_what_the_provider_turns_down(town: Town, words: str, why: str) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.orders(words)
        await failed(town, ann, why)


async def test_a_list_that_answers_garbage_for_a_while(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.hold()
        await ann.orders("a cat on a mat")
        await ann.sees("PixVerse is at work")
        garbage: list[dict[str, Any]] = [
            {"kind": "html", "status": 200},
            {"kind": "status", "status": 200, "error": "what?"},
            {"kind": "status", "status": 404},
            {"kind": "status", "status": 500},
            {"kind": "status", "status": 429},
            {"kind": "reset"},
        ]
        for fault in garbage:
            await town.useapi_fault(path="/videos/", method="GET", **fault)
        await town.release()
        await paid_once(town, ann, posts=1)
        assert (await town.useapi.get("/control/faults")).json() == {"faults": []}


async def test_a_picture_that_the_list_leaves_out_and_that_is_not_found_for_a_while(
    town: Town,
) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await use_effect(ann, MAKES_A_PICTURE)
        await town.control("switches", images_listed=False, not_found_window=1)
        await ann.photo(picture("tomato"))
        await ann.press("Generate")
        await ann.gets("photo")
        assert len(await town.videos()) == 1
        refusals = [r for r in await town.requests("/videos/", "GET") if r["status"] == 404]
        assert refusals, "not found also means not finished"


async def test_an_upload_that_fails_is_repeated_before_anything_is_paid(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        for fault in ({"kind": "reset"}, {"kind": "html"}, {"kind": "reset_after"}):
            await town.useapi_fault(path="/files/", method="POST", **fault)
        await ann.photo(picture("tomato"), "she smiles")
        await ann.press("Generate", await ann.sees("she smiles.*you have"))
        await paid_once(town, ann, posts=1)


async def test_an_upload_that_never_works_ends_the_job(town: Town) -> None:
    ann, watch = await town.person("Ann"), Watch()
    async with town.bot(clock=watch):
        await town.useapi_fault(path="/files/", method="POST", kind="status", times=10_000)
        await ann.photo(picture("tomato"), "she smiles")
        await ann.press("Generate", await ann.sees("she smiles.*you have"))

        async def gave_up() -> bool:
            watch.advance(minutes=1)
            return any("couldn't reach PixVerse" in m.text for m in await ann.told())

        await town.until(gave_up, "the end of the attempts")
        await failed(town, ann, "couldn't reach PixVerse")
        assert await town.requests(CREATE) == []
        assert len(await town.requests("/files/")) == 6
