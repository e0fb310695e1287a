"""After *Generate*: the status message, cancelling, once more, changes, the list of one's videos, taking turns."""

import asyncio

from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.town import Town, Watch


async def jobs_list(chat: Chat, words: str = "Your videos") -> Message:
    return await chat.hears("/jobs", words)


async def sent_videos(chat: Chat) -> list[Message]:
    return [message for message in await chat.told() if message.kind == "video"]


async def prompts(town: Town) -> list[str]:
    """What the provider was asked for, in order."""
    return [one["json"]["prompt"] for one in await town.requests("/videos/create")]


async def test_the_status_message_tells_the_whole_way(town: Town) -> None:
    ann, watch = await town.person("Ann"), Watch()
    await town.room(0)
    async with town.bot(clock=watch):
        status = await ann.orders("a fox")
        queued = await ann.sees("In the queue: number 1.*a fox")
        assert queued.id == status.id
        await town.hold()
        await town.room(8)
        rendering = await ann.sees("at work. I'll send it here")
        assert rendering.id == status.id
        assert "usually" not in rendering.text, "there is no history yet"
        watch.advance(seconds=41)
        await ann.sees("at work. 40 s so far")
        watch.advance(seconds=200)
        await ann.sees("at work. 4 min so far")
        await town.release()
        await ann.gets("video")
        ready = await ann.sees("Ready after 4 min")
        assert ready.id == status.id
        assert ready.labels == []

        await town.hold()
        await ann.orders("a hare")
        await ann.sees("0 s so far, usually about 4 min.*a hare")


async def test_the_estimate_is_for_videos_of_the_same_kind(town: Town) -> None:
    ann, watch = await town.person("Ann"), Watch()
    await town.hold()
    async with town.bot(clock=watch):
        await ann.orders("a fox")
        await ann.sees("at work")
        watch.advance(seconds=60)
        await town.release()
        await ann.gets("video")
        await town.hold()
        await ann.hears("a hare", "30 credits")
        await ann.choose("Length", "8 s")
        await ann.press("Generate")
        other = await ann.sees("at work.*a hare")
        assert "usually" not in other.text


