### Textos en español: card.

card-title-text = 🎬 <b>{ mode-text }</b>
card-title-image = 🎬 <b>{ mode-image }</b>
card-title-frames = 🎬 <b>{ mode-frames }</b>
card-title-transition = 🎬 <b>{ mode-transition }</b>
card-title-fusion = 🎬 <b>{ mode-fusion }</b>
card-title-still = 🖼 <b>{ mode-still }</b>
card-title-extend = 🎬 <b>{ mode-extend }</b>
card-title-modify = 🎬 <b>{ mode-modify }</b>
card-title-lipsync = 🎬 <b>{ mode-lipsync }</b>
card-title-upscale = 🎬 <b>{ mode-upscale }</b>
card-title-motion = 🎬 <b>{ mode-motion }</b>
card-title-restyle = 🎬 <b>{ mode-restyle }</b>
card-title-sound = 🎬 <b>{ mode-sound }</b>
card-title-swap = 🎬 <b>{ mode-swap }</b>
card-title-follow_up = 🎬 <b>{ mode-follow_up }</b>
card-title-parts = 🎬 <b>{ mode-swap }</b>
card-title-effect = ✨ <b>{ $effect }</b>
card-prompt = <blockquote expandable>{ $prompt }</blockquote>
card-pictures = 🖼 { $n ->
    [one] 1 foto
    [many] { $n } fotos
   *[other] { $n } fotos
}
card-pictures-frames = 🖼 2 fotos: de la primera a la última
card-pictures-effect = 🖼 { $have } de { $need ->
    [one] 1 foto
    [many] { $need } fotos
   *[other] { $need } fotos
}
card-pictures-named = 🖼 { $n ->
    [one] 1 foto: { $names }
    [many] { $n } fotos: { $names }
   *[other] { $n } fotos: { $names }
}
card-heard = 🎧 { $words }
card-said = 🗣 { $name }: «{ $words }»
card-left-out = 🚫 { $words }
card-hint = 💡 { $hint }
card-price = 💎 <b>{ $price }</b> · tienes { $left }
card-price-about = 💎 <b>aprox. { $price }</b> · tienes { $left }
card-short = ⚠️ Es más de lo que te queda. /quota te dice cuándo tendrás más.
card-ask-prompt = ✍️ <b>¿Qué debe pasar?</b> Escríbelo o manda una foto.
card-ask-first-picture = 🖼 <b>Mándame la foto</b> para este efecto.
card-ask-dancer = 🖼 <b>Mándame la foto</b> de quien debe moverse así. De cuerpo entero sale mejor.
card-ask-newcomer = 🖼 <b>Mándame la foto</b> de quien o lo que debe estar en su lugar.
card-ask-picture-first = 🖼 <b>Mándame la primera foto.</b> Este efecto usa { $need } fotos.
card-ask-picture = 🖼 <b>Ahora la foto { $number } de { $need }.</b>
card-welcome-picture = 🖼 Puedes mandar la foto { $number } de { $need } o empezar con las que hay.
card-ask-scene = ✍️ <b>¿Qué pasa en la escena?</b> Escríbelo y nombra tus fotos: { $n ->
    [one] <i>@pic1 monta en bicicleta</i>
    [many] <i>@pic1 monta en bicicleta con @pic2</i>
   *[other] <i>@pic1 monta en bicicleta con @pic2</i>
}.
card-ask-named = ⚠️ Tu texto nombra { $named }, pero { $n ->
    [one] hay una sola foto, @pic1.
    [many] hay { $n } fotos, de @pic1 a @pic{ $n }.
   *[other] hay { $n } fotos, de @pic1 a @pic{ $n }.
} Manda otra o escríbelo de otro modo.
card-ask-more-words = ✍️ «{ $words }» <b>¿Cómo sigue?</b> Lo que escribas ahora se agrega.
card-ask-still = ✍️ <b>¿Qué debe mostrar la imagen?</b> Escríbelo. Las fotos que mandes le sirven de modelo.
card-ask-still-by = ✍️ <b>¿Qué debe mostrar la imagen nueva?</b> Escríbelo; las fotos que ya están aquí le sirven de modelo.
card-not-in-plan = 🚫 Esta forma de hacer videos no está disponible para ti por ahora.
card-words-welcome = ✍️ También puedes agregar palabras: solo escribe qué debe pasar.
card-in-group = ↩️ Responde a este mensaje para que sepa que es para mí.
card-options = ⚙️ { $options }
card-preview = una vista previa rápida
card-off_peak = en horario valle
card-names-unheard = ℹ️ Tu texto nombra fotos: eso solo funciona en «{ $way }», con { $most } como máximo.
card-comes-later = 🌙 Llega en menos de un día.
card-multi_shot = varias tomas
card-keep_sound = con su propio sonido
card-sound-on = con sonido
card-sound-off = sin sonido
card-sound-auto = el sonido del efecto
card-choose-several = ¿Cuántos a la vez? Cuatro van uno junto a otro, y tú eliges.
card-choose-model = ¿Qué modelo? Los nuevos se ven mejor.
card-choose-quality = ¿Qué calidad? Más píxeles cuestan más.
card-choose-duration = ¿Cuánto dura?
card-choose-ratio = ¿Qué formato? 9:16 llena la pantalla del teléfono.
card-choose-style = ¿Qué estilo?
card-choose-camera = ¿Cómo se mueve la cámara?
card-choose-motion = ¿Con cuánto movimiento?
card-prices = 💎 El número de al lado es el precio.
card-choose-way = ¿Qué hago con esto?
card-choose-sound = 🔊 <b>¿Y el sonido?</b> PixVerse busca uno que encaje, o lo describes tú.
card-choose-sound-own = 🔊 <b>¿Y el sonido?</b> Deja el del efecto, pide que PixVerse busque uno que encaje, o descríbelo.
card-dropped = 🗑 Descartado. Mándame algo nuevo cuando quieras.
card-replaced = Lo reemplazó un borrador más nuevo.
key-several = 🎞 { $value }
key-field = { $field }: { $value }
key-each-part = Cada tramo: { $length }
key-sound-on = 🔊 Sonido: sí
key-sound-off = 🔇 Sonido: no
key-sound-auto = 🎵 Sonido: propio
key-preview-on = ⚡ Vista previa: sí
key-preview-off = ⚡ Vista previa: no
key-off-peak-on = 🌙 Horario valle: sí
key-off-peak-off = 🌙 Horario valle: no
key-keep-sound-on = 🎙 Sonido propio: sí
key-keep-sound-off = 🎙 Sonido propio: no
key-multi-shot-on = 🎥 Varias tomas: sí
key-multi-shot-off = 🎥 Varias tomas: no
key-effect = ✨ Agregar efecto
key-effect-change = ✨ Otro efecto
key-effect-drop = ✖️ Sin efecto
key-still = 🖼 Como imagen
key-video-instead = 🎬 Como video
key-swap = 🔁 Intercambiar
toast-swapped = Listo: ahora la otra foto va primero.
key-drop-picture = 🗑 Quitar foto
key-generate = 🎬 Crear · { $credits }
key-generate-about = 🎬 Crear · aprox. { $credits }
key-cancel = ✖️ Cancelar
key-more = ⚙️ Más
key-off-peak-saves = 🌙 Horario valle: ahorra 💎 { $credits }
key-leave-out = 🚫 Dejar algo fuera
key-leave-nothing-out = ✖️ No dejar nada fuera
more-preview = ⚡ <b>Vista previa</b>: primero una versión rápida y sin pulir. Si te gusta, la tienes en calidad completa.
more-off_peak = 🌙 <b>Horario valle</b>: más barato, se hace cuando PixVerse tiene tiempo; llega en menos de un día.
more-multi_shot = 🎥 <b>Varias tomas</b>: la cámara cambia de plano, como en el cine.
more-takes = ✌️ <b>Versiones</b>: varios videos de lo mismo a la vez, cada uno un poco distinto.
key-back = ⬅️ Atrás
key-chosen = ✅ { $value }
card-seed = 🎲 Semilla { $seed }: el mismo número da casi el mismo video
key-seed = 🎲 Elegir la semilla
key-seed-other = 🎲 Otra semilla
key-seed-drop = 🎲 Que decida el azar
key-takes = ✌️ { $n } versiones · 💎 { $credits }
key-takes-about = ✌️ { $n } versiones · 💎 aprox. { $credits }
