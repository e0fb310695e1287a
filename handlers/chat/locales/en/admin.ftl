### Running the bot, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

admin-granted = ✅ { $name }: { $credits }. They can now spend { $left }.
admin-limit-set = ✅ { $name }: { $daily } a day, { $monthly } a month, { $jobs } at a time.
admin-grant-usage = Tell me who and how much: <code>/grant @name 100 a reason</code>
admin-limit-usage = Tell me who, which and how much: <code>/limit @name daily 500</code>. It can be daily, monthly or jobs; also what they may use: <code>/limit @name models v5,v5.6</code>, the same with qualities and modes. <code>default</code> goes back to what their plan says, or everybody has.
admin-owners-stay = Owners stand in the settings of the server (ADMIN_IDS). They can't be changed here.
admin-grant-too-large = That's more than you can give away today: { $left ->
    [one] one credit is
   *[other] { $left } credits are
} left. An admin can give more.
error-no-person = I don't know that person, or not any more. /people lists those whom I know.
admin-no-person = I don't know { $who }. They have to write to me once first; then their name or number works.
alert-account = ⚠️ <b>The PixVerse account { $detail } can't be used:</b> { $why } I try it again every ten minutes.
alert-provider_away = ⚠️ <b>I can't use the PixVerse service:</b> { $why } New videos wait until this is mended.
alert-unconfirmed = 🔍 <b>Job { $detail } is unconfirmed.</b> I can't tell whether PixVerse started (and charged) it. Its credits stay held and I keep looking.
alert-effect_off = 🎛 <b>The effect “{ $detail }” isn't switched on for your API key.</b> Somebody wanted it and got their credits back; I don't offer it for a day now. To switch it on: PixVerse's platform dashboard, <i>Effects</i>. Your plan says how many you may have.
alert-bug = 🐞 <b>Something broke</b> (number <code>{ $detail }</code>). The log has the details under that number; nothing was charged.
alert-payment = ⭐ <b>Somebody paid for something that I can't read:</b> <code>{ $detail }</code>. No credits were given. <code>/refund</code> with the first word gives the Stars back, <code>/grant</code> gives credits.
why-no_credits = it has no credits left.
why-unauthorized = the access token or key was refused. Check it in the settings of the server.
why-account_locked = PixVerse reports a pending problem. Mend it at PixVerse, then press “Log in again” in /accounts.
why-subscription_expired = the subscription has ended.
why-other = it answers with an error.
key-give-up = 💎 Give up, credits come back

panel = 🔑 <b>Running the bot</b>
    You are { $role }. What would you like to look at?
panel-people = 👥 People
panel-access = 🚪 Coming in
panel-audit = 📜 What was done
key-panel = ⬅️ Panel
key-back-to = ⬅️ { $page }
role-owner = an owner
role-admin = an admin
role-support = support

team = 👮 <b>Who runs the bot</b>
team-row = { $name } ({ $handle }): { $role }
team-how = Owners appoint with <code>/role @name admin</code> or <code>support</code>, and dismiss with <code>none</code>. Owners themselves stand in ADMIN_IDS.
role-given-note = ✅ <b>{ $name }</b> is { $role } now. They've been told.
role-taken-note = ✅ <b>{ $name }</b> has no role any more. They've been told.

log = 📜 <b>What was done</b>, newest first
log-by = What { $name } did
log-on = What was done to { $name }
log-about = What { $name } did, and what was done to them
log-empty = Nothing yet.
log-line = <i>{ $when }</i> <b>{ $by }</b> { $did }{ $about }
log-shell = the shell
key-log-all = Everybody
audit-access_allowed = let in
audit-access_refused = refused
audit-credits_granted = gave credits
audit-limit_set = set a limit
audit-job_given_up = ended the search for a job
audit-setting_changed = changed a setting
audit-setting_reset = reset a setting
audit-banned = banned
audit-unbanned = unbanned
audit-invite_made = made an invitation
audit-invite_revoked = took back an invitation
audit-group_allowed = allowed a group
audit-group_refused = refused a group
audit-letter_sent = wrote to
audit-role_given = gave a role
audit-role_taken = took a role
audit-plan_set = changed a plan
audit-plan_removed = removed a plan
audit-plan_given = put into a plan
audit-pack_set = changed what is sold
audit-pack_withdrawn = stopped selling
audit-refund_asked = gave Stars back
