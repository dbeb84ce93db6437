"""Spanish: who is on call, at the desk."""

ON_CALL = {
    "desk.on-call": "Quién está de guardia",
    "desk.on-call.title": "Quién está de guardia",
    "desk.on-call.lead": (
        "Cuando alguien pulsa «No estoy a salvo», primero salen las líneas de ayuda. Después, "
        "quién está de guardia y qué se puede esperar."
    ),
    "desk.on-call.wakes": (
        "Nada aquí suena ni despierta a nadie. Anota solo horas en las que alguien mira. Si no "
        "hay nadie de guardia, se dice."
    ),
    "desk.on-call.now": "De guardia ahora: {name}, hasta las {till}.",
    "desk.on-call.nobody-now": "Ahora no hay nadie de guardia.",
    "desk.on-call.week": "La semana",
    "desk.on-call.zone": "Las horas son las de la zona de tu programa: {zone}.",
    "desk.on-call.row": "{day}, de {since} a {till}:",
    "desk.on-call.not-backed": "nadie: hoy no respondes por esta persona",
    "desk.on-call.none": "Todavía no hay nadie anotado.",
    "desk.on-call.off": "Quitar",
    "desk.on-call.off.of": "Quitar: {name}, {day} {since}",
    "desk.on-call.add": "Poner a alguien de guardia",
    "desk.on-call.days": "Qué días",
    "desk.on-call.starts": "Desde",
    "desk.on-call.ends": "Hasta",
    "desk.on-call.ends.hint": "Una hora más temprana es la mañana siguiente.",
    "desk.on-call.put": "Poner en la lista",
    "desk.on-call.nobody-backed": "Todavía no respondes por nadie.",
    "desk.on-call.words": "Qué se puede esperar",
    "desk.on-call.words.lead": (
        "Promete solo lo que puedas cumplir. Lo que quede vacío no se muestra."
    ),
    "desk.on-call.phone": "Número para llamar mientras hay alguien de guardia",
    "desk.on-call.phone.hint": "Déjalo vacío si no hay. A otras horas no se muestra.",
    "desk.on-call.in": "({name})",
    "desk.on-call.text.expect": "Mientras hay alguien de guardia",
    "desk.on-call.text.outside": "Mientras no hay nadie de guardia",
    "desk.on-call.hint.expect": "Por ejemplo: te contestamos en media hora.",
    "desk.on-call.hint.outside": (
        "Por ejemplo: miramos de nuevo a las nueve. Llama a una línea de ayuda."
    ),
    "desk.on-call.keep": "Guardar estas palabras",
    "check.on-call.days": "Elige uno o más días de la semana.",
    "check.on-call.times": "Pon las dos horas, por ejemplo 18:00.",
    "check.on-call.who": "Elige a alguien por quien respondes hoy.",
    "check.on-call.many": "Son más de 100 filas. Quita antes algunas.",
    "check.on-call.words": "Una frase es muy larga o tiene un signo que no podemos mostrar.",
    "check.on-call.phone": "Esto no parece un número de teléfono.",
}
