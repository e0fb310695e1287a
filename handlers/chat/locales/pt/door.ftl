### Textos em português: door.

start = 👋 <b>Oi, { $name }!</b>
    Transformo palavras e fotos em vídeos curtos.

    ✍️ <b>Mande uma frase</b> e eu filmo.
start-photo = 🖼 <b>Mande uma foto</b> e eu dou movimento a ela.
start-effect = ✨ <b>Escolha um efeito</b> e veja o que acontece com sua foto.
start-still = 🎨 <b>/picture</b> faz uma imagem com suas palavras e com fotos de modelo.
start-video = 🎞 <b>Responda a um vídeo</b> com palavras ou sua voz, e ele continua, muda ou fala.
start-credits = Você pode gastar <b>{ $credits }</b> hoje.
key-effects = ✨ Ver efeitos
key-new = 🎬 Novo vídeo
key-new-still = 🖼 Nova imagem
key-help = 💡 Como funciona

help = 💡 <b>Como funciona</b>

    1. Mande palavras, uma foto ou as duas coisas (uma foto com legenda). { $album }
    2. Mostro um cartão. Toque no que quiser mudar: modelo, qualidade, duração, formato, som.
    3. Toque em <b>Gerar</b>. Conto como vai e mando o vídeo aqui quando ficar pronto.
help-album = Um álbum de até sete fotos vira um filme que vai de foto em foto.
help-video = 4. Responda a ele com palavras, e ele continua ou muda; com um áudio, e ele fala. Seus próprios vídeos também servem: é só mandar.
help-costs = Cada vídeo custa créditos; o cartão mostra o preço antes de começar. Se um vídeo falhar, os créditos voltam sozinhos.
help-effects = /effects – efeitos prontos para suas fotos
help-still = /picture – uma imagem em vez de um vídeo
help-list = <blockquote expandable>{ $commands }</blockquote>
help-commands = /jobs – seus vídeos
    /quota – o que resta para você
    /history – cada mudança dos seus créditos, e seus dados em um arquivo
    /settings – como os novos vídeos começam
    /cancel – descartar o rascunho
    /forgetme – apagar o que sei de você
help-privacy = Suas palavras, fotos, vídeos e vozes vão para o PixVerse fazer o vídeo, e para nenhum outro lugar.
help-privacy-checked = Suas palavras, fotos, vídeos e vozes vão para o PixVerse fazer o vídeo. Antes, só as palavras vão para um serviço que as verifica.
help-team = 🔑 <b>Para quem administra o bot</b>: /admin abre o painel. O menu mostra o que também se pode digitar.

access-asked = 👋 Oi, { $name }! Neste bot só se entra com convite. Pedi aos administradores que deixem você entrar e escrevo assim que decidirem.
access-waiting = Seu pedido está com os administradores. Escrevo assim que decidirem.
access-refused = Desculpe, os administradores deste bot não deixaram você entrar.
access-closed = Desculpe, este bot não está recebendo gente nova agora.
access-request = 🙋 <b>{ $name }</b> ({ $handle }) quer usar o bot.
key-allow = ✅ Aceitar
key-refuse = 🚫 Recusar
access-allowed-note = ✅ <b>{ $name }</b> pode usar o bot.
access-refused-note = 🚫 <b>{ $name }</b>: acesso recusado.
access-granted = 🎉 Você entrou! Mande uma frase ou uma foto e eu faço um vídeo. /help mostra como.

access-by-link = 👋 Oi, { $name }! Aqui só se entra com convite. Se alguém daqui der a você um link de convite, toque nele e pronto.
invite-joined = { $credits ->
    [0] 🎉 <b>Você entrou!</b> Seu convite funcionou.
    [one] 🎉 <b>Você entrou!</b> Seu convite traz { $credits } crédito.
    [many] 🎉 <b>Você entrou!</b> Seu convite traz { $credits } de créditos.
   *[other] 🎉 <b>Você entrou!</b> Seu convite traz { $credits } créditos.
}
invite-no_such = Não conheço esse link de convite. Será que falta um pedaço? Peça de novo.
invite-used_up = Esse convite já se esgotou. Peça outro a quem convidou você.
invite-ended = Esse convite venceu. Peça outro a quem convidou você.
invite-revoked = Esse convite foi retirado. Peça outro a quem convidou você.

banned-until = ⛔ Você não pode usar este bot até { $until }.{ $why }
banned-for-ever = ⛔ Você não pode mais usar este bot.{ $why }
error-banned = ⛔ Você não pode usar este bot.
banned-why = {" "}O motivo: { $reason }
banned-jobs = O que esperava na fila foi cancelado e os créditos voltaram. Um vídeo que já está sendo feito ainda chega.
unbanned = 👋 Que bom ver você de novo! Você pode usar este bot outra vez.
letter-head = ✉️ <b>Uma mensagem dos administradores deste bot.</b> Respostas aqui não chegam até eles.
role-given-admin = 🔑 Agora você administra este bot. /admin abre seu painel.
role-given-support = 🔑 Agora você faz parte do suporte deste bot. /admin abre seu painel.
role-taken = Você não ajuda mais a administrar este bot, mas pode continuar fazendo vídeos. Obrigado!

friend-link = 🤝 <b>Traga um amigo!</b>
    Quando alguém novo vier por este link e fizer o primeiro vídeo, cada um ganha { $credits ->
        [one] um crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    }:
    { $link }

    { $brought ->
        [0] Ninguém veio por ele ainda.
        [one] Um amigo veio por ele.
        [many] { $brought } de amigos vieram por ele.
       *[other] { $brought } amigos vieram por ele.
    }
friend-nothing = Agora não há prêmio por trazer amigos.
friend-reward = 🤝 { $name }, que veio pelo seu link, fez o primeiro vídeo. Você ganha { $credits }. Obrigado!
friend-reward-newcomer = 🤝 Esse foi seu primeiro vídeo aqui! Você veio pelo link de um amigo, então cada um ganha { $credits }.

group-asked = 👋 Só respondo em grupos que meus administradores aceitaram. Já perguntei a eles sobre este.
group-silent = Não respondo neste grupo. Escreva para mim no privado!
group-opened = 🎉 Meus administradores disseram sim: agora respondo aqui. Mencione meu nome, responda a mim ou use um comando.
