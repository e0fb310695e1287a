### 中文文本: account.

settings = ⚙️ <b>新视频的默认设置</b>
    点一下就能改。每个视频还可以在卡片上单独调整。
granted = 🎁 管理员送了你 { $credits }，玩得开心！
taken = 管理员收回了 { $credits }。
refunded = 💛 管理员把“{ $what }”的 { $credits } 退还给你了，用完之前一直有效。
retried = 🔁 “{ $what }”没有成功，管理员替你重新开始了。需要 { $credits }；排队时可以取消。
language-telegram = 📱 跟随 Telegram
language-choose = 🌐 <b>我该用哪种语言？</b>
key-language = 🌐 { $language }
