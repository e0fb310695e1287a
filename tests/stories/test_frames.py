"""A film from a first picture to a last one, whatever two pictures usually become."""

from tests.pictures import picture
from tests.stories.paid import paths, sizes, the_body
from tests.stories.town import Town

FIRST, LAST = picture("gold", form="PNG"), picture("navy", form="PNG", size=(400, 300))


async def test_a_last_frame_is_asked_for_and_outlasts_a_restart(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.album([picture("red"), picture("blue")])
        await ann.press("Into one scene", await ann.sees_button("Into one scene"))
        await ann.press("Cancel", await ann.sees("Pictures in one scene"))
        await ann.sees("Dropped")
        await ann.document("first.png", FIRST, "image/png", "dusk falls")
        await ann.press("Add last frame", await ann.sees("Picture to video.*dusk falls"))
        asking = await ann.sees("photo that it should end with")
        assert asking.labels == ["⬅️ Back"]

    async with town.bot():
        await ann.document("notes.txt", b"not a picture", "text/plain")
        await ann.sees("can't use that kind of file")
        await ann.send("dusk falls slowly")
        still = await ann.sees("dusk falls slowly.*photo that it should end with")
        await ann.document("last.png", LAST, "image/png")
        card = await ann.sees("First to last picture.*dusk falls slowly.*from the first")
        assert card.id > still.id, "the card comes down below the picture"
        await ann.loses(still)
        await ann.press("Swap", card)
        await ann.choose("Model", "v5.5")
        await ann.choose("Quality", "720p")
        await ann.choose("Length", "8 s")
        await ann.press("Sound: off", await ann.sees_button("Sound: off"))
        await ann.press("More", await ann.sees_button("Sound: on"))
        await ann.press("Preview: off", await ann.sees_button("Preview: off"))
        await ann.press("Back", await ann.sees_button("Preview: on"))
        await ann.sees("v5.5 · 720p · 8 s.*with sound.*a quick preview")
        await ann.press("Generate", await ann.sees_button("Generate"))
        await ann.gets("video")

    assert await sizes(town) == [len(LAST), len(FIRST)], "they were swapped"
    first, last = await paths(town)
    assert await the_body(town, "create-frames") == {
        "model": "v5.5",
        "first_frame_path": first,
        "last_frame_path": last,
        "prompt": "dusk falls slowly",
        "quality": "720p",
        "duration": 8,
        "audio": True,
        "preview_mode": True,
    }


async def test_the_question_can_be_taken_back(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.photo(picture("gold"))
        await ann.press("Make it move", await ann.sees_button("Make it move"))
        await ann.press("Add last frame", await ann.sees_button("Add last frame"))
        await ann.press("Back", await ann.sees("should end with"))
        card = await ann.sees_button("Generate")
        assert "should end with" not in card.text
        await ann.album([picture("red"), picture("blue"), picture("green")])
        await ann.sees("Picture to picture.*3 pictures"), "an album begins anew"
