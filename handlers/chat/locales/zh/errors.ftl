### 中文文本: errors.

error-draft-gone = 那份草稿已经没了。发文字或照片，我们重新开始。
error-not-yours = 这是别人的。发你自己的文字或照片吧！
error-stale = 这个按钮是旧版本的。点 /start 继续。
error-not-a-choice = 这个选项已经没有了。点“返回”看看有哪些。
error-prompt-too-long = 有点太长了：{ $length } 个字，PixVerse 最多支持 { $limit } 个。能短一点吗？
error-not-a-seed = 这个不能当种子：请写一个从 { $first } 到 { $last } 的整数，只写数字。其他都没变；要用哪个数字？
error-prompt-empty = 我没看到文字。视频里要发生什么？
error-too-many-pictures = { $limit ->
    [1] 这个特效只能用一张图，我留下了第一张。
    [2] 这个特效只能用两张图，我留下了前两张。
   *[other] 最多只能用 { $limit } 张图，我留下了前 { $limit } 张。
}
error-not-offered = “{ $what }”现在用不了。换个别的？
error-effect-gone = 这个特效没有了。/effects 看看还有哪些。
error-not-enough = 需要 { $price }，你还有 { $left }。{ $when }后会有新的。短一点或画质低一点会便宜些。
error-maintenance = 我正在维护中。你的草稿还在，请稍后再试。
error-bot-budget = 机器人今天的积分用完了，请明天再试。
error-too-late = 来不及了：它已经进入下一步。
error-no-job = 我找不到这个视频了。
error-missing-prompt = 先告诉我要发生什么。
error-missing-named = 你的文字提到了一张不存在的图。把它发来，或换个写法。
error-missing-picture = 先把照片发给我。
admin-only = 这是给本机器人管理员用的。
admin-not-your-role = 你的权限不够，机器人的所有者可以修改。
admin-not-here = 我们去私聊里做吧，那里没有别人看。
error-bug = 我这边出了点问题（编号 { $id }）。管理员已经知道了，没有扣费。请再试一次。
edit-too-late = 那些话我已经用上了。发新的来修改草稿。
nothing-to-cancel = 没有可以取消的。正在做的视频有自己的取消按钮。

password-removed = 你的消息里可能有密码，我已经把它删掉了，内容一点也没有保存。
password-stays = ⚠️ 你的消息里可能有密码，但我没能删掉它。请你自己删除。内容我一点也没有保存。
