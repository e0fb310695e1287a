"""What must not be made: stop words, pauses, hidden effects, the check of words, and reports."""

import sqlite3
from contextlib import closing

from jobs.moderation import MOST_STOP_WORDS
from tests.moderation_server import KEY, moderation_server
from tests.pictures import picture
from tests.stories.shelves import ONE_PICTURE, open_shelves, search, use_effect
from tests.stories.town import Town, Watch


async def test_stop_words_and_the_pause_that_too_many_of_them_bring(town: Town) -> None:
    olivia, ann, watch = await town.admin(), await town.person("Ann"), Watch()
    async with town.bot(clock=watch):
        await olivia.ask("/start")
        await ann.ask("/start")
        old = await ann.hears("a goblin in the snow", "30 credits")
        await olivia.hears("/stopwords goblin, t*oll", "2 stop words were added")
        refused = await ann.press("Generate", old)
        assert refused.text == "I can't make videos with “goblin”. Please say it in other words."
        await ann.hears("a g0blin", "can't make videos with “goblin”")
        await ann.sees("a goblin in the snow")  # the draft stays as it was
        await ann.hears("the gob lin, a GOBLIN", "can't make videos with “goblin”")
        told = await ann.hears(
            "two TROLLS and one tröll", "“troll”.*start new videos again in 24 h"
        )
        assert "a goblin" not in told.text
        alert = await olivia.sees("Ann.*was paused.*24 hours")
        await ann.send("a fox")
        await ann.sees("a fox.*30 credits")
        assert "again in 24 hours" in ((await ann.press("Generate")).text or "")
        await olivia.press("24 hours left", alert)
        await olivia.sees("Nobody has to wait")
        await ann.press("Generate", await ann.sees_button("Generate"))
        await ann.gets("video")
        panel = await olivia.hears("/admin", "Running the bot")
        await olivia.press("Moderation", panel)
        await olivia.press("Stop words · 2", await olivia.sees_button("Stop words · 2"))
        listed = await olivia.sees("Tap one to take it off")
        assert listed.id == panel.id
        await olivia.press("goblin", listed)
        await olivia.waits_for(lambda m: m.id == panel.id and not m.data("goblin"), "it is gone")
        await ann.hears("a goblin", "30 credits")
        await olivia.press("Add words", await olivia.sees_button("Add words"))
        await olivia.sees("Which words")
        await olivia.hears("goblin, elf", "2 stop words were added")
        await ann.hears("an elf", "can't make videos with “elf”")
        await olivia.hears("/stopwords - t*oll", "One stop word was taken off")
        await olivia.hears("/stopwords gnom, de: gnom, pt-br: duende", "3 stop words were added")
        await olivia.hears("/stopwords - gnom, duende", "One stop word was taken off")
        await olivia.hears("/stopwords - de: gnom, pt-br: Duende", "2 stop words were taken off")
        await olivia.hears("/stopwords *", "can't be a stop word")
        await olivia.hears("/lift", "Nobody has to wait.*who may go on")
        await olivia.hears(f"/lift {ann.person}", "Ann isn't paused")


async def test_what_pixverse_turns_down_pauses_too(town: Town) -> None:
    ann, watch = await town.person("Ann"), Watch()
    async with town.bot(clock=watch):
        for words in ("forbidden one", "moderated two", "forbidden three"):
            await ann.orders(words)
            await ann.sees(f"didn't work out.*{words}")
        await ann.sees("A short break.*again in 24 hours")
        card = await ann.hears("a fox", "30 credits")
        assert "turned down" in ((await ann.press("Generate", card)).text or "")
        watch.advance(hours=25)
        await ann.press("Generate", card)
        await ann.gets("video")


