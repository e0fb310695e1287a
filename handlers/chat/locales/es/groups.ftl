### Textos en español: groups.

in-private = 🤫 Eso queda entre tú y yo. Toca para verlo en privado.
key-in-private = 💬 Muéstramelo
