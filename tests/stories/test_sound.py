"""What is heard: each model takes something else, and what it does not take is neither sent nor shown."""

from tests.pictures import picture
from tests.stories.paid import paths, the_body
from tests.stories.shelves import ONE_PICTURE, use_effect
from tests.stories.town import Town


async def test_a_described_sound_is_kept_for_the_model_that_takes_it(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="1000"):
        await ann.photo(picture("gold"), "she whispers")
        await ann.press("Make it move", await ann.sees_button("Make it move"))
        card = await ann.choose("Model", "v5")
        await ann.press("Sound", card)
        screen = await ann.sees("What about sound")
        assert screen.labels[:2] == ["✅ 🔇 Sound: off", "🔊 Sound: on"]
        await ann.press("Describe", screen)
        await ann.sees("What should be heard.*140 characters")

    async with town.bot(DAILY_CREDITS="1000"):
        await ann.hears("x" * 141, "141 characters, and PixVerse takes 140")
        await ann.send("wind in the reeds")
        card = await ann.sees("🎧 wind in the reeds.*with sound")
        newer = await ann.choose("Model", "v5.6")
        assert "wind in the reeds" not in newer.text
        await ann.press("Sound: on", newer)
        switched = await ann.sees_button("Sound: off")
        assert switched.data("Generate"), "here it is a switch"
        await ann.press("Sound: off", switched)
        await ann.sees_button("Sound: on")
        back = await ann.choose("Model", "v5")
        assert "🎧 wind in the reeds" in back.text, "it was kept"
        await ann.press("Generate", back)
        await ann.gets("video")
    [path] = await paths(town)
    assert await the_body(town, "create") == {
        "model": "v5",
        "prompt": "she whispers",
        "first_frame_path": path,
        "quality": "540p",
        "duration": 5,
        "auto_sound": True,
        "sound_effect_prompt": "wind in the reeds",
    }


async def test_without_its_sound_a_description_is_not_sent(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="1000"):
        await ann.ask("a fox")
        await ann.choose("Model", "v5")
        await ann.press("Sound", await ann.sees_button("Sound"))
        await ann.press("Describe", await ann.sees_button("Describe"))
        await ann.sees("What should be heard")
        await ann.send("barking")
        await ann.press("Sound", await ann.sees("🎧 barking"))
        await ann.press("Sound: off", await ann.sees_button("✅ 🔊 Sound: on"))
        off = await ann.sees_button("✅ 🔇 Sound: off")
        assert "barking" not in off.text
        await ann.press("Back", off)
        await ann.press("Generate", await ann.sees_button("Generate"))
        await ann.gets("video")
    body = await the_body(town, "create")
    assert {"auto_sound", "audio", "sound_effect_prompt"}.isdisjoint(body)


async def test_an_effect_keeps_its_own_sound_or_gets_another(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await use_effect(ann, ONE_PICTURE)
        await ann.photo(picture())
        await ann.press("Sound: its own", await ann.sees("🖼 1 picture"))
        screen = await ann.sees("Keep what the effect brings")
        assert screen.labels[:3] == ["✅ 🎵 Sound: its own", "🔊 Sound: on", "🔇 Sound: off"]
        await ann.press("Describe", screen)
        await ann.sees("What should be heard")
        await ann.send("bells")
        await ann.press("Sound", await ann.sees("🎧 bells.*with sound"))
        await ann.press("No description", await ann.sees_button("No description"))
        await ann.press("Describe the sound", await ann.sees_button("Describe the sound"))
        await ann.sees("What should be heard")
        await ann.send("choir")
        await ann.press("Sound", await ann.sees("🎧 choir"))
        await ann.press("Let somebody speak", await ann.sees_button("Let somebody speak"))
        await ann.press("Isabella", await ann.sees_button("Isabella"))
        await ann.sees("140")
        await ann.send("Good evening!")
        await ann.press("Generate", await ann.sees("🗣 Isabella: “Good evening!”"))
        await ann.gets("video")
    body = await the_body(town, "create")
    assert body.pop("template_id") > 0
    [path] = await paths(town)
    assert body == {
        "first_frame_path": path,
        "quality": "540p",
        "auto_sound": True,
        "sound_effect_prompt": "choir",
        "lip_sync_tts_prompt": "Good evening!",
        "lip_sync_tts_speaker_id": "3",
    }


async def test_somebody_speaks_whose_voice_was_heard(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="1000"):
        await ann.ask("a parrot on a mast")
        await ann.choose("Model", "v5")
        await ann.press("Sound", await ann.sees_button("Sound"))
        await ann.press("Let somebody speak", await ann.sees_button("Let somebody speak"))
        voices = await ann.sees_button("James")
        await ann.press("▶️", voices)
        sample = await ann.waits_for(lambda one: one.kind in ("audio", "voice"), "a sample")
        assert await ann.bytes_of(sample)
        await ann.press("James", voices)
        await ann.sees("140")

    async with town.bot(DAILY_CREDITS="1000"):
        await ann.hears("x" * 141, "141 characters, and PixVerse takes 140")
        await ann.send("Land ahoy!")
        card = await ann.sees("🗣 James: “Land ahoy!”")
        assert "🎬 Generate · about 45 credits" in card.labels, (
            "what speech costs is nowhere printed"
        )
        newer = await ann.choose("Model", "v5.6")
        assert "Land ahoy" not in newer.text, "it does not speak"
        back = await ann.choose("Model", "v5")
        assert back.id == card.id
        await ann.press("Generate", await ann.sees("🗣 James: “Land ahoy!”"))
        await ann.gets("video")
    assert await the_body(town, "create") == {
        "model": "v5",
        "prompt": "a parrot on a mast",
        "quality": "540p",
        "duration": 5,
        "aspect_ratio": "16:9",
        "lip_sync_tts_prompt": "Land ahoy!",
        "lip_sync_tts_speaker_id": "2",
    }
