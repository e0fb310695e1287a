"""One's own videos: filters, one's page, the original file, and deleting, here and at PixVerse."""

import re

from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.town import Town, Watch


async def turned(chat: Chat, on: Message, key: str, words: str) -> Message:
    await chat.press(key, on)
    page = await chat.sees(words)
    assert page.id == on.id, "the list is one message"
    return page


async def videos_of(chat: Chat) -> list[Message]:
    return [one for one in await chat.told() if one.kind == "video"]


async def test_the_list_has_filters_and_every_job_a_page(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        for words in ("a fox in the snow", "something failing"):
            await ann.orders(words)
            await ann.sees(f"Ready.*{words}|didn't work out.*{words}")
        await ann.photo(picture(), "she smiles")
        await ann.press("Generate · ", await ann.sees("she smiles.*you have"))
        await ann.sees("Ready.*she smiles")

        page = await ann.ask("/jobs")
        assert re.search("she smiles.*something failing.*a fox", page.text, re.S)
        page = await turned(ann, page, "Done", "she smiles")
        assert "failing" not in page.text
        page = await turned(ann, page, "Kind: all", "Which kind")
        page = await turned(ann, page, "Picture to video", "she smiles")
        assert "fox" not in page.text
        page = await turned(ann, page, "In the making", "None of these")
        page = await turned(ann, page, "Kind: Picture to video", "Which kind")
        page = await turned(ann, page, "all", "None of these")
        page = await turned(ann, page, "No video", "something failing")
        job = await turned(ann, page, "❌ 1", "didn't work out.*30 credits")
        assert "couldn't make this one" in job.text
        page = await turned(ann, job, "Back to the list", "Your videos.*something failing")
        assert "fox" not in page.text, "the filter is still there"
        page = await turned(ann, page, "All", "a fox")

        before = len(await videos_of(ann))
        await ann.press("▶️ 3", page)
        video = await ann.sees_button("Original file")
        assert video.kind == "video"
        assert "a fox in the snow" in video.text
        assert {"⏩ Extend", "🪄 Modify", "🔁 Again 💎 30"} <= set(video.labels)
        assert len(await videos_of(ann)) == before + 1
        await ann.press("Original file", video)
        document = await ann.gets("document")
        [url, *_] = [one["url"] for one in await town.videos()]
        assert await ann.bytes_of(document) == (await town.useapi.get(url)).content

    async with town.bot():
        await ann.press("Again", video)
        again = await ann.sees_after(video.id, "queue|started|at work|Ready")
        await ann.sees("Ready.*a fox in the snow")
        assert again.id > video.id


async def test_deleting_asks_once_and_goes_to_pixverse_until_it_is_done(town: Town) -> None:
    ann, clock = await town.person("Ann"), Watch()
    async with town.bot(clock=clock):
        await ann.orders("a secret fox")
        video = await ann.gets("video")
        await ann.sees("Ready")
        await ann.press("▶️", await ann.ask("/jobs"))
        opened = await ann.sees_button("Original file")
        await ann.press("Delete", opened)
        sure = await ann.sees("Delete this one for good.*a secret fox")
        await ann.press("No, keep it", sure)
        await ann.loses(sure)
        [made] = await town.videos()
        assert not made["deleted"]

        await town.useapi_fault(path="/videos/*", method="DELETE", kind="status", status=503)
        await ann.press("Delete", opened)
        yes = await ann.sees_button("Yes, delete it")
        await ann.press("Yes, delete it", yes)
        await ann.sees("Deleted. Your words and pictures are gone")
        await ann.loses(video)
        await ann.loses(opened)

        listed = await ann.ask("/jobs")
        assert "Text to video" in listed.text
        assert "deleted" in listed.text
        assert "secret" not in listed.text
        page = await turned(ann, listed, "🗑 1", "deleted.*30 credits")
        assert page.labels == ["⬅️ Back to the list"]
        await ann.sees("Your videos")

        async def tried() -> bool:
            return bool(await town.requests("", "DELETE"))

        async def gone() -> bool:
            return all(video["deleted"] for video in await town.videos())

        await town.until(tried, "a first try")
        clock.advance(minutes=1)  # once: a try that is under way must not become due again
        await town.until(gone, "an end of the video at PixVerse")
        tries = [one["status"] for one in await town.requests("", "DELETE")]
        assert tries == [503, 200], "once more, and no more"
        assert await ann.left() == 270, "the credits stay spent"
