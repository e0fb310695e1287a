"""Inline mode: the bot's name and a few words, in any chat."""

from typing import Any

from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.shelves import MAKES_A_PICTURE, ONE_PICTURE, TWO_PICTURES, open_shelves, search
from tests.stories.town import Town


def titles(offer: dict[str, Any]) -> list[str]:
    return [result["title"] for result in offer["results"]]


async def test_words_find_effects_and_ones_own_videos(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    group = await town.group("Us", ann, ben)
    here = Chat(town.telegram, ann.person, group)
    async with town.bot():
        await open_shelves(ann)
        await ann.hears("/start", "Hi Ann")
        assert not any(result["id"][0] == "v" for result in (await ann.types(""))["results"])
        await ann.orders("Ein FUCHS im Schnee")
        video = await ann.gets("video")

        found = await here.types("fuchs schnee")
        assert titles(found) == ["Ein FUCHS im Schnee"]
        assert found["results"][0]["type"] == "mpeg4_gif", "it has no sound"
        sent = await here.picks(found)
        assert (sent.kind, sent.raw["kind"]) == ("video", "animation")
        assert sent.raw["via"] == "story_bot"
        assert "FUCHS" not in sent.text, "what somebody wrote to the bot stays between them"
        assert sent.link("Make your own").startswith("https://t.me/story_bot?start=")
        assert await here.bytes_of(sent) == await ann.bytes_of(video)

        [shared] = [one for row in video.raw["keyboard"] for one in row if "Share" in one["text"]]
        assert titles(await here.types(shared["switch_inline_query"])) == ["Ein FUCHS im Schnee"]
        await ben.hears("/start", "Hi Ben")
        for words in (shared["switch_inline_query"], "fuchs schnee", "#99", "#x"):
            nothing = await ben.types(words)
            assert nothing["results"] == [], "they are nobody else's"
            assert "Nothing found" in nothing["button"]["text"]

        found = await here.types(ONE_PICTURE.lower())
        assert titles(found) == [ONE_PICTURE]
        assert found["results"][0]["type"] == "gif"
        sent = await here.picks(found)
        assert "one photo" in sent.text
        payload = sent.link("Try it").partition("start=")[2]
        said = await ben.follow(payload)
        await ben.sees_after(said, f"✨ {ONE_PICTURE}.*Send me the photo")
        assert [one.text for one in await here.told()] == [], "to what it offered it says nothing"


async def test_pages_favourites_and_what_strangers_find(town: Town) -> None:
    olivia, ann, zoe = await town.admin(), await town.person("Ann"), await town.person("Zoe")
    async with town.bot():
        await open_shelves(ann)
        await ann.press(TWO_PICTURES, await search(ann, TWO_PICTURES))
        await ann.press("☆ Favourite", await ann.sees_button("☆ Favourite"))
        await ann.hears("a lighthouse", "you have")
        usual = await ann.types("")
        assert titles(usual)[0] == TWO_PICTURES, "favourites first"
        assert len(titles(usual)) == len(set(titles(usual))) == 20

        first = await ann.types("a")
        second = await ann.types("a", offset=first["next_offset"])
        assert len(first["results"]) == 20
        assert not set(titles(first)) & set(titles(second))
        assert titles(await ann.types("a", offset="abc")) == titles(first)
        everything, offset = [*titles(first)], first["next_offset"]
        while offset:
            page = await ann.types("a", offset=offset)
            everything, offset = [*everything, *titles(page)], page["next_offset"]
        assert len(everything) == len(set(everything)) > 40

        strange = await zoe.types(ONE_PICTURE)
        assert titles(strange) == [ONE_PICTURE]
        assert strange["button"]["text"] == "👋 Make your own videos"
        assert titles(await zoe.types(""))[0] != TWO_PICTURES
        await olivia.hears(f"/ban {ann.person} 7d spam", "Ann")
        banned = await ann.types(ONE_PICTURE)
        assert titles(banned) == [ONE_PICTURE]
        assert banned["button"], "they see what strangers see"
        await olivia.hears(f"/grant {zoe.person} 10", "don't know")


async def test_a_picture_is_sent_as_one_and_a_file_that_is_gone_hides_nothing(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await open_shelves(ann)
        await ann.press(MAKES_A_PICTURE, await search(ann, MAKES_A_PICTURE))
        await ann.press("Use this effect", await ann.sees_button("Use this effect"))
        await ann.photo(picture())
        await ann.press("Generate", await ann.sees("🖼 1 picture"))
        await ann.gets("photo")
        found = await ann.types(MAKES_A_PICTURE)
        kinds = [result["type"] for result in found["results"]]
        assert kinds[0] == "photo"
        assert set(kinds[1:]) == {"gif"}
        sent = await ann.picks(found)
        assert sent.kind == "photo"
        assert sent.link("Make your own").partition("start=")[2].startswith("fx_")

        wrong = "wrong file identifier/HTTP URL specified"
        await town.telegram_fault(method="answerInlineQuery", kind="bad_request", description=wrong)
        left = await ann.types(f"{MAKES_A_PICTURE} ")  # Telegram remembers the other words
        assert [result["type"] for result in left["results"]] == kinds[1:]


async def test_a_page_of_the_list_shows_its_own_videos_with_pictures(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    async with town.bot(DAILY_CREDITS="1000"):
        for number in range(7):
            await ann.orders(f"fox {number}")
            await ann.sees(f"Ready.*fox {number}")
        await ann.orders("something failing")
        await ann.sees("didn't work out.*something failing")
        page = await ann.ask("/jobs")
        assert pictured(page) == "#videos 1", "it is seen in the line"
        assert titles(await ann.types(pictured(page))) == [f"fox {n}" for n in (6, 5, 4, 3, 2)]
        await ann.press("Done", page)
        await ann.press("▶️", await ann.sees("Your videos.*fox 1"))
        second = await ann.sees("Your videos.*fox 0")
        words = pictured(second)
        assert words == "#videos 2 done"
        found = await ann.types(words)
        assert titles(found) == ["fox 0"]
        assert (await ann.picks(found)).kind == "video"
        await ben.hears("/start", "Hi Ben")
        for odd in (words, "#videos", "#videos x", "#videos 1 nothing", "#videos 1 all effect 2"):
            assert (await ben.types(odd))["results"] == [], odd
        await ann.press("No video", second)
        failed = await ann.sees("Your videos.*something failing")
        assert not any("pictures" in label for label in failed.labels), "there is none to show"


def pictured(page: Message) -> str:
    """The words that the key of the list types."""
    [key] = [key for row in page.raw["keyboard"] for key in row if "switch_inline_query" in key]
    words: str = key["switch_inline_query"]
    return words
