### Coming in. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

start = 👋 <b>Hi { $name }!</b>
    I turn words and pictures into short videos.

    ✍️ <b>Send me a sentence</b> and I'll film it.
    🖼 <b>Send me a photo</b> and I'll make it move.
    ✨ <b>Pick an effect</b> and watch what happens to your photo.

    You have <b>{ $credits }</b> to spend today.
key-effects = ✨ Browse effects
key-new = 🎬 New video
key-help = 💡 How it works

help = 💡 <b>How it works</b>

    1. Send words, a photo, or both (a photo with a caption). An album of up to seven photos becomes one film that goes from picture to picture.
    2. I show you a card. Tap anything on it to change it: model, quality, length, shape, sound.
    3. Tap <b>Generate</b>. I tell you how it's going and send the video here when it's ready.

    Every video costs credits; the card shows the price before you start. If a video fails, its credits come back by themselves.

    /effects – ready-made effects for your photos
    /jobs – your videos
    /quota – what you have left
    /settings – what new videos start with
    /cancel – drop what you're writing

    Your words and pictures go to PixVerse to make the video, and nowhere else.
help-team = 🔑 <b>For you who run the bot</b>
help-command = /{ $name } – { $what }

access-asked = 👋 Hi { $name }! This bot is by invitation. I've asked its admins to let you in and will write to you as soon as they decide.
access-waiting = Your request is with the admins. I'll write to you as soon as they decide.
access-refused = Sorry, the admins of this bot haven't let you in.
access-closed = Sorry, this bot isn't taking new people right now.
access-request = 🙋 <b>{ $name }</b> ({ $handle }) would like to use the bot.
key-allow = ✅ Allow
key-refuse = 🚫 Refuse
access-allowed-note = ✅ <b>{ $name }</b> may use the bot.
access-refused-note = 🚫 <b>{ $name }</b> was refused.
access-granted = 🎉 You're in! Send me a sentence or a photo and I'll make a video of it. /help shows how.
