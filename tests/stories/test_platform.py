"""The same chat with PixVerse's own platform behind it: every way to a video, and what the API is asked for it."""

import asyncio
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.integration.simulator_platform import KEY, OTHER_KEY, Platform, running
from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.films import FILM, NOTE
from tests.stories.refusals import Refusals, refused_by_provider
from tests.stories.shelves import ONE_PICTURE, open_shelves, search, use_effect
from tests.stories.town import Town

USUAL = {"model": "v5.6", "duration": 5, "quality": "540p", "generate_audio_switch": False}


@pytest.fixture(scope="module")
def process() -> Iterator[Platform]:
    with running("--render-seconds", "0.3") as platform:
        yield platform


@pytest.fixture
def platform(process: Platform) -> Iterator[Platform]:
    process.http.delete("/control/faults")
    process.control("reset", {"keys": [KEY]})
    process.control("hold", {"enabled": False})
    yield process
    Refusals().check(refused_by_provider(asked(process)))


def settings(platform: Platform, **changes: Any) -> dict[str, Any]:
    return {
        "PROVIDER": "pixverse",
        "PIXVERSE_API_KEY": KEY,
        "PIXVERSE_API_URL": platform.url,
        "DAILY_CREDITS": "900",
        **changes,
    }


def asked(platform: Platform, path: str = "") -> list[dict[str, Any]]:
    """Every paid request, oldest first."""
    return list(platform.control(f"requests?path=/{path}")["requests"])


def body(platform: Platform, endpoint: str) -> dict[str, Any]:
    """What the last paid request said, but for the seed; it went to this endpoint."""
    last = asked(platform, "generate")[-1]
    assert last["path"] == f"/openapi/v2/video/{endpoint}/generate"
    said = dict(last["json"])
    if "seed" in said:
        assert 1 <= said.pop("seed") <= 2_147_483_647
    return said


def pictures(platform: Platform) -> list[int]:
    """The numbers of the pictures that were uploaded."""
    sent = asked(platform, "image/upload")
    numbers = [one["response"]["Resp"]["img_id"] for one in sent]
    assert all(number > 2**53 for number in numbers), "as large as the real ones"
    return numbers


def media(platform: Platform) -> list[int]:
    """The same for videos and sounds."""
    return [one["response"]["Resp"]["media_id"] for one in asked(platform, "media/upload")]


def made(platform: Platform) -> list[dict[str, Any]]:
    return list(platform.control("videos")["videos"])


def styles(platform: Platform) -> list[dict[str, Any]]:
    """The ready-made looks that the provider has."""
    listed = platform.get("/video/restyle/list", page_num=1, page_size=100)
    return list(listed["data"])


async def makes(chat: Chat, card: Message) -> Message:
    """Press *Generate*; returns the video that comes of it."""
    await chat.press("Generate", card)
    return await chat.waits_for(
        lambda one: one.kind == "video" and one.id > card.id, "a video below the card"
    )


async def test_words_pictures_and_an_effect(town: Town, platform: Platform) -> None:
    ann = await town.person("Ann")
    async with town.bot(**settings(platform)):
        video = await makes(ann, await ann.hears("a cat on a skateboard", "35 credits"))
        assert body(platform, "text") == {
            "prompt": "a cat on a skateboard",
            **USUAL,
            "aspect_ratio": "16:9",
        }
        assert await ann.bytes_of(video) == platform.http.get(made(platform)[-1]["url"]).content

        sent = await ann.photo(picture("tomato"), "she smiles")
        await makes(ann, await ann.sees_after(sent, "Picture to video.*she smiles.*1 picture"))
        assert body(platform, "img") == {
            "prompt": "she smiles",
            "img_id": pictures(platform)[-1],
            **USUAL,
        }

        await use_effect(ann, ONE_PICTURE)
        sent = await ann.photo(picture("teal"))
        card = await ann.sees_after(sent, f"{ONE_PICTURE}.*🖼 1 picture.*45 credits")
        await makes(ann, card)
        effect = body(platform, "img")
        assert effect.pop("template_id") > 2**48
        assert effect == {
            "prompt": "",
            "model": "v5",
            "duration": 5,
            "quality": "540p",
            "img_id": pictures(platform)[-1],
        }


