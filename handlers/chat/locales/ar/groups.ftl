### نصوص عربية: groups.

in-private = 🤫 هذا بيني وبينك. اضغط لتراه في الخاص.
key-in-private = 💬 أرني إياه
