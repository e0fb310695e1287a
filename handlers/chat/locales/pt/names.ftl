### Textos em português: names.

credits = { $n ->
    [one] { $n } crédito
    [many] { $n } de créditos
   *[other] { $n } créditos
}
seconds = { $n } s
minutes = { $n } min
hours = { $n } horas
days = { $n } dias
moment = { $month ->
    [1] { $day } jan
    [2] { $day } fev
    [3] { $day } mar
    [4] { $day } abr
    [5] { $day } mai
    [6] { $day } jun
    [7] { $day } jul
    [8] { $day } ago
    [9] { $day } set
    [10] { $day } out
    [11] { $day } nov
   *[12] { $day } dez
} { $clock }
sentence = { $words }
field-model = Modelo
field-quality = Qualidade
field-duration = Duração
field-ratio = Formato
field-sound = Som
field-style = Estilo
field-camera = Câmera
field-motion = Movimento
field-keep_sound = Som próprio
field-multi_shot = Várias tomadas
field-preview = Prévia
field-off_peak = Fora do pico
value-on = sim
value-off = não
value-auto = o do efeito
mode-text = Texto em vídeo
mode-image = Foto em vídeo
mode-frames = Da primeira à última foto
mode-transition = De foto em foto
mode-fusion = Fotos em uma cena
mode-still = Nova imagem
mode-effect = Efeito
mode-extend = Vídeo mais longo
mode-modify = Vídeo alterado
mode-lipsync = Sincronização labial
mode-upscale = Ampliado para 4K
mode-motion = Movimento como em um vídeo
mode-restyle = Novo estilo
mode-sound = Novo som
mode-swap = Troca
mode-follow_up = Continuação
mode-parts = O que dá para trocar
way-image = 🎞 Dar movimento
way-frames = ➡️ Da primeira à última
way-transition = 🔀 De foto em foto
way-fusion = 🧩 Em uma cena
way-still = 🖼 Uma nova imagem
way-extend = ⏩ Deixar mais longo
way-modify = 🪄 Mudar algo nele
way-lipsync = 👄 Fazer falar
way-upscale = 🔍 Ampliar para 4K
way-motion = 🕺 Mover uma foto do mesmo jeito
way-restyle = 🎨 Outro estilo
way-sound = 🎧 Outro som
way-swap = 🔄 Trocar alguém ou algo