async def test_several_pictures(town: Town, platform: Platform) -> None:
    ann = await town.person("Ann")
    async with town.bot(**settings(platform)):
        album = await ann.album([picture("red"), picture("blue")], "night falls")
        await makes(ann, await ann.sees_after(album[-1], "First to last picture.*night falls"))
        first, last = pictures(platform)
        assert body(platform, "transition") == {
            "prompt": "night falls",
            "first_frame_img": first,
            "last_frame_img": last,
            **USUAL,
        }

        album = await ann.album([picture("red"), picture("blue"), picture("green")], "years go by")
        await makes(ann, await ann.sees("Picture to picture.*3 pictures.*10 s"))
        one, two, three = pictures(platform)[-3:]
        assert body(platform, "multi_transition") == {
            "model": "v5",
            "quality": "540p",
            "multi_transition": [
                {"img_id": one, "duration": 5, "prompt": "years go by"},
                {"img_id": two, "duration": 5, "prompt": "years go by"},
                {"img_id": three},
            ],
        }

        album = await ann.album([picture("red"), picture("blue")], "@pic1 meets @pic2")
        await ann.sees_after(album[-1], "Pictures in one scene.*@pic1 meets @pic2")
    async with town.bot(**settings(platform)):
        await makes(ann, await ann.sees("Pictures in one scene.*@pic1 meets @pic2"))
        one, two = pictures(platform)[-2:]
        assert body(platform, "fusion") == {
            "prompt": "@pic1 meets @pic2 ",
            "image_references": [
                {"type": "subject", "img_id": one, "ref_name": "pic1"},
                {"type": "subject", "img_id": two, "ref_name": "pic2"},
            ],
            "aspect_ratio": "16:9",
            **USUAL,
        }


async def test_a_video_goes_on_speaks_and_changes(town: Town, platform: Platform) -> None:
    ann = await town.person("Ann")
    async with town.bot(**settings(platform)):
        result = await makes(ann, await ann.hears("a fox in the snow", "you have"))
        source = {"source_video_id": made(platform)[0]["video_id"]}
        await ann.press("Extend", result)
        await ann.sees("Longer video.*a fox in the snow")
        await ann.send("it runs away")
        await ann.sees("Longer video.*it runs away")
    async with town.bot(**settings(platform)):
        await makes(ann, await ann.sees("Longer video.*it runs away"))
        assert body(platform, "extend") == {
            **source,
            "prompt": "it runs away",
            "model": "v5.6",
            "duration": 5,
            "quality": "540p",
            "water_mark": False,
        }

        await ann.press("Lip sync", result)
        await ann.sees("Who says what.*30 s at most.*140 characters")
        await ann.send("Good morning!")
        await makes(ann, await ann.sees("Lip sync.*Emily.*Good morning!"))
        assert body(platform, "lip_sync") == {
            **source,
            "lip_sync_tts_speaker_id": "1",
            "lip_sync_tts_content": "Good morning!",
        }
        said = await ann.voice(NOTE, reply_to=result.id)
        await makes(ann, await ann.sees_after(said, "Lip sync.*Your voice · 2 s"))
        assert body(platform, "lip_sync") == {**source, "audio_media_id": media(platform)[-1]}

        await ann.press("Sound", result)
        await makes(ann, await ann.sees("New sound.*finds a sound that fits"))
        assert body(platform, "sound_effect") == {**source, "original_sound_switch": False}

        await ann.press("Modify", result)
        await ann.send("a golden crown")
        await makes(ann, await ann.sees("Changed video.*a golden crown"))
        assert body(platform, "modify") == {**source, "prompt": "a golden crown", "quality": "540p"}

        await ann.press("Restyle", result)
        await ann.press("Styles", await ann.sees("New style.*Which style"))
        await ann.press("▶️", await ann.sees_button("Watercolour"))
        await ann.press("Origami", await ann.sees_button("Origami"))
    async with town.bot(**settings(platform)):
        await makes(ann, await ann.sees("New style.*a fox in the snow.*🎨 Origami"))
        [look] = [one for one in styles(platform) if one["name"] == "Origami"]
        assert body(platform, "restyle") == {**source, "restyle_id": look["restyle_id"]}
        await ann.press("Restyle", result)
        await ann.send("all of glass")
        await makes(ann, await ann.sees("New style.*all of glass"))
        assert body(platform, "restyle") == {**source, "restyle_prompt": "all of glass"}

        await ann.press("Upscale", result)
        await makes(ann, await ann.sees("Upscaled to 4K"))
        assert body(platform, "upscale") == source


