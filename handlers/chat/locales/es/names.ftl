### Textos en español: names.

credits = { $n ->
    [one] { $n } crédito
    [many] { $n } de créditos
   *[other] { $n } créditos
}
seconds = { $n } s
minutes = { $n } min
hours = { $n } horas
days = { $n } días
moment = { $month ->
    [1] { $day } ene
    [2] { $day } feb
    [3] { $day } mar
    [4] { $day } abr
    [5] { $day } may
    [6] { $day } jun
    [7] { $day } jul
    [8] { $day } ago
    [9] { $day } sep
    [10] { $day } oct
    [11] { $day } nov
   *[12] { $day } dic
} { $clock }
sentence = { $words }
field-model = Modelo
field-quality = Calidad
field-duration = Duración
field-ratio = Formato
field-sound = Sonido
field-style = Estilo
field-camera = Cámara
field-motion = Movimiento
field-keep_sound = Sonido propio
field-multi_shot = Varias tomas
field-preview = Vista previa
field-off_peak = Horario valle
value-on = sí
value-off = no
value-auto = el del efecto
mode-text = De texto a video
mode-image = De foto a video
mode-frames = De la primera foto a la última
mode-transition = De foto en foto
mode-fusion = Fotos en una escena
mode-still = Imagen nueva
mode-effect = Efecto
mode-extend = Video más largo
mode-modify = Video cambiado
mode-lipsync = Sincronización labial
mode-upscale = Ampliado a 4K
mode-motion = Se mueve como un video
mode-restyle = Estilo nuevo
mode-sound = Sonido nuevo
mode-swap = Sustitución
mode-follow_up = Continuación
mode-parts = Qué se puede sustituir
way-image = 🎞 Que se mueva
way-frames = ➡️ De la primera a la última
way-transition = 🔀 De foto en foto
way-fusion = 🧩 En una escena
way-still = 🖼 Una imagen nueva
way-extend = ⏩ Hacerlo más largo
way-modify = 🪄 Cambiarle algo
way-lipsync = 👄 Que hable
way-upscale = 🔍 Ampliar a 4K
way-motion = 🕺 Que una foto se mueva igual
way-restyle = 🎨 Otro estilo
way-sound = 🎧 Otro sonido
way-swap = 🔄 Sustituir a alguien o algo
