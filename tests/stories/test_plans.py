"""Plans: what a group of people may use is what their cards offer, and nobody gets round it."""

from tests.pictures import picture
from tests.stories.town import Town


async def test_an_admin_makes_a_plan_by_typing_and_somebody_lives_in_it(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(MONTHLY_CREDITS="1000"):
        card = await ann.hears("a fox", "v5.6")
        plan = await olivia.hears("/plan pro daily 50 models v5 qualities 360p,720p jobs 1", "pro")
        assert {"A day: 50", "At a time: 1", "Models: v5", "Ways: all"} <= set(plan.labels)
        await olivia.hears(f"/plan give {ann.person} pro", "Ann is in pro now and can spend 50")
        answer = await ann.press("Generate", card)
        assert "tap Generate again" in (answer.text or "")
        card = await ann.sees("v5 · 360p")
        assert await town.requests("/videos/create") == []
        await ann.press("Quality", card)
        qualities = await ann.sees_button("Back")
        assert qualities.labels == ["✅ 360p · 45", "720p · 60", "⬅️ Back"]
        await ann.press("Back", qualities)
        await ann.press("Generate", await ann.sees_button("Generate"))
        await ann.gets("video")
        assert await ann.left() == 5
        await olivia.hears("/plan pro models default qualities default daily default", "pro")
        assert await ann.left() == 255
        await olivia.hears("/plan newcomers pro", "⭐ pro|Plans")
        ben = await town.person("Ben")
        await ben.ask("/start")
        await olivia.hears("/plan remove pro", "Shall the plan pro go.*2 people.*remove pro yes")
        assert await ben.left() == 300, "one more question comes first"
        await olivia.hears("/plan remove pro yes", "There are none yet")
        await ann.hears("a hare", "v5.6")


async def test_a_way_that_a_plan_has_not_is_not_on_the_card(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await ann.ask("/start")
        await olivia.hears("/plan stills modes image", "stills")
        await olivia.hears(f"/plan give {ann.person} stills", "Ann is in stills")
        card = await ann.hears("a fox", "not for you at the moment")
        assert card.data("Generate") is None
        await ann.photo(picture())
        card = await ann.sees("Picture to video")
        await ann.press("Generate", card)
        await ann.gets("video")
        await olivia.hears("/plan stills modes effect", "stills")
        again = await ann.press("Again", await ann.sees_button("Again"))
        assert "doesn't include this way" in (again.text or "")


async def test_those_in_a_plan_share_its_cap(town: Town) -> None:
    olivia, ann, ben = await town.admin(), await town.person("Ann"), await town.person("Ben")
    async with town.bot():
        await olivia.hears("/plan club cap 50", "club")
        for chat in (ann, ben):
            await chat.ask("/start")
            await olivia.hears(f"/plan give {chat.person} club", "is in club")
        await ann.orders("a fox")
        await ann.gets("video")
        refused = await ben.press("Generate", await ben.hears("a goose", "you have"))
        assert "Everybody in your plan together has used up" in (refused.text or "")
        assert await ben.left() == 300


async def test_one_person_may_use_other_things_than_their_plan_says(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await ann.ask("/start")
        await olivia.hears("/plan pro models v5", "pro")
        await olivia.hears(f"/plan give {ann.person} pro", "Ann is in pro")
        page = await olivia.hears(f"/limit {ann.person} models v6", "Ann: 300 a day.*Models: v6")
        card = await ann.hears("a fox", "v6")
        assert not any("v5" in label for label in card.labels)
        await olivia.press("Ann", page)
        await olivia.press("Limits", await olivia.sees_button("Limits"))
        await olivia.press("Models: v6", await olivia.sees_button("Models: v6"))
        models = await olivia.sees("Which models may Ann use")
        assert {"✅ v6", "v5.6"} <= set(models.labels)
        await olivia.press("v5.6", models)
        await olivia.press("As their plan says", await olivia.sees_button("✅ v5.6"))
        models = await olivia.sees_button("✅ v5")
        assert "✅ v6" not in models.labels
        await olivia.press("Back", models)
        await olivia.sees_button("Models: v5")
        await ann.send("a hare")
        await ann.sees("a hare.*v5 ")
        await olivia.hears(f"/limit {ann.person} models v6,v5.6", "Models: v5.6, v6")
        await olivia.hears(f"/limit {ann.person} models default", "Models: v5$")
        await olivia.hears("/audit", "set a limit")


async def test_a_plan_is_made_in_the_panel_with_taps(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await ann.ask("/start")
        await olivia.press("Plans", await olivia.hears("/admin", "Running the bot"))
        await olivia.press("New plan", await olivia.sees("There are none yet"))
        await olivia.sees("What's it called")
        await olivia.hears("two words", "one word of up to 24")
        await olivia.hears("Give", "none of those that /plan understands: give")
        plan = await olivia.hears("school", "school, nobody is in it")
        await olivia.press("A day", plan)
        await olivia.press("50", await olivia.sees("may each person in school spend a day"))
        plan = await olivia.sees_button("A day: 50")
        await olivia.press("Models", plan)
        await olivia.press("✅ v5.6", await olivia.sees("Which models does school include"))
        models = await olivia.waits_for(
            lambda message: "v5.6" in message.labels, "v5.6 without a tick"
        )
        await olivia.press("Back", models)
        await olivia.press("For newcomers", await olivia.sees_button("For newcomers"))
        await olivia.sees("Newcomers start in it")
        ben = await town.person("Ben")
        card = await ben.hears("a fox", "you have 50")
        assert not any("v5.6" in label for label in card.labels)
        plan = await olivia.hears("/plan school", "one person")
        await olivia.press("Remove", plan)
        await olivia.press("Remove", await olivia.sees("Shall the plan school go"))
        await olivia.sees("There are none yet")
        assert await ben.left() == 300


MISTAKES = {
    "/plan": "For example",
    "/plan pro daily": "For example",
    "/plan pro daily many": "For example",
    "/plan pro colour blue": "For example",
    "/plan pro models v5;v5.6": r"don't know v5;v5.6.*There are: .*v5\.6",
    "/plan pro qualities ,": "don't know ,.*360p",
    "/set off v5,v99": "don't know v99.*There are: text.*v5",
    "/set fixed_prices lipsnyc=5,999=7": "don't know lipsnyc.*There are: text",
    "/plan pro": "no plan of that name",
    "/plan remove pro": "no plan of that name",
    "/plan newcomers pro": "no plan of that name",
    "/plan give @nobody pro": "don't know @nobody",
    "/plan give": "For example",
    "/pack": "Name, credits and Stars",
    "/pack Small many 5": "Name, credits and Stars",
    "/pack Small 100 0": "Telegram doesn't take that",
    "/pack Small 100 20000 monthly": "Telegram doesn't take that",
    "/pack remove Nothing": "Nothing of that name",
    "/refund": "Which payment",
    "/refund stxABC": "don't know that payment",
    "/refund 12": "don't know that payment",
}


async def test_an_admins_mistakes_and_everybody_elses_wishes(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        for command, answer in MISTAKES.items():
            await olivia.hears(command, answer)
        await ann.ask("/start")
        await olivia.hears(f"/limit {ann.person} colours blue", "who, which and how much")
        for feature, known in {"models": "v5", "qualities": "360p", "modes": "lipsync"}.items():
            await olivia.hears(f"/limit {ann.person} {feature} nope", f"don't know nope.*{known}")
        for command in ("/plans", "/plan pro daily 9000", "/packs", "/pack Small 1 1", "/refund 1"):
            await ann.hears(command, "for the admins")
        assert await ann.left() == 300


async def test_an_admin_decides_what_is_sold(town: Town) -> None:
    olivia = await town.admin()
    async with town.bot(STAR_PACKS="Small:100:50"):
        packs = await olivia.hears("/packs", "The shop is closed.*Small: 100 credits")
        await olivia.press("Sell something", packs)
        await olivia.sees("What's for sale")
        await olivia.hears("Big one 900 300", "Big one: 900 credits · ⭐ 300")
        packs = await olivia.hears("/pack Small 100 40", "Small: 100 credits · ⭐ 40")
        await olivia.press("Big one", packs)
        left = await olivia.waits_for(
            lambda m: m.id == packs.id and "Big one" not in m.text, "the pack gone"
        )
        assert "Small" in left.text
        await olivia.hears("/pack remove small", "Nothing yet")
        await olivia.hears("/audit", "stopped selling.*changed what is sold")
