### Textos en español: strangers.

file-too-big = Ese archivo es demasiado grande para mí: { $size } MB, y Telegram me deja descargar { $limit } MB como máximo. Mándalo como foto, o más pequeño.
file-no-picture = No puedo usar ese tipo de archivo. Mándame una imagen, un video o un sonido.
unsupported-animation = ¡Los GIF ya se mueven! Mándame una foto fija y le doy vida.
unsupported-sticker = ¡Buen sticker! Pero no lo puedo filmar. Mándame una foto o describe una escena con palabras.
unsupported-place = No puedo viajar hasta allí, pero descríbeme el lugar y lo filmo.
unsupported-poll = No voto, ¡pero hago videos! Mándame palabras o una foto.
unsupported-contact = No llevo agenda. Mándame palabras o una foto.
unsupported-other = No sé qué hacer con eso. Mándame palabras, una foto o un video.
unknown-command = No conozco ese comando. /help te cuenta lo que sé hacer.
