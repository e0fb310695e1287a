### نصوص عربية: groups.

in-private = 🤫 هذا بيني وبينك. اضغط لتراه على الخاص.
key-in-private = 💬 أرني إياه
