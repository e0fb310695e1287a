### Everybody's jobs, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

panel-queue = 🎞 Jobs
queue-running = 🎬 <b>Being made now</b>
queue-queued = ⏳ <b>Waiting</b>
queue-unconfirmed = 🔍 <b>Unconfirmed</b>
queue-about-unconfirmed = I can't tell yet whether PixVerse took these.
queue-failed = ❌ <b>Didn't work out</b>
queue-undeliverable = 📭 <b>Done, but not delivered</b>
queue-about-undeliverable = Their people have blocked me, or can't be reached.
queue-all = 🎞 <b>All jobs</b>, newest first
queue-counted = { $title }: { $n }
queue-of = of { $name }
queue-narrowed = <i>Only { $what }</i>
queue-none = None.
queue-is-paused = ⏸ The queue is paused: nothing new is begun.
queue-choose-mode = 🧩 <b>Which way to make a video?</b>
key-queue-running = 🎬 Being made
key-queue-queued = ⏳ Waiting
key-queue-unconfirmed = 🔍 Unconfirmed
key-queue-failed = ❌ Failed
key-queue-undeliverable = 📭 Not delivered
key-queue-all = 🎞 All
key-queue-counted = { $label } { $n }
key-queue-mode = 🧩 { $what }
key-queue-any-mode = Any kind
key-queue-everybody = 👤 Everybody's
key-queue-not-only = ✖️ Not only { $name }
key-queue-pause = ⏸ Pause the queue
key-queue-resume = ▶️ Let the queue go on
toast-queue-paused = The queue is paused. What is being made goes on.
toast-queue-goes-on = The queue goes on.
key-job-of = { $icon } { $job }{ $name } · { $what }
errand-jobs_of = 👤 <b>Whose jobs?</b>
    Send me a name or its beginning, a @username or a number, or forward a message of theirs.

job-of = 🎞 <b>Job { $job }</b> of { $name } ({ $handle })
    { $what } · { $state }
    Account: { $account }
job-of-held = 💎 { $credits }, set aside
job-of-spent = 💎 { $credits }, spent
job-of-released = 💎 { $credits }, back with their owner
job-of-refunded = 💎 { $credits }, spent, then given back
job-of-times = ⏱ Asked for { $queued } UTC
    begun { $started } · ended { $finished }
job-of-why = ⚠️ { $why }
job-of-again = 🔁 Tried again as job { $job }
job-usage = Tell me which: <code>/job 123</code>. /queue lists them.
call-off-usage = Tell me which: <code>/calloff 123</code>. It ends, and its credits go back. /queue lists them.
give-up-usage = Tell me which: <code>/giveup 123</code>. I stop looking for it, and its credits go back. <code>/queue unconfirmed</code> lists them.
look-usage = Tell me which: <code>/look 123</code>. I look for it at PixVerse at once. <code>/queue unconfirmed</code> lists those that I can't find.
retry-usage = Tell me which: <code>/retry 123</code>. <code>/queue failed</code> lists what didn't work out. Where that may cost twice, I ask first; <code>/retry 123 twice</code> says that it may.
refund-job-usage = Tell me which, and why: <code>/refundjob 123 the picture was broken</code>. Stars go back with /refund.
key-jobs-of = 🎞 Open them one by one
key-job-person = 👤 { $name }
key-job-again = 🔁 Job { $job }
key-call-off = ✖️ Call it off, credits come back
key-look-now = 🔍 Look for it now
key-job-retry = 🔁 Try it again
key-job-resend = 📬 Send it once more
key-job-refund = 💛 Give the credits back
key-retry-sure = 🔁 Yes, even if it costs twice
toast-called-off = Called off. The credits are back with their owner.
toast-given-up = Given up. The credits are back with their owner.
toast-looking = I'm looking for it at PixVerse now.
toast-retried = It's on its way again.
toast-job-refunded = The credits are back with their owner, who is told.
retry-may-pay-twice = ⚠️ <b>Send job { $job } again?</b>
    I still can't tell whether PixVerse took it the first time. If it did, its account pays a second time for the same video. { $name } pays once either way: { $credits } stay set aside.
retry-was-paid = ⚠️ <b>Try job { $job } again?</b>
    PixVerse was probably paid for the first try, and will be paid again. { $name } got { $credits } back and pays them for the new try.
errand-refund_job = 💛 <b>Why does { $name } get { $credits } for job { $job } back?</b>
    Your words go into their list of credits and into the log. They get credits that don't expire.

error-may-pay-twice = PixVerse may have been paid for it already: trying again may cost twice.
error-still-looking = I'm looking for it at PixVerse right now. Please try again in a moment.
error-nothing-spent = Its credits were not spent: they are set aside still, or back with their owner.
error-given-back-before = Its credits were given back before.
error-cannot-retry = That can't be tried again now: { $why }
obstacle-banned = the person is banned.
obstacle-paused = the person is paused for breaking the rules.
obstacle-consent = the person hasn't accepted the terms in force.
obstacle-words = it holds words that are not allowed here.
obstacle-effect = its effect is hidden, or gone.
obstacle-credits = the person has { $left } credits left, and it costs { $price }.
obstacle-plan = the person's plan doesn't have that.
obstacle-maintenance = nothing new is started during maintenance.
obstacle-off = that model or way is switched off.
obstacle-dearer = it costs more now than its person agreed to; under its failure they have Again, which shows them the new price.
obstacle-bot = the bot's credits for today are used up.
obstacle-plan-cap = the credits of the person's plan for today are used up.

audit-job_called_off = called off job
audit-job_looked_for = looked at PixVerse for job
audit-job_retried = tried again job
audit-job_refunded = gave back the credits of job
command-queue = Everybody's jobs
command-job = One job
command-calloff = End a job, credits go back
command-giveup = Stop looking for an unconfirmed job
command-look = Look for an unconfirmed job now
command-retry = Try a failed job again
command-refundjob = Give a job's credits back
command-pausequeue = Begin nothing new
command-resumequeue = Let the queue go on