async def test_somebody_is_swapped_and_a_photo_moves(town: Town, platform: Platform) -> None:
    ann = await town.person("Ann")
    async with town.bot(**settings(platform)):
        result = await makes(ann, await ann.hears("a fox in the snow", "you have"))
        source = {"source_video_id": made(platform)[0]["video_id"]}
        await ann.press("Swap", result)
        card = await ann.sees("Swap.*a fox in the snow.*First I look")
        await ann.press("Show me · 2 credits", card)
    async with town.bot(**settings(platform)):
        found = await ann.sees("Who or what shall go", kind="photo")
        assert found.labels == ["1 · 👤 Person", "2 · 📦 Thing", "3 · 🏞 Background"]
        selection, *again = asked(platform, "mask/selection")
        assert selection["json"] == source
        traces = {one["headers"]["ai-trace-id"] for one in (selection, *again)}
        assert len(traces) == 1, "paid once, also where the restart was in between"
        masks = selection["response"]["Resp"]["mask_info"]
        await ann.press("Thing", found)
        await ann.sees("Swap.*in the place of: 📦 Thing.*Send me the photo")
        sent = await ann.photo(picture("gold"))
        card = await ann.sees_after(sent, "Swap.*Thing.*1 picture.*50 credits")
        await makes(ann, card)
        assert body(platform, "swap") == {
            **source,
            "keyframe_id": 1,
            "mask_id": masks[1]["mask_id"],
            "img_id": pictures(platform)[-1],
            "quality": "540p",
            "original_sound_switch": False,
        }
        assert await ann.left() == 900 - 35 - 2 - 50
        found = (await ann.types(""))["results"]
        offered = {one["type"] for one in found if one["id"].startswith("v")}
        assert offered
        assert offered <= {"video", "mpeg4_gif"}, "what was found is nothing to share"

        await ann.photo(picture("navy"))
        await ann.sees("Picture to video")
        mine = await ann.video(FILM)
        asks = await ann.sees_after(mine, "Your video.*1 picture.*")
        assert [label[:1] for label in asks.labels[:2]] == ["🔄", "🕺"], (
            "what takes a picture first"
        )
        await ann.press("Let a picture move", asks)
        await makes(ann, await ann.sees("Moving like a video.*Your video"))
        mimic = {"img_id": pictures(platform)[-1], "quality": "540p"}
        assert body(platform, "mimic") == {"video_media_id": media(platform)[-1], **mimic}

        mine = await ann.video(FILM)
        await ann.press("Swap", await ann.sees_after(mine, "Your video"))
        sent = await ann.photo(picture("teal"))
        await ann.press("Show me", await ann.sees_after(sent, "your photo is here"))
        found = await ann.waits_for(
            lambda one: one.data("Person") is not None and one.id > sent, "what was found"
        )
        await ann.press("Person", found)
        await makes(ann, await ann.sees("Swap.*in the place of: 👤 Person.*1 picture"))
        assert len(media(platform)) == 2, "the video is sent once for both"
        swap = body(platform, "swap")
        assert (swap["video_media_id"], swap["img_id"]) == (
            media(platform)[-1],
            pictures(platform)[-1],
        )

        empty = await makes(ann, await ann.hears("nothing at all", "you have"))
        await ann.press("Swap", empty)
        await ann.press("Show me", await ann.sees("nothing at all.*First I look"))
        await ann.sees("found nobody and nothing in that video.*2 credits are back")


async def test_a_lost_answer_is_asked_for_again_by_its_trace_id(
    town: Town, platform: Platform
) -> None:
    ann = await town.person("Ann")
    where = "/video/text/generate"
    async with town.bot(**settings(platform)):
        platform.control("faults", {"path": where, "kind": "hang_after", "times": 1})
        await ann.orders("a cat on a mat")

        async def submitted() -> bool:
            return bool(made(platform))

        await town.until(submitted, "the video at the provider")
    async with town.bot(**settings(platform)):
        await ann.gets("video")
        await ann.sees("Ready")
        first, second = asked(platform, "text/generate")
        assert first["json"] == second["json"]
        assert first["headers"]["ai-trace-id"] == second["headers"]["ai-trace-id"]
        assert len(made(platform)) == 1
        assert await ann.left() == 900 - 35

        platform.control("hold", {"enabled": True})
        status = await ann.orders("a dog on a rug")
        await ann.press("Stop", await ann.sees_button("Stop (the credits stay spent)"))
        assert (await ann.sees("Stopped")).id == status.id
        platform.control("videos/finish", {"all": True})
        await ann.orders("a bird in a tree")
        await ann.sees("PixVerse is at work.*a bird in a tree")
        platform.control("videos/finish", {"all": True})
        await ann.waits_for(lambda one: one.kind == "video" and "a bird" in one.text, "the bird")
        assert len([one for one in await ann.told() if one.kind == "video"]) == 2


async def hooked(town: Town, platform: Platform) -> dict[str, Any]:
    """Settings with a webhook that was made in the dashboard."""
    where = town.webhooks()
    hook = platform.control("webhooks", {"url": f"{where['PUBLIC_URL']}/provider/pixverse"})
    names = {"PIXVERSE_WEBHOOK_ID": "webhook_id", "PIXVERSE_WEBHOOK_SECRET": "secret"}
    told = {name: hook[field] for name, field in names.items()}
    return settings(platform, **where, **told)


