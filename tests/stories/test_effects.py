"""Looking for an effect: shelves, pages, words, previews that move, and what an effect does to a draft."""

import re

from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.shelves import ONE_PICTURE, TWO_PICTURES, open_shelves, search, use_effect
from tests.stories.town import Town

PER_PAGE = 8


def effects_on(page: Message) -> list[str]:
    """The rows of a page: every effect's key ends with its price."""
    return [label for label in page.labels if re.search(r" · 💎 \d+$", label)]


async def turn(chat: Chat, page: Message, key: str, words: str) -> Message:
    """Press a key of the shelves and wait for what they turn into."""
    await chat.press(key, page)
    turned = await chat.sees(words)
    assert turned.id == page.id, "the shelves are one message"
    return turned


async def test_the_shelves_and_their_pages(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        hot = await open_shelves(ann)
        assert "Hot effects" in hot.text
        assert len(effects_on(hot)) == PER_PAGE
        assert "▶️" in hot.labels
        assert "◀️" not in hot.labels
        second = await turn(ann, hot, "▶️", "Hot effects.*Page 2 of 2")
        assert set(effects_on(second)).isdisjoint(effects_on(hot))
        assert "▶️" not in second.labels
        again = await turn(ann, second, "◀️", "Hot effects.*Page 1 of 2")
        assert effects_on(again) == effects_on(hot)

        new = await turn(ann, again, "New", "New effects.*Page 1")
        assert set(effects_on(new)).isdisjoint(effects_on(hot))
        everything = await turn(ann, new, "All", "All effects.*Page 1 of 23")
        assert any("👥" in label for label in effects_on(everything)), "two pictures are marked"
        assert any(label.endswith("· 💎 40") for label in effects_on(everything))


async def test_search_takes_several_words_in_any_case_and_order(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await open_shelves(ann)
        found = await search(ann, "HOUR golden")
        assert effects_on(found) == [f"{ONE_PICTURE} · 💎 40"]

        typed = await ann.hears("/effects golden hour", "Effects for “golden hour”")
        assert effects_on(typed) == effects_on(found)

        several = await search(ann, "snow")
        assert "Effects for “snow”" in several.text
        assert len(effects_on(several)) > 1

        nothing = await search(ann, "xylophone")
        assert "no effect for “xylophone”" in nothing.text
        assert effects_on(nothing) == []
        assert nothing.data("Search"), "one can look again at once"


async def test_what_a_search_found_has_pages_too(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await open_shelves(ann)
        found = await search(ann, "portrait")
        assert "Page 1 of" in found.text
        assert {"Oil Portrait · 💎 30", "Royal Portrait · 💎 10"} <= set(effects_on(found)), (
            "names first"
        )
        second = await turn(ann, found, "▶️", "portrait.*Page 2")
        assert set(effects_on(second)).isdisjoint(effects_on(found))


async def test_words_that_mean_something_to_databases_and_markup(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await open_shelves(ann)
        for words in ("%", "_", "100% <b>", "a|b' OR 1=1", "ж" * 60):
            assert effects_on(await search(ann, words)) == []


async def test_a_search_ends_with_one_answer(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await open_shelves(ann)
        await search(ann, "snow")
        card = await ann.ask("snow falls on a city")
        assert "Text to video" in card.text, "the next words are a prompt again"


async def test_a_photo_ends_a_search(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await open_shelves(ann)
        await ann.press("Search")
        await ann.sees("looking for")
        await ann.photo(picture())
        await ann.sees("Picture to video.*1 picture")
        await ann.send("she smiles")
        await ann.sees("Picture to video.*she smiles")


async def test_a_preview_moves_and_goes_away(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await open_shelves(ann)
        found = await search(ann, TWO_PICTURES)
        await ann.press(TWO_PICTURES, found)
        preview = await ann.gets("animation")
        assert TWO_PICTURES in preview.text
        assert "2 photos · ⏱ 5 s · 💎 20 credits" in preview.text
        assert "Two portraits" in preview.text, "the hint for a good picture"
        await ann.press("Back to the list", preview)
        await ann.loses(preview)
        assert effects_on(await ann.sees("Effects for")) == effects_on(found)


async def test_a_preview_that_telegram_cannot_fetch_comes_in_words(town: Town) -> None:
    ann = await town.person("Ann")
    wrong = "wrong file identifier/HTTP URL specified"
    async with town.bot():
        await open_shelves(ann)
        found = await search(ann, TWO_PICTURES)
        await town.telegram_fault(method="sendAnimation", kind="bad_request", description=wrong)
        await ann.press(TWO_PICTURES, found)
        preview = await ann.sees_after(found.id, "2 photos")
        assert preview.kind == "text"
        await ann.press("Use this effect", preview)
        await ann.sees_after(preview.id, "first photo")


async def test_one_can_change_ones_mind_about_an_effect(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        card = await use_effect(ann, TWO_PICTURES)
        await ann.photo(picture("red"))
        await ann.photo(picture("blue"))
        card = await ann.sees(f"✨ {TWO_PICTURES}.*2 of 2 photos")

        await ann.press("Another effect", card)
        shelves = await ann.sees_after(card.id, "Hot effects")
        assert shelves.id != card.id, "the card stays as it is"
        card = await use_effect(ann, ONE_PICTURE)
        assert "🖼 1 picture" in card.text, "the picture that fits stays"
        assert "40 credits" in card.text

        await ann.press("No effect", card)
        plain = await ann.sees("Picture to video.*1 picture")
        assert plain.id == card.id
        assert plain.data("Add an effect")


async def test_an_effect_for_two_replaces_the_last_picture(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await use_effect(ann, ONE_PICTURE)
        await ann.photo(picture("red"))
        await ann.sees("🖼 1 picture")
        blue = picture("blue", form="PNG")
        await ann.document("blue.png", blue, "image/png", "look up")
        await ann.sees("look up.*🖼 1 picture")
        await ann.press("Generate")
        await ann.gets("video")
        [upload] = await town.requests("/files/")
        assert upload["body_size"] == len(blue)


async def test_an_effect_takes_words_sound_and_quality(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        card = await use_effect(ann, ONE_PICTURE)
        assert {"Model", "Length", "Shape"}.isdisjoint(
            label.split(":")[0] for label in card.labels
        ), "what the effect prescribes cannot be chosen"
        await ann.photo(picture(), "she laughs")
        await ann.choose("Quality", "720p")
        await ann.press("Sound: its own")
        await ann.press("Sound: off", await ann.sees_button("✅ 🎵 Sound: its own"))
        await ann.press("Back", await ann.sees_button("✅ 🔇 Sound: off"))
        await ann.press("Generate", await ann.sees_button("Generate"))
        video = await ann.gets("video")
        assert "she laughs" in video.text
        assert ONE_PICTURE in video.text
        [request] = await town.requests("/videos/create")
        assert request["json"]["prompt"] == "she laughs"
        assert request["json"]["quality"] == "720p"
        assert request["json"]["auto_sound"] is False


async def test_effects_from_the_greeting(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await open_shelves(ann)
        hello = await ann.ask("/start")
        await ann.press("Browse effects", hello)
        assert (await ann.sees("Hot effects")).data("Search")


async def test_the_vendors_own_names_are_read_in_ones_language(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await use_effect(ann, TWO_PICTURES)
        await ann.album([picture("gold"), picture("navy")])
        await ann.press("Generate", await ann.sees_button("Generate"))
        assert "✨ Warm Hug" in (await ann.gets("video")).text
        await ann.ask("/settings")
        await ann.press("🌐")
        await ann.press("Español")
        await ann.sees_button("🌐 🇪🇸")
        page = await ann.ask("/jobs")
        assert "Abrazo cálido" in page.text
        await ann.press("▶️ 1", page)
        assert "✨ Abrazo cálido" in (await ann.sees_after(page.id)).text
        await ann.press("Buscar", await ann.ask("/effects"))
        await ann.sees("qué efecto|buscas|palabras")
        found = await ann.ask("CÁLIDO")
        assert any("Abrazo cálido" in label for label in effects_on(found)), "as the video told"
