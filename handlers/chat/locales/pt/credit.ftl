### Textos em português: credit.

quota = 💎 <b>Você pode gastar { $left } agora.</b>
quota-today = Hoje: { $used } de { $most } usados; recomeça em { $when }, à meia-noite ({ $city }).
quota-month = Este mês: { $used } de { $most } usados; recomeça em { $when }.
quota-extra = Extra: { $credits }, usados depois dos de hoje.
quota-ending = • { $credits } deles vencem em { $when }
quota-debt = ⚠️ { $credits } de um pagamento devolvido já tinham sido gastos. Os próximos créditos extras cobrem isso primeiro.
quota-jobs = { $n ->
    [one] Um vídeo seu é feito por vez; os outros esperam na fila.
    [many] { $n } vídeos seus são feitos por vez; os outros esperam na fila.
   *[other] { $n } vídeos seus são feitos por vez; os outros esperam na fila.
}
quota-lately = <b>Seus últimos vídeos</b>
quota-cost = • { $price } · { $what }
quota-cost-back = • <s>{ $price }</s> devolvidos · { $what }
key-quota = 💎 O que resta
key-ledger = 📜 Cada mudança

ledger = 📜 <b>Cada mudança nos seus créditos</b>, a mais nova primeiro
ledger-empty = 📜 Nada mudou ainda: você não gastou nem recebeu nada.
ledger-held = <i>{ $when }</i> −{ $credits } reservados{ $about }
ledger-spent = <i>{ $when }</i> { $credits } reservados, agora gastos{ $about }
ledger-released = <i>{ $when }</i> +{ $credits } de volta{ $about }
ledger-granted = <i>{ $when }</i> +{ $credits } de presente{ $about }
ledger-taken = <i>{ $when }</i> −{ $credits } retirados{ $about }
ledger-bought = <i>{ $when }</i> +{ $credits } comprados{ $about }
ledger-refunded = <i>{ $when }</i> −{ $credits } foram com suas Estrelas{ $about }
ledger-given-back = <i>{ $when }</i> +{ $credits } devolvidos por um administrador{ $about }
ledger-expired = <i>{ $when }</i> −{ $credits } vencidos{ $about }
ledger-about = {" "}· { $what }
key-export = 💾 Exportar meus dados
export-caption = Tudo o que sei de você. /forgetme apaga e antes diz o que precisa ficar.

key-zone = 🕐 Fuso horário
zone = 🕐 <b>Seus dias começam à meia-noite em { $city }</b>, onde o relógio marca { $clock }. Onde você mora?
key-zone-other = ✍️ Em outro lugar
key-zone-bot = 🤖 Como o bot
zone-ask = ✍️ Que cidade ou fuso horário? Escreva o nome, como <i>Lisbon</i> ou <i>Asia/Tashkent</i>, ou o que seu relógio mostra agora, como <i>14:35</i>.
zone-which = 🕐 <b>Nestes lugares é essa hora agora.</b> Qual fica mais perto de você?
zone-none = Em nenhum lugar do mundo é essa hora agora. Olhe de novo ou escreva o nome de uma cidade grande perto de você.
zone-chosen = ✅ Seus dias começam à meia-noite em { $city }, onde o relógio marca { $clock }. Os créditos de hoje são os mesmos; os próximos vêm à meia-noite de lá.
zone-unknown = Não conheço um fuso horário chamado “{ $words }”. Serve o nome de uma cidade grande perto de você ou o que seu relógio mostra.

forget = 🗑 <b>Devo esquecer você?</b>

    <b>O que some:</b> seu nome, suas configurações e hábitos, seus rascunhos e, de cada vídeo, as palavras, as fotos e o link. Sua lista de vídeos fica vazia.

    <b>O que fica, só com seu número,</b> porque as contas precisam fechar, os créditos de hoje não vêm duas vezes e as regras continuam:
    • o que você gastou e pagou, e o que recebeu: dos administradores, por amigos ou do suporte;
    • seu plano e seus limites próprios;
    • pedidos recusados, pausas, uma recusa ou um bloqueio com o motivo; o que você denunciou e por qual convite chegou;
    • o que os administradores fizeram a seu respeito, sem as palavras deles, e o que você fez, se ajudava a cuidar do bot;
    • quando nos conhecemos e quando falamos pela última vez.

    <b>O que não alcanço:</b> nossas mensagens neste chat (apague você o chat) e os vídeos no PixVerse.
forget-extra = { "" }
    Seus { $credits } continuam seus se você voltar.
forget-role = { "" }
    { $role ->
        [owner] Você continua proprietário deste bot: é o que dizem as configurações no servidor.
       *[other] Você ajuda a administrar este bot: esse papel também some, e só um proprietário pode devolvê-lo.
    }
forget-ask = Não tem volta. Se exportar antes, você vê o que eu sei.
key-forget = 🗑 Sim, me esqueça
key-keep = ✖️ Não
forgotten = 🕊 Feito. Não conheço mais você, a não ser o que eu disse que fica. Se me escrever, a gente se conhece de novo, e isso continua valendo.
not-forgotten = Certo. Tudo fica como está.

