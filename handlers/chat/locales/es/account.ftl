### Textos en español: account.

settings = ⚙️ <b>Con qué empiezan tus videos nuevos</b>
    Toca para cambiarlo. Cada video se puede ajustar además en su tarjeta.
granted = 🎁 Un administrador te regaló { $credits }. ¡Que lo disfrutes!
taken = Un administrador te quitó { $credits }.
refunded = 💛 Un administrador te devolvió { $credits } por «{ $what }». Se quedan hasta que los uses.
retried = 🔁 «{ $what }» no salió, así que un administrador lo puso en marcha otra vez para ti. Cuesta { $credits }; mientras espera en la cola puedes cancelarlo.
language-telegram = 📱 Como en Telegram
language-choose = 🌐 <b>¿En qué idioma te hablo?</b>
key-language = 🌐 { $language }
