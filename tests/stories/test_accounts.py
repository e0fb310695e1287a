"""PixVerse accounts in the chat: looked at, added, changed, paused, mended, removed, and never a password kept."""

from datetime import timedelta

from tests.pictures import picture
from tests.processes import bot_process
from tests.stories.chat import Chat, Message
from tests.stories.town import Town, Watch

STUDIO, SECOND, NEW = "studio@example.com", "studio+2@example.com", "loft@example.com"
PASSWORD = "correct-horse-Battery+staple"
LOOKS = {"accounts": timedelta(seconds=0.2)}


async def opened(olivia: Chat, name: str) -> Message:
    """The page of one account."""
    listed = await olivia.hears("/accounts", "PixVerse accounts")
    await olivia.press(name, listed)
    return await olivia.waits_for(lambda m: m.id == listed.id and bool(m.data("Remove")), name)


async def emails(town: Town) -> dict[str, int]:
    return {one["email"]: one["maxJobs"] for one in await town.accounts()}


async def test_an_account_from_its_password_to_its_removal(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(pace=town.pace(**LOOKS)):
        await olivia.ask("/start")
        await olivia.hears("/addaccount", "e-mail address and how many")
        await olivia.hears("/addaccount nobody@nowhere 3", "doesn't take such an account")
        await olivia.hears(f"/addaccount {NEW} 9", "choose from 1 to 8")
        # add, with a wrong password first
        asked = await olivia.hears(f"/addaccount {NEW} 3", "the PixVerse password of l...@example")
        wrong = await olivia.send("wrong")
        again = await olivia.sees_after(wrong, "doesn't take that password")
        assert asked.id < wrong < again.id
        right = await olivia.send(PASSWORD)
        await olivia.sees_after(right, "l...@example.com is logged in")
        assert not {wrong, right} & {message.id for message in await olivia.messages()}
        assert (await emails(town))[NEW] == 3
        assert PASSWORD in str(await town.requests(f"/accounts/{NEW}"))
        # its page in the panel
        await olivia.press("🎬 PixVerse", await olivia.hears("/admin", "Running the bot"))
        page = await olivia.sees_button("l***@example.com")
        await olivia.press("l***@example.com", page)
        page = await olivia.sees("Premium.*credits.*0 of 3 running.*gets videos to make")
        # how many at once; the question is dropped, then answered
        await olivia.press("At once", page)
        await olivia.press("5", await olivia.sees("How many videos may"))
        await olivia.press("Never mind", await olivia.sees("makes 5 videos at once"))
        await olivia.sees("nothing was changed")
        assert "a fox" in (await olivia.hears("a fox", "30 credits")).text, "words are words again"
        await olivia.press("At once", await opened(olivia, "l***@example.com"))
        await olivia.press("5", await olivia.sees("How many videos may"))
        await olivia.sees("makes 5 videos at once")
        assert "nothing was changed" in (await olivia.ask("/cancel")).text
        await olivia.press("At once", await opened(olivia, "l***@example.com"))
        await olivia.press("5", await olivia.sees("How many videos may"))
        await olivia.sees_after(await olivia.send(PASSWORD), "is logged in")
        assert (await emails(town))[NEW] == 5
        # while a video of ours is made with it, it stays
        old = await opened(olivia, "l***@example.com")
        await olivia.press("Pause", await opened(olivia, "s***@example.com"))
        await olivia.sees("it finishes what it has begun")
        await town.hold()
        await ann.orders("a cat on a mat")
        await town.until(lambda: made_by(town, NEW), "a video of the new account")
        await olivia.press("Remove", await opened(olivia, "l***@example.com"))
        sure = await olivia.sees("can't be extended")
        assert "One video is being made" in ((await olivia.press("Yes, remove", sure)).text or "")
        await town.release()
        await ann.gets("video")
        await olivia.press("Yes, remove", sure)
        await olivia.sees("l...@example.com is removed")
        assert NEW not in await emails(town)
        assert "isn't there any more" in ((await olivia.press("Pause", old)).text or "")
        log = (await olivia.ask("/audit")).text
        assert "removed a PixVerse account · l***@example.com" in log
        assert "paused a PixVerse account · s***@example.com" in log
        assert "added a PixVerse account · l***@example.com · 3 jobs at once" in log
        assert "how many jobs at once a PixVerse account does · l***@example.com · 3 → 5" in log


async def made_by(town: Town, email: str) -> bool:
    return [video["email"] for video in await town.videos()] == [email]


async def test_a_locked_account_is_told_of_and_mended(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    await town.control("reset", accounts=2, render_seconds=0.4)
    async with town.bot(pace=town.pace(**LOOKS)):
        await olivia.ask("/start")
        await town.control("accounts", email=STUDIO, pending_error=True)
        await town.control("accounts", email=SECOND, credits=60)
        await olivia.sees("s...@example.com can't be used: PixVerse reports a pending problem")
        await olivia.sees("s...@example.com is running low: 60 credits")
        await ann.orders("a cat on a mat")
        await ann.gets("video")
        assert [video["email"] for video in await town.videos()] == [SECOND]
        page = await opened(olivia, "🔴")
        assert "It can't be used: PixVerse reports a pending problem" in page.text
        await olivia.press("Log in again", page)
        await olivia.sees("password of s...@example.com")
        await olivia.sees_after(await olivia.send(PASSWORD), "is logged in")
        await ann.orders("a dog on a log")
        await ann.sees("a dog on a log", kind="video")
        assert [video["email"] for video in await town.videos()] == [SECOND, STUDIO]
        told = [message.text for message in await olivia.told()]
        assert len([text for text in told if "can't be used" in text and "pending" in text]) == 1


async def test_a_paused_account_goes_on_and_a_removal_that_fails_is_tried_again(
    town: Town,
) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    await town.control("reset", accounts=2, render_seconds=0.4)
    async with town.bot(pace=town.pace(**LOOKS)):
        await olivia.ask("/start")
        await town.until(lambda: listed(olivia, 2), "both accounts")
        await olivia.press("Pause", await opened(olivia, "🟢"))
        paused = await olivia.sees("it finishes what it has begun")
        await ann.orders("a cat on a mat")
        await ann.gets("video")
        assert [video["email"] for video in await town.videos()] == [SECOND]
        await olivia.press("Go on", paused)
        assert (await olivia.sees("It gets videos to make")).id == paused.id
        await ann.orders("a dog on a log")
        await ann.sees("a dog on a log", kind="video")
        assert [video["email"] for video in await town.videos()] == [SECOND, STUDIO]
        # the provider does not say that it is gone
        fault = {
            "path": f"/accounts/{STUDIO}",
            "method": "DELETE",
            "kind": "status",
            "status": 500,
            "times": 100,
        }
        await town.useapi_fault(**fault)
        await olivia.press("Remove", await opened(olivia, "🟢"))
        await olivia.press("Yes, remove", await olivia.sees("can't be extended"))
        failed = await olivia.sees("isn't removed yet.*I've paused the account")
        assert STUDIO in await emails(town)
        log = (await olivia.ask("/audit")).text
        assert "tried to remove a PixVerse account · s***@example.com" in log
        await town.useapi.delete("/control/faults")
        await olivia.press("Try again", failed)
        await olivia.sees("s...@example.com is removed")
        assert STUDIO not in await emails(town)


async def listed(olivia: Chat, accounts: int) -> bool:
    page = await olivia.hears("/accounts", "PixVerse accounts")
    return len([label for label in page.labels if "@" in label]) == accounts


async def test_an_account_that_fails_often_rests_while_others_work(town: Town) -> None:
    olivia, ann, watch = await town.admin(), await town.person("Ann"), Watch()
    await town.control("reset", accounts=2, render_seconds=0.4)
    async with town.bot(clock=watch, pace=town.pace(**LOOKS), DAILY_CREDITS="900"):
        await olivia.ask("/start")
        await town.until(lambda: listed(olivia, 2), "both accounts")
        await olivia.hears("/accounts", "PixVerse accounts")
        for number in (1, 2, 3):
            await ann.orders(f"a failing thing {number}")
            await ann.sees(f"didn't work out.*thing {number}")
        assert [video["email"] for video in await town.videos()] == [STUDIO] * 3
        page = await opened(olivia, "😴")
        assert "failed several times in a row, so others go first for 10 min" in page.text
        await ann.orders("a cat on a mat")
        await ann.sees("a cat on a mat", kind="video")
        assert (await town.videos())[-1]["email"] == SECOND
        watch.advance(minutes=11)
        await town.until(lambda: rested(olivia), "the end of its rest")
        await ann.orders("a dog on a log")
        await ann.sees("a dog on a log", kind="video")
        assert (await town.videos())[-1]["email"] == STUDIO


async def rested(olivia: Chat) -> bool:
    return "😴" not in (await olivia.hears("/accounts", "PixVerse accounts")).text


async def test_a_late_password_is_used_for_nothing_and_kept_nowhere(town: Town) -> None:
    olivia, watch = await town.admin(), Watch()
    async with town.bot(clock=watch):
        await olivia.ask("/start")
        await olivia.hears(f"/addaccount {NEW} 2", "password of")
        watch.advance(minutes=16)
        late = await olivia.send(PASSWORD)
        await olivia.sees_after(late, "question was too old.*removed it and kept nothing")
        assert late not in {message.id for message in await olivia.messages()}
        assert leaks(town) == []
        await olivia.hears(f"/addaccount {NEW} 2", "password of")
    watch.advance(minutes=16)
    async with town.bot(clock=watch):  # asked before a restart, answered long after it
        late = await olivia.send(PASSWORD)
        await olivia.sees_after(late, "question was too old")
        assert late not in {message.id for message in await olivia.messages()}
        assert "a fox" in (await olivia.hears("a fox", "30 credits")).text, "words are words again"
    assert leaks(town) == []
    assert await town.requests(f"/accounts/{NEW}") == []
    assert NEW not in await emails(town)


async def test_who_may_not_and_where_not(town: Town) -> None:
    olivia, sue = await town.admin(), await town.person("Sue")
    async with town.bot():
        await olivia.ask("/start")
        await sue.ask("/start")
        await olivia.hears(f"/role {sue.person} support", "support now")
        assert "PixVerse accounts" not in str((await sue.hears("/admin", "Running")).labels)
        await sue.hears("/accounts", "role doesn't go that far")
        await sue.hears(f"/addaccount {NEW} 3", "role doesn't go that far")
        assert "a secret" in (await sue.hears("a secret", "30 credits")).text, "it is a prompt"
        group = Chat(town.telegram, olivia.person, await town.group("Friends", olivia, sue))
        await group.hears(f"/addaccount {NEW} 3", "in our private chat")
        told = await olivia.send(f"/addaccount {NEW} 3 {PASSWORD}")
        await olivia.sees_after(told, "deleted your message.*Never send a password along")
        assert told not in {message.id for message in await olivia.messages()}
        await olivia.hears(f"/addaccount {NEW} 3", "password of")
        await town.useapi_fault(path=f"/accounts/{NEW}", method="POST", kind="status", status=500)
        await olivia.sees_after(await olivia.send(PASSWORD), "can't tell whether that worked")
        assert NEW not in await emails(town)


async def test_a_password_is_found_nowhere_afterwards(town: Town) -> None:
    olivia = await town.admin()
    environment = town.environment(POLL_SECONDS="0.1", LOG_LEVEL="DEBUG")
    with bot_process(environment, town.home, "tests.stories.quick_bot") as bot:
        await olivia.ask("/start")
        early = await olivia.send("a fox on the phone")
        await olivia.sees("a fox on the phone.*credits")
        await olivia.hears(f"/addaccount {NEW} 2", "password of")
        await town.useapi_fault(path=f"/accounts/{NEW}", method="POST", kind="hang", seconds=60)
        await olivia.send(PASSWORD)
        await olivia.sees("Logging in")
        await town.until(lambda: logging_in(town), "the login")
        assert leaks(town) == []
        bot.kill()
    assert leaks(town) == []
    await town.useapi.delete("/control/faults")
    with bot_process(environment, town.home, "tests.stories.quick_bot") as bot:
        lost = await olivia.sees("I was restarted just then")
        await olivia.sees_after(await olivia.send("wrong"), "doesn't take that password")
        await olivia.edit(early, PASSWORD)
        await olivia.sees_after(lost.id, "is logged in")
        assert early not in {message.id for message in await olivia.messages()}
        assert leaks(town) == []
        bot.stop()
    assert NEW in await emails(town)
    assert leaks(town) == []
    assert PASSWORD not in str([message.raw for message in await olivia.messages()])
    calls = (await town.telegram.get("/control/calls")).json()["calls"]
    said = [call["params"] for call in calls if call["method"].lower() != "getupdates"]
    assert PASSWORD not in str(said)


async def test_a_password_behind_a_command_is_found_nowhere_whoever_wrote_it_and_where(
    town: Town,
) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    group = await town.group("Friends", olivia, ann)
    olivias, anns = (Chat(town.telegram, one.person, group) for one in (olivia, ann))
    how, removed = "deleted your message.*in our private chat", "deleted your message"
    environment = town.environment(POLL_SECONDS="0.1", LOG_LEVEL="DEBUG")
    with bot_process(environment, town.home, "tests.stories.quick_bot") as bot:
        for chat in (olivia, ann):
            await chat.ask("/start")
        early = await ann.send("a fox on the phone")
        await ann.sees("a fox on the phone.*credits")
        for chat, words, told in (
            (olivia, f"/addaccount {NEW} 2 {PASSWORD}", how),
            (olivia, f"/addaccount {NEW} {PASSWORD}", how),
            (olivia, f"/ADDACCOUNT\n{NEW}\n3\n{PASSWORD}", how),
            (olivia, f"/account 1 repair {PASSWORD}", how),
            (olivia, f"/account 1 jobs 5 {PASSWORD}", how),
            (olivias, f"/addaccount {NEW} 3 {PASSWORD}", how),
            (ann, f"/addaccount {NEW} {PASSWORD}", removed),
            (anns, f"/account 1 repair {PASSWORD}", removed),
        ):
            said = await chat.send(words)
            answer = await chat.sees_after(said, told)
            assert said not in {message.id for message in await chat.messages()}, words
            assert ("Never send" in answer.text) is (told == how), "who may not is not told how"
            assert leaks(town) == []
        await ann.edit(early, f"/addaccount {NEW} 3 {PASSWORD}")
        await ann.sees_after(answer.id, removed)
        photo = await olivia.photo(picture(), f"/addaccount {NEW} 3 {PASSWORD}")
        await olivia.sees_after(photo, how)
        shown = {message.id for chat in (olivia, ann) for message in await chat.messages()}
        assert not {early, photo} & shown
        assert leaks(town) == []
        assert "a fox" in (await olivia.hears("a fox", "30 credits")).text, "no password is awaited"
        refusal = {"method": "deleteMessage", "kind": "bad_request", "chat": group}
        await town.telegram_fault(**refusal, description="message can't be deleted")
        stays = await olivias.send(f"/addaccount {NEW} 3 {PASSWORD}")
        await olivias.sees_after(stays, "couldn't delete it. Please delete it yourself")
        await anns.send("please delete that", reply_to=stays)
        bot.kill()
    assert leaks(town) == []
    with bot_process(environment, town.home, "tests.stories.quick_bot") as bot:
        await ann.ask("/help")
        bot.stop()
    assert leaks(town) == []


async def logging_in(town: Town) -> bool:
    return bool(await town.requests(f"/accounts/{NEW}"))


def leaks(town: Town) -> list[str]:
    """Files that hold the password: the database, its log of writes, ours, or whatever else there is."""
    files = [path for path in town.home.rglob("*") if path.is_file()]
    assert any(path.name.startswith("bot.sqlite3") for path in files)
    return [path.name for path in files if PASSWORD.encode() in path.read_bytes()]
