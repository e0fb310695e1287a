### Textos en español: credit.

quota = 💎 <b>Ahora puedes gastar { $left }.</b>
quota-today = Hoy: { $used } de { $most } usados; empieza de nuevo en { $when }, a medianoche ({ $city }).
quota-month = Este mes: { $used } de { $most } usados; empieza de nuevo en { $when }.
quota-extra = Extra: { $credits }, que se usan después de los de hoy.
quota-ending = • { $credits } de ellos vencen en { $when }
quota-debt = ⚠️ { $credits } de un pago devuelto ya se habían gastado. Los próximos créditos extra cubren eso primero.
quota-jobs = { $n ->
    [one] Se hace un video tuyo a la vez; los demás esperan en la cola.
    [many] Se hacen { $n } videos tuyos a la vez; los demás esperan en la cola.
   *[other] Se hacen { $n } videos tuyos a la vez; los demás esperan en la cola.
}
quota-lately = <b>Tus últimos videos</b>
quota-cost = • { $price } · { $what }
quota-cost-back = • <s>{ $price }</s> devueltos · { $what }
key-quota = 💎 Lo que queda
key-ledger = 📜 Cada cambio

ledger = 📜 <b>Cada cambio de tus créditos</b>, lo más nuevo primero
ledger-empty = 📜 Aún no cambió nada: no gastaste ni recibiste nada.
ledger-held = <i>{ $when }</i> −{ $credits } apartados{ $about }
ledger-spent = <i>{ $when }</i> { $credits } apartados, ya gastados{ $about }
ledger-released = <i>{ $when }</i> +{ $credits } devueltos{ $about }
ledger-granted = <i>{ $when }</i> +{ $credits } regalados{ $about }
ledger-taken = <i>{ $when }</i> −{ $credits } quitados{ $about }
ledger-bought = <i>{ $when }</i> +{ $credits } comprados{ $about }
ledger-refunded = <i>{ $when }</i> −{ $credits } se fueron con sus Estrellas{ $about }
ledger-given-back = <i>{ $when }</i> +{ $credits } devueltos por un administrador{ $about }
ledger-expired = <i>{ $when }</i> −{ $credits } vencidos{ $about }
ledger-about = {" "}· { $what }
key-export = 💾 Exportar mis datos
export-caption = Todo lo que sé de ti. /forgetme lo borra y antes dice qué tiene que quedarse.

key-zone = 🕐 Zona horaria
zone = 🕐 <b>Tus días empiezan a medianoche en { $city }</b>, donde el reloj marca { $clock }. ¿Dónde vives?
key-zone-other = ✍️ En otro lugar
key-zone-bot = 🤖 Como el bot
zone-ask = ✍️ ¿Qué ciudad o zona horaria? Escribe su nombre, como <i>Lisbon</i> o <i>Asia/Tashkent</i>, o lo que marca tu reloj ahora, como <i>14:35</i>.
zone-which = 🕐 <b>En estos lugares es esa hora ahora.</b> ¿Cuál te queda más cerca?
zone-none = Ahora no es esa hora en ningún lugar del mundo. Míralo otra vez o escribe el nombre de una ciudad grande cercana.
zone-chosen = ✅ Tus días empiezan a medianoche en { $city }, donde el reloj marca { $clock }. Los créditos de hoy son los mismos; los próximos llegan a medianoche allí.
zone-unknown = No conozco ninguna zona horaria llamada «{ $words }». Sirve el nombre de una ciudad grande cercana o lo que marca tu reloj.

forget = 🗑 <b>¿Te olvido?</b>

    <b>Se borra:</b> tu nombre, tus ajustes y costumbres, tus borradores y, de cada video, las palabras, las fotos y el enlace. Tu lista de videos queda vacía.

    <b>Se queda, solo con tu número,</b> porque las cuentas deben cuadrar, los créditos de hoy no llegan dos veces y las reglas siguen:
    • lo que gastaste y pagaste, y lo que recibiste: de los administradores, por amigos o del soporte;
    • tu plan y tus límites propios;
    • peticiones rechazadas, pausas, un rechazo o un bloqueo con su motivo; lo que denunciaste y con qué invitación llegaste;
    • lo que los administradores hicieron contigo, sin sus palabras, y lo que hiciste tú si ayudabas a llevar el bot;
    • cuándo nos conocimos y cuándo hablamos por última vez.

    <b>A esto no llego:</b> nuestros mensajes en este chat (borra tú el chat) y los videos en PixVerse.
forget-extra = { "" }
    Tus { $credits } siguen siendo tuyos si vuelves.
forget-role = { "" }
    { $role ->
        [owner] Sigues siendo propietario de este bot: así lo dice su configuración en el servidor.
       *[other] Ayudas a administrar este bot: ese rol también se va, y solo un propietario puede devolvértelo.
    }
