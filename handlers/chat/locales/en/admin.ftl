### Admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

admin-granted = ✅ { $name }: { $credits }. They can now spend { $left }.
admin-limit-set = ✅ { $name }: { $daily } a day, { $monthly } a month, { $jobs } at a time.
admin-grant-usage = Tell me who and how much: <code>/grant @name 100 a reason</code>
admin-limit-usage = Tell me who, which and how much: <code>/limit @name daily 500</code>. It can be daily, monthly or jobs; <code>default</code> instead of a number goes back to everybody's.
admin-only = That's for the admins of this bot.
admin-no-person = I don't know { $who }. They have to write to me once first; then their name or number works.
alert-account = ⚠️ <b>The PixVerse account { $detail } can't be used:</b> { $why } I try it again every ten minutes.
alert-provider_away = ⚠️ <b>I can't use the PixVerse service:</b> { $why } New videos wait until this is mended.
alert-unconfirmed = 🔍 <b>Job { $detail } is unconfirmed.</b> I can't tell whether PixVerse started (and charged) it. Its credits stay held and I keep looking. If you know it was never made, give the credits back:
alert-bug = 🐞 <b>Something broke</b> (number <code>{ $detail }</code>). The log has the details under that number; nothing was charged.
why-no_credits = it has no credits left.
why-unauthorized = the access token was refused. Check USEAPI_TOKEN.
why-account_locked = PixVerse reports a pending problem. Log in there, mend it and add the account again.
why-subscription_expired = the subscription has ended.
why-other = it answers with an error.
key-give-up = 💎 Give the credits back
admin-given-up = The credits of job { $job } are back with their owner.
admin-not-unconfirmed = That job has moved on by itself in the meantime.
