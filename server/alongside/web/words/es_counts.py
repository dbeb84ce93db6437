"""Español: dejarse contar, y lo que el programa ve de muchas personas a la vez."""

COUNTS = {
    "desk.doing": "Cómo nos va",
    "desk.doing.title": "Cómo nos va",
    "desk.doing.lead": (
        "Números de todas las personas a la vez. Nadie tiene nombre aquí, y ningún número es "
        "de una persona ni de un especialista."
    ),
    "desk.doing.of": "Los cuatro trimestres hasta el",
    "desk.doing.small": (
        "Apoyan a pocas personas. Quien las conoce puede adivinar de quién es un número, "
        "también donde solo dice cuánto hicieron. Piénsenlo dos veces antes de sacar esto de "
        "la casa."
    ),
    "desk.doing.file": "Llevarlo como archivo",
    "desk.doing.print": (
        "Para guardarlo como PDF, imprime esta página y elige «guardar como PDF»."
    ),
    "desk.doing.year": "El año en números sencillos",
    "desk.doing.year.how": (
        "Exactos, de todo el programa. Quien camina con dos especialistas es una persona."
    ),
    "desk.doing.year.supported": "Personas apoyadas",
    "desk.doing.year.begun": "Saludos con un sí",
    "desk.doing.year.ended": "Llegaron a su fin",
    "desk.doing.year.contacts": "Llamadas y encuentros fuera, según lo anotado",
    "desk.doing.year.contact_hours": "Horas de ellos",
    "desk.doing.kept": "Lo que los especialistas dijeron que harían",
    "desk.doing.kept.how": (
        "Exacto, de este año. Quien caminó con menos de tres personas en el año o, si sigue "
        "aquí, en los últimos tres meses, no está en ninguna suma. Un día nuevo "
        "a tiempo no es faltar a la palabra."
    ),
    "desk.doing.kept.kept": "Cumplido",
    "desk.doing.kept.moved": "Movido a tiempo, al menos una vez",
    "desk.doing.kept.broken": "No cumplido",
    "desk.doing.kept.repaired": "No cumplido, y luego arreglado",
    "desk.doing.theirs": "Lo que las personas apoyadas dijeron que harían",
    "desk.doing.theirs.how": (
        "En números de cinco en cinco. Es cosa suya, y a nadie se le pregunta por qué."
    ),
    "desk.doing.replies": "Respuestas en el tiempo que se dijo",
    "desk.doing.replies.how": (
        "Lo cuentan sus propios dispositivos, y los especialistas lo entregan. No vemos horas."
    ),
    "desk.doing.replies.within": "A tiempo",
    "desk.doing.replies.later": "Más tarde",
    "desk.doing.replies.much_later": "Mucho más tarde",
    "desk.doing.same": "Otra vez la misma persona",
    "desk.doing.same.how": (
        "De llamadas y encuentros anotados, de personas con dos o más. Diez de diez quiere "
        "decir que siempre fue la misma persona."
    ),
    "desk.doing.same.people": "Personas con dos o más",
    "desk.doing.same.coc": "Cuánto con una sola persona (COC)",
    "desk.doing.same.upc": "Con quien más se vieron (UPC)",
    "desk.doing.same.secon": "Con la misma persona que la vez anterior (SECON)",
    "desk.doing.tenths": "{count} de diez",
    "desk.doing.too-few": "muy pocas para decirlo",
    "desk.doing.meetings": "Encuentros de las últimas ocho semanas",
    "desk.doing.meetings.how": (
        "Exactos, de lo que los dos dijeron después. Los más viejos se olvidan."
    ),
    "desk.doing.meetings.met": "Se vieron",
    "desk.doing.meetings.hours": "Horas juntos",
    "desk.doing.meetings.missed": "No se vieron",
    "desk.doing.meetings.away": "Cancelados antes",
    "desk.doing.standing": "Cómo está todo hoy",
    "desk.doing.standing.how": "En números de cinco en cinco.",
    "desk.doing.standing.waiting": "Saludos que esperan respuesta",
    "desk.doing.standing.together": "Caminan juntos",
    "desk.doing.standing.resting": "En pausa",
    "desk.doing.standing.over": "Terminado",
    "desk.doing.standing.nothing": "No llegó a nada",
    "desk.doing.waited": "Cuánto tardó un sí",
    "desk.doing.waited.how": "Del saludo al sí, en este año. Redondeado de cinco en cinco.",
    "desk.doing.waited.0": "El mismo día",
    "desk.doing.waited.1": "Uno o dos días",
    "desk.doing.waited.3": "De tres a seis días",
    "desk.doing.waited.7": "Una semana o más",
    "desk.doing.said": "Lo que la gente dijo de sus charlas",
    "desk.doing.said.how": (
        "Cuántas personas dijeron «del todo». Solo están las respuestas que alguien dejó "
        "contar. Estas seis frases no se han probado como escala; no son una nota."
    ),
    "desk.doing.topic.1": "«Me sentí escuchado o escuchada.»",
    "desk.doing.topic.2": "«Fue de verdad conmigo.»",
    "desk.doing.topic.3": "«Sé quién puede ver lo que comparto, y me parece bien.»",
    "desk.doing.topic.4": "«Entendió cómo es esto para mí.»",
    "desk.doing.topic.5": "«Hizo lo que dijo que haría.»",
    "desk.doing.topic.6": "«Pude ser como soy, sin miedo.»",
    "desk.doing.mended": "Lo que no sentó bien",
    "desk.doing.mended.how": (
        "Personas en grupos cerrados. Qué fue, y cómo se cerró, no lo podemos ver."
    ),
    "desk.doing.topic.13": "Alguien lo dijo",
    "desk.doing.topic.11": "Hubo respuesta a tiempo",
    "desk.doing.topic.12": "Lo cerró quien lo dijo",
    "desk.doing.whole-year": "El año",
    "desk.doing.from": "desde {month}",
    "desk.doing.quarter": "{first} a {last}",
    "desk.doing.few": "menos de ocho",
    "desk.doing.none-yet": "aún no",
    "desk.doing.people": "{count} personas",
    "desk.doing.exactly": "{count}",
    "desk.doing.about": "unas {count}",
    "desk.doing.about-of": "unas {count} de {of}",
    "desk.doing.method": "Cómo se hacen estos números",
    "desk.doing.method.batch": (
        "Un grupo se cierra cuando hay ocho personas en él, nunca por el calendario. Lo que "
        "espera en un grupo abierto no se cuenta a nadie."
    ),
    "desk.doing.method.rounded": (
        "De un grupo solo queda un número, redondeado a 0, 5 o 10 por sorteo. Uno solo puede "
        "fallar por cuatro. Muchos juntos se acercan a lo que es."
    ),
    "desk.doing.method.few": (
        "Los otros números de personas se redondean al cinco más cercano. De los pequeños "
        "solo se dice «menos de ocho», y ahí cabe también nadie."
    ),
    "desk.doing.method.never": (
        "El número de un grupo cerrado no se hace de nuevo. No hay un total a su lado."
    ),
    "desk.doing.file.part": "Parte",
    "desk.doing.file.what": "Qué",
    "desk.doing.file.when": "Cuándo",
    "desk.doing.file.number": "Número",
    "desk.doing.file.of": "De cuántas personas",
    "keep.books.counts": (
        "Si te dejas contar, o dijiste que algo no te sentó bien: una cuenta sellada, y un "
        "código que dice que alguien está en ella. El código no guarda lo que "
        "dijiste. Cuando hay ocho personas, se destruyen "
        "las dos cosas. Queda un número redondeado, cinco años. Las cuentas abiertas no "
        "están en ninguna copia."
    ),
    "keep.watch.counted": "Lo que dijiste al dejarte contar",
    "keep.watch.counted.no": (
        "No guardamos ninguna fila con tu respuesta. Por eso tampoco podemos sacarla."
    ),
    "keep.watch.counted.could": ("Un sí o un no cuando llega: si dijiste «del todo», o no."),
}
