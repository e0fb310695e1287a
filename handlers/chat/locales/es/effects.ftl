### Textos en español: effects.

effects-hot = 🔥 <b>Efectos de moda</b>
effects-new = 🆕 <b>Efectos nuevos</b>
effects-all = ✨ <b>Todos los efectos</b>
effects-favourites = ⭐ <b>Tus favoritos</b>
effects-recent = 🕘 <b>Usados hace poco</b>
effects-found = 🔎 <b>Efectos para «{ $words }»</b>
effects-page = Página { $page } de { $pages }. Toca uno para verlo moverse.
effects-tap = Toca uno para verlo moverse.
effects-several = 👥 pide varias fotos.
effects-none = Aquí no hay nada todavía.
effects-no-favourites = Aún no tienes favoritos. Abre un efecto y toca ⭐ para guardarlo aquí.
effects-no-recent = Aún no has usado ningún efecto. Aquí verás los que uses en tus videos.
effects-not-found = No encontré ningún efecto para «{ $words }». ¿Pruebas con otra palabra?
effects-loading = Todavía estoy cargando la lista de efectos. Prueba en un minuto.
effects-ask-words = 🔎 ¿Qué efecto buscas? Escribe una palabra o dos, como <i>hug</i> o <i>dance</i>.
key-hot = 🔥 De moda
key-new-effects = 🆕 Nuevos
key-all = ✨ Todos
key-favourites = ⭐ Favoritos
key-recent = 🕘 Recientes
key-search = 🔎 Buscar
key-previous = ◀️
key-next = ▶️
key-effect-row = { $name } · 💎 { $credits }
key-effect-row-two = 👥 { $name } · 💎 { $credits }
effect = ✨ <b>{ $name }</b>
effect-facts = { $pictures ->
    [one] 🖼 una foto
    [many] 🖼 { $pictures } fotos
   *[other] 🖼 { $pictures } fotos
} · ⏱ { $seconds } s · 💎 { $credits }
effect-facts-image = { $pictures ->
    [one] 🖼 una foto
    [many] 🖼 { $pictures } fotos
   *[other] 🖼 { $pictures } fotos
} · hace una imagen · 💎 { $credits }
key-use-effect = 🎬 Usar este efecto
key-close = ⬅️ Volver a la lista
key-star = ☆ Favorito
key-unstar = ⭐ Favorito
key-share-effect = 📤 Compartir
toast-starred = ⭐ Ya está en tus favoritos.
toast-unstarred = Ya no es un favorito.
key-wished = ✨ El efecto que buscabas
