### Textos en español: errors.

error-draft-gone = Ese borrador ya no está. Mándame palabras o una foto y empezamos otro.
error-not-yours = Eso es de otra persona. ¡Mándame tus palabras o tu foto!
error-stale = Ese botón es de una versión mía más vieja. Con /start seguimos.
error-not-a-choice = Esa opción ya no está. Toca Atrás para ver las que hay.
error-prompt-too-long = Es un poco largo: { $length } caracteres, y PixVerse acepta { $limit } como máximo. ¿Lo acortas?
error-not-a-seed = Eso no sirve como semilla: necesito un número entero de { $first } a { $last }, solo con cifras. Nada ha cambiado; ¿qué número pongo?
error-prompt-empty = No encontré palabras ahí. ¿Qué debe pasar en el video?
error-too-many-pictures = { $limit ->
    [one] Este efecto usa una sola foto; me quedé con la primera.
    [2] Este efecto usa dos fotos; me quedé con las dos primeras.
    [many] Caben { $limit } fotos como máximo; me quedé con las primeras.
   *[other] Caben { $limit } fotos como máximo; me quedé con las primeras.
}
error-not-offered = «{ $what }» no está disponible ahora. ¿Otra cosa?
error-effect-gone = Ese efecto ya no está disponible. /effects muestra los que hay.
error-not-enough = Cuesta { $price } y te quedan { $left }. Tendrás más en { $when }. Menos segundos o menos calidad cuestan menos.
error-maintenance = Me están haciendo mantenimiento. Tu borrador está a salvo: prueba un poco más tarde.
error-bot-budget = El bot ya gastó sus créditos de hoy. Prueba mañana.
error-too-late = Ya es tarde para eso: ya siguió adelante.
error-no-job = Ya no encuentro ese video.
error-missing-prompt = Primero dime qué debe pasar.
error-missing-named = Tu texto nombra una foto que no está. Mándala o escríbelo de otro modo.
error-missing-picture = Primero mándame la foto.
admin-only = Eso es para los administradores de este bot.
admin-not-your-role = Tu rol no llega a tanto. Quien es dueño del bot puede cambiarlo.
admin-not-here = Hagámoslo en nuestro chat privado, donde nadie más lee.
error-bug = Algo falló de mi lado (número { $id }). Los administradores ya lo saben y no se cobró nada. Inténtalo otra vez.
edit-too-late = Ya usé esas palabras. Manda otras para cambiar el borrador.
nothing-to-cancel = No hay nada que cancelar. Los videos en marcha tienen su propio botón para cancelar.

password-removed = He borrado tu mensaje por si llevaba una contraseña, y no he guardado nada de él.
password-stays = ⚠️ Puede que tu mensaje lleve una contraseña y no he podido borrarlo. Bórralo tú, por favor. No he guardado nada de él.
