### Textos en español: terms.

terms-title = 📝 <b>Las condiciones de este bot</b>
terms-before = 📝 <b>Antes de tu primer video</b>
terms = • Usa fotos, voces y videos tuyos, o cuyos dueños dijeron que sí. Toda persona que se pueda reconocer en ellos también tiene que estar de acuerdo.
    • Nada ilegal, de odio o sexual, nada que se burle de alguien o engañe haciéndose pasar por real, y ningún menor en algo que pueda hacerle daño.
    • Tus palabras y archivos van a PixVerse, que hace el video según sus condiciones y rechaza algunas cosas.
    • Tú respondes por lo que haces y por dónde lo muestras.
terms-bought = ⭐ Los créditos que compras pagan videos aquí y nada más; un video que falla no cuesta ninguno. Si algo va mal con un pago, escribe con /paysupport.
terms-ask = ¿De acuerdo? Entonces tu video empieza enseguida. /terms lo muestra otra vez.
terms-ask-once-more = ¿De acuerdo? Entonces toca tu botón otra vez. /terms lo muestra otra vez.
terms-accepted = ¡Gracias! Ahora toca tu botón otra vez.
key-accept-terms = ✅ Acepto
