### Textos en español: commands.

command-start = Saludar
command-new = Empezar un video
command-effects = Ver efectos
command-jobs = Tus videos
command-quota = Lo que te queda
command-history = Todos los cambios de tus créditos
command-buy = Comprar créditos con Stars
command-paysupport = Ayuda con un pago
command-forgetme = Borrar lo que sé de ti
command-settings = Con qué empiezan tus videos
command-terms = Lo que aceptas
command-help = Cómo funciona
command-cancel = Descartar el borrador
command-refer = Trae a un amigo
about = Convierto palabras y fotos en videos con PixVerse, alargo videos, los cambio y los hago hablar. Mándame una frase, una foto o un video.
about-short = Convierte palabras y fotos en videos.
language = 🇪🇸 Español
