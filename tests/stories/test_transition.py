"""A film through several pictures: their order, the stretches between them, and what is refused."""

from handlers.chat.buttons import AskSegment, SetSegment
from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.forged import answer_to, pressed
from tests.stories.paid import paths, sizes, the_body
from tests.stories.town import Town

SIZES = ((400, 300), (440, 330), (480, 360), (520, 390), (560, 420))
SHOTS = [picture("teal", size=size) for size in SIZES]


async def sent_sizes(chat: Chat, *messages: int) -> list[int]:
    """How large photos are that somebody sent."""
    seen = {
        message.id: message.raw["file"]["size"]
        for message in await chat.messages()
        if message.raw.get("file")
    }
    return [seen[message] for message in messages]


async def arrange(chat: Chat) -> Message:
    await chat.press("Arrange", await chat.sees_button("Arrange"))
    return await chat.sees("Your film, from left to right")


async def test_a_film_is_arranged_like_a_strip(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="2000"):
        one, two, three = await ann.album(SHOTS[:3], "a day passes")
        card = await ann.sees("Picture to picture.*a day passes.*3 pictures.*10 s")
        assert card.data("Model") is None, "three pictures are v5's alone"
        strip = await arrange(ann)
        assert strip.labels[:5] == ["🖼 1", "→ 5 s →", "🖼 2", "→ 5 s →", "🖼 3"]

        await ann.press("🖼 1", strip)
        await ann.press("Move right", await ann.sees("Picture 1 of 3"))
        await ann.press("Move right", await ann.sees("Picture 2 of 3"))
        last = await ann.sees("Picture 3 of 3")
        assert last.data("Move right") is None
        await ann.press("Move left", last)
        moved = await ann.sees("Picture 2 of 3")
        await ann.press("Back", moved)
        four = await ann.photo(SHOTS[3])
        strip = await ann.sees("4 pictures.*Your film")
        assert strip.id > four, "photos that come meanwhile join, and the strip comes down to them"
        await ann.press("🖼 3", strip)
        await ann.press("Replace", await ann.sees("Picture 3 of 4"))
        await ann.sees("takes the place of picture 3")

    async with town.bot(DAILY_CREDITS="2000"):
        five = await ann.photo(SHOTS[4])
        strip = await ann.sees_after(five, "4 pictures.*Your film")
        await ann.press("→ 5 s →", strip)
        lengths = await ann.sees("From picture 1 to picture 2")
        assert [label for label in lengths.labels if label.endswith(" s")] == [
            "1 s", "2 s", "3 s", "4 s", "✅ 5 s", "6 s", "7 s", "8 s",
        ]  # fmt: skip
        await ann.press("3 s", lengths)
        await ann.press("Words for this part", await ann.sees_button("✅ 3 s"))
        await ann.sees("What happens between picture 1 and picture 2")

    async with town.bot(DAILY_CREDITS="2000"):
        await ann.send("the sun comes up")
        strip = await ann.sees("13 s.*1 → 2: the sun comes up.*Your film")
        await ann.press("🖼 4", strip)
        await ann.press("Remove", await ann.sees("Picture 4 of 4"))
        await ann.press("Done", await ann.sees("3 pictures.*8 s.*Your film"))
        card = await ann.sees_button("Generate")
        assert "Your film" not in card.text
        await ann.press("Sound", card)
        await ann.press("Describe", await ann.sees("What about sound"))
        await ann.sees("What should be heard")
        await ann.send("birds")
        await ann.press("Sound", await ann.sees("🎧 birds"))
        await ann.press("Let somebody speak", await ann.sees_button("Let somebody speak"))
        await ann.press("James", await ann.sees_button("James"))
        await ann.sees("140")
        await ann.send("Good morning!")
        await ann.press("More", await ann.sees("🗣 James: “Good morning!”"))
        await ann.press("Preview: off", await ann.sees_button("Preview: off"))
        await ann.press("Back", await ann.sees_button("Preview: on"))
        await ann.press("Generate", await ann.sees_button("Generate"))
        video = await ann.gets("video")
        assert "v5 · 540p · 8 s" in video.text

    assert await sizes(town) == await sent_sizes(ann, two, one, five)
    assert three not in (one, two)
    a, b, c = await paths(town)
    assert await the_body(town, "create-transition") == {
        "model": "v5",
        "quality": "540p",
        "frame_1_path": a,
        "frame_2_path": b,
        "frame_3_path": c,
        "duration_1_to_2": "3",
        "duration_2_to_3": "5",
        "prompt_1_to_2": "the sun comes up",
        "prompt_2_to_3": "a day passes",
        "auto_sound": True,
        "sound_effect_prompt": "birds",
        "lip_sync_tts_prompt": "Good morning!",
        "lip_sync_tts_speaker_id": "2",
        "preview_mode": True,
    }