async def test_places_in_the_queue(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    await town.room(0)
    async with town.bot():
        await ann.orders("a fox")
        await ann.sees("number 1")
        await ann.orders("a hare")
        await ann.sees("number 2.*a hare")
        await ben.orders("a goose")
        await ben.sees("number 2.*a goose"), "a first wish stands before a second one"
        await ann.sees("number 3.*a hare")


async def test_cancelled_while_it_waits(town: Town) -> None:
    ann = await town.person("Ann")
    await town.room(0)
    async with town.bot():
        status = await ann.orders("a fox")
        await ann.sees("In the queue")
        assert await ann.left() == 270
        answer = await ann.press("Cancel, credits come back")
        assert "credits are back" in (answer.text or "")
        cancelled = await ann.sees("Cancelled. 30 credits are back")
        assert cancelled.id == status.id
        assert await ann.left() == 300
        await town.room(8)
        await ann.orders("a hare")
        await ann.gets("video")
        assert await prompts(town) == ["a hare"]
        assert "cancelled" in (await jobs_list(ann)).text


async def test_stopped_while_it_renders_stays_paid_and_says_so(town: Town) -> None:
    ann = await town.person("Ann")
    await town.hold()
    async with town.bot():
        status = await ann.orders("a fox")
        await ann.sees("at work")
        key = await ann.sees_button("Stop")
        assert any("credits stay spent" in label for label in key.labels)
        answer = await ann.press("Stop", key)
        assert "credits stay spent" in (answer.text or "")
        stopped = await ann.sees("Stopped.*30 credits stay spent")
        assert stopped.id == status.id
        assert await ann.left() == 270
        await town.release()
        await ann.orders("a hare")
        await ann.sees("Ready.*a hare")
        assert len(await sent_videos(ann)) == 1, "what was stopped does not come all the same"


async def test_a_button_from_before_comes_too_late(town: Town) -> None:
    ann = await town.person("Ann")
    await town.hold()
    async with town.bot():
        status = await ann.orders("a fox")
        data = (await ann.sees_button("Stop")).data("Stop")
        assert data
        await asyncio.gather(ann.press_data(status.id, data), town.release())
        await ann.sees("Stopped|Ready")
        assert await ann.left() == 270


async def test_again_makes_another_one(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.photo(picture(), "she smiles")
        await ann.choose("Length", "8 s")
        await ann.press("Generate")
        video = await ann.gets("video")
        answer = await ann.press("Again", video)
        assert "Once more" in (answer.text or "")
        status = await ann.sees_after(video.id, "queue|started|at work|Ready")
        second = await ann.waits_for(
            lambda message: message.kind == "video" and message.id > video.id, "another video"
        )
        await ann.sees("Ready.*she smiles")
        assert status.id not in (video.id, second.id), "it has a status message of its own"
        assert await ann.left() == 300 - 2 * 60
        first, again = [one["json"] for one in await town.requests("/videos/create")]
        assert first["seed"] != again["seed"]
        assert first["replyRef"] != again["replyRef"]
        same = ("prompt", "duration", "quality", "model")
        assert [first[name] for name in same] == [again[name] for name in same]


async def test_again_pressed_twice_is_one_job(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.orders("a fox")
        video = await ann.gets("video")
        data = video.data("Again")
        assert data
        answers = await asyncio.gather(*(ann.press_data(video.id, data) for _ in range(3)))
        assert all(answer.answered for answer in answers)
        told = sorted(answer.text or "" for answer in answers)
        assert told == ["It's already on its way.", "It's already on its way.", "Once more!"]
        await ann.waits_for(
            lambda message: message.kind == "video" and message.id > video.id, "another video"
        )
        assert await ann.left() == 300 - 2 * 30
        assert len(await town.videos()) == 2


async def test_generate_pressed_twice_is_one_job(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        card = await ann.hears("a fox", "30 credits")
        data = card.data("Generate")
        assert data
        answers = await asyncio.gather(*(ann.press_data(card.id, data) for _ in range(3)))
        assert all(answer.answered for answer in answers)
        await ann.gets("video")
        assert await ann.left() == 270
        assert len(await town.videos()) == 1


async def test_change_fills_in_a_new_draft(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.photo(picture(), "she smiles")
        await ann.choose("Length", "8 s")
        await ann.press("Generate")
        video = await ann.gets("video")
        await ann.press("Change", video)
        card = await ann.sees_after(video.id, "she smiles.*1 picture.*8 s")
        await ann.send("she laughs")
        await ann.sees("she laughs.*1 picture.*8 s")
        await ann.press("Generate", card)
        await ann.sees("Ready.*she laughs")
        assert await prompts(town) == ["she smiles", "she laughs"]


async def test_the_list_of_videos_has_pages(town: Town) -> None:
    ann = await town.person("Ann")
    await town.room(0)
    async with town.bot(DAILY_CREDITS="1000"):
        assert "no videos yet" in (await ann.ask("/jobs")).text
        for number in range(1, 9):
            await ann.orders(f"fox number {number}")
            await ann.sees(f"queue.*fox number {number}")
        page = await jobs_list(ann)
        assert page.text.count("in the queue") == 6
        assert "fox number 8" in page.text
        assert "fox number 2" not in page.text
        await ann.press("▶️", page)
        older = await ann.sees("fox number 2.*fox number 1")
        assert older.id == page.id
        assert "◀️" in older.labels
        assert "▶️" not in older.labels, "that was the last page"
        await ann.press("◀️", older)
        await ann.sees("fox number 8.*fox number 3")


async def test_a_video_from_the_list_comes_without_its_bytes(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.orders("a fox")
        video = await ann.gets("video")
        await ann.sees("Ready")
        page = await jobs_list(ann, "a fox.*done")
        await ann.press("▶️ 1", page)
        copy = await ann.waits_for(
            lambda message: message.kind == "video" and message.id > page.id, "the video again"
        )
        assert video.text in copy.text
        assert copy.data("Again")
        assert await town.is_the_providers(ann, copy)
        assert (video.raw["kind"], copy.raw["kind"]) == ("animation", "animation")
        [first] = await town.calls("sendVideo")
        [second] = await town.calls("sendAnimation")
        assert first["params"]["video"].startswith("http")
        assert second["params"]["animation"] == video.raw["file"]["id"]
        assert second["files"] == {}
        assert await ann.left() == 270, "looking at it again is free"


async def test_a_result_waits_for_somebody_who_was_away(town: Town) -> None:
    ann = await town.person("Ann")
    await town.hold()
    async with town.bot():
        await ann.orders("a fox")
        await ann.sees("at work")
        await ann.block()
        await town.release()

        async def refused() -> bool:
            return [call["status"] for call in await town.calls("sendVideo")] == [403]

        await town.until(refused, "a video before a closed door")
        await ann.unblock()
        while "done, waiting for you" not in (page := await ann.ask("/jobs")).text:
            assert "on its way to you" in page.text
        await ann.press("▶️ 1", page)
        video = await ann.gets("video")
        assert await town.is_the_providers(ann, video)
        assert await ann.left() == 270
        await jobs_list(ann, "a fox.*done")


async def test_people_take_turns(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    await town.room(0)
    async with town.bot():
        for words in ("fox one", "fox two", "fox three"):
            await ann.orders(words)
            await ann.sees(f"queue.*{words}")
        for words in ("goose one", "goose two"):
            await ben.orders(words)
            await ben.sees(f"queue.*{words}")
        await town.room(1)
        await ann.sees("Ready.*fox three")
        await ben.sees("Ready.*goose two")
    assert await prompts(town) == ["fox one", "goose one", "fox two", "goose two", "fox three"]


async def test_only_so_many_of_ones_videos_are_made_at_once(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    await town.hold()
    async with town.bot(MAX_RUNNING_JOBS="2"):
        for words in ("fox one", "fox two", "fox three"):
            await ann.orders(words)
        await ann.sees("at work.*fox one")
        await ann.sees("at work.*fox two")
        await ben.orders("a goose")
        await ben.sees("at work.*a goose")
        assert "fox three" in (await ann.sees("In the queue: number 1")).text
        assert await prompts(town) == ["fox one", "fox two", "a goose"]
        await town.release()
        await ann.sees("Ready.*fox three")


async def test_the_providers_room_is_respected(town: Town) -> None:
    ann = await town.person("Ann")
    await town.room(1)
    await town.hold()
    async with town.bot():
        await ann.orders("fox one")
        await ann.sees("at work.*fox one")
        await ann.orders("fox two")
        await ann.sees("In the queue: number 1.*fox two")
        await town.release()
        await ann.sees("Ready.*fox two")
    refused = [one for one in await town.requests("/videos/create") if one["status"] == 429]
    assert refused == [], "it asks before it sends"
