### Textos em português: commands.

command-start = Dizer oi
command-new = Começar um vídeo
command-effects = Ver efeitos
command-jobs = Seus vídeos
command-quota = O que você ainda tem
command-history = Cada mudança dos seus créditos
command-buy = Comprar créditos com Stars
command-paysupport = Ajuda com um pagamento
command-forgetme = Apagar o que sei de você
command-settings = Como os novos vídeos começam
command-terms = O que você aceita
command-help = Como funciona
command-cancel = Descartar o rascunho
command-refer = Traga um amigo
about = Transformo palavras e fotos em vídeos com o PixVerse, alongo vídeos, mudo e faço falar. Mande uma frase, uma foto ou um vídeo.
about-short = Transforma palavras e fotos em vídeos.
language = 🇧🇷 Português
