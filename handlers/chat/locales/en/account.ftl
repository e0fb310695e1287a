### Credits and settings. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

quota = 💎 <b>You can spend { $left } now.</b>

    Today: { $usedToday } of { $daily } used
    This month: { $usedMonth } of { $monthly } used{ $granted }

    Your daily credits come back at midnight UTC.
quota-granted = {"\u000A"}Extra: { $credits } that don't expire
quota-jobs = { $n ->
    [one] One video of yours is made at a time; more wait in line.
   *[other] { $n } videos of yours are made at a time; more wait in line.
}
settings = ⚙️ <b>What new videos start with</b>
    Tap to change. You can still change each video on its card.
granted = 🎁 An admin gave you { $credits }. Have fun!
taken = An admin took back { $credits }.
language = 🇬🇧 English
language-telegram = 📱 As in Telegram
language-choose = 🌐 <b>Which language shall I speak?</b>
key-language = 🌐 { $language }
