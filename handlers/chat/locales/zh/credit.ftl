### 中文文本: credit.

quota = 💎 <b>你现在可以花 { $left }。</b>
quota-today = 今天：已用 { $used }，共 { $most }；{ $when }后（{ $city } 的午夜）重新开始。
quota-month = 本月：已用 { $used }，共 { $most }；{ $when }后重新开始。
quota-extra = 额外：{ $credits }，今天的用完之后才会用。
quota-ending = • 其中 { $credits } 在 { $when }后到期
quota-debt = ⚠️ 一笔退款里的 { $credits } 之前已经花掉了。之后的额外积分会先补上。
quota-jobs = 你的视频同时制作 { $n } 个，其余的排队。
quota-lately = <b>你最近的视频</b>
quota-cost = • { $price } · { $what }
quota-cost-back = • <s>{ $price }</s> 已退回 · { $what }
key-quota = 💎 还剩多少
key-ledger = 📜 每次变化

ledger = 📜 <b>积分的每次变化</b>，最新的在前
ledger-empty = 📜 还没有变化：你没花过，也没得到过。
ledger-held = <i>{ $when }</i> −{ $credits } 预留{ $about }
ledger-spent = <i>{ $when }</i> 预留的 { $credits } 已花费{ $about }
ledger-released = <i>{ $when }</i> +{ $credits } 退回{ $about }
ledger-granted = <i>{ $when }</i> +{ $credits } 赠送{ $about }
ledger-taken = <i>{ $when }</i> −{ $credits } 收回{ $about }
ledger-bought = <i>{ $when }</i> +{ $credits } 购买{ $about }
ledger-refunded = <i>{ $when }</i> −{ $credits } 随星星退回{ $about }
ledger-given-back = <i>{ $when }</i> +{ $credits } 由管理员退还{ $about }
ledger-expired = <i>{ $when }</i> −{ $credits } 到期{ $about }
ledger-about = {" "}· { $what }
key-export = 💾 导出我的数据
export-caption = 我知道的关于你的一切。/forgetme 会删除它们，并先说明哪些必须保留。

key-zone = 🕐 时区
zone = 🕐 <b>你的一天从 { $city } 的午夜开始</b>，那里现在是 { $clock }。你住在哪里？
key-zone-other = ✍️ 别的地方
key-zone-bot = 🤖 和机器人一样
zone-ask = ✍️ 哪个城市或时区？写下名字，比如 <i>Lisbon</i> 或 <i>Asia/Tashkent</i>，或者直接写你的钟现在几点，比如 <i>14:35</i>。
zone-which = 🕐 <b>这些地方现在正是这个时间。</b>哪个离你最近？
zone-none = 世界上现在没有地方是这个时间。请再看一眼，或者写下附近大城市的名字。
zone-chosen = ✅ 你的一天从 { $city } 的午夜开始，那里现在是 { $clock }。今天的积分不变，下一次在那里的午夜到账。
zone-unknown = 我不认识时区“{ $words }”。附近大城市的名字，或者你钟上的时间都可以。

forget = 🗑 <b>要我忘记你吗？</b>

    <b>会删除：</b>你的名字、设置和习惯、草稿，以及每个视频的文字、图片和链接。你的视频列表会变空。

    <b>会保留，只记在你的编号下，</b>因为账要对得上、今天的积分不能领两次，规则也继续有效：
    • 你花了多少、付了多少，以及得到了多少：管理员给的、邀请朋友得的、客服给的；
    • 你的套餐和你自己的限额；
    • 没被允许的请求、暂停、被拒绝加入，以及封禁和原因；你举报过什么，通过哪个邀请来的；
    • 管理员对你做过什么（不含他们写的话），以及你协助管理机器人时做过什么；
    • 我们何时认识、最后一次何时说话。

    <b>我删不到的：</b>这个聊天里的消息（请你自己删除聊天）和 PixVerse 上的视频。
forget-extra = { "" }
    如果你回来，{ $credits } 还是你的。
forget-role = { "" }
    { $role ->
        [owner] 你仍是这个机器人的所有者：服务器上的设置是这样写的。
       *[other] 你在协助管理这个机器人：这个身份也会取消，只有所有者能再给你。
    }
