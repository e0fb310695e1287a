### Textos em português: effects.

effects-hot = 🔥 <b>Efeitos em alta</b>
effects-new = 🆕 <b>Efeitos novos</b>
effects-all = ✨ <b>Todos os efeitos</b>
effects-favourites = ⭐ <b>Seus favoritos</b>
effects-recent = 🕘 <b>Usados há pouco</b>
effects-found = 🔎 <b>Efeitos para “{ $words }”</b>
effects-page = Página { $page } de { $pages }. Toque em um para vê-lo em movimento.
effects-tap = Toque em um para vê-lo em movimento.
effects-several = 👥 pede várias fotos.
effects-none = Ainda não há nada aqui.
effects-no-favourites = Nenhum favorito ainda. Abra um efeito e toque em ⭐ para guardá-lo aqui.
effects-no-recent = Você ainda não usou nenhum efeito. Os que usar nos vídeos ficam aqui.
effects-not-found = Não achei nenhum efeito para “{ $words }”. Tenta outra palavra?
effects-loading = A lista de efeitos ainda está carregando. Tente em um minuto.
effects-ask-words = 🔎 Qual efeito você procura? Escreva uma ou duas palavras, como <i>hug</i> ou <i>dance</i>.
key-hot = 🔥 Em alta
key-new-effects = 🆕 Novos
key-all = ✨ Todos
key-favourites = ⭐ Favoritos
key-recent = 🕘 Recentes
key-search = 🔎 Buscar
key-previous = ◀️
key-next = ▶️
key-effect-row = { $name } · 💎 { $credits }
key-effect-row-two = 👥 { $name } · 💎 { $credits }
effect = ✨ <b>{ $name }</b>
effect-facts = { $pictures ->
    [one] 🖼 uma foto
    [many] 🖼 { $pictures } fotos
   *[other] 🖼 { $pictures } fotos
} · ⏱ { $seconds } s · 💎 { $credits }
effect-facts-image = { $pictures ->
    [one] 🖼 uma foto
    [many] 🖼 { $pictures } fotos
   *[other] 🖼 { $pictures } fotos
} · faz uma imagem · 💎 { $credits }
key-use-effect = 🎬 Usar este efeito
key-close = ⬅️ Voltar à lista
key-star = ☆ Favorito
key-unstar = ⭐ Favorito
key-share-effect = 📤 Enviar
toast-starred = ⭐ Está nos seus favoritos.
toast-unstarred = Não é mais um favorito.
key-wished = ✨ O efeito que você queria
