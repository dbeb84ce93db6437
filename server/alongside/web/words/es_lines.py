"""Spanish: the help lines at the desk."""

LINES = {
    "desk.lines": "Líneas de ayuda",
    "desk.lines.title": "Líneas de ayuda",
    "desk.lines.lead": (
        "Se muestran en Ayuda ya. Búscalas o llama de vez en cuando, y di aquí que lo hiciste. "
        "Nunca llames a un número de emergencia solo para probar."
    ),
    "desk.lines.rule": (
        "Después de 90 días te pedimos mirar otra vez. Después de 180 días una línea ya no se "
        "muestra, porque puede estar mal."
    ),
    "desk.lines.none": (
        "Todavía no tienen líneas de ayuda. La gente ve el número de emergencia y una lista de "
        "líneas de muchos países."
    ),
    "desk.lines.good": "La revisaste el {date}.",
    "desk.lines.not-here": "Vino con el programa el {date}. Por favor, revísala tú.",
    "desk.lines.stale": "Por favor, mírala otra vez. Última revisión: {date}.",
    "desk.lines.hidden": (
        "No se muestra. Última revisión: {date}. Cuando la revises, vuelve a estar."
    ),
    "desk.lines.torn": "No se muestra, porque su pareja lleva mucho tiempo sin revisar.",
    "desk.lines.pair": "Solo se muestra con las otras de: {pair}",
    "desk.lines.checked": "Hoy la revisé",
    "desk.lines.checked.of": "Hoy la revisé: {name}",
    "desk.lines.change": "Cambiar",
    "desk.lines.change.of": "Cambiar: {name}",
    "desk.lines.add": "Agregar una línea de ayuda",
    "desk.lines.edit": "Cambiar una línea de ayuda",
    "desk.lines.edit.lead": (
        "Antes, búscala o llama. Hay gente que confía en esta página cuando más falta le hace."
    ),
    "desk.lines.take-away": "Quitar esta línea",
    "desk.lines.save": "Guardar esta línea",
    "desk.lines.back": "Volver a las líneas de ayuda",
    "desk.lines.done": "Gracias. Quedó anotado.",
    "desk.lines.gone": "Alguien cambió o quitó esta línea. Por favor, mírala otra vez.",
    "desk.lines.wrong": "Por favor, mira la hoja otra vez. No cambió nada.",
    "desk.lines.field.name": "Su nombre",
    "desk.lines.field.name.hint": "Como la gente la conoce.",
    "desk.lines.field.who": "Para quién es",
    "desk.lines.field.who.hint": "Una frase corta.",
    "desk.lines.field.call": "Número para llamar",
    "desk.lines.field.call.hint": "Hace falta uno: llamada, mensaje o chat.",
    "desk.lines.field.text": "Número para mensajes",
    "desk.lines.field.text.hint": "Déjalo vacío si no hay.",
    "desk.lines.field.chat": "Dirección del chat",
    "desk.lines.field.chat.hint": "Empieza con https://.",
    "desk.lines.field.hours": "Cuándo contesta alguien",
    "desk.lines.field.hours.hint": "Di también si es gratis.",
    "desk.lines.field.what_happens": "Qué pasa cuando llamas",
    "desk.lines.field.what_happens.hint": "Quién habla primero, y qué pregunta.",
    "desk.lines.field.pair": "Mostrar solo en pareja",
    "desk.lines.field.pair.hint": (
        "Pon aquí la misma palabra en dos líneas, y la gente ve las dos o ninguna. Casi "
        "siempre queda vacío."
    ),
    "desk.lines.in": "Lo mismo en {name}",
    "desk.lines.in.hint": (
        "Para quien lee en este idioma. Si dejas los cuatro vacíos, ve las palabras de arriba."
    ),
    "desk.lines.field.checked": "Hoy revisé esta línea, y está bien",
    "check.line.name": "Por favor, pon un nombre de 60 letras como mucho.",
    "check.line.who": "Por favor, di en 200 letras como mucho para quién es.",
    "check.line.hours": "Por favor, di en 80 letras como mucho cuándo contesta alguien.",
    "check.line.what_happens": "Por favor, di en 600 letras como mucho qué pasa.",
    "check.line.how": "Por favor, pon una forma de llegar: un número o una dirección.",
    "check.line.call": "Por favor, escribe un número con cifras, como 988.",
    "check.line.text": "Por favor, escribe un número con cifras, como 988.",
    "check.line.chat": "Por favor, escribe una dirección entera que empiece con https://.",
    "check.line.pair": "Por favor, que esta palabra tenga 30 letras como mucho.",
    "check.line.verified": "El día de la última revisión falta o todavía no llega.",
    "check.line.checked": "El número es nuevo. Por favor, revísalo y luego marca la caja.",
    "check.line.twice": "Esta línea ya está.",
    "check.line.many": "Hay lugar para 20 líneas. Por favor, quita antes una.",
    "desk.hints.title": "Recordar dónde hay ayuda mientras se escribe",
    "desk.hints.lead": (
        "Si lo enciendes, cada persona puede elegirlo para sí. Entonces su propia sala busca "
        "palabras de peligro en lo que escribe y le muestra dónde hay ayuda."
    ),
    "desk.hints.misses": (
        "Se le escapa mucho: en nuestra prueba vio más o menos la mitad. Lee solo inglés. No "
        "vigila a nadie, y Ayuda ya está ahí sin esto."
    ),
    "desk.hints.told": "Nunca te enteras: ni de quién lo eligió ni de lo que encontró.",
    "desk.hints.is-on": "Cada persona puede elegirlo.",
    "desk.hints.is-off": "Está apagado para todos.",
    "desk.hints.on": "Dejar que se elija",
    "desk.hints.off": "Apagarlo para todos",
}
