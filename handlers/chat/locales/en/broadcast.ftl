### Broadcasts, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

panel-broadcast = 📣 Broadcast
broadcast-how = 📣 <b>Broadcasts</b>
    Write me the message as everybody should see it: words, a picture, a video, a voice message or anything else, but no album. Then answer it with /broadcast: I show you a preview and ask whom it is for.
broadcast-usage = Write me the message first, of any kind, then answer it with /broadcast. Nothing goes out before you have seen a preview.
broadcast-album = That is part of an album, and I send one message at a time: people would get one picture of it only. Write me a single message, then answer it with /broadcast. Nothing went out.
broadcast-uncopyable = I can't copy that message: it is gone, or of a kind that Telegram lets nobody copy, such as an invoice or a notice. Write me another one, then answer it with /broadcast. Nothing went out.
broadcast-stop-usage = None is on its way. <code>/broadcast stop</code> stops the newest that is, <code>/broadcast stop 3</code> the one with that number.
broadcast-aim = ⬆️ <b>This is what they will see.</b> Who shall get it?
broadcast-confirm = 📣 <b>{ $who }</b>: { $n ->
    [one] 1 person
   *[other] { $n } people
}. Shall I send it?
broadcast-dropped = 🗑 Not sent to anybody.
broadcast-is-running = { $icon } <b>On its way</b> (#{ $number }, { $who }): { $sent } of { $total } have it, { $blocked } have blocked me, { $failed } failed.
broadcast-is-stopped = { $icon } <b>Stopped</b> (#{ $number }, { $who }): { $sent } of { $total } have it.
broadcast-is-done = { $icon } <b>Done</b> (#{ $number }, { $who }): { $sent } of { $total } have it, { $blocked } have blocked me, { $failed } failed.
audience-all = Everybody
audience-active = Active in the last 30 days
audience-plan = Plan { $value }
audience-language = Language { $value }
key-audience = { $who } · { $n }
key-broadcast-send = 📣 Send to { $n }
key-broadcast-drop = ✖️ Don't send
key-broadcast-stop = ✋ Stop it
key-refresh = 🔄 Refresh
error-no-broadcast = I can't find that broadcast any more.
command-broadcast = Write to many at once
audit-broadcast_started = started a broadcast
audit-broadcast_stopped = stopped a broadcast
