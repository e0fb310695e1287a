### Textos em português: terms.

terms-title = 📝 <b>As condições deste bot</b>
terms-before = 📝 <b>Antes do seu primeiro vídeo</b>
terms = • Use fotos, vozes e vídeos seus, ou cujos donos disseram sim. Todas as pessoas que puderem ser reconhecidas neles também precisam concordar.
    • Nada ilegal, de ódio ou sexual, nada que zombe de alguém ou engane fingindo ser real, e nenhuma criança em algo que possa prejudicá-la.
    • Suas palavras e arquivos vão para o PixVerse, que faz o vídeo sob as condições dele e recusa algumas coisas.
    • Você responde pelo que faz e por onde mostra.
terms-bought = ⭐ Os créditos que você compra pagam vídeos aqui e nada mais; um vídeo que falha não custa nenhum. Se algo der errado com um pagamento, escreva com /paysupport.
terms-ask = Você concorda? Então seu vídeo começa na hora. /terms mostra isto de novo.
terms-ask-once-more = Você concorda? Então toque no seu botão mais uma vez. /terms mostra isto de novo.
terms-accepted = Obrigado! Agora toque no seu botão mais uma vez.
key-accept-terms = ✅ Concordo
