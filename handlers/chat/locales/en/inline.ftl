### What is found by typing the bot's name in any chat. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

key-try-effect = ✨ Try it with your photo
key-make-own = 🎬 Make your own
key-share-video = 📤 Share
inline-start = 👋 Make your own videos
inline-nothing = Nothing found. Shall we make something?
