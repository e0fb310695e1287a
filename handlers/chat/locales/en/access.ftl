### Who may come in, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

access-now = 🚪 <b>Coming in</b>
    { $policy }
key-access-change = 🚪 Who may come in
access-is-approval = Newcomers ask, and admins let them in.
access-is-open = Everybody may come in.
access-is-invite = Newcomers need an invitation link.
access-is-closed = Nobody new may come in.
access-allowed-before = ✅ <b>{ $name }</b> is in already: somebody has decided before. To change that, open their page.
access-refused-before = 🚫 <b>{ $name }</b> was refused already: somebody has decided before. To change that, open their page.

admin-allow-usage = Tell me who: <code>/allow @name</code> lets them in, <code>/refuse @name</code> does not. A number does as well; /people lists them.
admin-ban-usage = Tell me who, how long and why: <code>/ban @name 7d spam</code>. Minutes (m), hours (h), days (d), weeks (w), or <code>forever</code>.
admin-unban-usage = Tell me who: <code>/unban @name</code>
admin-banned-until = ⛔ <b>{ $name }</b> is banned until { $until }.{ $jobs ->
    [0] {""}
    [one] {" "}One waiting video was cancelled.
   *[other] {" "}{ $jobs } waiting videos were cancelled.
}
admin-banned-for-ever = ⛔ <b>{ $name }</b> is banned for ever.{ $jobs ->
    [0] {""}
    [one] {" "}One waiting video was cancelled.
   *[other] {" "}{ $jobs } waiting videos were cancelled.
}
admin-unbanned = ✅ <b>{ $name }</b> may use the bot again. They've been told.
admin-not-banned = { $name } isn't banned.
admin-has-a-role = They help to run the bot. An owner takes their role first, with /role.

key-invites = 🎟 Invitations
key-groups = 👥 Groups
key-new-invite = ➕ New invitation
key-invite = #{ $number }
key-revoke-invite = 🚫 Take it back
key-make-invite = ✅ Make the link
invites = 🎟 <b>Invitations</b>
invites-none = There are none yet.
invite-line = <b>#{ $number }</b> { $state }: { $used } of { $uses } used, { $ends }, { $credits }{ $plan }
invite-in-plan = {""}, in the plan { $plan }
invite-is-open = 🟢 open
invite-is-used_up = ⚪️ used up
invite-is-ended = ⚪️ expired
invite-is-revoked = 🚫 taken back
invite-no-end = no end
invite-link = Give this link away; whoever taps it is let in:
    <code>{ $link }</code>
invite-guests = Came by it: { $names }
new-invite = 🎟 <b>A new invitation</b>
    For how many people, how long, and with how many credits to begin with?
invite-choose-uses = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
invite-choose-days = { $n ->
    [0] no end
    [one] { $n } day
   *[other] { $n } days
}
invite-no-plan = no plan
invite-choose-credits = { $n } 💎
admin-invite-usage = Make one: <code>/invite uses=10 days=7 credits=50 plan=name</code>, in which each part may be missing (<code>/invite new</code>: one person, a week) and days=0 is without an end. Take one back: <code>/invite revoke 3</code>. All of them: /invite
admin-no-invite = There is no such invitation. /invite lists them.

groups = 👥 <b>Groups that asked for me</b>
groups-none = None yet. Where I may answer in all groups, I ask about none.
group-line = { $state } { $title } · <code>{ $number }</code>
group-is-asked = ❔
group-is-allowed = ✅
group-is-refused = 🚫
key-group-allow = ✅ Answer in { $title }
key-group-refuse = 🚫 Be silent in { $title }
group-request = 👥 I was asked into the group <b>{ $title }</b> by { $name }. May I answer there?
group-note-allowed = ✅ I answer in <b>{ $title }</b> now.
group-note-refused = 🚫 I stay silent in <b>{ $title }</b>.
admin-group-usage = Tell me which, by its number, and what I should do: <code>/group -1001234 allow</code>, or <code>refuse</code>. /group lists those that asked.
admin-no-group = I don't know that group any more.
