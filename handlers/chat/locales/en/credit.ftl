### Credits: what is left, what it was spent on, plans, payments. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

quota = 💎 <b>You can spend { $left } now.</b>
quota-today = Today: { $used } of { $most } used; it starts anew in { $when }, at midnight ({ $city }).
quota-month = This month: { $used } of { $most } used; it starts anew in { $when }.
quota-extra = Extra: { $credits }, used after those of today.
quota-ending = • { $credits } of them end in { $when }
quota-debt = ⚠️ { $credits } of a payment that was given back had been spent already. The next extra credits settle that first.
quota-jobs = { $n ->
    [one] One video of yours is made at a time; more wait in line.
   *[other] { $n } videos of yours are made at a time; more wait in line.
}
quota-lately = <b>Your latest videos</b>
quota-cost = • { $price } · { $what }
quota-cost-back = • <s>{ $price }</s> given back · { $what }
key-quota = 💎 What's left
key-ledger = 📜 Every change

ledger = 📜 <b>Every change of your credits</b>, newest first
ledger-empty = 📜 Nothing has changed yet: you have spent nothing and got nothing.
ledger-held = <i>{ $when }</i> −{ $credits } set aside{ $about }
ledger-spent = <i>{ $when }</i> { $credits } set aside, now spent{ $about }
ledger-released = <i>{ $when }</i> +{ $credits } back{ $about }
ledger-granted = <i>{ $when }</i> +{ $credits } given to you{ $about }
ledger-taken = <i>{ $when }</i> −{ $credits } taken back{ $about }
ledger-bought = <i>{ $when }</i> +{ $credits } bought{ $about }
ledger-refunded = <i>{ $when }</i> −{ $credits } went back with their Stars{ $about }
ledger-given-back = <i>{ $when }</i> +{ $credits } given back by an admin{ $about }
ledger-expired = <i>{ $when }</i> −{ $credits } ended{ $about }
ledger-about = {" "}· { $what }
key-export = 💾 Export my data
export-caption = Everything I know about you. /forgetme erases it, and says first what has to stay.

key-zone = 🕐 Time zone
zone = 🕐 <b>Your days begin at midnight in { $city }</b>, where it's { $clock } now. Where do you live?
key-zone-other = ✍️ Somewhere else
key-zone-bot = 🤖 As the bot
zone-ask = ✍️ Which city or time zone? Write its name, like <i>Lisbon</i> or <i>Asia/Tashkent</i>, or simply what your clock shows now, like <i>14:35</i>.
zone-which = 🕐 <b>There it's that late now.</b> Which one is nearest to you?
zone-none = Nowhere in the world is it that late now. Please look again, or write the name of a large city near you.
zone-chosen = ✅ Your days begin at midnight in { $city }, where it's { $clock } now. Today's credits are the same as before; the next ones come at midnight there.
zone-unknown = I don't know a time zone called “{ $words }”. The name of a large city near you may do, or what your clock shows.

forget = 🗑 <b>Shall I forget you?</b>

    <b>This goes:</b> your name, your settings and habits, your drafts, and of every video the words, the pictures and the way to it. Your list of videos is empty then.

    <b>This stays, under your number alone,</b> since the books have to be right, today's credits don't come twice, and the rules go on:
    • what you spent and paid, and what you were given: by admins, for friends, as support;
    • your plan and the limits of your own;
    • wishes that were turned down, pauses, a refusal, and a ban with its reason; what you reported, and which invitation you came by;
    • what admins did about you, without their words, and what you did if you helped to run the bot;
    • when we met and last talked.

    <b>This I can't reach:</b> our messages in this chat (delete the chat yourself), and the videos at PixVerse.
forget-extra = { "" }
    Your { $credits } stay yours if you come back.
forget-role = { "" }
    { $role ->
        [owner] You stay an owner of this bot: its settings on the server say so.
       *[other] You help to run this bot: that role goes, too, and only an owner can give it again.
    }
forget-ask = There's no way back. The export shows you first what I know.
key-forget = 🗑 Yes, forget me
key-keep = ✖️ No
forgotten = 🕊 Done. I don't know you any more, except for what I said stays. If you write to me, we get to know each other anew, and that still counts.
not-forgotten = Good. Everything stays as it is.

