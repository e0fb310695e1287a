### Textos em português: errors.

error-draft-gone = Esse rascunho não existe mais. Mande palavras ou uma foto e começamos outro.
error-not-yours = Isso é de outra pessoa. Mande as suas palavras ou a sua foto!
error-stale = Esse botão é de uma versão antiga minha. Com /start a gente continua.
error-not-a-choice = Essa opção não existe mais. Toque em Voltar para ver as que há.
error-prompt-too-long = Está um pouco longo: { $length } caracteres, e o PixVerse aceita no máximo { $limit }. Dá para encurtar?
error-not-a-seed = Isso não serve como semente: preciso de um número inteiro de { $first } a { $last }, só com algarismos. Nada mudou; que número eu uso?
error-prompt-empty = Não achei palavras aí. O que deve acontecer no vídeo?
error-too-many-pictures = { $limit ->
    [one] Este efeito usa só uma foto; fiquei com a primeira.
    [2] Este efeito usa duas fotos; fiquei com as duas primeiras.
    [many] Cabem no máximo { $limit } fotos; fiquei com as primeiras.
   *[other] Cabem no máximo { $limit } fotos; fiquei com as primeiras.
}
error-not-offered = “{ $what }” não está disponível agora. Outra coisa?
error-effect-gone = Esse efeito não está mais disponível. /effects mostra os que há.
error-not-enough = Custa { $price } e você tem { $left }. Você ganha mais em { $when }. Menos segundos ou menos qualidade custam menos.
error-maintenance = Estou em manutenção. Seu rascunho está a salvo: tente um pouco mais tarde.
error-bot-budget = O bot já usou os créditos de hoje. Tente amanhã.
error-too-late = Tarde demais: já seguiu em frente.
error-no-job = Não encontro mais esse vídeo.
error-missing-prompt = Primeiro me diga o que deve acontecer.
error-missing-named = Seu texto cita uma foto que não está aqui. Mande-a ou escreva de outro jeito.
error-missing-picture = Primeiro mande a foto.
admin-only = Isso é para os administradores deste bot.
admin-not-your-role = Sua função não vai tão longe. Quem é dono do bot pode mudar isso.
admin-not-here = Vamos fazer isso no nosso chat privado, onde ninguém mais lê.
error-bug = Algo deu errado do meu lado (número { $id }). Os administradores já sabem e nada foi cobrado. Tente de novo.
edit-too-late = Já usei essas palavras. Mande outras para mudar o rascunho.
nothing-to-cancel = Não há nada para cancelar. Vídeos em andamento têm seu próprio botão para cancelar.

password-removed = Apaguei a sua mensagem, porque podia ter uma senha, e não guardei nada dela.
password-stays = ⚠️ A sua mensagem pode ter uma senha e não consegui apagá-la. Apague você mesmo, por favor. Não guardei nada dela.
