"""Pictures in one scene: which is which, how words name them, and names of pictures that are not there."""

from tests.pictures import picture
from tests.stories.paid import paths, the_body
from tests.stories.town import Town

LARGEST_SEED = 999_999


async def test_pictures_are_named_by_keys_and_words(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.album([picture("red"), picture("blue")])
        await ann.press("Into one scene", await ann.sees_button("Into one scene"))
        card = await ann.sees("Pictures in one scene.*2 pictures: @pic1, @pic2.*What happens")
        assert card.data("Generate") is None
        assert card.data("Sound") is None, "it makes none"
        await ann.document("third.png", picture("green", form="PNG"), "image/png")
        card = await ann.sees("3 pictures: @pic1, @pic2, @pic3")
        await ann.press("Arrange", card)
        await ann.press("Which is which", await ann.sees("Your pictures, in their order"))
        await ann.sees("^@pic1 · @pic2$", kind="photo")
        await ann.sees("^@pic3$", kind="document"), "a file cannot be shown as a photo"
        await ann.press("Done", await ann.sees_button("Done"))
        await ann.press("@pic1", await ann.sees_button("➕ @pic1"))
        await ann.sees("“@pic1” How does it go on")

    async with town.bot():
        said = await ann.send("rides a horse past")
        await ann.press("@pic3", await ann.sees("@pic1 rides a horse past"))
        await ann.sees("“@pic1 rides a horse past @pic3” How does it go on")
        await ann.edit(said, "rides a camel past")
        card = await ann.sees("@pic1 rides a camel past @pic3")
        await ann.choose("Shape", "9:16")
        await ann.choose("Length", "10 s")
        await ann.choose("Quality", "720p")
        await ann.press("Generate", await ann.sees("720p · 10 s · 9:16.*about 150"))
        await ann.gets("video")
    first, second, third = await paths(town)
    assert await the_body(town, "create-fusion", largest_seed=LARGEST_SEED) == {
        "model": "v5",
        "prompt": "@pic1 rides a camel past @pic3",
        "frame_1_path": first,
        "frame_2_path": second,
        "frame_3_path": third,
        "duration": 10,
        "quality": "720p",
        "aspect_ratio": "9:16",
    }


async def test_a_name_without_a_picture_costs_nothing(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.photo(picture("red"), "@pic1 waves at @Pic2")
        card = await ann.sees("Your words name @Pic2, but there is one picture")
        assert card.data("Into one scene") is None, "the words say what the picture is for"
        assert card.data("Something else")
        assert card.data("Add last frame") is None
        assert card.data("Generate") is None
        await ann.photo(picture("blue"))
        card = await ann.sees("2 pictures: @pic1, @pic2")
        assert "name @Pic2" not in card.text
        assert card.data("Generate")
        await ann.photo(picture("green"))
        await ann.send("@pic4 hides")
        card = await ann.sees("Your words name @pic4, but there are 3 pictures, @pic1 to @pic3")
        assert card.data("Generate") is None
        await ann.hears(f"{'x' * 2041} @pic1", "2,049 characters")
        await ann.photo(picture("gold"))
        card = await ann.sees(
            "Picture to picture.*4 pictures.*only works in “🧩 Into one scene”, with 3"
        )
        assert card.data("Into one scene") is None, "v5 mixes three"
        await ann.album([picture("red"), picture("blue")])
        assert await town.videos() == []
        await ann.send("@Image1 waves at @image2")
        card = await ann.sees("Pictures in one scene.*@Image1 waves")
        assert "only works" not in card.text
        await ann.press("Generate", await ann.sees_button("Generate"))
        await ann.gets("video")
    body = await the_body(town, "create-fusion", largest_seed=LARGEST_SEED)
    assert body["prompt"] == "@pic1 waves at @pic2", "as this model calls them"


async def test_a_seed_is_typed_and_has_to_be_one(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.album([picture("red"), picture("blue")], "@pic1 waves at @pic2")
        card = await ann.sees("Pictures in one scene")
        await ann.press("More", card)
        await ann.press("Choose the seed", await ann.sees_button("Choose the seed"))
        card = await ann.sees(f"Which seed.*1 to {LARGEST_SEED:,}")
        assert card.data("Generate") is None

    async with town.bot():
        for words in ("1000000", "0", "x", "-5", "1.5", "9" * 40):
            await ann.hears(words, f"can't be a seed.*1 to {LARGEST_SEED:,}")
        await ann.press("Back", card)
        await ann.press("Choose the seed", await ann.sees_button("Choose the seed"))
        await ann.send(" 4711 ")
        card = await ann.sees("@pic1 waves at @pic2.*Seed 4711")
        await ann.press("More", card)
        await ann.press("Another seed", await ann.sees_button("Let chance decide"))
        await ann.send(str(LARGEST_SEED))
        card = await ann.sees(f"Seed {LARGEST_SEED}: the same number")
        await ann.press("Generate", card)
        await ann.gets("video")
    [request] = await town.requests("/videos/create-fusion")
    assert request["json"]["seed"] == LARGEST_SEED
    body = await the_body(town, "create-fusion", largest_seed=LARGEST_SEED)
    assert body["prompt"] == "@pic1 waves at @pic2"
