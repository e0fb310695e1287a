### 中文文本: moderation.

error-stop-word = 带“{ $words }”的视频我不做。请换个说法。
error-stop-word-paused = 带“{ $words }”的视频我不做。已经不是第一次了，所以要过 { $when }才能开始新视频。
error-paused = 你被拒绝的请求太多了。过 { $when }才能开始新视频。
failure-flagged = 机器人自己的文字检查没有通过。换个说法可能就行。
paused-note = ⏸ <b>休息一下。</b>你有太多请求因为内容被拒绝了。过 { $when }才能开始新视频；其他功能照常。
key-report = 🚩 举报
toast-reported = 谢谢，管理员会看的。
toast-reported-before = 你已经告诉过管理员了，他们会看的。
