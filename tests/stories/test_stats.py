"""The numbers in the chat: as text and as a picture, for everybody with a role and nobody else."""

from tests.stories.purse import Purse
from tests.stories.test_stars import PACKS, invoice
from tests.stories.town import Town


async def test_the_numbers_of_today_and_of_the_month(town: Town) -> None:
    olivia, ann, sue = await town.admin(), await town.person("Ann"), await town.person("Sue")
    async with town.bot(STARS="true", STAR_PACKS=PACKS):
        for chat in (olivia, ann, sue):
            await chat.ask("/start")
        await ann.hears("/stats", "for the admins")
        await olivia.hears("/set price_markup 20", "price_markup is now 20")
        await Purse(town.telegram, ann).pay(await invoice(ann))
        await ann.orders("a cat on a mat")
        await ann.gets("video")
        await ann.orders("moderated words")
        await ann.sees("didn't work out")
        await olivia.hears(f"/role {sue.person} support", "support now")
        told = await sue.hears("/stats", "Today")
        for line in (
            "New people: 3, active: 1",
            "Videos: 2 (1 made, 1 failed)",
            "50% worked out",
            "Waiting: usually 0 s",
            "Making: usually",
            "Credits spent by people: 36",
            "Taken by PixVerse: 30",
            "Left at PixVerse:",
            "Stars: 50",
        ):
            assert line in told.text
        await sue.press("As a picture", told)
        picture = await sue.gets("photo")
        assert (await sue.bytes_of(picture)).startswith((b"\x89PNG", b"\xff\xd8"))
        await sue.press("30 days", told)
        month = await sue.sees("The last 30 days.*Videos: 2")
        await sue.press("As a picture", month)
        picture = await sue.gets("photo")
        assert (await sue.bytes_of(picture)).startswith((b"\x89PNG", b"\xff\xd8"))
        await olivia.press("Numbers", await olivia.hears("/admin", "Running the bot"))
        await olivia.sees("Today.*Videos: 2")
