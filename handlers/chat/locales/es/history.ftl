### Textos en español: history.

jobs-none-of-these = Ninguno de estos. Los botones de arriba muestran los demás.
jobs-choose-kind = 🗂 <b>¿De qué tipo?</b>
job-price = 💎 { $credits }
kind-any = todos
key-kind = 🎞 Tipo: { $kind }
key-with-pictures = 🖼 Con fotos
outcome-all = Todos
outcome-running = En marcha
outcome-done = Listos
outcome-failed = No salieron
state-deleted = eliminado
key-back-to-list = ⬅️ Volver a la lista
key-original = 📎 Archivo original
key-delete = 🗑 Eliminar
key-delete-sure = 🗑 Sí, eliminar para siempre
key-keep-video = ⬅️ No, conservarlo
toast-original = El archivo original va en camino.
original-gone = PixVerse ya no tiene el archivo original. Solo queda lo que hay en este chat.
delete-sure = 🗑 <b>¿Eliminarlo para siempre?</b>
    { $what }

    Desaparece aquí y en PixVerse, y nadie puede recuperarlo. Los créditos no vuelven.
delete-sure-kept = 🗑 <b>¿Eliminarlo para siempre?</b>
    { $what }

    Desaparece aquí, y nadie puede recuperarlo. En PixVerse el video se queda: allí no se puede eliminar. Los créditos no vuelven.
delete-sure-no-video = 🗑 <b>¿Eliminarlo?</b>
    { $what }

    Queda en la lista como eliminado, sin tus palabras ni tus fotos.
job-deleted = 🗑 Eliminado. Tus palabras y fotos ya no están aquí, y PixVerse también elimina el resultado.
job-deleted-kept = 🗑 Eliminado. Tus palabras y fotos ya no están aquí, y tampoco el enlace al video. En PixVerse el video se queda: allí no se puede eliminar.
job-deleted-no-video = 🗑 Eliminado. Tus palabras y fotos ya no están aquí.
error-under-report = Alguien lo reportó. Se podrá eliminar cuando los administradores lo hayan visto.
key-resend = ▶️ { $what }
key-forget-habits = 🧹 Olvidar mis costumbres
toast-habits-forgotten = Olvidado. Cuando algo pueda ser varias cosas, volveré a preguntar.