error-plan-budget = Juntas, as pessoas do seu plano já usaram os créditos de hoje. Tente amanhã.
error-not-in-plan-mode = Seu plano não inclui este jeito de fazer vídeos. Talvez palavras ou uma só foto funcionem.
error-not-in-plan-quality = Seu plano não inclui a qualidade { $value }. Toque em Qualidade no cartão e escolha outra.
error-not-in-plan-model = Seu plano não inclui o modelo { $value }. Toque em Modelo no cartão e escolha outro.
error-shop-closed = Nada está à venda aqui agora.
error-pack-gone = Isso não é mais vendido, ou não por esse preço. /buy mostra o que há.
error-invoice-old = Esta fatura já está velha. /buy faz uma nova.
error-already-subscribed = Você já tem esta assinatura. /buy mostra até quando.
error-still-running = Alguns dos seus vídeos ainda estão sendo feitos. Espere terminarem ou cancele e tente de novo.
admin-no-payment = Não conheço esse pagamento. O recibo tem o código.
admin-no-pack = Nada com esse nome está à venda. /packs mostra o que há.
admin-no-plan = Não há plano com esse nome. /plans mostra todos.
admin-already-refunded = Esse pagamento já foi devolvido ou está a caminho.

paid = ⭐ <b>Obrigado!</b> Você recebeu { $credits }.
    ⭐ { $stars } · recibo <code>{ $charge }</code>
    /paysupport se algo der errado.
paid-monthly = ⭐ <b>Obrigado!</b> Você recebeu { $credits }, e recebe de novo todo mês. Pago até { $until }.
    ⭐ { $stars } · recibo <code>{ $charge }</code>
    /buy mostra e encerra sua assinatura, /paysupport se algo der errado.
paid-back = ⭐ Suas Estrelas ({ $stars }) voltaram para você, e { $credits } foram com elas. /history mostra os detalhes.
refund-failed = ⚠️ <b>O Telegram não devolve as Estrelas de <code>{ $charge }</code>:</b> { $why }
    O pagamento vale, e os créditos dele também.

key-buy = ⭐ Comprar créditos
shop = ⭐ <b>Créditos por Estrelas do Telegram</b>
    São usados depois dos grátis e { $lasts }.
shop-stays = ficam até você usar
shop-lasts = { $n ->
    [one] vencem depois de um dia
    [many] vencem depois de { $n } dias
   *[other] vencem depois de { $n } dias
}
shop-subscriptions = 🔁 <b>Suas assinaturas</b>
shop-subscription = • { $name }: { $credits } por mês, pago até { $until }
shop-subscription-ends = • { $name }: { $credits } por mês, termina em { $until }
shop-help = /paysupport se algo der errado, /terms para as regras.
key-pack = { $credits } · ⭐ { $stars }
key-pack-monthly = 🔁 { $credits } por mês · ⭐ { $stars }
key-stop = ✖️ Encerrar { $name }
shop-subscribe = 🔁 <b>{ $credits } todo mês</b> por ⭐ { $stars } por mês. O Telegram renova sozinho até você encerrar, aqui com /buy ou nas suas configurações de Estrelas.
key-subscribe = ⭐ Assinar por { $stars }
shop-ask-stop = Encerrar esta assinatura? O que foi pago continua seu; o Telegram não cobra mais Estrelas por ela.
key-stop-now = ✖️ Sim, encerrar
shop-stopped = ✅ { $name } termina em { $until }. Seus créditos ficam.
subscription-stopped = 🔁 { $name } termina em { $until } e não se renova: não se cobram mais Stars.
invoice = { $n ->
    [one] Um crédito para vídeos.
    [many] { $n } de créditos para vídeos.
   *[other] { $n } créditos para vídeos.
}
invoice-monthly = { $n ->
    [one] Um crédito para vídeos todo mês.
    [many] { $n } de créditos para vídeos todo mês.
   *[other] { $n } créditos para vídeos todo mês.
}
checkout-not-you = Você não pode comprar créditos aqui agora. Nenhuma Estrela foi cobrada.
checkout-trouble = Algo deu errado do meu lado. Nenhuma Estrela foi cobrada; tente daqui a pouco.
error-telegram-away = O Telegram não respondeu. Tente em um minuto.
error-too-many-wishes = Já repassei o bastante por hoje. Os administradores têm suas mensagens.
paysupport = 💬 <b>Algo errado com um pagamento?</b>
    Conte aqui: <code>/paysupport</code> e depois o que houve. Os administradores deste bot recebem suas palavras com a lista dos seus pagamentos e respondem a você neste chat.

    Um pagamento sem créditos costuma ser notado sozinho em até um dia. O suporte do Telegram não ajuda com compras neste bot.
paysupport-sent = 💬 Está com os administradores. Eles respondem a você neste chat.
