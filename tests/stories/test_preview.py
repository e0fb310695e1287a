"""A quick preview first; what it promises then comes in full quality."""

from handlers.chat.buttons import WorkOn
from jobs.capabilities import Mode
from jobs.ids import JobId
from tests.pictures import picture
from tests.stories.films import PLENTY, asked_for, generates, made_first
from tests.stories.forged import answer_to, pressed
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
        card = await ann.sees("she turns round.*Seed [0-9]+:.*you have")
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
    assert {full.pop("email"), full.pop("seed") > 0} == {"studio@example.com", True}
    assert full == {
        "model": "v5.6",
        "prompt": "she turns round",
        "quality": "540p",
        "duration": 5,
        "audio": False,
    }


async def test_a_preview_may_be_upscaled_as_it_is(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        await ann.ask("a ship in a bottle")
        await ann.press("More", await ann.sees_button("More"))
        await ann.press("Preview: off", await ann.sees_button("Preview: off"))
        await ann.press("Back", await ann.sees_button("Preview: on"))
        await ann.press("Generate", await ann.sees("a quick preview"))
        preview = await ann.gets("video")
        await ann.press("Upscale", preview)
        card = await ann.sees("Upscaled to 4K.*“a ship in a bottle”.*you have")
        assert card.data("Preview") is None

    async with town.bot(**PLENTY) as program:
        sharp = await generates(ann, "Upscaled to 4K")
        assert await asked_for(town, "upscale") == {"video_id": await made_first(town)}
        assert sharp.data("Full quality") is None
        assert sharp.data("Upscale") is None, "there are no more pixels"
        assert preview.data("Full quality"), "the other way is still open"
        outdated = pressed(ann, ann.person, WorkOn(job=JobId(2), mode=Mode.UPSCALE))
        assert "can't get any sharper" in await answer_to(town, program, outdated)
        assert len(await town.videos()) == 2
