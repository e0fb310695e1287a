"""Several takes at once, the same seed once more, and ways that are asked for once."""

from tests.pictures import picture
from tests.stories.chat import Chat, Message
from tests.stories.town import Town

ALLOWANCE, PRICE = 300, 30


async def bodies(town: Town, path: str = "/videos/create") -> list[dict[str, object]]:
    return [one["json"] for one in await town.requests(path)]


async def videos_of(chat: Chat, number: int, town: Town) -> None:
    async def there() -> bool:
        return [one.kind for one in await chat.told()].count("video") == number

    await town.until(there, f"{number} videos")


async def rendering(town: Town, number: int) -> None:
    """Wait until the provider has taken so many jobs."""

    async def taken() -> bool:
        return len(await town.videos()) == number

    await town.until(taken, f"{number} jobs at the provider")


def prices(card: Message) -> set[str]:
    """The keys of a card without their pictures."""
    return {label.partition(" ")[2] for label in card.labels}


async def test_takes_come_as_they_finish_and_one_may_be_made_the_same_way_again(
    town: Town,
) -> None:
    ann = await town.person("Ann")
    await town.hold()
    async with town.bot():
        card = await ann.hears("a fox in the snow", "you have")
        await ann.press("More", card)
        more = await ann.sees_button("2 takes")
        assert {"2 takes · 💎 about 60", "4 takes · 💎 about 120"} <= prices(more)
        await ann.press("4 takes", more)
        await rendering(town, 2)
        [first, _] = await town.videos()
        await town.control("videos/finish", video_id=first["video_id"], status=1)
        await videos_of(ann, 1, town)
        assert await ann.left() == ALLOWANCE - 4 * PRICE, "the others are still being made"
        await rendering(town, 3)

    async with town.bot():
        await town.release()
        await videos_of(ann, 4, town)
        seeds = [body["seed"] for body in await bodies(town)]
        assert len(seeds) == len(set(seeds)) == 4, "chance falls differently, and for each once"
        assert await ann.left() == ALLOWANCE - 4 * PRICE

        video = await ann.gets("video")
        await ann.press("Same seed", video)
        again = await ann.sees("Seed [0-9]+:.*you have")
        await ann.press("Generate · ", again)
        await videos_of(ann, 5, town)
        sent = await bodies(town)
        assert sent[-1]["seed"] in seeds
        assert sent[-1]["prompt"] == "a fox in the snow"
        assert await ann.left() == ALLOWANCE - 5 * PRICE


async def test_takes_start_all_or_none(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot(DAILY_CREDITS="100", MONTHLY_CREDITS="100"):
        card = await ann.hears("a fox", "you have")
        await ann.press("More", card)
        more = await ann.sees_button("4 takes")
        answer = await ann.press("4 takes", more)
        assert answer.alert
        assert "120 credits" in str(answer.text)
        assert await town.videos() == []
        assert await ann.left() == 100
        await ann.press("2 takes", more)
        await videos_of(ann, 2, town)
        assert await ann.left() == 100 - 2 * PRICE


async def test_what_two_pictures_are_for_is_asked_once(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        assert (await ann.ask("/settings")).data("Forget") is None, "there is nothing to forget"
        await ann.album([picture("gold"), picture("navy")], "dusk")
        card = await ann.sees_button("✅ ➡️ First to last")
        assert "Into one scene" in " ".join(card.labels), (
            "the most likely is chosen, others are there"
        )
        await ann.press("Picture to picture", card)
        chosen = await ann.sees("Picture to picture.*dusk")
        assert not any("Into one scene" in label for label in chosen.labels)
        await ann.press("Cancel", chosen)
        await ann.sees("Dropped")

    async with town.bot():
        await ann.album([picture("gold"), picture("navy")], "dawn")
        card = await ann.sees("Picture to picture.*dawn")
        assert not any("Into one scene" in label for label in card.labels), "it is their habit"
        await ann.press("Something else", card)
        await ann.press("First to last", await ann.sees_button("Into one scene"))
        card = await ann.sees("First to last picture.*dawn")
        await ann.press("Generate · ", card)
        await videos_of(ann, 1, town)
        [body] = await bodies(town, "/videos/create-frames")
        assert body["prompt"] == "dawn"
        assert {"first_frame_path", "last_frame_path"} <= body.keys()

        settings = await ann.ask("/settings")
        await ann.press("Forget my habits", settings)
        await ann.waits_for(
            lambda one: one.id == settings.id and one.data("Forget") is None, "no key for habits"
        )
        await ann.album([picture("gold"), picture("navy")], "noon")
        card = await ann.sees("noon.*you have")
        assert any("Into one scene" in label for label in card.labels), "it is asked again"
