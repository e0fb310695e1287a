### Textos em português: inline.

key-try-effect = ✨ Teste com a sua foto
key-make-own = 🎬 Faça o seu
key-share-video = 📤 Enviar
inline-start = 👋 Faça seus próprios vídeos
inline-nothing = Não achei nada. Vamos fazer algo?
