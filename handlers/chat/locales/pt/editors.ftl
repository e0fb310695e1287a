### Textos em português: editors.

key-last-frame = ➕ Imagem final
ask-last-frame = 🖼 <b>Mande a foto com que deve terminar.</b>
key-pictures = 🖼 Ordenar
key-name = ➕ { $name }

pictures = 🖼 <b>Suas fotos, em ordem.</b> Toque em uma para mover, trocar ou tirar, ou mande mais.
pictures-transition = 🖼 <b>Seu filme, da esquerda para a direita.</b> Toque em uma foto para mover, trocar ou tirar, em uma duração para mudar o que acontece ali, ou mande mais fotos.
pictures-segment = { $number } → { $next }: { $words }
key-drop-all = 🗑 Tirar todas
pictures-one = 🖼 <b>Foto { $number } de { $n }</b>
pictures-lost = O Telegram não tem mais todas estas fotos. Troque as que não aparecem.
picture-number = Foto { $number }
key-picture = 🖼 { $number }
key-segment = → { $seconds } s →
key-show-pictures = 👀 Qual é qual?
key-done = ✅ Pronto
key-earlier = ⬅️ Para a esquerda
key-later = Para a direita ➡️
key-replace = 🔄 Trocar
key-remove = 🗑 Tirar
ask-replace = 🔄 <b>Mande a foto que entra no lugar da foto { $number }.</b>

segment = ⏱ <b>Da foto { $number } à foto { $next }</b>: quanto dura e o que acontece?
segment-words = ✍️ { $words }
key-segment-words = ✍️ Palavras para esta parte
key-segment-hush = ✖️ Sem palavras próprias
ask-segment = ✍️ <b>O que acontece entre a foto { $number } e a foto { $next }?</b> É só escrever.

key-describe = 🎧 Descrever o som
key-describe-again = 🎧 Descrever de outro jeito
key-undescribe = ✖️ Sem descrição
ask-sound = 🎧 <b>O que deve ser ouvido?</b> Escreva em até { $limit } caracteres, como <i>chuva nas folhas, trovão ao longe</i>.
ask-negative = 🚫 <b>O que não deve aparecer?</b> Escreva, como <i>texto, pessoas ao fundo</i>.
ask-seed = 🎲 <b>Qual semente?</b> Escreva um número inteiro de { $first } a { $last }. O mesmo pedido com o mesmo número dá de novo quase o mesmo vídeo.
key-somebody-speaks = 🗣 Alguém fala
key-speak-otherwise = 🗣 Outra voz
key-unspeak = ✖️ Ninguém fala
