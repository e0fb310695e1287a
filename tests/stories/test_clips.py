"""What is there already goes on, changes, or gets all its pixels: by a key, a reply, a video of one's own."""

from handlers.chat.buttons import Choose, DropDraft, WorkOn
from jobs.capabilities import Field, Mode
from jobs.ids import JobId
from tests.media import video
from tests.stories.chat import Chat
from tests.stories.films import (
    FILM,
    LONG_FILM,
    PLENTY,
    a_result,
    asked_for,
    generates,
    made_first,
    uploaded,
)
from tests.stories.forged import answer_to, pressed
from tests.stories.town import Town, Watch

STUDIO, SECOND = "studio@example.com", "studio+2@example.com"


async def test_keys_under_a_video_work_on_it(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY) as program:
        result = await a_result(ann)
        assert {"⏩ Extend", "🪄 Modify", "👄 Lip sync", "🔍 Upscale"} <= set(result.labels)

        await ann.press("Extend", result)
        await ann.sees("Longer video.*“a fox in the snow” · 5 s.*5 s longer.*about 45 credits")
        await ann.hears("x" * 2049, "2,049 characters, and PixVerse takes 2,048")
        await ann.send("it runs away")
        await ann.sees("it runs away.*you have")
        await ann.choose("Quality", "720p")
        await ann.choose("Length", "8 s")
        await ann.sees("8 s longer")
        longer = await generates(ann, "it runs away")
        assert "Longer video · v5 · 720p · 8 s" in longer.text
        source = await made_first(town)
        assert await asked_for(town, "extend") == {
            "video_id": source,
            "model": "v5",
            "prompt": "it runs away",
            "duration": 8,
            "quality": "720p",
        }

        await ann.press("Upscale", result)
        assert "30 credits" in (await ann.sees("Upscaled to 4K.*you have")).text
        sharp = await generates(ann, "Upscaled to 4K")
        assert await asked_for(town, "upscale") == {"video_id": source}
        assert not any("Upscale" in label for label in sharp.labels)
        ben = await town.person("Ben")
        await ben.ask("/start")
        theirs = pressed(ben, ben.person, WorkOn(job=JobId(1), mode=Mode.UPSCALE))
        assert "belongs to somebody else" in await answer_to(town, program, theirs)
        [first, *_, last] = await town.videos()
        assert (last["width"], last["height"]) == (2 * first["width"], 2 * first["height"])


