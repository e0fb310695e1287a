### Live settings, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

live-settings = 🎛 <b>Settings of the bot</b>
    What you change holds at once, and after a restart too.
live-setting = <code>{ $name }</code> = <b>{ $value }</b>
    <i>{ $meaning }</i>
live-setting-changed = ✏️ <code>{ $name }</code> = <b>{ $value }</b> (was { $default })
    <i>{ $meaning }</i>
live-settings-how = You can type as well: <code>/set daily_credits 500</code>, and <code>/unset daily_credits</code> to go back to what the server's settings say.
settings-names = <b>{ $topic }</b>: { $names }
live-setting-how = Change it: <code>/set { $name } { $example }</code>
live-setting-set = ✅ <code>{ $name }</code> is now <b>{ $value }</b>.
live-setting-unset = ✅ <code>{ $name }</code> is back to <b>{ $value }</b>.
errand-setting = ✏️ What shall <code>{ $name }</code> be? Send me the value, such as <code>{ $example }</code>. /cancel leaves it as it is.
panel-settings = 🎛 Settings
settings-topic = <b>{ $topic }</b>
settings-people = 👥 People
settings-credits = 💎 Allowances
settings-prices = 🏷 Prices and Stars
settings-offer = 🎬 Models and ways
settings-moderation = 🛡 Moderation
settings-quiet = 🌙 Quiet hours
settings-offered = 🎬 <b>What people can choose</b>
    Tap to switch ways and models on (✅) or off (🚫). What PixVerse has but nobody has proved to work is off by itself.
key-setting = { $name } = { $value }
key-setting-type = ✏️ Type a value
key-setting-reset = ↩️ As on the server
key-offered = ✅ { $what }
key-not-offered = 🚫 { $what }
live-unset-usage = Tell me which: <code>/unset daily_credits</code>. /set lists them all.

setting-off = Models and ways to make videos that nobody gets to see, by their names in the provider's table: v5, transition, ...
setting-on = Those that are off by themselves, because nobody has proved them, and are to be offered
setting-price_markup = Per cent that people pay on top of PixVerse's price; below 0: less
setting-fixed_prices = Credits that people pay whatever PixVerse takes, for a way to make videos or for one effect by its number: lipsync=60, 302325299692608=20
setting-access = Who may use the bot: approval (an admin lets people in), open (everybody), invite or closed
setting-daily_credits = Credits that a person may spend per day
setting-monthly_credits = Credits that a person may spend per month
setting-max_running_jobs = Videos of one person that may be in the making at once
setting-bot_daily_credits = Credits that all people together may spend per day; none: no limit
setting-maintenance = on: nobody can start a new video and everybody is told so; running ones are finished and delivered
setting-maintenance_message = What people are told meanwhile; without one I say that I'm being looked after
setting-queue_paused = on: videos that wait are not begun until it is off again; running ones go on
setting-referral_credits = Credits that somebody and the friend they brought both get after the friend's first video; 0: none
setting-groups = Groups in which I answer: all, allowed (by an admin), none, or auto (all while everybody may come in, else allowed)
setting-support_daily_grants = Credits that somebody with the role support may give away per day
setting-stars = on: people can buy credits with Telegram Stars; /packs shows what
setting-bought_credits_days = Days after which bought credits end if nobody has used them; none: never
setting-time_zone = Whose midnights count for everybody who has not chosen a time zone, and for the bot's own day

error-no-setting = There is no setting called { $name }. /set lists them all.
error-unknown-names = I don't know { $names }, so nothing has changed. There are: { $known }.
error-wrong-number = { $setting } must be a whole number from { $low } to { $high }. For example: /set { $setting } { $example }
error-wrong-number-or-none = { $setting } must be a whole number from { $low } to { $high }, or the word none. For example: /set { $setting } { $example }
error-wrong-switch = { $setting } can be on or off. For example: /set { $setting } { $example }
error-wrong-words = { $setting } can be { $longest } characters long at most. For example: /set { $setting } { $example }
error-wrong-names = { $setting } are names with commas between them, or the word nothing. For example: /set { $setting } { $example }
error-wrong-prices = { $setting } are names with their credits (1 to { $high }) and commas between them, or the word nothing. For example: /set { $setting } { $example }
error-wrong-choice = { $setting } must be one of these: { $words }. For example: /set { $setting } { $example }
error-wrong-zone = { $setting } must be the name of a time zone. For example: /set { $setting } { $example }
