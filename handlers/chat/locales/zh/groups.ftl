### 中文文本: groups.

in-private = 🤫 这是你我之间的事。点一下在私聊里看。
key-in-private = 💬 给我看
