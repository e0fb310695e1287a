"""A quick preview first; what it promises then comes in full quality."""

from tests.pictures import picture
from tests.stories.town import Town


async def test_a_preview_leads_to_the_same_in_full_quality(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.photo(picture("gold"), "she turns round")
        await ann.press("More", await ann.sees("she turns round.*1 picture"))
        await ann.press("Preview: off", await ann.sees("a quick, rough version first"))
        await ann.press("Back", await ann.sees_button("Preview: on"))
        await ann.press("Generate", await ann.sees("a quick preview"))
        preview = await ann.gets("video")
        assert preview.text.endswith("a quick preview")

    async with town.bot():
        await ann.press("Full quality", preview)
        card = await ann.sees("she turns round.*Same seed.*you have")
        assert "a quick preview" not in card.text
        await ann.press("Generate", card)
        video = await ann.waits_for(
            lambda message: message.kind == "video" and message.id > preview.id, "a second video"
        )
        assert video.data("Full quality") is None
        assert video.data("Again")
    rough, full = [one["json"] for one in await town.requests("/videos/create")]
    assert rough.pop("preview_mode") is True
    assert rough.pop("replyRef") != full.pop("replyRef")
    assert rough.pop("first_frame_path") != full.pop("first_frame_path"), "brought there again"
    assert rough == full, "the same seed makes it the same film"
