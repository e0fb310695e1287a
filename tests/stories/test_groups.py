"""In groups: other people's photos, and what is one person's own matter."""

from tests.pictures import picture
from tests.stories.chat import Chat
from tests.stories.town import Town


async def test_a_photo_of_somebody_else_and_a_list_that_stays_private(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    group = await town.group("Film club", ann, ben)
    async with town.bot():
        anns, bens = Chat(town.telegram, ann.person, group), Chat(town.telegram, ben.person, group)
        photo = await bens.photo(picture())
        await anns.send("@story_bot make it dance", reply_to=photo)
        card = await anns.sees("Picture to video.*make it dance.*1 picture")
        await anns.press("Generate · ", card)
        await anns.gets("video")
        [body] = [one["json"] for one in await town.requests("/videos/create")]
        assert body["prompt"] == "make it dance"
        assert body["first_frame_path"]
        assert (await ann.left(), await ben.left()) == (270, 300), "who asks pays"

        for command, shows in (("jobs", "make it dance"), ("settings", "start with")):
            answer = await anns.hears(f"/{command}", "between you and me")
            payload = answer.link("Show it to me").partition("start=")[2]
            await ann.sees_after(await ann.follow(payload), shows)
