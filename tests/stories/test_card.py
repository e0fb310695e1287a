"""The draft card: one message that grows with words and pictures, and only offers what is possible."""

import pytest

from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.paid import the_body
from tests.stories.shelves import use_effect
from tests.stories.town import Town


async def flip(chat: Chat, card: Message, key: str, becomes: str) -> Message:
    """Press a switch of the card and wait for its other position."""
    await chat.press(key, card)
    flipped = await chat.sees_button(becomes)
    assert flipped.id == card.id
    return flipped


async def bodies(town: Town) -> list[dict[str, object]]:
    return [one["json"] for one in await town.requests("/videos/create")]


async def test_one_card_takes_in_everything(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        empty = await ann.ask("/new")
        assert "What should happen" in empty.text
        assert empty.data("Generate") is None
        assert empty.data("Cancel")
        await ann.send("a fox")
        card = await ann.sees("Text to video.*a fox")
        await ann.send("a fox in the snow")
        card = await ann.sees("a fox in the snow")
        await ann.photo(picture())
        card = await ann.sees("Picture to video.*a fox in the snow.*1 picture")
        await ann.press("More", card)
        await ann.press("Remove picture", await ann.sees_button("Remove picture"))
        card = await ann.sees("Text to video.*a fox in the snow")
        assert card.id > empty.id, "it came down below the picture"
        assert len(await ann.told()) == 1


async def test_every_option_has_its_key(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        first = await ann.ask("a fox")
        assert "v5.6 · 540p · 5 s · 16:9 · no sound" in first.text
        assert "30 credits" in first.text
        assert "you have 300" in first.text
        await ann.press("Quality", first)
        qualities = await ann.sees_button("✅ 540p · 30")
        assert {"360p · 20", "720p · 40", "1080p · 80"} <= set(qualities.labels), (
            "each with its price"
        )
        await ann.press("Back", qualities)
        await ann.choose("Model", "v5.5")
        await ann.choose("Quality", "720p")
        await ann.choose("Length", "8 s")
        await ann.choose("Shape", "9:16")
        card = await ann.sees("v5.5 · 720p · 8 s · 9:16")
        card = await flip(ann, card, "Sound: off", "Sound: on")
        await ann.press("More", card)
        await flip(ann, await ann.sees_button("Preview: off"), "Preview: off", "Preview: on")
        await ann.press("Back", await ann.sees("with sound · a quick preview"))
        card = await ann.sees_button("Generate")
        assert card.id == first.id
        await ann.press("Generate", card)
        await ann.gets("video")
    assert await the_body(town, "create") == {
        "model": "v5.5",
        "prompt": "a fox",
        "quality": "720p",
        "duration": 8,
        "aspect_ratio": "9:16",
        "audio": True,
        "preview_mode": True,
    }


async def test_an_open_choice_shows_what_is_chosen_and_goes_back(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.ask("a fox")
        await ann.press("Length")
        choices = await ann.sees("How long")
        assert "✅ 5 s · 30" in choices.labels
        assert len([label for label in choices.labels if " s · " in label]) == 10
        await ann.press("Back", choices)
        card = await ann.sees_button("Generate")
        assert card.id == choices.id
        assert "How long" not in card.text


async def test_ten_seconds_do_not_fit_into_1080p(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="1000"):
        await ann.ask("a fox")
        await ann.choose("Length", "10 s")
        await ann.choose("Quality", "1080p")
        card = await ann.sees("1080p · 8 s.*160 credits")
        await ann.press("Length", card)
        choices = await ann.sees("How long")
        assert choices.data("10 s") is None
        await ann.press("Back", choices)
        await ann.sees_button("Generate")
        await ann.choose("Quality", "540p")
        await ann.sees("540p · 8 s"), "what was fitted stays as it is"


async def test_sound_is_the_models_business(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="1000"):
        card = await ann.ask("a fox")
        card = await flip(ann, card, "Sound: off", "Sound: on")
        await ann.sees("with sound.*40 credits")
        card = await ann.choose("Model", "v5-fast")
        assert card.data("Sound") is None, "v5-fast makes none"
        assert "sound" not in card.text
        card = await ann.choose("Model", "v5")
        assert card.data("Sound: on"), "the wish is remembered"
        await ann.press("Generate", card)
        await ann.gets("video")
    [body] = await bodies(town)
    assert body["model"] == "v5"
    assert body["auto_sound"] is True
    assert "audio" not in body


async def test_off_peak_costs_half_and_takes_its_time(town: Town) -> None:
    ann = await town.person("Ann")
    await town.hold()
    async with town.bot():
        card = await ann.ask("a fox")
        await ann.press("More", card)
        more = await ann.sees_button("Off-peak: saves 💎 15")
        await flip(ann, more, "Off-peak: saves 💎 15", "Off-peak: on")
        await ann.sees("off-peak.*about 15 credits")
        await ann.press("Back", more)
        await ann.press("Generate", await ann.sees_button("Generate"))
        await ann.sees("off-peak. That can take up to a day")
        await town.release()
        await ann.gets("video")
        assert await ann.left() == 285
    [body] = await bodies(town)
    assert body["off_peak_mode"] is True


async def test_more_than_there_is_cannot_be_started(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="50"):
        await ann.ask("a fox")
        await ann.choose("Length", "8 s")
        card = await ann.sees("60 credits.*you have 50.*more than you have left")
        answer = await ann.press("Generate", card)
        assert answer.alert
        assert "60 credits" in (answer.text or "")
        assert "50 left" in (answer.text or "")
        await ann.choose("Length", "5 s")
        card = await ann.sees("30 credits.*you have 50")
        await ann.press("Generate", card)
        await ann.gets("video")
    assert len(await bodies(town)) == 1


async def test_cancel_drops_the_draft(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        card = await ann.ask("a fox")
        await ann.press("Cancel", card)
        dropped = await ann.sees("Dropped")
        assert dropped.id == card.id
        assert dropped.labels == []
        fresh = await ann.ask("a hare")
        assert fresh.id > card.id
        assert "a fox" not in fresh.text


async def test_the_command_cancel(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        assert "nothing to cancel" in (await ann.ask("/cancel")).text
        card = await ann.ask("a fox")
        await ann.send("/cancel")
        await ann.sees_after(card.id, "Dropped")
        await ann.waits_for(
            lambda message: message.id == card.id and not message.labels, "a card without keys"
        )


async def test_new_replaces_the_draft(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        old = await ann.ask("a fox")
        data = old.data("Generate")
        assert data
        fresh = await ann.sees_after(await ann.send("/new"), "What should happen")
        assert "a fox" not in fresh.text
        replaced = await ann.sees("replaced by a newer draft")
        assert replaced.id == old.id
        assert replaced.labels == []
        assert "Reply to" not in fresh.text, "here everything is for the bot"

        written = await ann.send("/new a hare\nin the rain")
        hare = await ann.sees_after(written, "a hare\nin the rain.*you have")
        assert hare.data("Generate")
        await ann.sees_after(await ann.send("/dance"), "don't know that command. /help")


async def test_an_edited_message_changes_the_words(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        said = await ann.send("a fox")
        card = await ann.sees("a fox.*30 credits")
        await ann.edit(said, "a red fox")
        assert (await ann.sees("a red fox.*30 credits")).id == card.id
        await ann.press("Generate", card)
        await ann.gets("video")
        await ann.edit(said, "a blue fox")
        await ann.sees("already used those words")
    [body] = await bodies(town)
    assert body["prompt"] == "a red fox"


async def test_an_edited_caption_changes_the_words_too(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        said = await ann.photo(picture(), "she smiles")
        await ann.sees("she smiles.*1 picture")
        await ann.edit(said, "she laughs")
        await ann.sees("she laughs.*1 picture")


async def test_a_caption_may_come_later(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        said = await ann.photo(picture())
        await ann.sees("Words are welcome")
        await ann.edit(said, "she waves")
        await ann.sees("she waves.*1 picture")


async def test_an_album_is_answered_by_one_card_in_its_order(town: Town) -> None:
    ann = await town.person("Ann")
    colours = ("red", "orange", "yellow", "green", "blue", "indigo", "violet")
    shots = [picture(colour, size=(640 + 10 * n, 480)) for n, colour in enumerate(colours)]
    async with town.bot(DAILY_CREDITS="1000"):
        album = await ann.album(shots, "a rainbow")
        card = await ann.sees("a rainbow.*7 pictures.*about 270 credits")
        assert len(await ann.told()) == 1
        await ann.press("Generate", card)
        await ann.gets("video")
    sent = [one["body_size"] for one in await town.requests("/files/")]
    photos = [message for message in await ann.messages() if message.id in album]
    assert sent == [photo.raw["file"]["size"] for photo in photos]


async def test_a_second_album_takes_the_place_of_the_first(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.album([picture("red"), picture("blue"), picture("green")])
        await ann.sees("3 pictures")
        await ann.album([picture("gold"), picture("navy")])
        await ann.sees("2 pictures: from the first to the last")


async def test_photos_one_by_one_add_up(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.photo(picture("red"))
        card = await ann.sees("1 picture")
        await ann.photo(picture("blue"))
        await ann.sees("from the first to the last")
        await ann.photo(picture("green"))
        card = await ann.sees("3 pictures")
        assert card.data("Model") is None, "three pictures are v5's alone"
        await ann.press("Arrange", card)
        await ann.press("Remove all", await ann.sees_button("Remove all"))
        await ann.sees("What should happen")


async def test_the_card_comes_down_when_it_is_far_away(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        card = await ann.ask("a fox")
        for _ in range(7):
            await ann.hears("/quota", "You can spend")
        lower = await ann.hears("a fox at night", "a fox at night.*30 credits")
        assert lower.id > card.id + 12
        await ann.loses(card)
        await ann.press("Generate", lower)
        await ann.gets("video")


@pytest.mark.parametrize("prompt", ['<b>bold</b> & <i>"quoted"</i>', "🦊 лиса\nin two lines"])
async def test_words_are_taken_literally(town: Town, prompt: str) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        card = await ann.ask(prompt)
        assert prompt in card.text
        await ann.press("Generate", card)
        assert prompt in (await ann.gets("video")).text
    [body] = await bodies(town)
    assert body["prompt"] == prompt


async def test_settings_are_what_new_drafts_start_with(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="1000"):
        settings = await ann.ask("/settings")
        await ann.choose("Model", "v5.5")
        await ann.choose("Quality", "1080p")
        await ann.choose("Length", "8 s")
        await ann.choose("Shape", "1:1")
        await flip(ann, settings, "Sound: off", "Sound: on")
        card = await ann.ask("a fox")
        assert "v5.5 · 1080p · 8 s · 1:1 · with sound" in card.text
        assert "200 credits" in card.text
        await ann.choose("Length", "5 s")
        await ann.sees("1080p · 5 s")
        other = await ann.sees_after(await ann.send("/new"), "1080p · 8 s")
        await ann.photo(picture())
        await ann.sees("Picture to video.*v5.5 · 1080p · 8 s · with sound")
        assert other.data("Cancel")


async def test_a_default_that_a_plan_has_not_is_fitted_and_comes_back(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(DAILY_CREDITS="1000"):
        settings = await ann.ask("/settings")
        await ann.choose("Model", "v5.5")
        await ann.choose("Quality", "1080p")
        await olivia.hears("/plan small models v5,v5.6 qualities 360p,540p", "small")
        await olivia.hears(f"/plan give {ann.person} small", "Ann is in small")
        card = await ann.ask("a fox")
        assert "v5.6 · 540p" in card.text, "nothing is refused"
        await ann.press("Generate", card)
        await ann.gets("video")
        outdated = await ann.press("Model", settings)
        assert outdated.text is None
        await ann.press("v5", await ann.sees_button("Back"))
        await ann.sees_button("Model: v5")
        await olivia.hears("/plan small models default qualities default", "small")
        assert "v5 · 1080p" in (await ann.ask("/new")).text, "the other wish was kept"


async def test_an_effect_joins_the_draft_that_is_open(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await ann.photo(picture(), "she smiles")
        old = await ann.sees("she smiles.*1 picture")
        card = await use_effect(ann, "Golden Hour Glow")
        assert "she smiles" in card.text
        assert "🖼 1 picture" in card.text
        await ann.loses(old)
