### Textos en español: inline.

key-try-effect = ✨ Pruébalo con tu foto
key-make-own = 🎬 Haz el tuyo
key-share-video = 📤 Compartir
inline-start = 👋 Haz tus propios videos
inline-nothing = No encontré nada. ¿Hacemos algo?
