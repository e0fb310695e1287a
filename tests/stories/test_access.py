"""Who may come in: invitations and friends' links, bans that take back and end, groups that ask first."""

import re

from tests.stories.chat import Chat, Message
from tests.stories.town import Town, Watch


def start_of(message: Message) -> str:
    """What tapping the link in this message makes the app say."""
    found = re.search(r"https://t\.me/story_bot\?start=(\w[\w-]*)", message.text)
    assert found, message.text
    return f"/start {found[1]}"


async def by_bot(group: Chat) -> list[str]:
    """What the bot has said in a group."""
    return [one.text for one in await group.messages() if one.raw["from"]["is_bot"]]


async def test_invitations_let_in_until_they_are_over(town: Town) -> None:
    olivia, clock = await town.admin(), Watch()
    ann, ben, eve = [await town.person(name) for name in ("Ann", "Ben", "Eve")]
    async with town.bot(ACCESS="invite", clock=clock):
        assert "gives you an invitation link" in (await ann.ask("/start")).text
        assert "invitation link" in (await ann.ask("a fox")).text

        panel = await olivia.ask("/admin")
        await olivia.press("Coming in", panel)
        await olivia.press("Invitations", await olivia.sees("need an invitation link"))
        await olivia.press("New invitation", await olivia.sees("There are none yet"))
        await olivia.press("100 💎", await olivia.sees("A new invitation"))
        await olivia.press("Make the link", await olivia.sees_button("✅ 100 💎"))
        made = await olivia.sees("#1.*open: 0 of 1 used.*100 credits.*t.me/story_bot")
        assert made.id == panel.id

        await ann.hears(start_of(made), "comes with 100 credits")
        await ann.sees("400 credits.*to spend today")
        await ann.hears(start_of(made), "Hi Ann")
        assert await ann.left() == 400, "a person counts once"
        await ben.hears(start_of(made), "has been used up")
        assert "invitation link" in (await ben.ask("let me in")).text
        await olivia.hears("/invite", "#1.*used up: 1 of 1 used")

        short = await olivia.hears("/invite uses=5 days=1", "#2.*0 of 5 used")
        clock.advance(days=1, seconds=1)
        await ben.hears(start_of(short), "has expired")
        third = await olivia.hears("/invite new", "#3.*open")
        await olivia.press("Take it back", third)
        await olivia.sees("#3.*taken back")
        await ben.hears(start_of(third), "was taken back")
        await ben.hears("/start inv_guessed", "don't know that invitation")
        await olivia.hears("/invite uses=0", "Make one:")
        await olivia.hears("/invite lots", "Make one:")
        await olivia.hears("/invite revoke 99", "no such invitation")
        fourth = await olivia.hears("/invite uses=2 days=0", "#4.*no end")
        await ben.hears(start_of(fourth), "You're in")
        await olivia.hears("/set access closed", "closed")
        assert "isn't taking new people" in (await eve.ask(start_of(fourth))).text
        await ben.orders("a fox")  # who is in stays in
        await ben.gets("video")
        await olivia.press("What was done", await olivia.hears("/admin", "Running the bot"))
        await olivia.sees("took back an invitation · #3")


