"""Telegram Stars: bought, credited once, given back once, whatever the bot missed meanwhile."""

import asyncio
from contextlib import AbstractContextManager
from datetime import timedelta

from tests.processes import BotProcess, bot_process
from tests.simulators import BOT_TOKEN
from tests.stories.chat import Chat, Message
from tests.stories.purse import Purse
from tests.stories.town import Town, Watch

PACKS = "Small:100:50; Monthly:30:120:monthly"


async def invoice(chat: Chat, pack: str = "100 credits") -> Message:
    """/buy, and a tap on a pack."""
    shop = await chat.hears("/buy", "Credits for Telegram Stars")
    await chat.press(pack, shop)
    return await chat.waits_for(lambda message: message.kind == "invoice", "an invoice")


async def subscription(chat: Chat) -> Message:
    """/buy, and a tap on the subscription: the message with Telegram's link."""
    shop = await chat.hears("/buy", "Credits for Telegram Stars")
    await chat.press("30 credits a month", shop)
    return await chat.sees("30 credits every month")


async def menu(town: Town, chat: Chat) -> set[str]:
    """The commands that Telegram shows somebody."""
    answer = await town.telegram.get("/world/commands", params={"person": chat.person})
    return {one["command"] for one in answer.json()["commands"]}


async def extra(chat: Chat) -> int:
    """What was bought and is left."""
    return await chat.left() - 300


