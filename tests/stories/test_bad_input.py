"""What the bot cannot use gets one clear sentence; nothing is lost and nothing is charged."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.pictures import heic, picture
from tests.stories.chat import Chat, Message
from tests.stories.town import Town

MB = 1024 * 1024
ALLOWANCE = 300
HEIC_HEAD = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


async def told_once(town: Town, chat: Chat, words: str) -> Message:
    """Wait for that sentence; nothing else was said, made or charged."""
    sentence = await chat.sees(words)
    assert await chat.left() == ALLOWANCE
    said = [message.text for message in await chat.told()]
    assert said[0] == sentence.text
    assert len(said) == 2, f"one sentence, then the answer to /quota: {said}"
    assert sentence.labels == []
    assert await town.videos() == []
    return sentence


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("a" * 2049, "2,049 characters.*2,048 at most"),
        ("é" * 4096, "4,096 characters.*2,048 at most"),
        ("\u200b\u200b", "couldn't find any words"),
        ("\u2060 \ufeff \u200d", "couldn't find any words"),
    ],
    ids=["a letter too long", "as long as Telegram takes", "zero-width", "more of nothing"],
)
async def test_a_prompt_too_long_or_empty(town: Town, words: str, answer: str) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.send(words)
        await told_once(town, ann, answer)


async def test_a_prompt_of_exactly_the_limit_is_taken(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.orders("🐈" * 2048)
        await ann.gets("video")
        [request] = await town.requests("/videos/create")
        assert request["json"]["prompt"] == "🐈" * 2048


async def test_a_caption_without_words_does_not_cost_the_photo(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.photo(picture("tomato"), "\u200b\u2060")
        card = await ann.sees("Picture to video")
        assert "1 picture" in card.text
        assert len(await ann.told()) == 1


async def test_things_that_are_no_words_and_no_pictures(town: Town) -> None:
    sent = {
        "sticker": "Nice sticker",
        "animation": "GIFs already move",
        "location": "can't travel",
        "poll": "don't vote",
        "contact": "no address book",
    }
    files = {
        "sticker": ("s.webp", picture(form="WEBP"), "image/webp"),
        "animation": ("a.gif", picture(form="GIF"), "image/gif"),
    }
    people = {kind: await town.person(kind.title()) for kind in sent}
    async with town.bot():
        for kind, person in people.items():
            if kind in files:
                await person.send_files([files[kind]], kind=kind)
            else:
                await person.thing(kind)
        for kind, person in people.items():
            await told_once(town, person, sent[kind])


async def test_files_that_are_no_pictures(town: Town) -> None:
    cases = [
        ("dance.gif", picture(form="GIF"), "image/gif", "GIFs already move"),
        ("notes.pdf", b"%PDF-1.7 " + bytes(99), "application/pdf", "can't use that kind of file"),
        ("logo.svg", b"<svg xmlns='x'/>", "image/svg+xml", "can't use that kind of file"),
        ("run.sh", b"#!/bin/sh\n", "text/x-shellscript", "can't use that kind of file"),
    ]
    people = [await town.person(name.partition(".")[0].title()) for name, *_ in cases]
    async with town.bot():
        for person, (name, content, mime, _) in zip(people, cases, strict=True):
            await person.document(name, content, mime)
        for person, (*_, answer) in zip(people, cases, strict=True):
            await told_once(town, person, answer)


async def test_a_document_of_60_mb(town: Town) -> None:
    ann = await town.person("Ann")
    where = town.webhooks()
    async with town.bot(**where):
        await ann.document("holiday.jpg", picture(), "image/jpeg")
        [said] = [message for message in await ann.messages() if message.mine]
        first = await ann.sees("1 picture")
        file = {"file_id": "BQAC60", "file_unique_id": "AgAD60", "file_size": 60 * MB}
        document = {**file, "file_name": "film.tiff", "mime_type": "image/tiff"}
        await bring(town, where, 0, message={**from_ann(ann, said.id + 100), "document": document})
        await ann.sees_after(first.id, "too big for me: 60 MB.*20 MB at most")
        assert (await ann.told())[0].text == first.text
        assert await town.calls("getFile") == []
        assert await ann.left() == ALLOWANCE


FORGED = (
    *("", "|" * 64, "zzz|1", "g", "g|", "g|x", "g|1|2", "g|999999", "g|-1", f"g|{2**63}"),
    *(f"k|{10**50}", "c|1|model|v99", "c|1|colour|red", f"s|hot|{10**40}|", "s|hot|-1|"),
    *("y|1|True", "v|1", f"j|{10**20}", f"f|{2**64}", "a|12", "\x00|\U0001f63c"),
)


async def test_forged_buttons(town: Town) -> None:
    ann, bob, admin = await town.person("Ann"), await town.person("Bob"), await town.admin()
    where = town.webhooks()
    async with town.bot(**where):
        await admin.hears("/start", "Hi")
        draft = await bob.hears("a cat on a mat", "you have")
        first = await ann.hears("a dog on a rug", "you have")
        message = {**from_ann(ann, first.id), "text": "a card"}
        query = {"from": message["from"], "chat_instance": "1", "message": message}
        for number, data in enumerate(FORGED):
            forged = {**query, "id": str(number), "data": data}
            await bring(town, where, number, callback_query=forged)
        await town.until(lambda: answered(town, len(FORGED)), "an answer to every press")
        assert len(await admin.told()) == 1, "nothing broke, nobody is alarmed"
        assert await town.videos() == []
        assert await ann.left() == ALLOWANCE
        assert (await bob.sees("a cat on a mat")).labels == draft.labels


async def test_a_heic_picture_becomes_one_that_pixverse_takes(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.document("IMG_1.HEIC", heic(), "image/heic")
        await ann.sees("Picture to video.*1 picture")
        await ann.press("Generate")
        await ann.gets("video")
        [upload] = await town.requests("/files/")
        assert upload["content_type"] == "image/jpeg"


@pytest.mark.parametrize(
    ("name", "content", "mime"),
    [
        ("cut.jpg", picture("navy")[:2000], "image/jpeg"),
        ("words.jpg", b"this is no picture at all", "image/jpeg"),
        ("empty.png", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("cut.heic", HEIC_HEAD + bytes(300), "image/heic"),
    ],
)
async def test_a_broken_picture(town: Town, name: str, content: bytes, mime: str) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.document(name, content, mime, "she smiles")
        await ann.press("Generate", await ann.sees("1 picture"))
        sorry = await ann.sees("couldn't open that picture")
        assert "30 credits are back" in sorry.text
        await ann.sees("didn't work out")
        assert await ann.left() == ALLOWANCE
        assert await town.videos() == []
        assert await town.requests("/videos/create") == []


async def test_an_album_of_eleven_photos(town: Town) -> None:
    ann = await town.person("Ann")
    pictures = [picture(f"hsl({n * 30},80%,50%)", size=(320, 240)) for n in range(11)]
    async with town.bot():
        # Telegram's apps send eleven photos as an album of ten, and the last one alone.
        await ann.album(pictures[:10], "round the year")
        await ann.photo(pictures[10])
        await ann.sees("7 pictures")
        sentence = await ann.sees("most that fit in.*kept the first 7")
        assert await ann.left() == ALLOWANCE
        said = [message.text for message in await ann.told()]
        assert said.count(sentence.text) == 1
        assert len(said) == 3, f"the card, the sentence, the answer to /quota: {said}"
        assert await town.videos() == []


async def test_a_prompt_full_of_html(town: Town) -> None:
    ann = await town.person("Ann")
    words = '<b>bold</b> & <script>alert(1)</script> <a href="x">y</a> &lt;i&gt; </blockquote>'
    async with town.bot():
        card = await ann.hears(words, "you have")
        assert words in card.text
        await ann.press("Generate", card)
        video = await ann.gets("video")
        assert words in video.text
        assert "<script>" not in video.raw["html"]
        [request] = await town.requests("/videos/create")
        assert request["json"]["prompt"] == words


async def test_generate_pressed_twice_in_the_same_moment(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        card = await ann.hears("a cat on a mat", "you have")
        data = card.data("Generate")
        assert data
        presses = [ann.press_data(card.id, data) for _ in range(2)]
        answers = await asyncio.gather(*presses)
        assert all(answer.answered for answer in answers)
        assert sorted(str(answer.text) for answer in answers) == [
            "It's already on its way.",
            "On its way!",
        ]
        await ann.gets("video")
        assert await ann.left() == ALLOWANCE - 30
        assert len(await town.videos()) == 1


async def test_again_pressed_twice_in_the_same_moment(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.orders("a cat on a mat")
        video = await ann.gets("video")
        data = video.data("Again")
        assert data
        answers = await asyncio.gather(*[ann.press_data(video.id, data) for _ in range(2)])
        assert "It's already on its way." in [answer.text for answer in answers]
        await ann.waits_for(lambda m: m.kind == "video" and m.id > video.id, "a second video")
        assert await ann.left() == ALLOWANCE - 60
        assert len(await town.videos()) == 2


async def test_a_draft_of_somebody_else_in_a_group(town: Town) -> None:
    ann, bob = await town.person("Ann"), await town.person("Bob")
    group = await town.group("Film club", ann, bob)
    async with town.bot():
        in_group = Chat(town.telegram, ann.person, group)
        await in_group.send("@story_bot a cat on a mat")
        card = await in_group.sees("a cat on a mat.*you have")
        stranger = Chat(town.telegram, bob.person, group)
        for label in ("Generate", "Cancel", "Model", "Sound"):
            answer = await stranger.press(label, card)
            assert answer.alert
            assert "belongs to somebody else" in str(answer.text)
        assert await town.videos() == []

        await in_group.press("Generate", card)
        await in_group.gets("video")
        [request] = await town.requests("/videos/create")
        assert request["json"]["prompt"] == "a cat on a mat"
        assert await ann.left() == ALLOWANCE - 30
        assert await bob.left() == ALLOWANCE


@pytest.mark.parametrize("label", ["Generate", "Cancel", "Model", "Sound", "More"])
async def test_a_button_of_a_draft_that_is_gone(town: Town, label: str) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        card = await ann.hears("a cat on a mat", "you have")
        # The card keeps its keys: Telegram did not let us take them away.
        await town.telegram_fault(method="editMessageText", kind="bad_request", times=1)
        await ann.hears("/cancel", "Dropped")
        answer = await ann.press(label, card)
        assert answer.alert
        assert "That draft is gone" in str(answer.text)
        assert await ann.left() == ALLOWANCE
        assert await town.videos() == []


async def test_edits(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        said = await ann.send("a cat on a mat")
        card = await ann.sees("a cat on a mat.*you have")
        await ann.edit(said, "a dog on a rug")
        changed = await ann.sees("a dog on a rug")
        assert changed.id == card.id
        await ann.press("Generate", changed)
        await ann.gets("video")
        await ann.edit(said, "a cow on a roof")
        await ann.sees("already used those words")
        assert await ann.left() == ALLOWANCE - 30
        [request] = await town.requests("/videos/create")
        assert request["json"]["prompt"] == "a dog on a rug"
        too_late = [m for m in await ann.told() if "already used those words" in m.text]
        assert len(too_late) == 1


async def test_what_an_app_cuts_in_two_is_one_prompt_too_long(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.send("a long story " * 400)
        await ann.sees("too long")
        await ann.ask("/help")
        assert [m for m in await ann.told() if "too long" in m.text or m.data("Cancel")] == [
            await ann.sees("too long")
        ]


@pytest.mark.parametrize(("words", "answer"), [("\u200b", "any words"), ("b" * 2049, "too long")])
async def test_an_edit_to_what_is_no_prompt_keeps_the_old_one(
    town: Town, words: str, answer: str
) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        said = await ann.send("a cat on a mat")
        card = await ann.sees("a cat on a mat.*you have")
        await ann.edit(said, words)
        await ann.sees(answer)
        await ann.press("Generate", card)
        await ann.gets("video")
        [request] = await town.requests("/videos/create")
        assert request["json"]["prompt"] == "a cat on a mat"


async def test_a_new_draft_while_one_is_open(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        old = await ann.hears("a cat on a mat", "you have")
        fresh = await ann.hears("/new", "What should happen")
        replaced = await ann.sees("replaced by a newer draft")
        assert replaced.id == old.id
        assert replaced.labels == []
        assert fresh.data("Generate") is None
        await ann.send("a dog on a rug")
        await ann.press("Generate", await ann.sees("a dog on a rug.*you have"))
        await ann.gets("video")
        [request] = await town.requests("/videos/create")
        assert request["json"]["prompt"] == "a dog on a rug"


async def test_drafts_in_two_chats_do_not_mix(town: Town) -> None:
    ann = await town.person("Ann")
    group = await town.group("Film club", ann)
    async with town.bot():
        alone = await ann.hears("a cat on a mat", "you have")
        in_group = Chat(town.telegram, ann.person, group)
        await in_group.send("@story_bot a dog on a rug")
        together = await in_group.sees("a dog on a rug.*you have")
        await in_group.press("Generate", together)
        await in_group.gets("video")
        await ann.press("Generate", alone)
        await ann.gets("video")
        prompts = [one["json"]["prompt"] for one in await town.requests("/videos/create")]
        assert prompts == ["a dog on a rug", "a cat on a mat"]
        assert await ann.left() == ALLOWANCE - 60


async def test_somebody_who_blocked_the_bot_can_fetch_the_video_later(town: Town) -> None:
    ann, bob = await town.person("Ann"), await town.person("Bob")
    async with town.bot():
        await town.hold()
        await ann.orders("a cat on a mat")
        await ann.sees("PixVerse is at work")
        await ann.block()
        await town.release()

        await bob.orders("a dog on a rug")
        await bob.gets("video")

        async def attempts() -> int:
            return len([c for c in await town.calls("sendVideo") if is_to(c["params"], ann)])

        async def was_tried() -> bool:
            return await attempts() > 0

        await town.until(was_tried, "an attempt to send Ann her video")
        await bob.hears("/jobs", "a dog on a rug.*done")
        assert await attempts() == 1, "whoever blocked the bot is not written to again and again"

        await ann.unblock()
        history = await ann.hears("/jobs", "Your videos.*a cat on a mat.*waiting for you")
        await ann.press("▶️ 1", history)
        await ann.gets("video")
        assert await ann.left() == ALLOWANCE - 30
        assert len(await town.videos()) == 2


async def answered(town: Town, presses: int) -> bool:
    return len(await town.calls("answerCallbackQuery")) == presses


def from_ann(ann: Chat, message_id: int) -> dict[str, Any]:
    """The beginning of a message as Telegram would bring it."""
    person = {"id": ann.person, "is_bot": False, "first_name": "Ann"}
    chat = {"id": ann.chat, "type": "private", "first_name": "Ann"}
    return {"message_id": message_id, "date": 1795300000, "from": person, "chat": chat}


async def bring(town: Town, where: dict[str, Any], number: int, **content: Any) -> None:
    """Bring the bot an update that no honest app causes, by the way that Telegram takes."""
    secret = town.settings(**where).telegram_webhook_secret
    async with httpx.AsyncClient() as client:
        answer = await client.post(
            f"{where['PUBLIC_URL']}/telegram",
            json={"update_id": 2_000_000_000 + number, **content},
            headers={"X-Telegram-Bot-Api-Secret-Token": secret},
        )
    assert answer.status_code == 200


def is_to(params: dict[str, object], chat: Chat) -> bool:
    return str(params.get("chat_id")) == str(chat.chat)