forget-ask = 删除后无法恢复。可以先导出数据，看看我知道什么。
key-forget = 🗑 是的，忘记我
key-keep = ✖️ 不
forgotten = 🕊 好了，除了我说过会保留的，我不认识你了。你再发消息来，我们就重新认识，而保留的那些仍然有效。
not-forgotten = 好的，一切照旧。

error-plan-budget = 你这个套餐的所有人一起把今天的积分用完了。请明天再试。
error-not-in-plan-mode = 你的套餐不包含这种制作方式。文字或单张照片也许可以。
error-not-in-plan-quality = 你的套餐不包含画质 { $value }。在卡片上点“画质”换一个。
error-not-in-plan-model = 你的套餐不包含模型 { $value }。在卡片上点“模型”换一个。
error-shop-closed = 这里现在没有出售的东西。
error-pack-gone = 这个已经不卖了，或者价格变了。/buy 看看有什么。
error-invoice-old = 这张账单放得太久了。/buy 会开一张新的。
error-already-subscribed = 你已经有这个订阅了。/buy 看看到什么时候。
error-still-running = 你还有视频正在做。请等它们做完或取消，再试一次。
admin-no-payment = 我找不到这笔付款。收据上有它的编号。
admin-no-pack = 没有叫这个名字的商品。/packs 看看有什么。
admin-no-plan = 没有叫这个名字的套餐。/plans 列出所有。
admin-already-refunded = 这笔付款已经退了，或者正在退。

paid = ⭐ <b>谢谢！</b>{ $credits } 是你的了。
    ⭐ { $stars } · 收据 <code>{ $charge }</code>
    有问题请用 /paysupport。
paid-monthly = ⭐ <b>谢谢！</b>{ $credits } 是你的了，以后每月都有。已付到 { $until }。
    ⭐ { $stars } · 收据 <code>{ $charge }</code>
    /buy 可以查看和停止订阅，有问题请用 /paysupport。
paid-back = ⭐ 你的星星（{ $stars }）已退还，{ $credits } 也一起收回了。/history 里有明细。
refund-failed = ⚠️ <b>Telegram 没有退回 <code>{ $charge }</code> 的星星：</b>{ $why }
    付款仍然有效，积分也保留。

key-buy = ⭐ 购买积分
shop = ⭐ <b>用 Telegram 星星购买积分</b>
    免费的用完后才用它们，{ $lasts }。
shop-stays = 用完之前一直有效
shop-lasts = { $n ->
   *[other] { $n } 天后到期
}
shop-subscriptions = 🔁 <b>你的订阅</b>
shop-subscription = • { $name }：每月 { $credits }，已付到 { $until }
shop-subscription-ends = • { $name }：每月 { $credits }，{ $until } 结束
shop-help = 有问题用 /paysupport，规则见 /terms。
key-pack = { $credits } · ⭐ { $stars }
key-pack-monthly = 🔁 每月 { $credits } · ⭐ { $stars }
key-stop = ✖️ 停止 { $name }
shop-subscribe = 🔁 <b>每月 { $credits }</b>，每月 ⭐ { $stars }。Telegram 会自动续订，直到你用 /buy 或在星星设置里停止。
key-subscribe = ⭐ 以 { $stars } 订阅
shop-ask-stop = 要结束这个订阅吗？已付的仍归你，Telegram 不再为它扣星星。
key-stop-now = ✖️ 是的，停止
shop-stopped = ✅ { $name } 将于 { $until } 结束。你的积分保留。
subscription-stopped = 🔁 { $name } 将于 { $until } 结束，不再续订：不会再扣星星。
invoice = { $n ->
   *[other] { $n } 个视频积分。
}
invoice-monthly = { $n ->
   *[other] 每月 { $n } 个视频积分。
}
checkout-not-you = 你现在不能在这里购买积分。没有扣星星。
checkout-trouble = 我这边出了点问题。没有扣星星，请过一会儿再试。
error-telegram-away = Telegram 没有回应我。请一分钟后再试。
error-too-many-wishes = 今天转达得够多了。你的消息管理员都收到了。
paysupport = 💬 <b>付款有问题？</b>
    在这里告诉我：<code>/paysupport</code>，后面写上发生了什么。管理员会收到你的话和你的付款记录，并在这个聊天里回复你。

    付了款没收到积分，通常一天之内会自动发现。Telegram 官方客服处理不了本机器人的购买。
paysupport-sent = 💬 管理员已收到，会在这个聊天里回复你。
