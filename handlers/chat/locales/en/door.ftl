### Coming in. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

start = 👋 <b>Hi { $name }!</b>
    I turn words and pictures into short videos.

    ✍️ <b>Send me a sentence</b> and I'll film it.
start-photo = 🖼 <b>Send me a photo</b> and I'll make it move.
start-effect = ✨ <b>Pick an effect</b> and watch what happens to your photo.
start-still = 🎨 <b>/picture</b> makes a picture of your words, and of photos to go by.
start-video = 🎞 <b>Reply to a video</b> with words or your voice, and it goes on, changes or speaks.
start-credits = You have <b>{ $credits }</b> to spend today.
key-effects = ✨ Browse effects
key-new = 🎬 New video
key-new-still = 🖼 New picture
key-help = 💡 How it works

help = 💡 <b>How it works</b>

    1. Send words, a photo, or both (a photo with a caption). { $album }
    2. I show you a card. Tap anything on it to change it: model, quality, length, shape, sound.
    3. Tap <b>Generate</b>. I tell you how it's going and send the video here when it's ready.
help-album = An album of up to seven photos becomes one film that goes from picture to picture.
help-video = 4. Reply to it with words, and it goes on or changes; with a voice note, and it speaks. Your own videos work too: just send one.
help-costs = Every video costs credits; the card shows the price before you start. If a video fails, its credits come back by themselves.
help-effects = /effects – ready-made effects for your photos
help-still = /picture – a picture instead of a video
help-list = <blockquote expandable>{ $commands }</blockquote>
help-commands = /jobs – your videos
    /quota – what you have left
    /history – every change of your credits, and your data as a file
    /settings – what new videos start with
    /cancel – drop what you're writing
    /forgetme – erase what I know about you
help-privacy = Your words, pictures, videos and voices go to PixVerse to make the video, and nowhere else.
help-privacy-checked = Your words, pictures, videos and voices go to PixVerse to make the video. Before that, the words alone go to a service that checks them.
help-team = 🔑 <b>For you who run the bot</b>: /admin opens the panel. The menu lists what can be typed as well.

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

access-by-link = 👋 Hi { $name }! I'm for invited people only. If somebody here gives you an invitation link, tap it and you're in.
invite-joined = { $credits ->
    [0] 🎉 <b>You're in!</b> Your invitation worked.
    [one] 🎉 <b>You're in!</b> Your invitation comes with { $credits } credit.
   *[other] 🎉 <b>You're in!</b> Your invitation comes with { $credits } credits.
}
invite-no_such = I don't know that invitation link. Perhaps a piece of it is missing? Ask for it once more.
invite-used_up = That invitation has been used up. Ask whoever gave it to you for a new one.
invite-ended = That invitation has expired. Ask whoever gave it to you for a new one.
invite-revoked = That invitation was taken back. Ask whoever gave it to you for a new one.

banned-until = ⛔ You can't use this bot until { $until }.{ $why }
banned-for-ever = ⛔ You can't use this bot any more.{ $why }
error-banned = ⛔ You can't use this bot.
banned-why = {" "}The reason: { $reason }
banned-jobs = What you had waiting is cancelled and its credits are back. A video that is being made already still arrives.
unbanned = 👋 Welcome back! You can use this bot again.
letter-head = ✉️ <b>A message from the admins of this bot.</b> Answers here don't reach them.
role-given-admin = 🔑 You're an admin of this bot now. /admin opens your panel.
role-given-support = 🔑 You're support of this bot now. /admin opens your panel.
role-taken = You don't help to run this bot any more. You can go on making videos. Thank you!

friend-link = 🤝 <b>Bring a friend!</b>
    When somebody new comes by this link and makes their first video, you both get { $credits ->
        [one] one credit
       *[other] { $credits } credits
    }:
    { $link }

    { $brought ->
        [0] Nobody has come by it yet.
        [one] One friend has come by it.
       *[other] { $brought } friends have come by it.
    }
friend-nothing = There's no reward for bringing friends at the moment.
friend-reward = 🤝 { $name }, who came by your link, has made a first video. You get { $credits }. Thank you!
friend-reward-newcomer = 🤝 That was your first video here! You came by a friend's link, so you both get { $credits }.

group-asked = 👋 I only answer in groups that my admins have allowed. I've asked them about this one.
group-silent = I don't answer in this group. Write to me in private!
group-opened = 🎉 My admins say yes: I answer here now. Mention me, reply to me or use a command.
