### In groups. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

in-private = 🤫 That's between you and me. Tap to see it in private.
key-in-private = 💬 Show it to me
