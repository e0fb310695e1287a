### 中文文本: inline.

key-try-effect = ✨ 用你的照片试试
key-make-own = 🎬 自己做一个
key-share-video = 📤 分享
inline-start = 👋 做自己的视频
inline-nothing = 什么也没找到。要不做一个？
