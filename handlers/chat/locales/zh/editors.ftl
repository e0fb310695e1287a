### 中文文本: editors.

key-last-frame = ➕ 加尾帧
ask-last-frame = 🖼 <b>把结尾的照片发给我。</b>
key-pictures = 🖼 整理图片
key-name = ➕ { $name }

pictures = 🖼 <b>你的图片，按顺序排列。</b>点一张来移动、替换或去掉，也可以再发几张。
pictures-transition = 🖼 <b>你的影片，从左到右。</b>点图片来移动、替换或去掉，点时长来改那一段的内容，也可以再发图片。
pictures-segment = { $number } → { $next }：{ $words }
key-drop-all = 🗑 全部去掉
pictures-one = 🖼 <b>第 { $number } 张图，共 { $n } 张</b>
pictures-lost = 有些图片 Telegram 已经没有了。看不到的请替换。
picture-number = 第 { $number } 张图
key-picture = 🖼 { $number }
key-segment = → { $seconds } 秒 →
key-show-pictures = 👀 哪张是几号？
key-done = ✅ 完成
key-earlier = ⬅️ 左移
key-later = 右移 ➡️
key-replace = 🔄 替换
key-remove = 🗑 去掉
ask-replace = 🔄 <b>把替换第 { $number } 张的照片发给我。</b>

segment = ⏱ <b>从第 { $number } 张到第 { $next } 张</b>：多长，发生什么？
segment-words = ✍️ { $words }
key-segment-words = ✍️ 这一段的文字
key-segment-hush = ✖️ 不单独写
ask-segment = ✍️ <b>第 { $number } 张到第 { $next } 张之间发生什么？</b>直接写下来。

key-describe = 🎧 描述声音
key-describe-again = 🎧 换个描述
key-undescribe = ✖️ 不要描述
ask-sound = 🎧 <b>要听到什么？</b>写下来，最多 { $limit } 个字，比如<i>雨打树叶，远处雷声</i>。
ask-negative = 🚫 <b>不要出现什么？</b>写下来，比如<i>文字，背景里的人</i>。
ask-seed = 🎲 <b>用哪个种子？</b>写一个从 { $first } 到 { $last } 的整数。同样的要求配同样的数字，会再做出差不多的视频。
key-somebody-speaks = 🗣 让人说话
key-speak-otherwise = 🗣 换个声音
key-unspeak = ✖️ 没人说话
