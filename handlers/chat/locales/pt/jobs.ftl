### Textos em português: jobs.

status-queued = ⏳ <b>Na fila</b>: número { $place }.
    { $what }
status-queued-paused = ⏸ <b>Na fila</b>: número { $place }. A fila está em pausa e continua sozinha.
    { $what }
status-preparing = 📤 <b>Começando…</b>
    { $what }
status-rendering = 🎬 <b>O PixVerse está trabalhando.</b> Já faz { $elapsed }{ $usual }.
    { $what }
status-begun = 🎬 <b>O PixVerse está trabalhando.</b> Mando o resultado aqui.
    { $what }
status-begun-usual = 🎬 <b>O PixVerse está trabalhando.</b> Costuma levar cerca de { $time }.
    { $what }
status-usual = , costuma levar cerca de { $time }
status-off-peak = 🌙 <b>O PixVerse faz fora do pico.</b> Pode levar até um dia; mando aqui.
    { $what }
status-unconfirmed = 🔍 <b>Estou verificando se o PixVerse recebeu este.</b> Enquanto isso, seus créditos estão a salvo.
    { $what }
status-ready = ✅ <b>Pronto</b> em { $time }.
    { $what }
status-failed = ❌ <b>Este não deu certo.</b> Voltaram { $credits }.
    { $what }
status-cancelled = ✖️ <b>Cancelado.</b> Voltaram { $credits }.
    { $what }
status-left = ✖️ <b>Parado.</b> O PixVerse já tinha começado, então { $credits } não voltam.
    { $what }
key-cancel-queued = ✖️ Cancelar, os créditos voltam
key-cancel-rendering = ✖️ Parar (os créditos não voltam)
toast-look-again = Algo mudou nesse meio-tempo. Dê uma olhada e toque em Gerar de novo.
toast-started = Lá vai!
toast-already-started = Já está a caminho.
toast-cancelled = Cancelado. Seus créditos voltaram.
toast-left = Parado. O PixVerse já tinha começado, então os créditos não voltam.
toast-again = Mais uma vez!
toast-sending = Mandando de novo.
toast-nothing-to-send = Não há nada para mandar.
toast-changed = Aqui está de novo, para mudar como quiser.

result-caption = { $prompt }
result-facts = <i>{ $facts }</i>
key-again = 🔁 De novo 💎 { $credits }
key-change = ✏️ Mudar
result-link = 🎬 <b>Está pronto</b>, mas o Telegram não aceita o arquivo. Baixe aqui:
    { $url }
result-kept = 🎬 <b>Está pronto</b>, mas o Telegram não aceita o arquivo. Escreva para quem administra este bot: ele está guardado com o número { $job }.

failure = 😕 <b>{ $why }</b>
    Voltaram { $credits }. Nada foi cobrado.
failure-moderated = A moderação do PixVerse não deixou passar. Outras palavras ou outra foto podem dar certo.
failure-invalid = O PixVerse não aceitou assim. Tente outras configurações ou outra foto.
failure-no_credits = A conta do bot no PixVerse ficou sem créditos. Os administradores já sabem.
failure-unauthorized = O bot não consegue entrar na sua conta do PixVerse. Os administradores já sabem.
failure-account_locked = A conta do bot no PixVerse precisa de atenção. Os administradores já sabem.
failure-subscription_expired = A assinatura do bot no PixVerse acabou. Os administradores já sabem.
failure-busy = O PixVerse está muito ocupado agora. Tente em alguns minutos.
failure-bad_picture = Não consegui abrir essa foto: parece danificada. Mande de novo ou tente outra.
failure-picture_gone = O Telegram não tem mais essa foto. Mande de novo.
failure-bad_sound = Não ouço nada aí: não tem som ou está danificado. Mande de novo ou tente outro.
failure-bad_video = Não consegui abrir esse vídeo: parece danificado ou não sei lê-lo. Mande de novo ou tente outro.
failure-file_gone = O Telegram não tem mais o que você mandou. Mande de novo.
failure-too_long = É mais longo do que o PixVerse aceita aqui. Mande um mais curto.
failure-too_large = Esse arquivo é grande demais. Mande um menor.
failure-not_activated = Este efeito não está disponível aqui agora. Os administradores já sabem; os outros efeitos funcionam.
failure-unreachable = Não consegui falar com o PixVerse, mesmo tentando várias vezes. Tente mais tarde.
failure-render_failed = O PixVerse não conseguiu fazer este. Muitas vezes ajuda tentar de novo.
failure-lost = O PixVerse perdeu este vídeo no caminho.
failure-given_up = Não conseguimos descobrir o que houve com este vídeo.
failure-called_off = Um administrador deste bot cancelou este vídeo.

jobs-title = 🗂 <b>Seus vídeos</b>
jobs-none = Você ainda não tem vídeos. Mande uma frase ou uma foto e fazemos um!
jobs-row = { $icon } { $what }
    <i>{ $when } · { $state }</i>
jobs-entry = <b>{ $number }</b> { $row }
state-queued = na fila
state-uploading = começando
state-submitting = começando
state-unconfirmed = em verificação
state-generating = em andamento
state-delivering = a caminho
state-delivered = pronto
state-undeliverable = pronto, esperando você
state-failed = não deu certo
state-cancelled = cancelado
key-full-quality = ✨ Qualidade total
key-same-seed = 🎲 Parecido
