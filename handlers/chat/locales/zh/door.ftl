### 中文文本: door.

start = 👋 <b>嗨，{ $name }！</b>
    我把文字和照片变成短视频。

    ✍️ <b>发句话给我</b>，我来拍。
start-photo = 🖼 <b>发张照片给我</b>，我让它动起来。
start-effect = ✨ <b>挑一个特效</b>，看看你的照片会怎样。
start-still = 🎨 <b>/picture</b> 用你的文字和参考照片做一张图片。
start-video = 🎞 <b>回复一个视频</b>，写几句话或发语音，它就会继续、变化或开口说话。
start-credits = 你今天可以花 <b>{ $credits }</b>。
key-effects = ✨ 看看特效
key-new = 🎬 新视频
key-new-still = 🖼 新图片
key-help = 💡 怎么用

help = 💡 <b>怎么用</b>

    1. 发文字、照片，或者两样一起（带文字的照片）。{ $album }
    2. 我给你看一张卡片。点哪里就改哪里：模型、画质、时长、画幅、声音。
    3. 点<b>生成</b>。我会告诉你进度，做好了把视频发到这里。
help-album = 最多七张的相册会变成一部一张接一张的短片。
help-video = 4. 用文字回复视频，它会继续或变化；用语音回复，它会说话。你自己的视频也行：直接发来。
help-costs = 每个视频都要积分，开始前卡片上会写价格。没做成的话，积分会自动退回。
help-effects = /effects – 给照片用的现成特效
help-still = /picture – 做图片，不做视频
help-list = <blockquote expandable>{ $commands }</blockquote>
help-commands = /jobs – 你的视频
    /quota – 还剩多少
    /history – 积分的每次变化，还有你的数据文件
    /settings – 新视频的默认设置
    /cancel – 丢弃草稿
    /forgetme – 删除我知道的关于你的一切
help-privacy = 你的文字、图片、视频和声音只会发给 PixVerse 制作视频，不会去别处。
help-privacy-checked = 你的文字、图片、视频和声音会发给 PixVerse 制作视频。在那之前，文字会先单独经过一个检查服务。
help-team = 🔑 <b>给管理机器人的人</b>：/admin 打开面板。菜单里列出了还可以输入的命令。

access-asked = 👋 嗨，{ $name }！这个机器人要邀请才能用。我已经请管理员让你进来，他们一决定我就告诉你。
access-waiting = 你的请求已交给管理员。他们一决定我就告诉你。
access-refused = 抱歉，这个机器人的管理员没有让你进来。
access-closed = 抱歉，这个机器人现在不收新人。
access-request = 🙋 <b>{ $name }</b>（{ $handle }）想用这个机器人。
key-allow = ✅ 允许
key-refuse = 🚫 拒绝
access-allowed-note = ✅ <b>{ $name }</b> 可以使用机器人了。
access-refused-note = 🚫 <b>{ $name }</b> 被拒绝了。
access-granted = 🎉 你可以进来了！发句话或发张照片，我来做视频。/help 告诉你怎么用。

access-by-link = 👋 嗨，{ $name }！我只为受邀的人服务。如果这里有人给你邀请链接，点一下就能进来。
invite-joined = { $credits ->
    [0] 🎉 <b>你进来了！</b>邀请有效。
   *[other] 🎉 <b>你进来了！</b>邀请附带 { $credits } 积分。
}
invite-no_such = 我不认识这个邀请链接。是不是少了一截？请再要一次。
invite-used_up = 这个邀请已经用完了。请向邀请你的人要一个新的。
invite-ended = 这个邀请过期了。请向邀请你的人要一个新的。
invite-revoked = 这个邀请被收回了。请向邀请你的人要一个新的。

banned-until = ⛔ 在 { $until } 之前你不能使用这个机器人。{ $why }
banned-for-ever = ⛔ 你不能再使用这个机器人了。{ $why }
error-banned = ⛔ 你不能使用这个机器人。
banned-why = 原因：{ $reason }
banned-jobs = 排队的都取消了，积分已退回。正在做的视频仍会送到。
unbanned = 👋 欢迎回来！你又可以使用这个机器人了。
letter-head = ✉️ <b>来自本机器人管理员的消息。</b>在这里回复，他们看不到。
role-given-admin = 🔑 你现在是这个机器人的管理员。/admin 打开面板。
role-given-support = 🔑 你现在是这个机器人的客服。/admin 打开面板。
role-taken = 你不再协助管理这个机器人了，但仍可以继续做视频。谢谢！

friend-link = 🤝 <b>邀请朋友！</b>
    新朋友通过这个链接进来并做出第一个视频时，你们俩都能得到 { $credits } 积分：
    { $link }

    { $brought ->
        [0] 还没有人通过它进来。
       *[other] 已有 { $brought } 位朋友通过它进来。
    }
friend-nothing = 现在邀请朋友没有奖励。
friend-reward = 🤝 通过你的链接来的 { $name } 做了第一个视频。你得到 { $credits }，谢谢！
friend-reward-newcomer = 🤝 这是你在这里的第一个视频！你是通过朋友的链接来的，所以你们俩都得到 { $credits }。

group-asked = 👋 我只在管理员允许的群里回答。我已经问了他们这个群行不行。
group-silent = 我不在这个群里回答。请私聊我！
group-opened = 🎉 管理员同意了：我现在会在这里回答。提到我、回复我或者用命令都行。