forget-ask = No hay vuelta atrás. Si exportas antes, verás lo que sé.
key-forget = 🗑 Sí, olvídame
key-keep = ✖️ No
forgotten = 🕊 Hecho. Ya no te conozco, salvo lo que dije que se queda. Si me escribes, nos conocemos de nuevo, y eso sigue contando.
not-forgotten = Bien. Todo queda como está.

error-plan-budget = Entre todas las personas de tu plan ya gastaron los créditos de hoy. Prueba mañana.
error-not-in-plan-mode = Tu plan no incluye esta forma de hacer videos. Quizá sirvan palabras o una sola foto.
error-not-in-plan-quality = Tu plan no incluye la calidad { $value }. Toca Calidad en la tarjeta y elige otra.
error-not-in-plan-model = Tu plan no incluye el modelo { $value }. Toca Modelo en la tarjeta y elige otro.
error-shop-closed = Aquí no se vende nada ahora.
error-pack-gone = Eso ya no se vende, o no a ese precio. /buy muestra lo que hay.
error-invoice-old = Esta factura ya es muy vieja. /buy crea una nueva.
error-already-subscribed = Ya tienes esta suscripción. /buy muestra hasta cuándo.
error-still-running = Algunos de tus videos siguen en marcha. Espera a que terminen o cancélalos, y prueba otra vez.
admin-no-payment = No conozco ese pago. El recibo tiene su código.
admin-no-pack = No se vende nada con ese nombre. /packs muestra lo que hay.
admin-no-plan = No hay ningún plan con ese nombre. /plans los muestra.
admin-already-refunded = Ese pago ya está devuelto o en camino.

paid = ⭐ <b>¡Gracias!</b> Recibiste { $credits }.
    ⭐ { $stars } · recibo <code>{ $charge }</code>
    /paysupport si algo va mal.
paid-monthly = ⭐ <b>¡Gracias!</b> Recibiste { $credits }, y así cada mes. Pagado hasta el { $until }.
    ⭐ { $stars } · recibo <code>{ $charge }</code>
    /buy muestra tu suscripción y la detiene, /paysupport si algo va mal.
paid-back = ⭐ Recuperaste tus Estrellas ({ $stars }), y con ellas se fueron { $credits }. Los detalles están en /history.
refund-failed = ⚠️ <b>Telegram no devuelve las Estrellas de <code>{ $charge }</code>:</b> { $why }
    El pago sigue en pie, y sus créditos también.

key-buy = ⭐ Comprar créditos
shop = ⭐ <b>Créditos por Estrellas de Telegram</b>
    Se usan después de los gratis y { $lasts }.
shop-stays = se quedan hasta que los uses
shop-lasts = { $n ->
    [one] vencen después de un día
    [many] vencen después de { $n } días
   *[other] vencen después de { $n } días
}
shop-subscriptions = 🔁 <b>Tus suscripciones</b>
shop-subscription = • { $name }: { $credits } al mes, pagado hasta el { $until }
shop-subscription-ends = • { $name }: { $credits } al mes, termina el { $until }
shop-help = /paysupport si algo va mal, /terms para las reglas.
key-pack = { $credits } · ⭐ { $stars }
key-pack-monthly = 🔁 { $credits } al mes · ⭐ { $stars }
key-stop = ✖️ Detener { $name }
shop-subscribe = 🔁 <b>{ $credits } cada mes</b> por ⭐ { $stars } al mes. Telegram la renueva sola hasta que la detengas, aquí con /buy o en tus ajustes de Estrellas.
key-subscribe = ⭐ Suscribirme por { $stars }
shop-ask-stop = ¿Terminamos esta suscripción? Lo pagado sigue siendo tuyo; Telegram no cobra más Estrellas por ella.
key-stop-now = ✖️ Sí, detenerla
shop-stopped = ✅ { $name } termina el { $until }. Tus créditos se quedan.
subscription-stopped = 🔁 { $name } termina el { $until } y no se renueva: no se cobran más estrellas.
invoice = { $n ->
    [one] Un crédito para videos.
    [many] { $n } de créditos para videos.
   *[other] { $n } créditos para videos.
}
invoice-monthly = { $n ->
    [one] Un crédito para videos cada mes.
    [many] { $n } de créditos para videos cada mes.
   *[other] { $n } créditos para videos cada mes.
}
checkout-not-you = Ahora no puedes comprar créditos aquí. No se cobraron Estrellas.
checkout-trouble = Algo falló de mi lado. No se cobraron Estrellas; prueba en un rato.
error-telegram-away = Telegram no me respondió. Prueba en un minuto.
error-too-many-wishes = Por hoy ya transmití bastante. Los administradores tienen tus mensajes.
paysupport = 💬 <b>¿Algo va mal con un pago?</b>
    Cuéntamelo aquí: <code>/paysupport</code> y después lo que pasó. Los administradores de este bot reciben tus palabras con la lista de tus pagos y te responden en este chat.

    Un pago sin créditos suele notarse solo en menos de un día. El soporte de Telegram no puede ayudar con compras en este bot.
paysupport-sent = 💬 Ya lo tienen los administradores. Te responderán en este chat.
