### Textos en español: jobs.

status-queued = ⏳ <b>En la cola</b>: número { $place }.
    { $what }
status-queued-paused = ⏸ <b>En la cola</b>: número { $place }. La cola está en pausa y seguirá sola.
    { $what }
status-preparing = 📤 <b>Empezando…</b>
    { $what }
status-rendering = 🎬 <b>PixVerse está trabajando.</b> Lleva { $elapsed }{ $usual }.
    { $what }
status-begun = 🎬 <b>PixVerse está trabajando.</b> Te mando el resultado aquí.
    { $what }
status-begun-usual = 🎬 <b>PixVerse está trabajando.</b> Suele tardar cerca de { $time }.
    { $what }
status-usual = , suele tardar cerca de { $time }
status-off-peak = 🌙 <b>PixVerse lo hace en horario valle.</b> Puede tardar hasta un día; te lo mando aquí.
    { $what }
status-unconfirmed = 🔍 <b>Estoy comprobando si PixVerse lo recibió.</b> Mientras tanto, tus créditos están a salvo.
    { $what }
status-ready = ✅ <b>Listo</b> en { $time }.
    { $what }
status-failed = ❌ <b>Este no salió.</b> Recuperas { $credits }.
    { $what }
status-cancelled = ✖️ <b>Cancelado.</b> Recuperas { $credits }.
    { $what }
status-left = ✖️ <b>Detenido.</b> PixVerse ya había empezado, así que no vuelven { $credits }.
    { $what }
key-cancel-queued = ✖️ Cancelar y recuperar los créditos
key-cancel-rendering = ✖️ Detener (los créditos no vuelven)
toast-look-again = Algo cambió mientras tanto. Míralo y toca Crear otra vez.
toast-started = ¡Allá va!
toast-already-started = Ya está en marcha.
toast-cancelled = Cancelado. Recuperaste tus créditos.
toast-left = Detenido. PixVerse ya había empezado, así que los créditos no vuelven.
toast-again = ¡Otra vez!
toast-sending = Lo mando otra vez.
toast-nothing-to-send = No hay nada que mandar.
toast-changed = Aquí está de nuevo, para que cambies lo que quieras.

result-caption = { $prompt }
result-facts = <i>{ $facts }</i>
key-again = 🔁 Otra vez 💎 { $credits }
key-change = ✏️ Cambiar
result-link = 🎬 <b>Ya está listo</b>, pero Telegram no lo acepta. Descárgalo aquí:
    { $url }
result-kept = 🎬 <b>Ya está listo</b>, pero Telegram no acepta el archivo. Escribe a quienes administran este bot: lo tienen con el número { $job }.

failure = 😕 <b>{ $why }</b>
    Recuperas { $credits }. No se cobró nada.
failure-moderated = La moderación de PixVerse no lo dejó pasar. Otras palabras u otra foto pueden funcionar.
failure-invalid = PixVerse no lo aceptó así. Prueba otros ajustes u otra foto.
failure-no_credits = La cuenta de PixVerse del bot se quedó sin créditos. Los administradores ya lo saben.
failure-unauthorized = El bot no puede entrar en su cuenta de PixVerse. Los administradores ya lo saben.
failure-account_locked = La cuenta de PixVerse del bot necesita atención. Los administradores ya lo saben.
failure-subscription_expired = La suscripción de PixVerse del bot terminó. Los administradores ya lo saben.
failure-busy = PixVerse está muy ocupado ahora. Prueba en unos minutos.
failure-bad_picture = No pude abrir esa foto: parece dañada. Mándala otra vez o prueba con otra.
failure-picture_gone = Telegram ya no tiene esa foto. Mándala otra vez.
failure-bad_sound = No oigo nada ahí: no tiene sonido o está dañado. Mándalo otra vez o prueba con otro.
failure-bad_video = No pude abrir ese video: parece dañado o no sé leerlo. Mándalo otra vez o prueba con otro.
failure-file_gone = Telegram ya no tiene lo que mandaste. Mándalo otra vez.
failure-too_long = Dura más de lo que PixVerse acepta aquí. Manda uno más corto.
failure-too_large = Ese archivo es demasiado grande. Manda uno más pequeño.
failure-not_activated = Este efecto no está disponible aquí por ahora. Los administradores ya lo saben; los demás efectos funcionan.
failure-unreachable = No pude conectar con PixVerse, aunque lo intenté varias veces. Prueba más tarde.
failure-render_failed = PixVerse no pudo hacerlo. Muchas veces ayuda intentarlo otra vez.
failure-lost = PixVerse perdió este video por el camino.
failure-given_up = No pudimos averiguar qué pasó con este video.
failure-called_off = Un administrador de este bot canceló este video.

jobs-title = 🗂 <b>Tus videos</b>
jobs-none = Todavía no tienes videos. ¡Mándame una frase o una foto y hacemos uno!
jobs-row = { $icon } { $what }
    <i>{ $when } · { $state }</i>
jobs-entry = <b>{ $number }</b> { $row }
state-queued = en la cola
state-uploading = empezando
state-submitting = empezando
state-unconfirmed = comprobando
state-generating = en marcha
state-delivering = de camino
state-delivered = listo
state-undeliverable = listo, te espera
state-failed = no salió
state-cancelled = cancelado
key-full-quality = ✨ Calidad completa
key-same-seed = 🎲 Parecido
