"""What the panel does with keys, done by typing: newcomers, letters, groups, accounts, and what is looked after."""

from datetime import timedelta

from tests.stories.chat import Chat
from tests.stories.town import Town

PASSWORD = "correct-horse-Battery+staple"
LOOKS = {"accounts": timedelta(seconds=0.2)}


async def test_newcomers_groups_and_letters_without_the_panel(town: Town) -> None:
    olivia, ann, ben = await town.admin(), await town.person("Ann"), await town.person("Ben")
    async with town.bot(ACCESS="approval"):
        await olivia.ask("/start")
        for chat in (ann, ben):
            await chat.hears("/start", "asked its admins")
        for command in ("allow", "refuse", "write"):
            await olivia.hears(f"/{command}", "Tell me who")
            await olivia.hears(f"/{command} @nobody", "I don't know @nobody")
        await olivia.hears(f"/allow {ann.person}", "Ann is in|Ann may")
        await ann.sees("You're in")
        await olivia.hears(f"/refuse @ben{ben.person}", "Ben")
        assert "You can spend" not in (await ben.ask("/quota")).text
        await olivia.hears(f"/refuse {olivia.person}", "They help to run the bot")
        # letters: the next message, or the one that is answered
        await olivia.hears(f"/write {ann.person}", "What should Ann.*read")
        await olivia.hears("Be quiet, please", "On its way to Ann")
        await ann.sees("Be quiet, please")
        await olivia.hears(f"/write {ann.person} at once", "Tell me who")
        words = await olivia.send("Well done")
        card = await olivia.sees("Text to video.*Well done")
        await olivia.send(f"/write {ann.person}", reply_to=words)
        await ann.sees("Well done")
        await olivia.loses(card)
        heads = [one for one in await ann.told() if "message from the admins" in one.text]
        assert len(heads) == 2
        # groups, by the number that the list shows
        number = await town.group("Friends", ann)
        group = Chat(town.telegram, ann.person, number)
        await group.sees("only answer in groups that my admins have allowed")
        await olivia.hears("/group", f"❔ Friends · {number}")
        await olivia.hears("/group Friends allow", "by its number")
        await olivia.hears("/group -1 allow", "don't know that group")
        await olivia.hears(f"/group {number} allow", "I answer in Friends now")
        await group.sees("admins say yes")
        await olivia.hears(f"/group {number} refuse", "I stay silent in Friends")
        log = (await olivia.ask("/audit")).text
        assert "wrote to" in log


async def test_accounts_by_their_numbers(town: Town) -> None:
    olivia = await town.admin()
    async with town.bot(pace=town.pace(**LOOKS)):
        await olivia.ask("/start")
        await town.until(lambda: listed(olivia), "the account")
        for words in ("", " 1 jobs"):
            await olivia.hears(f"/account{words}", "Tell me which, by its number")
        await olivia.hears("/account 1 shrink", "in case there was a password.*/account says")
        await olivia.hears("/account 99 pause", "isn't there any more")
        await olivia.hears("/account #1", "It gets videos to make")
        await olivia.hears("/account 1 pause", "it finishes what it has begun")
        await olivia.hears("/account 1 resume", "It gets videos to make")
        await olivia.hears("/account 1 jobs 9", "choose from 1 to 8")
        await olivia.hears("/account 99 repair", "isn't there any more")
        assert "a fox" in (await olivia.hears("a fox", "30 credits")).text, "no password is awaited"
        asked = await olivia.hears("/account 1 jobs 5", "makes 5 videos at once")
        right = await olivia.send(PASSWORD)
        await olivia.sees_after(right, "is logged in")
        assert asked.id < right
        assert right not in {message.id for message in await olivia.messages()}
        [account] = await town.accounts()
        assert account["maxJobs"] == 5
        await olivia.hears("/account 1 repair", "makes 5 videos at once")
        await olivia.sees_after(await olivia.send(PASSWORD), "is logged in")
        sure = await olivia.hears("/account 1 remove", "can't be extended")
        assert await town.accounts(), "one more question comes first"
        assert "/account 1 remove yes" in sure.text
        await olivia.hears("/account 1 remove yes", "is removed")
        assert not await town.accounts()


async def listed(olivia: Chat) -> bool:
    return "#1 s***@" in (await olivia.hears("/accounts", "PixVerse accounts")).text


async def test_numbers_reports_pauses_and_a_broadcast_that_is_stopped(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot():
        await olivia.ask("/start")
        await ann.orders("a fox in the snow")
        await ann.press("Report", await ann.gets("video"))
        report = await olivia.sees("#1: Ann.*reported a result of Ann")
        assert report.data("See it")
        await olivia.hears("/reports close", "Tell me which")
        await olivia.hears("/reports 9", "isn't there any more")
        await olivia.hears("/reports", "Reports: 1 waiting")
        await olivia.hears("/reports 1", "#1: Ann.*a fox in the snow")
        await olivia.hears("/reports see 9", "isn't there any more")
        await olivia.send("/reports see 1")
        await olivia.gets("video")
        await olivia.send("/reports hide 1")
        await olivia.sees("No effect was used there")
        await olivia.hears("/reports close #1", "Dealt with")
        await olivia.hears("/reports", "No report is waiting")
        # the numbers
        await olivia.hears("/stats 7", "The last 7 days")
        await olivia.hears("/stats 8", "/stats 30 picture")
        await olivia.send("/stats 30 picture")
        assert (await olivia.bytes_of(await olivia.gets("photo"))).startswith(b"\x89PNG")
        # who waits, and what is hidden
        await olivia.hears("/lift", "Nobody has to wait")
        await olivia.hears("/stopwords goblin", "was added")
        await olivia.hears("/set strikes_limit 1", "strikes_limit")
        await ann.hears("a goblin", "start new videos again")
        waiting = await olivia.hears("/lift", "Tap somebody.*/lift @name")
        assert waiting.data("▶️ Ann")
        await olivia.hears(f"/lift {ann.person}", "Ann may go on")
        await olivia.hears("/hide golden*", "is hidden")
        hidden = await olivia.hears("/hide", "Hidden effects")
        assert hidden.data("names with “golden*”")
        # a broadcast
        await olivia.hears("/broadcast stop", "None is on its way")
        await olivia.hears("/broadcast stop 9", "can't find that broadcast")
        words = await olivia.send("We have news")
        await olivia.send("/broadcast", reply_to=words)
        aim = await olivia.sees("This is what they will see")
        await olivia.hears("/broadcast stop 1", "can't find that broadcast")
        flood = {"method": "copyMessage", "kind": "flood", "retry_after": 3600, "times": None}
        await town.telegram_fault(**flood, chat=ann.chat)
        await olivia.press("Everybody", aim)
        await olivia.press("Send to", await olivia.sees("Shall I send it"))
        await olivia.sees("On its way .#1, Everybody")
        await olivia.hears("/broadcast send", "On its way .#1, Everybody")
        await olivia.hears("/broadcast stop", "Stopped .#1, Everybody")
        await olivia.hears("/broadcast send", "There is nothing to send")
        assert "stopped a broadcast · 1" in (await olivia.ask("/audit")).text
