### 中文文本: strangers.

file-too-big = 这个文件太大了：{ $size } MB，Telegram 最多让我下载 { $limit } MB。请当照片发，或者发小一点的。
file-no-picture = 这种文件我用不了。发图片、视频或声音吧。
unsupported-animation = GIF 本来就会动！发张静止的照片，我来让它活起来。
unsupported-sticker = 贴纸不错！但我拍不了。发张照片，或用文字描述一个场景。
unsupported-place = 我去不了那里，但描述一下，我来拍。
unsupported-poll = 我不投票，但我会做视频！发文字或照片吧。
unsupported-contact = 我没有通讯录。发文字或照片吧。
unsupported-other = 我不知道拿它怎么办。发文字、照片或视频给我吧。
unknown-command = 我不认识这个命令。/help 会告诉你我能做什么。
