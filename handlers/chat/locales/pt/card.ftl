### Textos em português: card.

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
card-pictures-frames = 🖼 2 fotos: da primeira à última
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
card-said = 🗣 { $name }: “{ $words }”
card-left-out = 🚫 { $words }
card-hint = 💡 { $hint }
card-price = 💎 <b>{ $price }</b> · você tem { $left }
card-price-about = 💎 <b>cerca de { $price }</b> · você tem { $left }
card-short = ⚠️ É mais do que você tem. /quota mostra quando você ganha mais.
card-ask-prompt = ✍️ <b>O que deve acontecer?</b> É só escrever ou mandar uma foto.
card-ask-first-picture = 🖼 <b>Mande a foto</b> para este efeito.
card-ask-dancer = 🖼 <b>Mande a foto</b> de quem deve se mover assim. De corpo inteiro fica melhor.
card-ask-newcomer = 🖼 <b>Mande a foto</b> de quem ou do que deve ficar no lugar.
card-ask-picture-first = 🖼 <b>Mande a primeira foto.</b> Este efeito usa { $need } fotos.
card-ask-picture = 🖼 <b>Agora a foto { $number } de { $need }.</b>
card-welcome-picture = 🖼 Pode mandar a foto { $number } de { $need } ou começar com as que já estão aqui.
card-ask-scene = ✍️ <b>O que acontece na cena?</b> Escreva e cite suas fotos: { $n ->
    [one] <i>@pic1 anda de bicicleta</i>
    [many] <i>@pic1 anda de bicicleta com @pic2</i>
   *[other] <i>@pic1 anda de bicicleta com @pic2</i>
}.
card-ask-named = ⚠️ Seu texto cita { $named }, mas { $n ->
    [one] há uma foto só, @pic1.
    [many] há { $n } fotos, de @pic1 a @pic{ $n }.
   *[other] há { $n } fotos, de @pic1 a @pic{ $n }.
} Mande mais uma ou escreva de outro jeito.
card-ask-more-words = ✍️ “{ $words }” <b>E depois?</b> O que você escrever agora será acrescentado.
card-ask-still = ✍️ <b>O que a imagem deve mostrar?</b> É só escrever. As fotos que você mandar servem de modelo.
card-ask-still-by = ✍️ <b>O que a nova imagem deve mostrar?</b> Escreva; as fotos que já estão aqui servem de modelo.
card-not-in-plan = 🚫 Esta forma de fazer vídeos não está disponível para você no momento.
card-words-welcome = ✍️ Palavras também são bem-vindas: é só escrever o que deve acontecer.
card-in-group = ↩️ Responda a esta mensagem para eu saber que é para mim.
card-options = ⚙️ { $options }
card-preview = uma prévia rápida
card-off_peak = fora do pico
card-names-unheard = ℹ️ Seu texto cita fotos: isso só funciona em “{ $way }”, com no máximo { $most }.
card-comes-later = 🌙 Chega em até um dia.
card-multi_shot = várias tomadas
card-keep_sound = com o próprio som
card-sound-on = com som
card-sound-off = sem som
card-sound-auto = o som do efeito
card-choose-several = Quantos de uma vez? Quatro ficam lado a lado, e você escolhe.
card-choose-model = Qual modelo? Os novos ficam mais bonitos.
card-choose-quality = Qual qualidade? Mais pixels custam mais.
card-choose-duration = Quanto tempo?
card-choose-ratio = Qual formato? 9:16 preenche a tela do celular.
card-choose-style = Qual estilo?
card-choose-camera = Como a câmera se move?
card-choose-motion = Com quanto movimento?
card-prices = 💎 O número ao lado é o preço.
card-choose-way = O que eu faço com isso?
card-choose-sound = 🔊 <b>E o som?</b> O PixVerse acha um que combine, ou você descreve.
card-choose-sound-own = 🔊 <b>E o som?</b> Fique com o do efeito, deixe o PixVerse achar um que combine ou descreva.
card-dropped = 🗑 Descartado. Mande algo novo quando quiser.
card-replaced = Um rascunho mais novo tomou o lugar deste.
key-several = 🎞 { $value }
key-field = { $field }: { $value }
key-each-part = Cada trecho: { $length }
key-sound-on = 🔊 Som: sim
key-sound-off = 🔇 Som: não
key-sound-auto = 🎵 Som: próprio
key-preview-on = ⚡ Prévia: sim
key-preview-off = ⚡ Prévia: não
key-off-peak-on = 🌙 Fora do pico: sim
key-off-peak-off = 🌙 Fora do pico: não
key-keep-sound-on = 🎙 Som próprio: sim
key-keep-sound-off = 🎙 Som próprio: não
key-multi-shot-on = 🎥 Várias tomadas: sim
key-multi-shot-off = 🎥 Várias tomadas: não
key-effect = ✨ Adicionar efeito
key-effect-change = ✨ Outro efeito
key-effect-drop = ✖️ Sem efeito
key-still = 🖼 Como imagem
key-video-instead = 🎬 Como vídeo
key-swap = 🔁 Trocar
toast-swapped = Pronto: agora a outra foto vem primeiro.
key-drop-picture = 🗑 Tirar foto
key-generate = 🎬 Gerar · { $credits }
key-generate-about = 🎬 Gerar · cerca de { $credits }
key-cancel = ✖️ Cancelar
key-more = ⚙️ Mais
key-off-peak-saves = 🌙 Fora do pico: economiza 💎 { $credits }
key-leave-out = 🚫 Deixar algo de fora
key-leave-nothing-out = ✖️ Não deixar nada de fora
more-preview = ⚡ <b>Prévia</b>: primeiro uma versão rápida e simples. Se gostar, leve em qualidade total.
more-off_peak = 🌙 <b>Fora do pico</b>: mais barato, feito quando o PixVerse tem tempo; chega em até um dia.
more-multi_shot = 🎥 <b>Várias tomadas</b>: a câmera muda de ângulo, como no cinema.
more-takes = ✌️ <b>Versões</b>: vários vídeos do mesmo de uma vez, cada um um pouco diferente.
key-back = ⬅️ Voltar
key-chosen = ✅ { $value }
card-seed = 🎲 Semente { $seed }: o mesmo número dá quase o mesmo vídeo
key-seed = 🎲 Escolher a semente
key-seed-other = 🎲 Outra semente
key-seed-drop = 🎲 Deixar a sorte decidir
key-takes = ✌️ { $n } versões · 💎 { $credits }
key-takes-about = ✌️ { $n } versões · 💎 cerca de { $credits }
