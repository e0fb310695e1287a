### 中文文本: history.

jobs-none-of-these = 没有这样的。上面的按钮可以看其他的。
jobs-choose-kind = 🗂 <b>哪一类？</b>
job-price = 💎 { $credits }
kind-any = 全部
key-kind = 🎞 类型：{ $kind }
key-with-pictures = 🖼 带图查看
outcome-all = 全部
outcome-running = 制作中
outcome-done = 已完成
outcome-failed = 没做成
state-deleted = 已删除
key-back-to-list = ⬅️ 返回列表
key-original = 📎 原始文件
key-delete = 🗑 删除
key-delete-sure = 🗑 是的，永久删除
key-keep-video = ⬅️ 不，留着
toast-original = 原始文件正在路上。
original-gone = PixVerse 已经没有原始文件了，只剩这个聊天里的这一份。
delete-sure = 🗑 <b>永久删除这个？</b>
    { $what }

    这里和 PixVerse 上都会消失，谁也找不回来。积分不退。
delete-sure-kept = 🗑 <b>永久删除这个？</b>
    { $what }

    这里会删除，谁也找不回来。PixVerse 上的视频会保留：那边无法删除。积分不退。
delete-sure-no-video = 🗑 <b>删除这个？</b>
    { $what }

    它会以“已删除”留在列表里，不再有你的文字和图片。
job-deleted = 🗑 已删除。你的文字和图片已从这里清除，PixVerse 也会删除成品。
job-deleted-kept = 🗑 已删除。你的文字、图片和视频的链接都已从这里清除。PixVerse 上的视频会保留：那边无法删除。
job-deleted-no-video = 🗑 已删除。你的文字和图片已从这里清除。
error-under-report = 有人举报了这个。管理员看过之后才能删除。
key-resend = ▶️ { $what }
key-forget-habits = 🧹 忘掉我的习惯
toast-habits-forgotten = 已忘掉。有多种可能时我会再问。
