### Plans, what is sold, and payments, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

panel-plans = 🎟 Plans
panel-shop = ⭐ Shop
plans = 🎟 <b>Plans</b>: groups of people with limits of their own
plans-none = There are none yet: everybody has what the settings say.
key-plan = { $name } ({ $n })
key-plan-newcomers = ⭐ { $name } ({ $n })
key-plan-new = ➕ New plan
plan = 🎟 <b>{ $name }</b>, { $n ->
    [0] nobody is in it
    [one] one person
   *[other] { $n } people
}
plan-newcomers = ⭐ Newcomers start in it.
plan-how = Tap a value to change it, or type <code>/plan { $name } daily 500</code>.
key-plan-daily = A day: { $value }
key-plan-monthly = A month: { $value }
key-plan-jobs = At a time: { $value }
key-plan-cap = All together a day: { $value }
key-plan-mode = Ways: { $value }
key-plan-quality = Qualities: { $value }
key-plan-model = Models: { $value }
key-newcomers-on = ⭐ For newcomers
key-newcomers-off = ✖️ Not for newcomers
key-plan-remove = 🗑 Remove
plan-as-settings = as the settings
plan-no-cap = no cap
plan-all = all
plan-nothing = none
plan-choose-daily = How many credits may each person in { $name } spend a day?
plan-choose-monthly = How many credits may each person in { $name } spend a month?
plan-choose-jobs = How many videos of one person in { $name } may be made at a time?
plan-choose-cap = How many credits may everybody in { $name } together spend a day?
plan-choose-mode = Which ways to make a video does { $name } include?
plan-choose-quality = Which qualities does { $name } include?
plan-choose-model = Which models does { $name } include?
key-plan-all = ✅ All, also what comes later
plan-ask-remove = Shall the plan { $name } go? { $n ->
    [0] Nobody is in it.
    [one] The one person in it goes back to what the settings say.
   *[other] The { $n } people in it go back to what the settings say.
} A tap says yes, or <code>/plan remove { $name } yes</code>.
plan-given = ✅ { $who } is in { $name } now and can spend { $left }.
plan-taken = ✅ { $who } is in no plan now and can spend { $left }.
errand-plan = ➕ What's it called? One word, like <i>pro</i>.
admin-wrong-plan-name = A plan's name is one word of up to 24 letters, digits, - and _, and none of those that /plan understands: give, newcomers, remove, none, default, all. Please choose another.
admin-plan-usage = For example:
    <code>/plan pro daily 500 monthly 5000 jobs 3</code>
    <code>/plan pro cap 10000 models v5,v5.6 qualities all modes text,image</code>
    <code>/plan give @name pro</code> · <code>/plan newcomers pro</code> · <code>/plan remove pro</code>
    <code>default</code> goes back to what the settings say. /plans lists them.
key-payments = ⭐ Payments
key-to-person = ⬅️ The person

packs-open = ⭐ <b>For sale</b>
packs-closed = ⭐ <b>The shop is closed.</b>
key-shop-open = ⭐ Open it
key-shop-close = ⭐ Close it
packs-none = Nothing yet.
pack-row = • <b>{ $name }</b>: { $what }
packs-how = <code>/pack Small 100 50</code> sells 100 credits for 50 Stars, and changes what has that name; add <code>monthly</code> for a subscription. Whoever has an invoice with an older price can't pay it any more.
key-pack-withdraw = 🗑 { $name }
key-pack-new = ➕ Sell something
errand-pack = ➕ What's for sale? Name, credits and Stars, like <i>Small 100 50</i> or <i>Monthly 1000 400 monthly</i>.
admin-pack-usage = Name, credits and Stars: <code>/pack Small 100 50</code>, or <code>/pack Monthly 1000 400 monthly</code>. <code>/pack remove Small</code> stops selling it.
admin-wrong-pack = Telegram doesn't take that: a name of up to 32 letters, at least one credit, and 1 to 100,000 Stars (10,000 a month).
admin-refund-usage = Which payment? <code>/refund 17</code> with its number or its receipt's code asks once more, <code>/refund 17 yes a reason</code> answers; or <code>/refund @name</code> to choose.
payments = ⭐ <b>Payments</b>, newest first
payments-none = No payments yet.
payment-row = <b>{ $number }</b> · { $when } · ⭐ { $stars } for { $credits } · { $state }
    <code>{ $charge }</code>
payment-paid = paid
payment-refunding = being given back
payment-refunded = given back
key-refund = ↩️ Give { $number } back
refund-ask = Shall the { $stars } Stars of payment { $number } go back? Its { $credits } go with them; what was spent of them already is settled by the person's next extra credits. A tap says yes, or <code>/refund { $number } yes</code> with a reason behind it.
key-refund-now = ↩️ Yes, give them back
refund-begun = ↩️ Telegram is giving the { $stars } Stars of payment { $number } back. The person hears of it, and you do if it fails.
support-wanted = 💬 <b>{ $name }</b> asks about payments ({ $n } so far):
    <blockquote>{ $words }</blockquote>
