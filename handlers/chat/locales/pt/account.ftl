### Textos em português: account.

settings = ⚙️ <b>Como os novos vídeos começam</b>
    Toque para mudar. Cada vídeo ainda pode ser ajustado no cartão dele.
granted = 🎁 Um administrador deu { $credits } para você. Divirta-se!
taken = Um administrador retirou { $credits }.
refunded = 💛 Um administrador devolveu { $credits } a você por “{ $what }”. Eles ficam até você usar.
retried = 🔁 “{ $what }” não deu certo, então um administrador começou de novo para você. Custa { $credits }; enquanto espera na fila, você pode cancelar.
language-telegram = 📱 Como no Telegram
language-choose = 🌐 <b>Em que idioma eu falo?</b>
key-language = 🌐 { $language }