async def test_hidden_effects_are_on_no_shelf_and_in_no_old_draft(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await open_shelves(olivia)
        card = await use_effect(ann, ONE_PICTURE)
        await ann.photo(b"\xff\xd8 not looked at yet")
        card = await ann.sees_button("Generate")
        preview = await ann.sees_button("Use this effect")
        await olivia.hears("/hide golden*", "Every effect with “golden.” in its name is hidden")
        assert "isn't offered any more" in ((await ann.press("Generate", card)).text or "")
        assert "isn't offered any more" in ((await ann.press("Use this", preview)).text or "")
        await open_shelves(ann)
        assert "found no effect" in (await search(ann, ONE_PICTURE)).text
        await olivia.press("Moderation", await olivia.hears("/admin", "Running"))
        await olivia.press("Hidden effects", await olivia.sees_button("Hidden effects"))
        await olivia.sees(f"hidden now.*{ONE_PICTURE}")
        await olivia.hears(f"/unhide {ONE_PICTURE}", "can be used, though")
        assert ONE_PICTURE in str((await search(ann, ONE_PICTURE)).labels)
        await olivia.hears("/unhide No Such Thing", "no effect called No Such Thing")
        await olivia.hears("/hide", "Hide by name")


async def test_words_are_checked_before_anything_is_paid(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with (
        moderation_server() as server,
        town.bot(MODERATION_URL=server.url, MODERATION_KEY=KEY, MODERATION_MODEL="omni"),
    ):
        await olivia.ask("/start")
        status = await ann.orders("a wicked witch")
        await ann.sees_after(status.id, "own check of words turned this down.*30 credits")
        assert await town.requests("/videos/create") == []
        await ann.orders("a fox")
        await ann.gets("video")
        assert server.bodies == [
            {"input": "a wicked witch", "model": "omni"},
            {"input": "a fox", "model": "omni"},
        ]
        assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
        server.away = True
        await ann.orders("a hare")
        await ann.sees("Ready.*a hare")
        await olivia.hears("/set moderation_unreachable hold", "now hold")
        await ann.orders("a goose")
        await olivia.sees("can't reach the check of words")
        await ann.sees("In the queue.*a goose")
        server.away = False
        await ann.sees("Ready.*a goose")


async def test_there_are_only_so_many_stop_words(town: Town) -> None:
    olivia = await town.admin()
    async with town.bot():
        await olivia.ask("/start")
        words = [(f"word{number}", 0) for number in range(MOST_STOP_WORDS)]
        with closing(sqlite3.connect(town.home / "bot.sqlite3", isolation_level=None)) as there:
            there.executemany("INSERT INTO stop_words (words, at) VALUES (?, ?)", words)
        await olivia.hears("/stopwords goblin", "that's the most")
        await olivia.hears("/stopwords - word7", "taken off the list")
        await olivia.hears("/stopwords goblin", "One stop word was added")


async def test_a_report_reaches_the_admins_with_its_job(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await olivia.ask("/start")
        await ann.orders("a fox in the snow")
        video = await ann.gets("video")
        assert "The admins will look at it" in ((await ann.press("Report", video)).text or "")
        assert "told the admins already" in ((await ann.press("Report", video)).text or "")
        report = await olivia.sees("Ann.*reported a result of Ann.*a fox in the snow")
        assert report.data("Ban Ann")
        await ann.press("▶️", await ann.ask("/jobs"))
        await ann.press("Delete", await ann.sees_button("Original file"))
        yes = await ann.press("Yes, delete it", await ann.sees_button("Yes, delete it"))
        assert "once the admins have looked at it" in (yes.text or "")
        await olivia.press("See it", report)
        shown = await olivia.gets("video")
        assert shown.data("Ban Ann")
        for label in ("Again", "Change", "Report", "Share"):
            assert shown.data(label) is None, "it is Ann's, and admins only look at it"
        await olivia.press("Moderation", await olivia.hears("/admin", "Running"))
        await olivia.press("Reports · 1", await olivia.sees_button("Reports · 1"))
        await olivia.press("Ann · a fox in the snow", await olivia.sees("Reports: 1 waiting"))
        opened = await olivia.waits_for(
            lambda m: m.id > shown.id and bool(m.data("Nothing wrong")), "the report in the panel"
        )
        await olivia.press("Nothing wrong", opened)
        await olivia.press("Reports", await olivia.sees("Dealt with"))
        await olivia.sees("No report is waiting")
        await olivia.hears("/reports", "No report is waiting")
        # an effect: hidden, and its person banned, from the report
        await use_effect(ann, ONE_PICTURE)
        await ann.photo(picture())
        await ann.press("Generate", await ann.sees_button("Generate"))
        made = await ann.waits_for(
            lambda m: ONE_PICTURE in m.text and bool(m.data("Report")), "the effect's result"
        )
        await ann.press("Report", made)
        report = await olivia.sees(f"reported a result of Ann.*{ONE_PICTURE}")
        await olivia.press("Hide the effect", report)
        closed = await olivia.sees(f"{ONE_PICTURE}.*Dealt with")
        assert "found no effect" in (await search(ann, ONE_PICTURE)).text
        await olivia.press("Ban Ann", closed)
        await olivia.press("A week", await olivia.sees("For how long is Ann banned"))
        await olivia.hears("not like this", "Ann")
        await ann.sees("not like this")
