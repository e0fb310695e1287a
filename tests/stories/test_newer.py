"""What came later: v6 with its long words and several shots, and effects for three and more pictures."""

from dataclasses import replace

from bot.loading import load_settings
from bot.providers.useapi.adapter import USEAPI
from jobs.capabilities import Mode, ModelRules
from tests.offers import OFFER
from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.films import FILM, PLENTY, asked_for, uploaded
from tests.stories.paid import paths, the_body
from tests.stories.shelves import use_effect
from tests.stories.town import Town

FOR_FOUR = "Family Reunion"
A_MESSAGE = 4096


async def test_v6_takes_words_that_fill_two_messages(town: Town) -> None:
    ann = await town.person("Ann")
    first = ("a long day at the harbour " * 200)[: A_MESSAGE - 6].strip()
    rest = "and the lamps go on one by one"
    async with town.bot(DAILY_CREDITS="1000"):
        said = await ann.send(first)
        await ann.sees("too long.*2,048 at most")
        await ann.send(rest)
        await ann.send("/new")
        await ann.sees("What should happen")
        await ann.choose("Model", "v6")
        before = await ann.send(first)
        after = await ann.send(rest)
        await ann.sees("a long day")
        await ann.edit(after, "and the lamps go out")
        await ann.choose("Length", "15 s")
        await ann.press("More", await ann.sees("15 s.*90 credits"))
        await ann.press("Several shots: off", await ann.sees("the camera changes its view"))
        await ann.press("Back", await ann.sees("15 s.*several shots"))

    async with town.bot(DAILY_CREDITS="1000"):
        await ann.press("Sound: off", await ann.sees_button("Sound: off"))
        await ann.press("Generate", await ann.sees_button("Sound: on"))
        await ann.gets("video")
    assert said < before
    assert await the_body(town, "create") == {
        "model": "v6",
        "prompt": f"{first} and the lamps go out",
        "quality": "540p",
        "duration": 15,
        "aspect_ratio": "16:9",
        "audio": True,
        "multi_shot": True,
    }


async def test_words_are_too_long_for_any_model_at_5001(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="1000"):
        await ann.ask("/new")
        await ann.choose("Model", "v6")
        await ann.send("x" * A_MESSAGE)
        await ann.sees("xxx")
        await ann.hears("y" * 904, "5,001 characters, and PixVerse takes 5,000")
        card = await ann.sees("xxx")
        assert "yyy" not in card.text
        assert await town.videos() == []


