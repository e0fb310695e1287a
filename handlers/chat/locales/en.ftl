### Everything the bot says in English.
### Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

## Names of things

credits = { $n ->
    [one] { $n } credit
   *[other] { $n } credits
}
seconds = { $n } s
minutes = { $n } min
hours = { $n } hours
days = { $n } days
sentence = { $words }
field-model = Model
field-quality = Quality
field-duration = Length
field-ratio = Shape
field-sound = Sound
field-preview = Preview
field-off_peak = Off-peak
value-on = on
value-off = off
value-auto = the effect's own
mode-text = Text to video
mode-image = Picture to video
mode-frames = First to last picture
mode-transition = Picture to picture
mode-effect = { $effect }

## Coming in

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
help-admin = 🔑 <b>For you as admin</b>
    <code>/grant @name 100 a reason</code> – give credits (a minus takes them)
    <code>/limit @name daily 500</code> – daily, monthly or jobs; <code>default</code> goes back

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

## Commands

command-start = Say hello
command-new = Start a new video
command-effects = Browse effects
command-jobs = Your videos
command-quota = What you have left
command-settings = What new videos start with
command-help = How it works
command-cancel = Drop what you're writing
command-grant = Give somebody credits
command-limit = Set somebody's limits
about = I turn words and pictures into videos with PixVerse. Send me a sentence or a photo.
about-short = Turns words and pictures into videos.

## The draft card

card-title-text = 🎬 <b>{ mode-text }</b>
card-title-image = 🎬 <b>{ mode-image }</b>
card-title-frames = 🎬 <b>{ mode-frames }</b>
card-title-transition = 🎬 <b>{ mode-transition }</b>
card-title-effect = ✨ <b>{ $effect }</b>
card-prompt = <blockquote expandable>{ $prompt }</blockquote>
card-pictures = 🖼 { $n ->
    [one] 1 picture
   *[other] { $n } pictures
}
card-pictures-frames = 🖼 2 pictures: from the first to the last
card-pictures-effect = 🖼 { $have } of { $need ->
    [one] 1 picture
   *[other] { $need } pictures
}
card-hint = 💡 { $hint }
card-price = 💎 <b>{ $price }</b> · you have { $left } left
card-price-about = 💎 <b>about { $price }</b> · you have { $left } left
card-short = ⚠️ That's more than you have left. /quota shows when you get more.
card-ask-prompt = ✍️ <b>What should happen in it?</b> Just write it, or send a photo.
card-ask-first-picture = 🖼 <b>Send me the photo</b> for this effect.
card-ask-first-of-two = 🖼 <b>Send me the first photo.</b> This effect plays with two.
card-ask-second-picture = 🖼 <b>Now the second photo.</b>
card-words-welcome = ✍️ Words are welcome too: just write what should happen.
card-options = ⚙️ { $options }
card-preview = a quick preview
card-off-peak = off-peak (cheaper, takes up to a day)
card-sound-on = with sound
card-sound-off = no sound
card-sound-auto = the effect's own sound
card-choose-model = Which model? Newer ones look better, v5-fast is quickest.
card-choose-quality = Which quality? More pixels cost more.
card-choose-duration = How long?
card-choose-ratio = Which shape? 9:16 fills a phone.
card-choose-sound = What about sound?
card-dropped = 🗑 Dropped. Send me something new whenever you like.
card-replaced = This one was replaced by a newer draft.
key-field = { $field }: { $value }
key-sound-on = 🔊 Sound: on
key-sound-off = 🔇 Sound: off
key-sound-auto = 🎵 Sound: its own
key-preview-on = ⚡ Preview: on
key-preview-off = ⚡ Preview: off
key-off-peak-on = 🌙 Off-peak: on
key-off-peak-off = 🌙 Off-peak: off
key-effect = ✨ Add an effect
key-effect-change = ✨ Another effect
key-effect-drop = ✖️ No effect
key-swap = 🔁 Swap the pictures
key-drop-pictures = 🗑 Remove { $n ->
    [one] the picture
   *[other] the pictures
}
key-generate = 🎬 Generate · { $credits }
key-generate-about = 🎬 Generate · about { $credits }
key-cancel = ✖️ Cancel
key-back = ⬅️ Back
key-chosen = ✅ { $value }

## Effects

effects-hot = 🔥 <b>Hot effects</b>
effects-new = 🆕 <b>New effects</b>
effects-all = ✨ <b>All effects</b>
effects-found = 🔎 <b>Effects for “{ $words }”</b>
effects-page = Page { $page } of { $pages }. Tap one to see it move.
effects-none = Nothing here yet.
effects-not-found = I found no effect for “{ $words }”. Try another word?
effects-loading = I'm still fetching the list of effects. Please try again in a minute.
effects-ask-words = 🔎 Which effect are you looking for? Write a word or two, like <i>hug</i> or <i>dance</i>.
key-hot = 🔥 Hot
key-new-effects = 🆕 New
key-all = ✨ All
key-search = 🔎 Search
key-previous = ◀️
key-next = ▶️
key-effect-row = { $name } · { $credits }
key-effect-row-two = 👥 { $name } · { $credits }
effect = ✨ <b>{ $name }</b>
effect-facts = { $pictures ->
    [one] 🖼 needs one photo
   *[other] 🖼 needs { $pictures } photos
} · ⏱ { $seconds } s · 💎 { $credits }
effect-facts-image = { $pictures ->
    [one] 🖼 needs one photo
   *[other] 🖼 needs { $pictures } photos
} · makes a picture · 💎 { $credits }
key-use-effect = 🎬 Use this effect
key-close = ⬅️ Back to the list

## Jobs

status-queued = ⏳ <b>In the queue</b>: number { $place }.
    { $what }
status-preparing = 📤 <b>Getting started…</b>
    { $what }