async def test_two_pictures_leave_the_model_open_and_its_sound(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="1000"):
        await ann.album(SHOTS[:2])
        await ann.press("🔀 Picture to picture", await ann.sees_button("🔀 Picture to picture"))
        card = await ann.sees("Picture to picture.*v5.6 · 540p · 5 s")
        await ann.press("Sound: off", card)
        await ann.press("Generate", await ann.sees_button("Sound: on"))
        await ann.gets("video")
    a, b = await paths(town)
    assert await the_body(town, "create-transition") == {
        "model": "v5.6",
        "quality": "540p",
        "audio": True,
        "frame_1_path": a,
        "frame_2_path": b,
        "duration_1_to_2": "5",
    }


async def test_what_does_not_fit_into_a_film_is_refused(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="3000") as program:
        await ann.album([picture("teal", size=(400 + n, 300)) for n in range(6)], "on and on")
        await ann.sees("6 pictures")
        strip = await arrange(ann)
        await ann.album([SHOTS[0], SHOTS[1], SHOTS[2]])
        await ann.sees("7 pictures are the most")
        strip = await ann.sees("7 pictures.*Your film")
        await ann.press("→ 5 s →", strip)
        draft = AskSegment.unpack(
            segment_key := (await ann.sees_button("Words for")).data("Words for") or ""
        )
        assert draft, segment_key
        for seconds in (0, 9, -1):
            modified = SetSegment(draft=draft.draft, number=0, seconds=seconds)
            said = await answer_to(town, program, pressed(ann, ann.person, modified))
            assert "isn't there any more" in said, "a segment lasts 1 to 8 seconds"
        await ann.press("Words for this part", await ann.sees("From picture 1 to picture 2.*"))
        await ann.sees("What happens between")
        await ann.hears("x" * 2049, "2,049 characters")
        await ann.hears("\u200b", "couldn't find any words")
        await ann.send("it snows")
        strip = await ann.sees("1 → 2: it snows.*Your film")
        await ann.press("→ 5 s →", strip)
        await ann.press("No words of its own", await ann.sees("✍️ it snows"))
        segment = await ann.sees_button("Words for this part")
        assert "it snows" not in segment.text
        await ann.press("Back", segment)
        await ann.press("Which is which", await ann.sees("Your film"))
        await ann.sees(" · ".join(f"Picture {n}" for n in range(1, 8)), kind="photo")
        await ann.press("Remove all", await ann.sees_button("Remove all"))
        await ann.sees("Text to video.*on and on")
        await ann.album([picture("navy", size=(400 + n, 300)) for n in range(8)])
        await ann.sees("7 pictures are the most")
        await ann.sees("Picture to picture.*on and on.*7 pictures.*30 s")
        await ann.ask("/new")
        await ann.album(SHOTS[:2], "and back")
        await ann.press("🔀 Picture to picture", await ann.sees_button("🔀 Picture to picture"))
        await ann.press("🖼 2", await arrange(ann))
        await ann.press("Remove", await ann.sees("Picture 2 of 2"))
        await ann.sees("Picture to video.*and back.*1 picture"), "one is no film of several"
    assert await town.videos() == []