async def test_an_effect_for_four_asks_for_each_and_starts_with_two(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        card = await use_effect(ann, FOR_FOUR)
        assert "the first photo. This effect plays with 4" in card.text
        await ann.photo(picture("red"))
        card = await ann.sees("1 of 4 photos.*Now photo 2 of 4")
        assert card.data("Generate") is None

    async with town.bot():
        await ann.photo(picture("blue"))
        card = await ann.sees("2 of 4 photos.*Photo 3 of 4 is welcome")
        assert card.data("Generate"), "it may start now"
        await ann.document("notes.pdf", b"%PDF-1.7 ", "application/pdf")
        await ann.sees("can't use that kind of file")
        await ann.album([picture("teal", size=(400 + n, 300)) for n in range(5)])
        await ann.sees("4 pictures are the most")
        await ann.sees("4 of 4 photos")
        await ann.album([picture("green"), picture("gold")])
        await ann.sees("2 of 4 photos"), "an album begins anew"
        await ann.photo(picture("navy"))
        card = await ann.sees("3 of 4 photos.*Photo 4 of 4 is welcome")
        assert card.data("Quality: 540p")
        await ann.choose("Quality", "720p")
        await ann.press("Generate", await ann.sees_button("Quality: 720p"))
        await ann.gets("video")
    body = await the_body(town, "create")
    assert body.pop("template_id") > 0
    first, second, third = await paths(town)
    assert body == {
        "frame_1_path": first,
        "frame_2_path": second,
        "frame_3_path": third,
        "quality": "720p",
    }


async def test_a_model_that_is_switched_on_mixes_more_pictures_under_its_own_names(
    town: Town,
) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(DAILY_CREDITS="1000"):
        await ann.album([picture("teal", size=(400 + n, 300)) for n in range(4)])
        card = await ann.sees("Picture to picture.*4 pictures")
        assert card.data("Into one scene") is None, "v5 mixes three"
        await olivia.hears("/set on pixverse-c1", "on is now pixverse-c1")
        await ann.send("@pic4 leads @pic1")
        await ann.sees("Pictures in one scene"), "nobody need be asked what named pictures are for"
        await ann.choose("Shape", "3:2")

    async with town.bot(DAILY_CREDITS="1000"):
        await ann.press("Generate", await ann.sees("pixverse-c1 · 540p · 5 s · 3:2"))
        await ann.gets("video")
    body = await the_body(town, "create-fusion", largest_seed=999_999)
    frames = {f"frame_{n}_path": path for n, path in enumerate(await paths(town), start=1)}
    assert len(frames) == 4
    assert body == {
        "model": "pixverse-c1",
        "prompt": "@image4 leads @image1",
        "quality": "540p",
        "duration": 5,
        "aspect_ratio": "3:2",
        **frames,
    }


async def test_a_picture_moves_like_a_video_once_that_is_switched_on(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(**PLENTY):
        await ann.video(FILM)
        question = await ann.sees("What should I do with")
        assert not any("move like it" in label for label in question.labels), "nobody proved it"
        await olivia.hears("/set on motion", "on is now motion")
    async with town.bot(**PLENTY):
        await ann.video(FILM)
        await ann.press("move like it", await ann.sees_button("move like it"))
        card = await ann.sees("the photo.*of whoever should move like that")
        assert card.data("Generate") is None
        await ann.photo(picture("teal"))
        card = await ann.sees("Moving like a video.*about 30 credits")
        await ann.choose("Quality", "720p")

    async with town.bot(**PLENTY):
        await town.control("switches", no_person=True)
        await ann.press("Generate", await ann.sees("720p.*about 40 credits"))
        await ann.sees("sees? anybody clearly enough.*40 credits are back")
        await town.control("switches", no_person=False)
        await town.hold()
        await ann.press("Again", await ann.sees_button("Again"))

        async def taken() -> bool:
            return len(await town.videos()) == 1

        await town.until(taken, "the job at the provider")

    await town.release()
    async with town.bot(**PLENTY):
        moved = await ann.gets("video")
        assert len(await town.videos()) == 1, "it was asked for once"
        assert not any("Motion" in label for label in moved.labels), "it takes videos that are sent"
        await ann.video(FILM)
        await ann.sees("the photo.*of whoever should move like that")
        await ann.send("a dancer")
        await ann.sees("Text to video.*a dancer"), "whoever writes wants another video"
    (_, who), (_, how) = (await uploaded(town))[-2:]
    assert await asked_for(town, "motion-control") == {
        "model": "v5.6",
        "quality": "720p",
        "frame_1_path": who,
        "video_1_path": how,
    }


async def test_a_model_that_is_added_to_the_table_is_on_the_cards_and_is_sent(town: Town) -> None:
    fusion = OFFER.modes[Mode.FUSION]
    added = ModelRules(("360p", "720p"), seconds=(4, 6), ratios=("1:1", "9:16"), pictures=(2, 5))
    modes = {**OFFER.modes, Mode.FUSION: replace(fusion, models={**fusion.models, "v5.6": added})}
    provider = replace(USEAPI, offer=replace(OFFER, modes=modes))
    ann = await town.person("Ann")
    settings = load_settings(town.environment(**PLENTY), providers={USEAPI.name: provider})
    async with town.running(settings):
        await ann.album([picture("teal", size=(400 + n, 300)) for n in range(2)])
        await ann.press("Into one scene", await ann.sees_button("Into one scene"))
        await ann.send("@pic1 hugs @pic2")
        card = await ann.sees("@pic1 hugs @pic2.*v5.6 · 360p · 4 s · 1:1.*about 20 credits")
        assert await choices(ann, "Model", card) == ["v5", "✅ v5.6"]
        assert await choices(ann, "Quality") == ["✅ 360p", "720p"]
        assert await choices(ann, "Length") == ["✅ 4 s", "6 s"]
        await ann.choose("Quality", "720p")
        await ann.choose("Length", "6 s")
        await ann.press("Generate", await ann.sees("v5.6 · 720p · 6 s.*about 80 credits"))
        await ann.gets("video")
    first, second = await paths(town)
    assert await the_body(town, "create-fusion", largest_seed=999_999) == {
        "model": "v5.6",
        "prompt": "@image1 hugs @image2",
        "quality": "720p",
        "duration": 6,
        "aspect_ratio": "1:1",
        "frame_1_path": first,
        "frame_2_path": second,
    }


async def choices(chat: Chat, key: str, card: Message | None = None) -> list[str]:
    """What an option of the card may be; the card is there again."""
    await chat.press(key, card)
    offered = await chat.sees_button("Back")
    await chat.press("Back", offered)
    await chat.sees_button("Generate")
    return [label.partition(" · ")[0] for label in offered.labels if "Back" not in label]
