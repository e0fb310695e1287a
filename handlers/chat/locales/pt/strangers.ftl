### Textos em português: strangers.

file-too-big = Esse arquivo é grande demais para mim: { $size } MB, e o Telegram me deixa baixar no máximo { $limit } MB. Mande como foto, ou menor.
file-no-picture = Não consigo usar esse tipo de arquivo. Mande uma imagem, um vídeo ou um som.
unsupported-animation = GIFs já se mexem! Mande uma foto parada e eu dou vida a ela.
unsupported-sticker = Bela figurinha! Mas não consigo filmá-la. Mande uma foto ou descreva uma cena com palavras.
unsupported-place = Não posso viajar até lá, mas descreva o lugar e eu filmo.
unsupported-poll = Não voto, mas faço vídeos! Mande palavras ou uma foto.
unsupported-contact = Não guardo contatos. Mande palavras ou uma foto.
unsupported-other = Não sei o que fazer com isso. Mande palavras, uma foto ou um vídeo.
unknown-command = Não conheço esse comando. /help conta o que sei fazer.
