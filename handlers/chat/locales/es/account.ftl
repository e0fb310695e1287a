### Textos en español: account.

settings = ⚙️ <b>Con qué empiezan tus videos nuevos</b>
    Toca para cambiarlo. Cada video se puede ajustar además en su tarjeta.
granted = 🎁 Un administrador te regaló { $credits }. ¡Que lo disfrutes!
taken = Un administrador te quitó { $credits }.
language-telegram = 📱 Como en Telegram
language-choose = 🌐 <b>¿En qué idioma te hablo?</b>
key-language = 🌐 { $language }
