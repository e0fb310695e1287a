### Тексты на русском: inline.

key-try-effect = ✨ Попробовать со своим фото
key-make-own = 🎬 Сделать своё
key-share-video = 📤 Отправить
inline-start = 👋 Делать свои видео
inline-nothing = Ничего не нашлось. Сделаем что-нибудь?