async def test_a_webhook_is_believed_once_and_only_if_it_is_theirs(
    town: Town, platform: Platform
) -> None:
    ann = await town.person("Ann")
    where = await hooked(town, platform)
    platform.control("hold", {"enabled": True})
    async with town.bot(pace=town.pace(poll=timedelta(hours=1)), **where):
        await ann.orders("a cat on a mat")

        async def looked() -> bool:
            return bool(asked(platform, "video/result/"))

        await town.until(looked, "the first look, which finds it unfinished")
        [video] = made(platform)
        assert body(platform, "text")["webhook_id"] == where["PIXVERSE_WEBHOOK_ID"]
        forged = {
            "Webhook-Timestamp": str(int(datetime.now(UTC).timestamp())),
            "Webhook-Nonce": "0" * 32,
            "Webhook-Signature": b64encode(b"0" * 32).decode(),
        }
        async with httpx.AsyncClient() as stranger:
            address = f"{where['PUBLIC_URL']}/provider/pixverse"
            said = {"id": str(video["video_id"]), "status": 1}
            answer = await stranger.post(address, json=said, headers=forged)
        assert (answer.status_code, answer.text) == (403, "Forbidden")
        before = len(asked(platform, "video/result/"))

        platform.control("videos/finish", {"all": True})
        await ann.gets("video")
        await ann.sees("Ready")
        looks = len(asked(platform, "video/result/"))
        assert looks > before
        copy = {"video_id": video["video_id"]}
        replayed = await asyncio.to_thread(platform.control, "deliveries/replay", copy)
        assert (replayed["status"], replayed["answer"]) == (200, "ok")
        await ann.hears("/jobs", "a cat on a mat.*done")
        assert len(asked(platform, "video/result/")) == looks, "a copy causes nothing"
        assert len([one for one in await ann.told() if one.kind == "video"]) == 1


async def test_keys_are_a_pool_and_effects_that_are_off_are_hidden(
    town: Town, platform: Platform
) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    platform.control("reset", {"keys": [KEY, OTHER_KEY], "credits": 700})
    platform.control("hold", {"enabled": True})
    keys = {"PIXVERSE_API_KEY": f"{KEY},{OTHER_KEY}", "PIXVERSE_CONCURRENCY": "2"}
    pool = settings(platform, **keys, MAX_RUNNING_JOBS="5")
    async with town.bot(pace=town.pace(accounts=timedelta(seconds=0.2)), **pool):
        await olivia.ask("/start")
        for words in ("one fox", "two foxes", "three foxes"):
            await ann.orders(words)
        await ann.sees("PixVerse is at work.*three foxes")
        assert len({one["account_id"] for one in made(platform)}) == 2

        async def counted() -> bool:
            told = (await olivia.ask("/accounts")).text
            rows = [line.strip() for line in told.splitlines() if "running" in line]
            return rows in (
                ["630 credits · 2 of 2 running", "665 credits · 1 of 2 running"],
                ["665 credits · 1 of 2 running", "630 credits · 2 of 2 running"],
            )

        await town.until(counted, "both keys with their balances and what they make")
        listed = await olivia.sees("key-.*keys in the settings of the server")
        assert listed.data("Add an account") is None
        assert KEY not in listed.text
        await olivia.hears("/addaccount studio@example.com 3", "keys in the settings")
        await olivia.press(listed.labels[0], listed)
        page = await olivia.sees_button("Pause")
        assert page.data("Remove") is page.data("Log in again") is None
        await olivia.press("Pause", page)
        await olivia.press("Go on", await olivia.sees("gets nothing new"))
        await olivia.sees("It gets videos to make")
        platform.control("videos/finish", {"all": True})

        await use_effect(ann, ONE_PICTURE)
        listed = platform.get("/video/effects/templates/list", type=1, page=1, pageSize=100)
        [effect] = [one for one in listed["effect_items"] if one["display_name"] == ONE_PICTURE]
        for key in (KEY, OTHER_KEY):
            off = {"key": key, "template_id": effect["template_id"], "activated": False}
            platform.control("templates", off)
        await ann.photo(picture("teal"))
        await ann.press("Generate", await ann.sees(f"{ONE_PICTURE}.*🖼 1 picture"))
        await ann.sees("isn't available here at the moment.*credits are back")
        await olivia.sees(f"“{ONE_PICTURE}” isn.t switched on for your API key")

        async def hidden() -> bool:
            await open_shelves(ann)
            return "no effect for" in (await search(ann, ONE_PICTURE)).text

        await town.until(hidden, "a catalogue without it")
