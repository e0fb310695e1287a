### Everybody's jobs, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

panel-queue = 🎞 Jobs
queue-running = 🎬 <b>Being made now</b>: { $n }
queue-queued = ⏳ <b>Waiting</b>: { $n }
queue-unconfirmed = 🔍 <b>Unconfirmed</b>: { $n }
queue-failed = ❌ <b>Didn't work out</b>: { $n }
queue-is-paused = ⏸ The queue is paused: nothing new is begun.
key-queue-running = 🎬 Being made
key-queue-queued = ⏳ Waiting
key-queue-unconfirmed = 🔍 Unconfirmed
key-queue-failed = ❌ Failed
key-queue-pause = ⏸ Pause the queue
key-queue-resume = ▶️ Let the queue go on
key-job-of = { $icon } { $job } · { $what }
job-of = 🎞 <b>Job { $job }</b> of { $name } ({ $handle })
    { $what } · { $state } · { $credits } · account { $account }
job-of-times = Asked for { $queued } · begun { $started } · ended { $finished } (UTC)
job-of-why = ⚠️ { $why }
job-usage = Tell me which: <code>/job 123</code>. /queue lists them.
key-job-person = 👤 Whose it is
key-call-off = ✖️ Call it off, credits come back
toast-called-off = Called off. The credits are back with their owner.
audit-job_called_off = called off job
command-queue = Everybody's jobs
command-job = One job
