### Jobs. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

status-queued = ⏳ <b>In the queue</b>: number { $place }.
    { $what }
status-queued-paused = ⏸ <b>In the queue</b>: number { $place }. The queue is paused; it goes on by itself.
    { $what }
status-preparing = 📤 <b>Getting started…</b>
    { $what }
status-rendering = 🎬 <b>PixVerse is at work.</b> { $elapsed } so far{ $usual }.
    { $what }
status-begun = 🎬 <b>PixVerse is at work.</b> I'll send it here.
    { $what }
status-begun-usual = 🎬 <b>PixVerse is at work.</b> It usually takes about { $time }.
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
toast-look-again = Something about this has changed meanwhile. Have a look, then tap Generate again.
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
key-again = 🔁 Again 💎 { $credits }
key-change = ✏️ Change
result-link = 🎬 <b>It's ready</b>, but Telegram doesn't take it. You can get it here:
    { $url }
result-kept = 🎬 <b>It's ready</b>, but Telegram does not take its file. Please write to those who run this bot: they have it as number { $job }.

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
failure-bad_sound = I couldn't hear anything in that: it has no sound, or is damaged. Please send it again or try another one.
failure-bad_video = I couldn't open that video: it seems to be damaged, or isn't one that I can read. Please send it again or try another one.
failure-file_gone = Telegram no longer has what you sent. Please send it again.
failure-too_long = That lasts longer than PixVerse takes here. Please send a shorter one.
failure-too_large = That file is too large. Please send a smaller one.
failure-not_activated = This effect isn't available here at the moment. The bot's admins have been told; the other effects work.
failure-unreachable = I couldn't reach PixVerse, though I tried several times. Please try again later.
failure-render_failed = PixVerse couldn't make this one. Trying again often helps.
failure-lost = PixVerse lost this one on the way.
failure-given_up = We couldn't find out what became of this one.
failure-called_off = An admin of this bot called this one off.

jobs-title = 🗂 <b>Your videos</b>
jobs-none = You have no videos yet. Send me a sentence or a photo and we'll make one!
jobs-row = { $icon } { $what }
    <i>{ $when } · { $state }</i>
jobs-entry = <b>{ $number }</b> { $row }
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
key-full-quality = ✨ Full quality
key-same-seed = 🎲 Same seed
