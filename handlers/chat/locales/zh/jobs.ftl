### 中文文本: jobs.

status-queued = ⏳ <b>排队中</b>：第 { $place } 位。
    { $what }
status-queued-paused = ⏸ <b>排队中</b>：第 { $place } 位。队列暂停了，会自动继续。
    { $what }
status-preparing = 📤 <b>正在开始……</b>
    { $what }
status-rendering = 🎬 <b>PixVerse 正在制作。</b>已用 { $elapsed }{ $usual }。
    { $what }
status-begun = 🎬 <b>PixVerse 正在制作。</b>做好就发到这里。
    { $what }
status-begun-usual = 🎬 <b>PixVerse 正在制作。</b>通常约需 { $time }。
    { $what }
status-usual = ，通常约 { $time }
status-off-peak = 🌙 <b>PixVerse 会在闲时制作。</b>最多要一天，做好我发到这里。
    { $what }
status-unconfirmed = 🔍 <b>我在确认 PixVerse 有没有收到。</b>这期间你的积分很安全。
    { $what }
status-ready = ✅ <b>完成</b>，用了 { $time }。
    { $what }
status-failed = ❌ <b>这个没做成。</b>已退回 { $credits }。
    { $what }
status-cancelled = ✖️ <b>已取消。</b>已退回 { $credits }。
    { $what }
status-left = ✖️ <b>已停止。</b>PixVerse 已经开始了，所以 { $credits } 不退。
    { $what }
key-cancel-queued = ✖️ 取消，积分退回
key-cancel-rendering = ✖️ 停止（积分不退）
toast-look-again = 这期间有些内容变了。看一眼，再点一次“生成”。
toast-started = 开始啦！
toast-already-started = 已经在做了。
toast-cancelled = 已取消，积分退回了。
toast-left = 已停止。PixVerse 已经开始了，所以积分不退。
toast-again = 再来一次！
toast-sending = 正在重新发送。
toast-nothing-to-send = 这个没有可发的东西。
toast-changed = 又给你打开了，想怎么改都行。

result-caption = { $prompt }
result-facts = <i>{ $facts }</i>
key-again = 🔁 再来一次 💎 { $credits }
key-change = ✏️ 重新编辑
result-link = 🎬 <b>做好了</b>，但 Telegram 发不了。可以在这里下载：
    { $url }
result-kept = 🎬 <b>做好了</b>，但 Telegram 不接收这个文件。请联系管理这个机器人的人：他们那里有它，编号是 { $job }。

failure = 😕 <b>{ $why }</b>
    已退回 { $credits }，没有扣费。
failure-moderated = PixVerse 的审核没有通过。换个说法或换张图可能就行。
failure-invalid = PixVerse 没有接受这个。试试别的设置或换张图。
failure-no_credits = 机器人的 PixVerse 账号没有积分了。管理员已经知道了。
failure-unauthorized = 机器人登录不了自己的 PixVerse 账号。管理员已经知道了。
failure-account_locked = 机器人的 PixVerse 账号需要处理。管理员已经知道了。
failure-subscription_expired = 机器人的 PixVerse 订阅到期了。管理员已经知道了。
failure-busy = PixVerse 现在太忙了，请几分钟后再试。
failure-bad_picture = 打不开这张图，好像损坏了。请再发一次或换一张。
failure-picture_gone = Telegram 已经没有这张图了。请再发一次。
failure-bad_sound = 听不到声音：可能没有声音，或者损坏了。请再发一次或换一个。
failure-bad_video = 打不开这个视频，好像损坏了，或者是我读不了的格式。请再发一次或换一个。
failure-file_gone = Telegram 已经没有你发的东西了。请再发一次。
failure-too_long = 这超出了 PixVerse 支持的长度。请发短一点的。
failure-too_large = 文件太大了。请发小一点的。
failure-not_activated = 这个特效暂时不可用。机器人的管理员已经知道了；其他特效可以用。
failure-unreachable = 试了好几次也连不上 PixVerse。请稍后再试。
failure-render_failed = PixVerse 没做成。再试一次往往就行。
failure-lost = PixVerse 在半路把这个视频弄丢了。
failure-given_up = 我们没能查到这个视频后来怎么样了。
failure-called_off = 本机器人的管理员取消了这个视频。

jobs-title = 🗂 <b>你的视频</b>
jobs-none = 你还没有视频。发句话或发张照片，我们做一个！
jobs-row = { $icon } { $what }
    <i>{ $when } · { $state }</i>
jobs-entry = <b>{ $number }</b> { $row }
state-queued = 排队中
state-uploading = 正在开始
state-submitting = 正在开始
state-unconfirmed = 确认中
state-generating = 制作中
state-delivering = 正在发给你
state-delivered = 完成
state-undeliverable = 完成，等你来取
state-failed = 没做成
state-cancelled = 已取消
key-full-quality = ✨ 完整画质
key-same-seed = 🎲 相似版