async def test_a_friend_is_rewarded(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(REFERRAL_CREDITS="25"):
        await ann.ask("/start")
        link = await ann.hears("/refer", "you both get 25 credits.*Nobody has come")
        ben = await town.person("Ben")
        await ben.hears(start_of(link), "Hi Ben")
        await ann.hears(start_of(link), "Hi Ann")
        for chat in (ben, ann):
            await chat.orders("a fox")
            await chat.gets("video")
        await ben.sees("first video here.*both get 25 credits")
        await ann.sees("Ben, who came by your link.*25 credits")
        await ben.orders("a hare")
        await ben.waits_for(lambda one: one.kind == "video" and "hare" in one.text, "a hare")
        assert (await ann.left(), await ben.left()) == (295, 265)
        await ann.hears("/refer", "One friend has come")
        await olivia.hears("/set referral_credits 0", "0")
        await ann.hears("/refer", "no reward")


async def test_a_ban(town: Town) -> None:
    olivia, ann, clock = await town.admin(), await town.person("Ann"), Watch()
    async with town.bot(clock=clock):
        await town.hold()
        await town.room(1)
        await ann.orders("a fox")
        await ann.sees("at work")
        waiting = await ann.orders("a hare")
        await ann.sees("In the queue")
        await olivia.hears(f"/ban {ann.person}", "how long and why")
        await olivia.hears(f"/ban {ann.person} 7 spam", "how long and why")
        told = await olivia.hears(f"/ban {ann.person} 7d too <b>loud</b>", "Ann is banned until")
        assert "One waiting video was cancelled" in told.text
        await ann.sees("can't use this bot until .* The reason: too <b>loud</b>")
        cancelled = await ann.sees("Cancelled.*30 credits are back")
        assert cancelled.id == waiting.id
        await town.release()
        await ann.gets("video")

        silent = [await ann.send(words) for words in ("why?", "/quota", "/start inv_x")]
        assert not (await ann.press("Again")).text
        clock.advance(days=1)
        await ann.hears("hello?", "can't use this bot until")
        assert not [one for one in await ann.told() if silent[0] < one.id < silent[-1]]
        clock.advance(days=6)
        assert await ann.left() == 270, "it ended by itself, and one video was made"

        await olivia.hears(f"/ban {ann.person} forever", "banned for ever")
        await ann.sees("can't use this bot any more")
        await olivia.hears(f"/unban {ann.person}", "may use the bot again")
        await ann.sees("Welcome back")
        await ann.hears("/quota", "spend")
        await olivia.hears(f"/unban {ann.person}", "isn't banned")
        await olivia.hears("/unban", "Tell me who")
        await olivia.hears(f"/ban {olivia.person} 7d", "takes their role first")
        await olivia.hears(f"/audit {ann.person}", "unbanned · Ann.*banned · Ann")


async def test_groups_ask_first(town: Town) -> None:
    olivia, ann, ben = await town.admin(), await town.person("Ann"), await town.person("Ben")
    eve = await town.person("Eve")
    async with town.bot(ACCESS="approval"):
        await olivia.hears("/start", "Hi Olivia")
        for chat in (ann, ben):
            await chat.hears("/start", "asked its admins")
            await olivia.press("Allow", await olivia.sees("would like to use"))
            await chat.sees("You're in")
        friends = await town.group("Friends & foes", ann, ben, eve)
        group = Chat(town.telegram, ben.person, friends)
        await group.sees("only answer in groups that my admins have allowed")
        await olivia.sees("asked into the group Friends & foes by Ann")
        for words in ("/effects", "@story_bot a fox"):
            await group.send(words)
        await ben.hears("/quota", "spend")
        assert len(await by_bot(group)) == 1, "one sentence, once"
        await olivia.press("Allow", await olivia.sees("May I answer there"))
        await olivia.sees("I answer in Friends & foes now")
        await group.sees("admins say yes")
        newcomer = Chat(town.telegram, eve.person, friends)
        await newcomer.send("just talking")
        await group.send("just talking")
        await group.hears("@story_bot a fox", "30 credits")
        assert not [text for text in await by_bot(group) if "talking" in text or "Eve" in text]
        assert not [one for one in await olivia.told() if "Eve" in one.text]
        await newcomer.send("@story_bot hello?")
        await group.sees("Hi Eve.*asked its admins")
        await olivia.sees("Eve.*would like to use")

        await olivia.press("Coming in", await olivia.hears("/admin", "Running"))
        await olivia.press("Groups", await olivia.sees("Newcomers ask"))
        await olivia.press("Be silent", await olivia.sees("✅ Friends & foes"))
        await olivia.sees("stay silent in Friends & foes")
        before = await by_bot(group)
        await group.send("/effects")
        await ben.hears("/quota", "spend")
        assert await by_bot(group) == before

        own = await town.group("Owners", olivia, ben)
        await Chat(town.telegram, ben.person, own).sees("admins say yes")
        more = [await town.group(f"Group {number}", olivia, ben) for number in range(10)]
        for one in more:
            await Chat(town.telegram, ben.person, one).sees("admins say yes")
        await olivia.press("Coming in", await olivia.ask("/admin"))
        await olivia.press("Groups", await olivia.sees("Newcomers ask"))
        first = await olivia.sees("Groups that asked.*Group 9")
        assert "Friends" not in first.text
        await olivia.press("▶️", first)
        await olivia.press("Answer in Friends", await olivia.sees("🚫 Friends & foes"))
        await olivia.sees("I answer in Friends & foes now")
