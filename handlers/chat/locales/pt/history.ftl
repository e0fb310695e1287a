### Textos em português: history.

jobs-none-of-these = Nenhum destes. Os botões acima mostram os outros.
jobs-choose-kind = 🗂 <b>De que tipo?</b>
job-price = 💎 { $credits }
kind-any = todos
key-kind = 🎞 Tipo: { $kind }
key-with-pictures = 🖼 Com fotos
outcome-all = Todos
outcome-running = Em andamento
outcome-done = Prontos
outcome-failed = Não deram certo
state-deleted = apagado
key-back-to-list = ⬅️ Voltar à lista
key-original = 📎 Arquivo original
key-delete = 🗑 Apagar
key-delete-sure = 🗑 Sim, apagar para sempre
key-keep-video = ⬅️ Não, manter
toast-original = O arquivo original está a caminho.
original-gone = O PixVerse não tem mais o arquivo original. Só resta o que está neste chat.
delete-sure = 🗑 <b>Apagar para sempre?</b>
    { $what }

    Some aqui e no PixVerse, e ninguém consegue trazer de volta. Os créditos não voltam.
delete-sure-kept = 🗑 <b>Apagar para sempre?</b>
    { $what }

    Some daqui, e ninguém consegue trazer de volta. No PixVerse o vídeo fica: lá não dá para apagar. Os créditos não voltam.
delete-sure-no-video = 🗑 <b>Apagar?</b>
    { $what }

    Fica na lista como apagado, sem suas palavras e fotos.
job-deleted = 🗑 Apagado. Suas palavras e fotos saíram daqui, e o PixVerse também apaga o resultado.
job-deleted-kept = 🗑 Apagado. Suas palavras e fotos saíram daqui, e o link do vídeo também. No PixVerse o vídeo fica: lá não dá para apagar.
job-deleted-no-video = 🗑 Apagado. Suas palavras e fotos saíram daqui.
error-under-report = Alguém denunciou este vídeo. Dá para apagar depois que os administradores olharem.
key-resend = ▶️ { $what }
key-forget-habits = 🧹 Esquecer meus hábitos
toast-habits-forgotten = Esquecido. Quando algo puder ser várias coisas, pergunto de novo.
