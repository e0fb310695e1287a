### Credits and settings. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

settings = ⚙️ <b>What new videos start with</b>
    Tap to change. You can still change each video on its card.
granted = 🎁 An admin gave you { $credits }. Have fun!
taken = An admin took back { $credits }.
refunded = 💛 An admin gave you { $credits } back for “{ $what }”. They stay until you use them.
retried = 🔁 “{ $what }” didn't work out, so an admin has started it again for you. It takes { $credits }; while it waits in line you can cancel it.
language-telegram = 📱 As in Telegram
language-choose = 🌐 <b>Which language shall I speak?</b>
key-language = 🌐 { $language }
