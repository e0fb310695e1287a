### Textos em português: groups.

in-private = 🤫 Isso fica entre nós. Toque para ver no privado.
key-in-private = 💬 Mostrar para mim
