### Textos en español: editors.

key-last-frame = ➕ Imagen final
ask-last-frame = 🖼 <b>Mándame la foto con la que debe terminar.</b>
key-pictures = 🖼 Ordenar
key-name = ➕ { $name }

pictures = 🖼 <b>Tus fotos, en orden.</b> Toca una para moverla, cambiarla o quitarla, o manda más.
pictures-transition = 🖼 <b>Tu película, de izquierda a derecha.</b> Toca una foto para moverla, cambiarla o quitarla, una duración para cambiar qué pasa ahí, o manda más fotos.
pictures-segment = { $number } → { $next }: { $words }
key-drop-all = 🗑 Quitar todas
pictures-one = 🖼 <b>Foto { $number } de { $n }</b>
pictures-lost = Telegram ya no tiene todas estas fotos. Cambia las que no veas.
picture-number = Foto { $number }
key-picture = 🖼 { $number }
key-segment = → { $seconds } s →
key-show-pictures = 👀 ¿Cuál es cuál?
key-done = ✅ Listo
key-earlier = ⬅️ A la izquierda
key-later = A la derecha ➡️
key-replace = 🔄 Cambiar
key-remove = 🗑 Quitar
ask-replace = 🔄 <b>Mándame la foto que va en lugar de la foto { $number }.</b>

segment = ⏱ <b>De la foto { $number } a la foto { $next }</b>: ¿cuánto dura y qué pasa?
segment-words = ✍️ { $words }
key-segment-words = ✍️ Palabras para esta parte
key-segment-hush = ✖️ Sin palabras propias
ask-segment = ✍️ <b>¿Qué pasa entre la foto { $number } y la foto { $next }?</b> Escríbelo.

key-describe = 🎧 Describir el sonido
key-describe-again = 🎧 Describirlo de otro modo
key-undescribe = ✖️ Sin descripción
ask-sound = 🎧 <b>¿Qué debe oírse?</b> Escríbelo en { $limit } caracteres como máximo, como <i>lluvia en las hojas, truenos lejanos</i>.
ask-negative = 🚫 <b>¿Qué no debe verse?</b> Escríbelo, como <i>texto, gente al fondo</i>.
ask-seed = 🎲 <b>¿Qué semilla?</b> Escribe un número entero de { $first } a { $last }. La misma petición con el mismo número da otra vez casi el mismo video.
key-somebody-speaks = 🗣 Que alguien hable
key-speak-otherwise = 🗣 Otra voz
key-unspeak = ✖️ Nadie habla
