### People in the panel, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

people = 👥 <b>People</b> ({ $total })
people-newest = Who came last
people-active = Who used most credits this month
people-asked = Who would like to use the bot
people-banned = Who is banned
people-none = Nobody at the moment.
key-people-newest = Newest
key-people-active = Most active
key-people-asked = Asked
key-people-banned = Banned
key-find-person = 🔎 Find somebody
key-pick-person = 👤 Choose a person
key-never-mind = ✖️ Never mind
key-person = 👤 { $name }
people-looking = 🔎 Let me see…
people-found = 🔎 Several people could be “{ $words }”:
people-not-found = 🔎 I don't know “{ $words }”. People have to write to me once first. The beginning of a name, a @username or a number works.
people-not-understood = I can't tell who that is. A name, @username or number, a forwarded message or a contact works.
admin-person-usage = Tell me who: <code>/person @name</code>, a number, or the beginning of a name.

errand-find_person = 🔎 <b>Who?</b>
    Send me a name or its beginning, a @username, a number, a contact, or forward a message of theirs. Or choose with the key below.
errand-grant = 💎 <b>How many credits for { $name } ({ $handle }), and why?</b>
    For example: <code>100 for your patience</code>. A minus takes credits back.
errand-grant-again = The number comes first, like this: <code>100 for your patience</code>
errand-limit = 📏 <b>How much for { $name } ({ $handle })?</b>
    Send a number, or <code>default</code> to go back to everybody's.
errand-limit-again = A number from 0, or the word <code>default</code>, please.
errand-ban = ⛔ <b>Why is { $name } ({ $handle }) banned?</b>
    They read what you write.
errand-ban-again = A few words, please, or press the key above.
errand-letter = ✉️ <b>What should { $name } ({ $handle }) read?</b>
    Your next message goes to them as it is: words, a picture, anything. They learn that it comes from an admin, not from whom.
errand-forgotten = All right, forgotten.
admin-write-usage = Tell me who: <code>/write @name</code>, and I ask for the message. Or write it first, of any kind, then answer it with the same command.
letter-sent = ✉️ On its way to { $name }.
letter-kept = ✉️ { $name } has blocked me. They get it if they come back.

person = 👤 <b>{ $name }</b>{ $username } · <code>{ $number }</code>
person-since = Here since { $since }, last seen { $seen }, language { $language }
person-new = 🆕 Not let in yet
person-asked = 🙋 Would like to use the bot
person-allowed = ✅ May use the bot
person-refused = 🚫 Was refused
person-banned = { $what }
person-role = 👮 Helps to run the bot: { $role }
person-plan = 🗂 Plan: { $plan }
person-strikes = ⚠️ { $n ->
    [one] One strike
   *[other] { $n } strikes
} for breaking the rules
person-paused = ⏸ Paused for breaking the rules until { $until }
person-away = 💤 Has blocked me
came-by-invite = 🎟 Came by an invitation
came-by-friend = 🤝 Came by a friend's link
came-by-link = 🔗 Came by a link
person-credits = 💎 { $left } to spend
    { $today } of { $daily } used today, { $month } of { $monthly } this month, { $extra } extra, { $jobs } at a time
person-debt = ⚠️ A refund left { $credits } of debt; the next extra credits settle it first
person-videos = 🎬 { $total ->
    [one] One video
   *[other] { $total } videos
}: { $done } done, { $failed } failed, { $open } on the way
person-no-videos-yet = 🎬 No videos yet
key-person-credits = 💎 Credits
key-person-limits = 📏 Limits
key-person-plan = 🗂 Plan
key-person-letter = ✉️ Write
key-person-videos = 🎬 Videos
key-person-role = 👮 Role
key-person-log = 📜 Log
key-person-ban = ⛔ Ban
key-person-unpause = ▶️ Lift the pause
key-person-unban = ✅ Lift the ban
person-limits = 📏 <b>Limits of { $name }</b>
key-limit-daily = { $n } a day
key-limit-monthly = { $n } a month
key-limit-jobs = { $n } at a time
person-choose-mode = Which ways to make a video may { $name } use?
person-choose-quality = Which qualities may { $name } use?
person-choose-model = Which models may { $name } use?
key-as-plan = 🗂 As their plan says
person-plans = 🗂 <b>In which plan is { $name }?</b>
    It says how much they may use, where they have no limits of their own.
person-no-plans = 🗂 There are no plans yet.
key-no-plan = No plan
person-ban = ⛔ <b>For how long is { $name } banned?</b>
    Waiting videos are cancelled and their credits come back; one that is being made still arrives.
key-ban-24 = A day
key-ban-168 = A week
key-ban-720 = 30 days
key-ban-0 = For ever
key-no-reason = Without a reason
person-roles = 👮 <b>Which role for { $name }?</b>
    An admin does everything but appoint others. Support looks, writes to people, and gives away some credits a day.
key-role-admin = Admin
key-role-support = Support
key-role-none = No role
person-videos-title = 🎬 <b>Videos of { $name }</b>
person-no-videos = None yet.
person-video = { $icon } #{ $number } { $what }
    <i>{ $when } · { $state } · { $credits } 💎</i>