async def test_nothing_is_sold_unless_the_operator_wants_it(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(STAR_PACKS=PACKS):
        await ann.hears("/buy", "Nothing is for sale")
        assert (await ann.hears("/quota", "You can spend")).data("Buy credits") is None
        assert "Credits that you buy" not in (await ann.ask("/terms")).text
        await olivia.hears("/set stars on", "stars is now on")
        await ann.hears("/terms", "Credits that you buy pay for videos here.*/paysupport")
        await olivia.hears("/cancel", "nothing to cancel")
        for person in (ann, olivia):
            assert "buy" in await menu(town, person)
        shop = await ann.hears("/buy", "stay until you use them")
        assert shop.labels[:2] == ["100 credits · ⭐ 50", "🔁 30 credits a month · ⭐ 120"]
        await ann.press("Buy credits", await ann.hears("/quota", "You can spend"))
        paid_for = await invoice(ann)
        await olivia.hears("/set stars off", "stars is now off")
        refused = await Purse(town.telegram, ann).pay(paid_for)
        assert "Nothing is for sale" in (refused.refusal or "")
        await olivia.hears("/cancel", "nothing to cancel")
        assert "buy" not in await menu(town, ann)


async def test_a_pack_is_paid_and_credited_once(town: Town) -> None:
    ann = await town.person("Ann")
    purse = Purse(town.telegram, ann)
    async with town.bot(STARS="true", STAR_PACKS=PACKS, BOUGHT_CREDITS_DAYS="30"):
        await ann.hears("/buy", "end after 30 days")
        paid = await purse.pay(await invoice(ann))
        receipt = await ann.sees("Thank you! 100 credits are yours")
        assert str(paid.charge) in receipt.text
        quota = await ann.hears("/quota", "You can spend 400 credits")
        assert "100 credits of them end in 3" in quota.text
        assert "+100 bought" in (await ann.ask("/history")).text
    assert await purse.stars() == 950
    async with town.bot(STARS="true", STAR_PACKS=PACKS):  # reads Telegram's account anew
        calls = "the account has been read"
        await town.until(lambda: reads_the_account(town), calls)
        assert await extra(ann) == 100
        assert len([m for m in await ann.told() if "Thank you!" in m.text]) == 1


async def reads_the_account(town: Town) -> bool:
    return bool(await town.calls("getStarTransactions"))


async def test_an_invoice_that_is_not_true_any_more_takes_no_stars(town: Town) -> None:
    olivia, ann, ben = await town.admin(), await town.person("Ann"), await town.person("Ben")
    watch = Watch()
    async with town.bot(clock=watch, STARS="true", STAR_PACKS=PACKS):
        dear, link = await invoice(ann), await subscription(ann)
        foreign = await Purse(town.telegram, ben).subscribe(link)
        assert "belongs to somebody else" in (foreign.refusal or "")
        await olivia.hears("/pack Small 100 60", "For sale")
        changed = await Purse(town.telegram, ann).pay(dear)
        assert "not for that price" in (changed.refusal or "")
        old = await invoice(ann)
        watch.advance(hours=25)
        assert "lying about" in ((await Purse(town.telegram, ann).pay(old)).refusal or "")
        fresh = await invoice(ann)
        await olivia.hears(f"/ban {ann.person} 1d rude", "banned")
        banned = await Purse(town.telegram, ann).pay(fresh)
        assert "can't buy credits here" in (banned.refusal or "")
        assert await Purse(town.telegram, ann).stars() == 1000


async def test_what_was_paid_while_the_bot_was_away_is_credited_once(town: Town) -> None:
    ann, watch = await town.person("Ann"), Watch()
    purse = Purse(town.telegram, ann)
    async with town.bot(clock=watch, STARS="true", STAR_PACKS=PACKS):
        paid_for, link = await invoice(ann), await subscription(ann)
    paid = await purse.pay(paid_for, bot_away=True)
    assert paid.charge
    async with town.bot(clock=watch, STARS="true", STAR_PACKS=PACKS):
        await ann.sees("Thank you! 100 credits")
        subscribed = await purse.subscribe(link, bot_away=True)
        assert await extra(ann) == 100
        watch.advance(days=1, hours=1)
        await ann.sees("again every month")
        await purse.renews(subscribed.charge, bot_away=True)
        watch.advance(days=1, hours=1)
        await town.until(lambda: has_extra(ann, 160), "the renewal to be credited")
    calls = [call["params"] for call in await town.calls("getStarTransactions")]
    assert [int(call.get("offset") or 0) for call in calls][-1] > 0, "it goes on where it was"


async def has_extra(chat: Chat, credits: int) -> bool:
    return await extra(chat) == credits


async def test_an_admin_gives_stars_back_spent_or_not(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    purse = Purse(town.telegram, ann)
    async with town.bot(STARS="true", STAR_PACKS=PACKS, DAILY_CREDITS="0"):
        paid = await purse.pay(await invoice(ann))
        await ann.sees("Thank you!")
        await ann.orders("a fox")
        await ann.gets("video")
        await ann.hears(f"/refund {paid.charge}", "for the admins")
        payments = await olivia.hears(f"/refund {ann.person}", "Payments")
        await olivia.press("Give 1 back", payments)
        await olivia.press("Yes, give them back", await olivia.sees("Shall the 50 Stars"))
        await olivia.sees("Telegram is giving the 50 Stars")
        await ann.sees("50 Stars came back to you, and 100 credits went with them")
        assert await purse.stars() == 1000
        quota = await ann.hears("/quota", "spend 0 credits")
        assert "30 credits of a payment that was given back had been spent" in quota.text
        await olivia.hears("/refund 1", "given back already")
        await olivia.hears(f"/grant {ann.person} 40", "spend 10 credits")
        await olivia.hears("/audit", "gave Stars back")
        refunds = [c for c in await town.calls("refundStarPayment") if c["status"] == 200]
        assert len(refunds) == 1


async def test_a_refund_survives_trouble_and_says_when_telegram_refuses(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    purse, pace = Purse(town.telegram, ann), town.pace(books_retry=timedelta(seconds=0.2))
    async with town.bot(pace=pace, STARS="true", STAR_PACKS=PACKS):
        for _ in range(2):
            await purse.pay(await invoice(ann))
        await town.until(lambda: has_extra(ann, 200), "both payments")
        lost = {"method": "refundStarPayment", "kind": "reset_after", "times": 1}
        await town.telegram_fault(**lost)
        await olivia.hears("/refund 1 sorry", "Shall the 50 Stars.*/refund 1 yes")
        assert await purse.stars() == 900, "one more question comes first"
        await olivia.hears("/refund 1 yes sorry", "Telegram is giving")
        await ann.sees("50 Stars came back")
        refusal = {"method": "refundStarPayment", "kind": "bad_request", "times": 1}
        await town.telegram_fault(**refusal, description="BALANCE_TOO_LOW")
        await olivia.hears("/refund 2 yes", "Telegram is giving")
        await olivia.sees("doesn't give the Stars.*(?i:balance_too_low).*The payment stands")
        assert await extra(ann) == 100
        assert await purse.stars() == 950


async def test_a_refund_that_somebody_else_made_is_seen(town: Town) -> None:
    ann = await town.person("Ann")
    purse = Purse(town.telegram, ann)
    async with town.bot(STARS="true", STAR_PACKS=PACKS):
        paid = await purse.pay(await invoice(ann))
        await ann.sees("Thank you!")
    body = {"user_id": ann.person, "telegram_payment_charge_id": paid.charge}
    done = await town.telegram.post(f"/bot{BOT_TOKEN}/refundStarPayment", json=body)
    assert done.is_success
    async with town.bot(STARS="true", STAR_PACKS=PACKS):
        await ann.sees("50 Stars came back to you, and 100 credits")
        assert await extra(ann) == 0
        assert len([m for m in await ann.told() if "came back" in m.text]) == 1


async def test_a_subscription_renews_and_stops(town: Town) -> None:
    ann = await town.person("Ann")
    purse = Purse(town.telegram, ann)
    async with town.bot(STARS="true", STAR_PACKS=PACKS):
        first = await purse.subscribe(await subscription(ann))
        await ann.sees("30 credits are yours, and again every month")
        shop = await ann.hears("/buy", "Monthly: 30 credits a month, paid until")
        again = await ann.press("30 credits a month", shop)
        assert "already" in (again.text or "")
        await purse.renews(first.charge)
        await town.until(lambda: has_extra(ann, 60), "the second month")
        await ann.press("Stop Monthly", await ann.hears("/buy", "paid until"))
        sure = await ann.sees("Shall this subscription end")
        await town.telegram_fault(method="editUserStarSubscription", kind="reset", times=9)
        away = await ann.press("Yes, stop it", sure)
        assert "Telegram didn't answer me" in (away.text or "")
        await town.telegram.delete("/control/faults")
        await ann.press("Yes, stop it", sure)
        await ann.sees("Monthly ends on")
        assert "cancelled" in ((await purse.renews(first.charge)).refusal or "")
        await ann.hears("/buy", "a month, ends on")
        assert await extra(ann) == 60


async def test_who_is_banned_does_not_pay_on(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    purse = Purse(town.telegram, ann)
    async with town.bot(
        pace=town.pace(books_retry=timedelta(seconds=0.2)), STARS="true", STAR_PACKS=PACKS
    ):
        first = await purse.subscribe(await subscription(ann))
        await ann.sees("30 credits are yours, and again every month")
        await town.telegram_fault(method="editUserStarSubscription", kind="reset", times=2)
        await olivia.hears(f"/ban {ann.person} forever spam", "banned for ever")
        await ann.sees("Monthly ends on .* no more Stars are taken")
        assert "cancelled" in ((await purse.renews(first.charge)).refusal or "")


async def test_words_about_a_payment_reach_the_admins(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    async with town.bot(STARS="true", STAR_PACKS=PACKS):
        await olivia.ask("/start")
        await ann.hears("/paysupport", "Tell me here")
        await ann.hears("/paysupport I paid <b>twice</b>", "They'll answer you in this chat")
        letter = await olivia.sees(r"Ann asks about payments.*I paid <b>twice</b>")
        await olivia.press("Payments", letter)
        await olivia.sees("No payments yet")
        for _ in range(4):
            await ann.hears("/paysupport hello?", "They'll answer")
        await ann.hears("/paysupport hello?", "passed on enough for today")


async def test_the_power_goes_in_the_middle_of_a_purchase_and_of_a_refund(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    purse = Purse(town.telegram, ann)
    environment = town.environment(STARS="true", STAR_PACKS=PACKS)
    with a_bot(town, environment) as bot:
        await olivia.ask("/start")
        paid_for = await invoice(ann)
        await town.telegram_fault(method="answerPreCheckoutQuery", kind="hang")
        paying = asyncio.create_task(purse.pay(paid_for))
        await town.until(lambda: hangs(town, "answerPreCheckoutQuery"), "the question")
        bot.kill()
    await town.telegram_fault(method="sendMessage", kind="hang", chat=ann.chat)
    with a_bot(town, environment) as bot:
        assert (await paying).charge, "the question was still there"
        await town.until(lambda: hangs(town, "sendMessage"), "the receipt")
        bot.kill()
    await town.telegram.delete("/control/faults")
    with a_bot(town, environment) as bot:
        await ann.sees("Thank you! 100 credits")
        assert await extra(ann) == 100
        # Telegram has given the Stars back, and nobody has heard of it.
        await town.telegram_fault(method="refundStarPayment", kind="hang_after")
        await olivia.hears("/refund 1 yes sorry", "Telegram is giving")
        await town.until(lambda: gave_back(purse), "the Stars being back")
        bot.kill()
    with a_bot(town, environment):
        await ann.sees("50 Stars came back to you, and 100 credits")
        assert await extra(ann) == 0
        await olivia.hears("/refund 1", "given back already")
    assert await purse.stars() == 1000
    said = [message.text for message in await ann.told()]
    assert len([text for text in said if "Thank you!" in text]) == 1
    told = [text for text in said if "came back" in text]
    assert len(told) in (1, 2), "what was being sent when the power went may come once more"


def a_bot(town: Town, environment: dict[str, str]) -> AbstractContextManager[BotProcess]:
    return bot_process(environment, town.home, "tests.stories.quick_bot")


async def hangs(town: Town, method: str) -> bool:
    """Whether the newest call of a method gets no answer."""
    calls = await town.calls(method)
    return bool(calls) and calls[-1]["status"] == 0


async def gave_back(purse: Purse) -> bool:
    return await purse.stars() == 1000
