### Broadcasts, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

panel-broadcast = 📣 Broadcast
broadcast-how = 📣 <b>Broadcasts</b>
    Write me the message as everybody should see it: words, a picture, an album, a video, a voice message or anything else. Then answer it with /broadcast: I show you a preview and ask whom it is for.
broadcast-usage = Write me the message first, of any kind, then answer it with /broadcast. Nothing goes out before you have seen a preview.
    Below it you can tap, or type: <code>/broadcast to all</code> says whom it is for, <code>/broadcast send</code> sends it, <code>/broadcast drop</code> doesn't, <code>/broadcast stop</code> stops the one that is on its way.
broadcast-to-usage = I don't know whom you mean by { $who }. It can be for <code>all</code>, <code>active</code> (who made a video in the last 30 days), a language ({ $languages }) or a plan by its name: <code>/broadcast to active</code>
broadcast-album-unknown = I don't know any more what belongs to that album: I remember those that you sent me in the last 30 days. Send it to me again, then answer it with /broadcast. Nothing went out.
broadcast-album-incomplete = Of the { $there } messages in that album I could copy { $copied } only: the others were deleted, or are of a kind that Telegram lets nobody copy. Send me the album again as it should be, then answer it with /broadcast. Nothing went out.
broadcast-uncopyable = I can't copy that message: it is gone, or of a kind that Telegram lets nobody copy, such as an invoice or a notice. Write me another one, then answer it with /broadcast. Nothing went out.
broadcast-stop-usage = None is on its way. <code>/broadcast stop</code> stops the newest that is, <code>/broadcast stop 3</code> the one with that number.
broadcast-aim = ⬆️ <b>This is what they will see.</b> Who shall get it?
    <i>If you edit your message later, whoever hasn't got it yet gets it as it is then.</i>
broadcast-confirm = 📣 <b>{ $who }</b>: { $n ->
    [one] 1 person
   *[other] { $n } people
}. Shall I send it? A tap says yes, or <code>/broadcast send</code>.
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
error-nothing-drafted = There is nothing to send or to drop. Write me the message, then answer it with /broadcast.
error-not-aimed = Say first whom it is for: /broadcast to all, or tap it below the preview. Then you see how many they are.
error-no-broadcast = I can't find that broadcast any more.
command-broadcast = Write to many at once
audit-broadcast_started = started a broadcast
audit-broadcast_stopped = stopped a broadcast
