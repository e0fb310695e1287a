### 中文文本: commands.

command-start = 打个招呼
command-new = 开始一个新视频
command-effects = 看看特效
command-jobs = 你的视频
command-quota = 还剩多少
command-history = 积分的每次变化
command-buy = 用 Stars 购买积分
command-paysupport = 付款帮助
command-forgetme = 删除我知道的关于你的一切
command-settings = 新视频的默认设置
command-terms = 你同意的条款
command-help = 怎么用
command-cancel = 丢弃草稿
command-refer = 带个朋友来
about = 我用 PixVerse 把文字和图片变成视频，还能延长视频、修改视频、让视频开口说话。发一句话、一张照片或一个视频给我。
about-short = 把文字和照片变成视频。
language = 🇨🇳 中文