error-plan-budget = Everybody in your plan together has used up today's credits. Please try again tomorrow.
error-not-in-plan-mode = Your plan doesn't include this way of making a video. Words or a single photo may work.
error-not-in-plan-quality = Your plan doesn't include { $value }. Tap Quality on the card to pick another one.
error-not-in-plan-model = Your plan doesn't include the model { $value }. Tap Model on the card to pick another one.
error-shop-closed = Nothing is for sale here right now.
error-pack-gone = That isn't sold any more, or not for that price. /buy shows what there is.
error-invoice-old = This invoice has been lying about for too long. /buy makes a fresh one.
error-already-subscribed = You have this subscription already. /buy shows until when.
error-still-running = Some of your videos are still being made. Please wait until they're done, or cancel them, and try again.
admin-no-payment = I don't know that payment. The receipt has its code.
admin-no-pack = Nothing of that name is for sale. /packs shows what is.
admin-no-plan = There's no plan of that name. /plans lists them.
admin-already-refunded = That payment is given back already, or on its way.

paid = ⭐ <b>Thank you!</b> { $credits } are yours.
    { $stars } Stars · receipt <code>{ $charge }</code>
    /paysupport if anything is wrong.
paid-monthly = ⭐ <b>Thank you!</b> { $credits } are yours, and again every month. Paid until { $until }.
    { $stars } Stars · receipt <code>{ $charge }</code>
    /buy shows your subscription and stops it, /paysupport if anything is wrong.
paid-back = ⭐ { $stars } Stars came back to you, and { $credits } went with them. /history shows the details.
refund-failed = ⚠️ <b>Telegram doesn't give the Stars of <code>{ $charge }</code> back:</b> { $why }
    The payment stands, and its credits too.

key-buy = ⭐ Buy credits
shop = ⭐ <b>Credits for Telegram Stars</b>
    They are used after your free ones, and { $lasts }.
shop-stays = stay until you use them
shop-lasts = { $n ->
    [one] end after a day
   *[other] end after { $n } days
}
shop-subscriptions = 🔁 <b>Your subscriptions</b>
shop-subscription = • { $name }: { $credits } a month, paid until { $until }
shop-subscription-ends = • { $name }: { $credits } a month, ends on { $until }
shop-help = /paysupport if anything is wrong, /terms for the rules.
key-pack = { $credits } · ⭐ { $stars }
key-pack-monthly = 🔁 { $credits } a month · ⭐ { $stars }
key-stop = ✖️ Stop { $name }
shop-subscribe = 🔁 <b>{ $credits } every month</b> for ⭐ { $stars } a month. Telegram renews it by itself until you stop it, here with /buy or in your Stars settings.
key-subscribe = ⭐ Subscribe for { $stars }
shop-ask-stop = Shall this subscription end? What is paid for stays yours; Telegram takes no more Stars for it.
key-stop-now = ✖️ Yes, stop it
shop-stopped = ✅ { $name } ends on { $until }. Your credits stay.
subscription-stopped = 🔁 { $name } ends on { $until } and is not renewed: no more Stars are taken for it.
invoice = { $n ->
    [one] One credit for videos.
   *[other] { $n } credits for videos.
}
invoice-monthly = { $n ->
    [one] One credit for videos every month.
   *[other] { $n } credits for videos every month.
}
checkout-not-you = You can't buy credits here at the moment. No Stars were taken.
checkout-trouble = Something went wrong on my side. No Stars were taken; please try again in a while.
error-telegram-away = Telegram didn't answer me. Please try again in a minute.
error-too-many-wishes = I've passed on enough for today. The admins have your messages.
paysupport = 💬 <b>Something wrong with a payment?</b>
    Tell me here: <code>/paysupport</code> and then what happened. The admins of this bot get your words with a list of your payments and answer you in this chat.

    A payment without credits is usually noticed within a day, by itself. Telegram's own support can't help with purchases from this bot.
paysupport-sent = 💬 The admins have it. They'll answer you in this chat.
