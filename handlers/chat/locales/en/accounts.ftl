### The PixVerse accounts, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

panel-accounts = 🎬 PixVerse
command-accounts = The PixVerse accounts
command-account = One PixVerse account
command-addaccount = Add a PixVerse account

accounts = 🎬 <b>PixVerse accounts</b>
accounts-none = I know of none yet. I look once a minute.
accounts-elsewhere = These are keys in the settings of the server, or stand at the provider. They are added and removed there.
account-row = { $sign } #{ $number } <b>{ $name }</b>{ $plan }
    { $facts }
account-credits-unknown = credits unknown
account-running = { $running } of { $most } running
account-success = { $percent }% worked out
account-record = { $percent }% worked out, in about { $time }
account-ours = { $n ->
    [one] One of the running videos is mine.
   *[other] { $n } of the running videos are mine.
}
account-seen = <i>As of { $time } ago.</i>
account-sign-fine = 🟢
account-sign-low = 🟡
account-sign-resting = 😴
account-sign-trouble = 🔴
account-sign-paused = ⏸
account-is-fine = It gets videos to make.
account-is-low = It has few credits left, so others go first. <code>/set low_credits</code> says what few is.
account-is-resting = It failed several times in a row, so others go first for { $time }.
account-is-trouble = It can't be used: { $why }
account-is-paused = It's paused: it finishes what it has begun and gets nothing new.

key-account = { $sign } { $name }
key-account-add = ➕ Add an account
key-account-pause = ⏸ Pause
key-account-resume = ▶️ Go on
key-account-jobs = 🔢 At once
key-account-mend = 🔑 Log in again
key-account-remove = 🗑 Remove
key-account-remove-really = 🗑 Yes, remove it
key-account-remove-again = 🔁 Try again
key-account-show = 🎬 Show it
key-password-drop = ✖️ Never mind

account-choose-jobs = How many videos may <b>{ $name }</b> make at once? Your PixVerse plan has a limit, too. I'll need its password once more for that.
account-remove = Remove <b>{ $name }</b>? Nothing new is made with it, and videos that it made can't be extended, changed or upscaled any more. The account at PixVerse itself stays as it is. A tap says yes, or <code>/account { $number } remove yes</code>.
account-not-removed = ⚠️ <b>{ $name } isn't removed yet.</b> The provider didn't say that it's done. I've paused the account, so nothing new is made with it. Try again, or let it go on from its page.
account-removed = ✅ <b>{ $name }</b> is removed.
account-usage = Tell me which, by its number: <code>/account 3</code> shows it. <code>/account 3 pause</code> lets it finish what it has begun and gives it nothing new, <code>resume</code> lets it go on, <code>jobs 5</code> says how many videos it may make at once, <code>repair</code> logs it in again, <code>remove</code> takes it away after one more question, which <code>remove yes</code> answers. /accounts lists them.
account-add-usage = Tell me its e-mail address and how many videos it may make at once (1 to 8): <code>/addaccount studio@example.com 3</code>
    Then I ask for the password. Only accounts with an e-mail address and a password work, not those that log in with Google, Apple or Discord.
account-add-no-password = Never send a password along with a command. To add an account, send me only its address and the number, in our private chat: <code>/addaccount studio@example.com 3</code>. Then I ask for the password.
account-no-password = Never send a password along with a command. Send me the command alone, in our private chat, such as <code>/account 3 repair</code>: then I ask for the password. /account says what else it can do.

password-ask = 🔑 Now send me the PixVerse password of <b>{ $name }</b>, as a message of its own. { $n ->
    [one] The account makes one video at a time then.
   *[other] The account makes { $n } videos at once then.
} I pass the password on to the provider, remove your message and keep it nowhere.
password-trying = 🔑 Logging in. That can take a minute…
password-done = ✅ <b>{ $name }</b> is logged in and ready.
password-wrong = PixVerse doesn't take that password. Please send it once more, or press “Never mind”.
password-lost = I was restarted just then, and I don't keep passwords. Please send it once more.
password-late = That question was too old, so I didn't use your message, in case it was the password: I've removed it and kept nothing. Please start again from /accounts. If it was a wish for a video, just send it again.
password-dropped = Fine, nothing was changed.

error-account-busy = { $jobs ->
    [one] One video is
   *[other] { $jobs } videos are
} being made with it. Pause it, and remove it when that's done.
error-account-refused = The provider doesn't take such an account. Please look at the e-mail address, and choose from 1 to 8 videos at once.
error-password-refused = PixVerse doesn't take that password.
error-account-not-removed = The provider did not say that { $name } is removed. It is paused meanwhile; please try again.
error-accounts-away = The provider doesn't answer, so I can't tell whether that worked. Please look at /accounts in a minute, and try again if it didn't.
error-accounts-elsewhere = These accounts are keys in the settings of the server, or stand at the provider. They are added and removed there.
error-no-account = That account isn't there any more. /accounts shows those that are.

alert-low_credits = 🪫 <b>The PixVerse account { $detail } is running low:</b> { $credits } left. Videos go to other accounts first. <code>/set low_credits</code> says when I tell you.
audit-account_added = added a PixVerse account
audit-account_put = logged in a PixVerse account again
audit-account_changed = changed how many jobs at once a PixVerse account does
audit-account_paused = paused a PixVerse account
audit-account_resumed = let a PixVerse account go on
audit-account_not_removed = tried to remove a PixVerse account
audit-account_removed = removed a PixVerse account
setting-low_credits = Credits below which a PixVerse account gets videos only if no other is left, and those who run the bot are told
