### Textos en español: moderation.

error-stop-word = No hago videos con «{ $words }». Dilo con otras palabras, por favor.
error-stop-word-paused = No hago videos con «{ $words }». No es la primera vez, así que podrás empezar videos nuevos en { $when }.
error-paused = Se rechazaron demasiadas de tus solicitudes. Podrás empezar videos nuevos en { $when }.
failure-flagged = La revisión de palabras del propio bot no lo dejó pasar. Otras palabras pueden funcionar.
paused-note = ⏸ <b>Una pequeña pausa.</b> Se rechazaron demasiadas de tus solicitudes por su contenido. Podrás empezar videos nuevos en { $when }; todo lo demás funciona como siempre.
key-report = 🚩 Reportar
toast-reported = Gracias. Los administradores lo van a revisar.
toast-reported-before = Ya avisaste a los administradores. Lo van a revisar.
