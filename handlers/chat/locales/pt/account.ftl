### Textos em português: account.

settings = ⚙️ <b>Como os novos vídeos começam</b>
    Toque para mudar. Cada vídeo ainda pode ser ajustado no cartão dele.
granted = 🎁 Um administrador deu { $credits } a você. Divirta-se!
taken = Um administrador retirou { $credits }.
language-telegram = 📱 Como no Telegram
language-choose = 🌐 <b>Em que idioma eu falo?</b>
key-language = 🌐 { $language }
