"""Somebody in a video speaks: with a voice note, a sound, or words and a voice that reads them out."""

from tests.media import sound
from tests.pictures import picture
from tests.stories.films import (
    FILM,
    LONG_FILM,
    LONG_NOTE,
    NOTE,
    PLENTY,
    a_result,
    asked_for,
    generates,
    made_first,
    uploaded,
)
from tests.stories.town import Town


async def test_a_voice_in_reply_speaks_in_the_video(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        result = await a_result(ann)
        await ann.voice(NOTE, reply_to=result.id)
        card = await ann.sees("Lip sync.*“a fox in the snow” · 5 s.*Your voice · 2 s.*you have")
        assert "about 45 credits" in card.text
        await ann.press("Own sound", card)
        spoken = await generates(ann, "Lip sync")
        [(kind, path)] = await uploaded(town)
        assert kind == "audio/mpeg", "a voice note is no file that PixVerse takes"
        assert await asked_for(town, "lipsync") == {
            "video_id": await made_first(town),
            "audio_path": path,
            "original_sound_switch": True,
        }
        assert "Lip sync" in spoken.text

        mine = await ann.video(FILM)
        await ann.video(FILM, reply_to=mine)
        await ann.sees("Lip sync.*Your video · 3 s.*Your voice · 3 s")
        await generates(ann, "Your video")
        kinds = [kind for kind, _ in await uploaded(town)]
        assert kinds == ["audio/mpeg", "video/mp4", "audio/mpeg"]
        (_, film), (_, voice) = (await uploaded(town))[1:]
        assert await asked_for(town, "lipsync") == {
            "video_path": film,
            "audio_path": voice,
            "original_sound_switch": False,
        }


async def test_words_are_read_out_by_whom_one_likes(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        result = await a_result(ann)
        await ann.send("Good morning!", reply_to=result.id)
        await ann.press("Let it say these words", await ann.sees("What should I do"))
        card = await ann.sees("Lip sync.*Emily.*Good morning!")
        await ann.press("Emily", card)
        voices = await ann.sees("lets you hear them")
        assert voices.labels[:6] == ["✅ Emily", "▶️", "James", "▶️", "Isabella", "▶️"]
        for _ in range(2):
            await ann.press("▶️", voices)
            await ann.gets("audio")

        async def heard_twice() -> bool:
            return len(await town.calls("sendAudio")) == 2

        await town.until(heard_twice, "the second sample")
        first, second = [call["params"]["audio"] for call in await town.calls("sendAudio")]
        assert first.endswith("/1.mp3")
        assert not second.startswith("http"), "from then on by its file"
        await ann.press("James", voices)
        await ann.sees("Lip sync.*James.*Good morning!")
        spoken = await generates(ann, "James")
        assert "Good morning!" in spoken.text
        assert await asked_for(town, "lipsync") == {
            "video_id": await made_first(town),
            "prompt": "Good morning!",
            "speaker_id": "2",
            "original_sound_switch": False,
        }

        await ann.press("Lip sync", result)
        await ann.sees("Who says what.*60 s at most.*200 characters")
        await ann.send("a" * 201)
        await ann.sees("201 characters.*200 at most")
        await ann.send("Good night!")
        card = await ann.sees("James.*Good night!")
        await ann.press("Remove voice", card)
        await ann.press("Voices", await ann.sees("Who says what"))
        await ann.press("Isabella", await ann.sees("lets you hear"))
        await ann.sees("What should be said")
        await ann.send("Sleep well!")
        await ann.sees("Isabella.*Sleep well!")


async def test_a_voice_waits_for_a_video_that_can_speak(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        await a_result(ann, "a bird in a tree", model="v5.6")
        result = await a_result(ann)
        waits = await ann.sees_after(await ann.voice(NOTE), "A voice · 2 s.*Which video")
        assert waits.labels == ["▶️ a fox in the snow", "✖️ Cancel"], "v5.6 speaks by itself"
        await ann.send("and now?")
        await ann.sees("First the video")
        await ann.press("a fox in the snow", waits)
        await ann.sees("Lip sync.*“a fox in the snow”.*Your voice")
        await ann.press("Cancel")
        await ann.voice(NOTE)
        await ann.sees("Which video")
        await ann.press("Lip sync", result)
        await ann.sees("Lip sync.*“a fox in the snow”.*Your voice")
        await ann.press("Cancel")
        await ann.voice(NOTE)
        await ann.sees("Which video")
        await ann.video(FILM)
        await ann.sees("Lip sync.*Your video · 3 s.*Your voice · 2 s")
        await ann.press("Cancel")
        await ann.sees_after(await ann.photo(picture(), "it moves"), "Picture to video.*it moves")
        await ann.voice(NOTE)
        waits = await ann.sees("A voice · 2 s.*had begun is kept")
        await ann.press("Remove voice", waits)
        await ann.waits_for(
            lambda one: one.id == waits.id and "it moves" in one.text, "the photo again"
        )


async def test_what_cannot_speak_says_so(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        newer = await a_result(ann, "a bird in a tree", model="v5.6")
        assert not any("Lip sync" in label for label in newer.labels)
        said = await ann.voice(NOTE, reply_to=newer.id)
        await ann.sees_after(said, "can't be made to speak")
        assert len(await town.videos()) == 1


async def test_a_sound_that_is_too_long_is_never_sent(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        result = await a_result(ann)
        left = await ann.left()
        said = await ann.send_files([("v.wav", LONG_NOTE, "audio/wav")], kind="voice")
        await ann.sees_after(said[0], "lasts 61 s, and 60 s is the most")
        # Of a file Telegram does not say how long it lasts: it is heard before anything is paid.
        files = [("speech.wav", LONG_NOTE, "audio/wav")]
        await ann.send_files(files, kind="document", reply_to=result.id)
        card = await ann.sees("Lip sync.*Your voice")
        await ann.press("Generate", card)
        await ann.sees("lasts longer than PixVerse takes.*credits are back")
        broken = [("song.mp3", sound("mp3", 1)[:200], "audio/mpeg")]
        await ann.send_files(broken, kind="audio", reply_to=result.id)
        card = await ann.sees("Lip sync.*Your voice")
        await ann.press("Generate", card)
        await ann.sees("couldn't hear anything.*credits are back")
        # Nor how long a video is that comes as a file.
        await ann.document("talk.mp4", LONG_FILM, "video/mp4")
        await ann.sees("🎞 Your video\n.*What should I do")
        await ann.voice(NOTE, reply_to=(await ann.messages())[-2].id)
        card = await ann.sees("Lip sync.*Your video.*Your voice · 2 s")
        await ann.press("Generate", card)
        await ann.sees_after(card.id, "longer than Telegram told me.*90 credits are back")
        assert await town.requests("/files/") == []
        assert await town.requests("/videos/lipsync") == []
        assert await ann.left() == left
