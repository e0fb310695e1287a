"""Favourites, what was used lately, and links that lead others to an effect."""

from urllib.parse import parse_qs, urlsplit

from tests.pictures import picture
from tests.stories.chat import Message
from tests.stories.shelves import ONE_PICTURE, TWO_PICTURES, open_shelves, search
from tests.stories.town import Town


def payload_of(message: Message, key: str) -> str:
    """What the link carries that a key shares."""
    [address] = parse_qs(urlsplit(message.link(key)).query)["url"]
    assert address.startswith("https://t.me/story_bot?start=")
    return address.partition("start=")[2]


async def test_a_favourite_is_kept_shared_and_used(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    async with town.bot():
        shelves = await open_shelves(ann)
        await ann.press("⭐ Mine", shelves)
        await ann.sees("Your favourites.*No favourites yet")
        await ann.press("Recent", await ann.sees_button("Recent"))
        await ann.sees("Used lately.*no effect yet")

        found = await search(ann, ONE_PICTURE)
        await ann.press(ONE_PICTURE, found)
        preview = await ann.sees_button("☆ Favourite")
        answer = await ann.press("☆ Favourite", preview)
        assert "among your favourites" in str(answer.text)
        starred = await ann.sees_button("⭐ Favourite")
        assert starred.id == preview.id
        payload = payload_of(starred, "Share")

        said = await ben.follow(payload)
        card = await ben.sees_after(said, f"✨ {ONE_PICTURE}.*Send me the photo")
        await ben.photo(picture(), "look up")
        grown = await ben.sees("look up.*🖼 1 picture")
        assert grown.id >= card.id
        await ben.press("Generate", grown)
        assert grown.id == (await ben.sees("In the queue|at work|Ready|Getting")).id
        await ben.gets("video")

    async with town.bot():
        shelves = await ann.ask("/effects")
        await ann.press("⭐ Mine", shelves)
        kept = await ann.sees("Your favourites.*Tap one")
        assert any(ONE_PICTURE in label for label in kept.labels)
        await ben.press("Recent", await ben.ask("/effects"))
        used = await ben.sees("Used lately.*Tap one")
        assert any(ONE_PICTURE in label for label in used.labels)
        await ann.press("⭐ Favourite", starred)
        await ann.press("⭐ Mine", kept)
        await ann.sees("No favourites yet")


async def test_links_that_lead_nowhere_greet_or_say_so(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        for odd in ("fx_", "fx_x", "fx_" + "9" * 30, "nothing"):
            await ann.sees_after(await ann.follow(odd), "Hi Ann")
        await ann.sees_after(await ann.follow("fx_12"), "isn't offered any more")


async def test_a_newcomer_finds_the_effect_when_they_are_let_in(town: Town) -> None:
    olivia, ann, ben = await town.admin(), await town.person("Ann"), await town.person("Ben")
    async with town.bot(ACCESS="approval"):
        await open_shelves(olivia)
        await olivia.press(TWO_PICTURES, await search(olivia, TWO_PICTURES))
        payload = payload_of(await olivia.sees_button("☆ Favourite"), "Share")

        await ann.sees_after(await ann.follow(payload), "asked its admins")
        await olivia.press("Allow", await olivia.sees("Ann.*would like to use"))
        let_in = await ann.sees("You're in")
        await ann.press("The effect you came for", let_in)
        await ann.sees_after(let_in.id, f"✨ {TWO_PICTURES}.*first photo")

        await ben.sees_after(await ben.follow(payload), "asked its admins")
        await olivia.hears("/set access open", "open")
        await ben.sees_after(await ben.send("/start"), f"✨ {TWO_PICTURES}.*first photo")
