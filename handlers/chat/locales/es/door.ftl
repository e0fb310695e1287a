### Textos en español: door.

start = 👋 <b>¡Hola, { $name }!</b>
    Convierto palabras y fotos en videos cortos.

    ✍️ <b>Mándame una frase</b> y la filmo.
start-photo = 🖼 <b>Mándame una foto</b> y hago que se mueva.
start-effect = ✨ <b>Elige un efecto</b> y mira qué le pasa a tu foto.
start-still = 🎨 <b>/picture</b> hace una imagen con tus palabras y con fotos de modelo.
start-video = 🎞 <b>Responde a un video</b> con palabras o tu voz, y sigue, cambia o habla.
start-credits = Hoy puedes gastar <b>{ $credits }</b>.
key-effects = ✨ Ver efectos
key-new = 🎬 Video nuevo
key-new-still = 🖼 Imagen nueva
key-help = 💡 Cómo funciona

help = 💡 <b>Cómo funciona</b>

    1. Manda palabras, una foto o las dos cosas (una foto con texto). { $album }
    2. Te muestro una tarjeta. Toca lo que quieras cambiar: modelo, calidad, duración, formato, sonido.
    3. Toca <b>Crear</b>. Te cuento cómo va y te mando aquí el video cuando esté listo.
help-album = Un álbum de hasta siete fotos se convierte en una película que va de foto en foto.
help-video = 4. Respóndele con palabras y sigue o cambia; con una nota de voz, y habla. Tus propios videos también sirven: manda uno.
help-costs = Cada video cuesta créditos; la tarjeta muestra el precio antes de empezar. Si un video falla, sus créditos vuelven solos.
help-effects = /effects – efectos listos para tus fotos
help-still = /picture – una imagen en vez de un video
help-list = <blockquote expandable>{ $commands }</blockquote>
help-commands = /jobs – tus videos
    /quota – lo que te queda
    /history – cada cambio de tus créditos, y tus datos en un archivo
    /settings – con qué empiezan tus videos
    /cancel – descartar el borrador
    /forgetme – borrar lo que sé de ti
help-privacy = Tus palabras, fotos, videos y voces van a PixVerse para hacer el video, y a ningún otro lugar.
help-privacy-checked = Tus palabras, fotos, videos y voces van a PixVerse para hacer el video. Antes, solo las palabras van a un servicio que las revisa.
help-team = 🔑 <b>Para quienes administran el bot</b>: /admin abre el panel. El menú muestra lo que también se puede escribir.

access-asked = 👋 ¡Hola, { $name }! A este bot se entra con invitación. Les pedí a sus administradores que te dejen entrar y te escribo en cuanto decidan.
access-waiting = Tu solicitud la tienen los administradores. Te escribo en cuanto decidan.
access-refused = Lo siento, los administradores de este bot no te dejaron entrar.
access-closed = Lo siento, este bot no recibe gente nueva ahora.
access-request = 🙋 <b>{ $name }</b> ({ $handle }) quiere usar el bot.
key-allow = ✅ Aceptar
key-refuse = 🚫 Rechazar
access-allowed-note = ✅ <b>{ $name }</b> puede usar el bot.
access-refused-note = 🚫 <b>{ $name }</b>: rechazado.
access-granted = 🎉 ¡Ya estás dentro! Mándame una frase o una foto y hago un video. /help explica cómo.

access-by-link = 👋 ¡Hola, { $name }! Aquí solo se entra con invitación. Si alguien de aquí te da un enlace de invitación, tócalo y listo.
invite-joined = { $credits ->
    [0] 🎉 <b>¡Ya estás dentro!</b> Tu invitación funcionó.
    [one] 🎉 <b>¡Ya estás dentro!</b> Tu invitación trae { $credits } crédito.
    [many] 🎉 <b>¡Ya estás dentro!</b> Tu invitación trae { $credits } de créditos.
   *[other] 🎉 <b>¡Ya estás dentro!</b> Tu invitación trae { $credits } créditos.
}
invite-no_such = No conozco ese enlace de invitación. ¿Le faltará un trozo? Pídelo otra vez.
invite-used_up = Esa invitación ya se agotó. Pide otra a quien te la dio.
invite-ended = Esa invitación venció. Pide otra a quien te la dio.
invite-revoked = Esa invitación fue retirada. Pide otra a quien te la dio.

banned-until = ⛔ No puedes usar este bot hasta el { $until }.{ $why }
banned-for-ever = ⛔ Ya no puedes usar este bot.{ $why }
error-banned = ⛔ No puedes usar este bot.
banned-why = {" "}El motivo: { $reason }
banned-jobs = Lo que esperaba en la cola está cancelado y sus créditos volvieron. Un video que ya se está haciendo llega igual.
unbanned = 👋 ¡Hola de nuevo! Ya puedes usar este bot otra vez.
letter-head = ✉️ <b>Un mensaje de los administradores de este bot.</b> Lo que respondas aquí no les llega.
role-given-admin = 🔑 Ahora administras este bot. /admin abre tu panel.
role-given-support = 🔑 Ahora das soporte en este bot. /admin abre tu panel.
role-taken = Ya no ayudas a administrar este bot, pero puedes seguir haciendo videos. ¡Gracias!

friend-link = 🤝 <b>¡Invita a un amigo!</b>
    Cuando alguien nuevo venga por este enlace y haga su primer video, cada uno recibe { $credits ->
        [one] un crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    }:
    { $link }

    { $brought ->
        [0] Todavía no vino nadie por él.
        [one] Vino un amigo por él.
        [many] Vinieron { $brought } de amigos por él.
       *[other] Vinieron { $brought } amigos por él.
    }
friend-nothing = Ahora no hay premio por invitar amigos.
friend-reward = 🤝 { $name }, que vino por tu enlace, hizo su primer video. Recibes { $credits }. ¡Gracias!
friend-reward-newcomer = 🤝 ¡Ese fue tu primer video aquí! Viniste por el enlace de un amigo, así que cada uno recibe { $credits }.

group-asked = 👋 Solo respondo en grupos que mis administradores aceptaron. Ya les pregunté por este.
group-silent = En este grupo no respondo. ¡Escríbeme en privado!
group-opened = 🎉 Mis administradores dicen que sí: ahora respondo aquí. Mencióname, respóndeme o usa un comando.
