"""Before the first video the bot asks once for consent, and goes on by itself with what was wanted."""

from pathlib import Path

from tests.stories.town import Town


async def test_consent_is_asked_once_and_for_every_new_version(town: Town, tmp_path: Path) -> None:
    ann = await town.person("Ann")
    async with town.bot(ASK_CONSENT="true"):
        card = await ann.hears("a fox", "you have")
        await ann.press("Generate", card)
        await ann.sees("Before your first video.*your own.*starts right away")
        assert await ann.left() == 300
        assert await town.requests("/videos/create") == []

    async with town.bot(ASK_CONSENT="true"):  # the question survives a restart
        terms = await ann.sees_button("I agree")
        assert (await ann.press("I agree", terms)).text == "On its way!"
        await ann.loses(terms)
        ready = await ann.sees("Ready")
        assert ready.id == card.id, "the card has become the status"
        video = await ann.gets("video")
        await ann.press("Again", video)
        await ann.waits_for(lambda one: one.kind == "video" and one.id > video.id, "another")
        asked = [one for one in await ann.told() if "Before your first" in one.text]
        assert asked == []
        assert await ann.left() == 240

    own = tmp_path / "terms.txt"
    own.write_text("Be <b>kind</b> & honest.")
    async with town.bot(ASK_CONSENT="true", TERMS_FILE=str(own), STARS="true"):
        await ann.hears("/terms", "Be <b>kind</b> & honest.$")
        last = [one for one in await ann.told() if one.kind == "video"][-1]
        await ann.press("Again", last)
        asked_again = await ann.sees("Before your first.*Be <b>kind</b> & honest")
        assert (await ann.press("I agree", asked_again)).text == "Once more!"
        await ann.waits_for(lambda one: one.kind == "video" and one.id > last.id, "a third")
        assert await ann.left() == 210
    assert len(await town.requests("/videos/create")) == 3