async def test_what_nobody_prints_is_learned_from_the_account(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        result = await a_result(ann)
        before = await ann.left()
        await ann.press("Extend", result)
        await ann.sees("Longer video.*you have")
        await ann.choose("Length", "10 s")
        await ann.sees("10 s longer.*about 113 credits")
        await generates(ann, "Longer video")
        [*_, made] = await town.videos()
        assert made["cost"] == 112
        assert await ann.left() == before - 113, "whoever started it pays what was said"

        async def learned() -> bool:
            await ann.press("Extend", result)
            card = await ann.sees("5 s longer.*you have")
            await ann.choose("Length", "10 s")
            told = (await ann.sees("10 s longer")).text
            await ann.press("Cancel", card)
            return "112 credits" in told and "about" not in told

        await town.until(learned, "a price without about")


async def test_words_in_reply_are_asked_about_once(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        result = await a_result(ann)
        assert result.raw["kind"] == "animation", "Telegram takes a video without sound for one"
        question = await ann.sees_after(
            await ann.send("everything is red", reply_to=result.id), "What should I do with it"
        )
        assert [label.partition(" ")[2] for label in question.labels] == [
            "Make it longer",
            "Change something in it",
            "Let it say these words",
            "Cancel",
        ]
        await ann.press("Change something", question)
        await ann.sees("Changed video.*everything is red.*you have")
        await ann.choose("Quality", "720p")
        await generates(ann, "everything is red")
        assert await asked_for(town, "modify") == {
            "video_id": await made_first(town),
            "model": "v5.5",
            "prompt": "everything is red",
            "quality": "720p",
        }
    async with town.bot(**PLENTY):
        await ann.send("everything is blue", reply_to=result.id)
        card = await ann.sees("Changed video.*everything is blue.*you have")
        await ann.press("Something else", card)
        await ann.press("Make it longer", await ann.sees("What should I do with this video"))
        await ann.sees("Longer video.*everything is blue")
        await ann.send("and blue again", reply_to=result.id)
        await ann.sees("Longer video.*and blue again")


async def test_what_a_model_cannot_do_is_neither_shown_nor_done(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(**PLENTY) as program:
        await olivia.hears("/set on pixverse-c1", "on is now pixverse-c1")
        result = await a_result(ann, model="pixverse-c1")
        assert not any("Upscale" in label for label in result.labels)
        modified = pressed(ann, ann.person, WorkOn(job=JobId(1), mode=Mode.UPSCALE))
        assert "can't do that with this video" in await answer_to(town, program, modified)
        await ann.press("Extend", result)
        card = await ann.sees("Longer video.*you have")
        draft = DropDraft.unpack(card.data("Cancel") or "")
        assert draft
        for field, value in ((Field.DURATION, "0"), (Field.DURATION, "11"), (Field.QUALITY, "4k")):
            choice = Choose(draft=draft.draft, field=field, value=value)
            said = await answer_to(town, program, pressed(ann, ann.person, choice))
            assert "isn't there any more" in said
        await ann.hears("\u200b", "couldn't find any words")
        assert await generates(ann, "Longer video")
        assert await asked_for(town, "extend") == {
            "video_id": await made_first(town),
            "model": "v5.5",
            "duration": 5,
            "quality": "540p",
        }


async def test_what_cannot_be_changed_is_said_and_costs_nothing(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        result = await a_result(ann)
        left = await ann.left()
        for words, why in (
            ("nothing", "found nothing in that video.*30 credits are back"),
            ("a forbidden hat", "moderation turned this down.*30 credits are back"),
            ("a moderated hat", "moderation turned this down.*30 credits are back"),
        ):
            await ann.press("Modify", result)
            blank = await ann.sees("Changed video.*you have")
            assert blank.data("Generate") is None, "it takes words"
            await ann.hears("x" * 2049, "2,049 characters, and PixVerse takes 2,048")
            await ann.send(words)
            card = await ann.sees(f"{words}.*you have")
            await ann.press("Generate", card)
            await ann.sees_after(card.id, why)
        await ann.press("Modify", result)
        await ann.press("Quality", await ann.sees("Changed video.*you have"))
        offered = await ann.sees_button("720p")
        assert offered.data("1080p") is None
        assert await ann.left() == left


async def test_a_video_of_ones_own_is_asked_about_once(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(**PLENTY):
        asked = await ann.sees_after(await ann.video(FILM), "Your video · 3 s.*What should I do")
        assert not any("Upscale" in label for label in asked.labels)
        await ann.press("Make it longer", asked)
        await ann.sees("Longer video.*Your video · 3 s.*Words are welcome")
        await ann.choose("Model", "v6")
        await ann.choose("Quality", "1080p")
        await ann.choose("Length", "15 s")
        await ann.press("Sound: off", await ann.sees("15 s longer"))
        await ann.sees_button("Sound: on")
        await generates(ann, "Longer video")
        assert await uploaded(town) == [
            ("video/mp4", (await asked_for(town, "extend"))["video_path"])
        ]
        assert await asked_for(town, "extend") == {
            "video_path": (await uploaded(town))[0][1],
            "model": "v6",
            "duration": 15,
            "quality": "1080p",
            "audio": True,
        }

        await ann.video(FILM, "and then it rains", kind="video_note")
        await ann.sees("Longer video.*Your video · 3 s.*you have")
        await ann.document("clip.MOV", FILM, "video/quicktime", "in the sun")
        await ann.sees("Longer video.*🎞 Your video\n.*in the sun")
        silent = await ann.video(video(seconds=2, rate=5), "in the sun", kind="animation")
        await ann.sees("Longer video.*Your video · 2 s.*in the sun")
        newer = await ann.video(video(seconds=4, rate=5), kind="animation", reply_to=silent)
        card = await ann.sees_after(newer, "Longer video.*Your video · 4 s.*in the sun")
        await ann.press("Something else", card)
        await ann.press("Change something", await ann.sees("What should I do with this video"))
        await ann.sees("Changed video.*in the sun.*you have")
        await ann.choose("Quality", "360p")
        await generates(ann, "in the sun")
        assert await asked_for(town, "modify") == {
            "video_path": (await uploaded(town))[-1][1],
            "model": "v5.5",
            "prompt": "in the sun",
            "quality": "360p",
        }


async def told(chat: Chat, message_id: int, words: str) -> None:
    """One sentence, and nothing else, in answer to a message."""
    await chat.sees_after(message_id, words)
    assert len([message for message in await chat.told() if message.id > message_id]) == 1


async def test_what_is_too_big_or_too_long_is_said_at_once(town: Town) -> None:
    ann, ben, cleo = await town.person("Ann"), await town.person("Ben"), await town.person("Cleo")
    heavy = video(seconds=1, rate=5) + bytes(21_000_000)
    async with town.bot():
        await told(ann, await ann.document("v.mp4", heavy, "video/mp4"), "too big for me: 22 MB")
        await told(ben, await ben.video(LONG_FILM), "lasts 31 s, and 30 s is the most")
        films = [(f"{n}.mp4", FILM, "video/mp4") for n in (1, 2, 3)]
        await cleo.send_files(films, kind="video")
        await cleo.sees("One video at a time")
        await cleo.hears("/quota", "can spend 300")
        said = [message.text for message in await cleo.told()]
        assert len([text for text in said if "One video" in text]) == 1
        assert len([text for text in said if "What should I do with it" in text]) == 1
        assert await town.videos() == []


async def test_a_broken_film_costs_nothing(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        asked = await ann.sees_after(
            await ann.document("v.mp4", FILM[:-900], "video/mp4"), "Your video"
        )
        await ann.press("Make it longer", asked)
        await ann.press("Generate", await ann.sees("Longer video"))
        await ann.sees("couldn't open that video.*30 credits are back")
        assert await ann.left() == 300
        assert await town.requests("/files/") == []


async def test_in_a_group_whoever_answers_pays(town: Town) -> None:
    ann, ben = await town.person("Ann"), await town.person("Ben")
    where = await town.group("Films", ann, ben)
    ann_there, ben_there = (Chat(town.telegram, one.person, where) for one in (ann, ben))
    async with town.bot():
        card = await ann_there.hears("@story_bot a fox in the snow", "you have")
        await ann_there.press("Generate", card)
        result = await ann_there.gets("video")
        refused = await ben_there.press("Extend", result)
        assert "somebody else" in (refused.text or "")
        asked = await ben_there.sees_after(
            await ben_there.send("it snows more", reply_to=result.id), "What should I do"
        )
        assert "somebody else" in ((await ann_there.press("longer", asked)).text or "")
        await ben_there.press("Make it longer", asked)
        await generates(ben_there, "it snows more")
        assert (await asked_for(town, "extend"))["prompt"] == "it snows more"
        assert (await ann.left(), await ben.left()) == (270, 270)


async def test_only_the_account_that_made_it_can_go_on_with_it(town: Town) -> None:
    ann, watch = await town.person("Ann"), Watch()
    async with town.bot(clock=watch, **PLENTY):
        result = await a_result(ann)
        await town.control("accounts", email=SECOND)
        await ann.press("Upscale", result)
        await generates(ann, "Upscaled to 4K")
        assert {video["email"] for video in await town.videos()} == {STUDIO}

        gone = await town.useapi.delete(
            f"/v2/pixverse/accounts/{STUDIO}", headers={"Authorization": "Bearer user:1-story"}
        )
        assert gone.status_code == 204
        left = await ann.left()
        await ann.press("Modify", result)
        await ann.sees("Changed video.*you have")
        await ann.send("at night")
        card = await ann.sees("at night.*you have")
        await ann.press("Generate", card)
        await ann.sees("In the queue")
        waited = 0

        async def given_up() -> bool:
            nonlocal waited
            watch.advance(minutes=5)
            waited += 5
            return any("isn't there any more" in message.text for message in await ann.told())

        await town.until(given_up, "the end of waiting")
        assert waited >= 30
        await ann.sees("isn't there any more.*credits are back")
        assert await ann.left() == left