status-rendering = 🎬 <b>PixVerse is at work.</b> { $elapsed } so far{ $usual }.
    { $what }
status-usual = , usually about { $time }
status-off-peak = 🌙 <b>PixVerse makes it off-peak.</b> That can take up to a day; I'll send it here.
    { $what }
status-unconfirmed = 🔍 <b>I'm checking whether PixVerse got this one.</b> Your credits are safe meanwhile.
    { $what }
status-ready = ✅ <b>Ready</b> after { $time }.
    { $what }
status-failed = ❌ <b>This one didn't work out.</b> { $credits } are back.
    { $what }
status-cancelled = ✖️ <b>Cancelled.</b> { $credits } are back.
    { $what }
status-left = ✖️ <b>Stopped.</b> PixVerse had already begun, so { $credits } stay spent.
    { $what }
key-cancel-queued = ✖️ Cancel, credits come back
key-cancel-rendering = ✖️ Stop (the credits stay spent)
toast-started = On its way!
toast-already-started = It's already on its way.
toast-cancelled = Cancelled. Your credits are back.
toast-left = Stopped. PixVerse had already begun, so the credits stay spent.
toast-again = Once more!
toast-sending = Sending it again.
toast-nothing-to-send = There is nothing to send for this one.
toast-changed = Here it is again, to change as you like.

result-caption = { $prompt }
result-facts = <i>{ $facts }</i>
key-again = 🔁 Again
key-change = ✏️ Change
result-link = 🎬 <b>Your video is ready</b>, but Telegram doesn't take it. You can get it here:
    { $url }

failure = 😕 <b>{ $why }</b>
    Your { $credits } are back. Nothing was charged.
failure-moderated = PixVerse's moderation turned this down. Other words or another picture may pass.
failure-invalid = PixVerse didn't take this as it is. Try other settings or another picture.
failure-no_credits = The bot's PixVerse account has run out of credits. Its admins have been told.
failure-unauthorized = The bot can't reach its PixVerse account. Its admins have been told.
failure-account_locked = The bot's PixVerse account needs attention. Its admins have been told.
failure-subscription_expired = The bot's PixVerse subscription has ended. Its admins have been told.
failure-busy = PixVerse is too busy right now. Please try again in a few minutes.
failure-bad_picture = I couldn't open that picture: it seems to be damaged. Please send it again or try another one.
failure-picture_gone = Telegram no longer has that picture. Please send it again.
failure-unreachable = I couldn't reach PixVerse, though I tried several times. Please try again later.
failure-render_failed = PixVerse couldn't make this one. Trying again often helps.
failure-lost = PixVerse lost this one on the way.
failure-given_up = We couldn't find out what became of this one.

jobs-title = 🗂 <b>Your videos</b>
jobs-none = You have no videos yet. Send me a sentence or a photo and we'll make one!
jobs-row = { $icon } { $what }
    <i>{ $when } · { $state }</i>
state-queued = in the queue
state-uploading = getting started
state-submitting = getting started
state-unconfirmed = being checked
state-generating = in the making
state-delivering = on its way to you
state-delivered = done
state-undeliverable = done, waiting for you
state-failed = didn't work out
state-cancelled = cancelled
key-resend = ▶️ { $what }

## Credits and settings

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

## Admins

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

## When something is in the way

error-draft-gone = That draft is gone. Send me words or a photo and we'll start a new one.
error-not-yours = This one belongs to somebody else. Send me your own words or photo!
error-stale = That button is from an older version of me. /start gets you going again.
error-not-a-choice = That choice isn't there any more. Tap Back to see what is.
error-prompt-too-long = That's a little too long: { $length } characters, and PixVerse takes { $limit } at most. Could you shorten it?
error-prompt-empty = I couldn't find any words in that. What should happen in the video?
error-too-many-pictures = { $limit ->
    [one] One picture is all this effect takes, so I kept the first one.
    [2] Two pictures are all this effect takes, so I kept the first two.
   *[other] { $limit } pictures are the most one video can take, so I kept the first { $limit }.
}
error-effect-gone = PixVerse doesn't offer that effect any more. /effects shows what's there.
error-not-enough = This costs { $price }, and you have { $left } left. You get more in { $when }. Fewer seconds or a lower quality cost less.
error-bot-budget = The bot has used up its credits for today. Please try again tomorrow.
error-too-late = Too late for that: it has already moved on.
error-no-job = I can't find that one any more.
error-missing-prompt = First tell me what should happen.
error-missing-picture = First send me the photo for it.
error-bug = Something went wrong on my side (number { $id }). The admins have been told; nothing was charged. Please try again.
edit-too-late = I've already used those words. Send new ones to change the draft.
nothing-to-cancel = There's nothing to cancel. Videos that are already being made have their own Cancel button.

## Things I can't use

file-too-big = That file is too big for me: { $size } MB, and Telegram lets me fetch { $limit } MB at most. Please send it as a photo, or smaller.
file-no-picture = I can't use that kind of file. Send me a photo, or an image file like JPEG or PNG.
unsupported-animation = GIFs already move! Send me a still picture and I'll bring it to life.
unsupported-sticker = Nice sticker! I can't film it though. Send me a photo or describe a scene in words.
unsupported-voice = I can't listen yet. Please write what you'd like to see, or send a photo.
unsupported-video = I can't work with videos yet. Send me a photo or describe a scene in words.
unsupported-audio = I can't use sound files yet. Send me words or a photo.
unsupported-place = I can't travel there, but describe the place and I'll film it.
unsupported-poll = I don't vote, but I make videos! Send me words or a photo.
unsupported-contact = I keep no address book. Send me words or a photo.
unsupported-other = I don't know what to do with that. Send me words or a photo and I'll make a video.
