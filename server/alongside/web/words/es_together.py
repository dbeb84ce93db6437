"""Spanish: the desk's lists of who waits, who walks together, and the files of them."""

TOGETHER = {
    "desk.together": "Juntos",
    "desk.together.title": "Quiénes caminan juntos",
    "desk.together.lead": (
        "Cada fila es un número, un especialista y días enteros. No ves quién es la otra "
        "persona, ni de quién fue el no."
    ),
    "desk.together.one": "Número {number}",
    "desk.together.told": (
        "Las dos personas pueden leer en su propio sitio que el equipo miró esto hoy."
    ),
    "desk.together.agreed": "Los dos dijeron sí",
    "desk.together.ended": "Terminó",
    "desk.together.back": "Volver a la lista",
    "desk.together.waiting": "Esperan respuesta",
    "desk.together.together": "Caminan juntos",
    "desk.together.resting": "En pausa",
    "desk.together.over": "Terminó",
    "desk.together.nothing": "Quedó en nada",
    "desk.together.age": "Hace cuánto empezó",
    "desk.together.at-least": "{count} días o más",
    "desk.together.since": "Empezó",
    "desk.together.days": "hace {count} días",
    "desk.together.days.one": "hace un día",
    "desk.together.today": "hoy",
    "desk.together.promise": "La promesa cambiada espera un sí",
    "desk.together.promise-days": "desde hace {count} días",
    "desk.together.promise-days.one": "desde hace un día",
    "desk.together.whose": "Solo quienes están con {name}.",
    "desk.together.everyone": "Ver a todos",
    "desk.waiting.further": "Esperan más saludos. Estos son los más antiguos.",
    "desk.waiting.all": "Ver a todos los que esperan",
    "desk.waits.further": "Esperan más personas. Estas son las que llevan más tiempo.",
    "desk.waits.how-long": "Cuánto espera la gente",
    "desk.waits.link": "Cuánto espera la gente",
    "desk.waits.lead-all": "Días enteros, y muchas personas a la vez. No se nombra a nadie.",
    "desk.waits.see-asks": "Ver quién espera respuesta",
    "desk.waits.see-wishes": "Ver quién les deja elegir",
    "desk.waits.span": "Llevan esperando",
    "desk.waits.people": "Personas",
    "desk.waits.today": "desde hoy",
    "desk.waits.between": "de {first} a {last} días",
    "desk.waits.from": "{first} días o más",
    "desk.waits.took": "Cuánto tardó",
    "desk.waits.took-lead": "Esto es lo que la gente lee antes de elegir un camino.",
    "desk.waits.own": (
        "La mitad de quienes eligieron a alguien lo tuvo en {count} días o menos."
    ),
    "desk.waits.own.one": "La mitad de quienes eligieron a alguien lo tuvo en un día.",
    "desk.waits.own-unknown": "Quienes eligieron a alguien: aún son muy pocos para decirlo.",
    "desk.waits.ours": (
        "La mitad de quienes les dejaron elegir tuvo a alguien en {count} días o menos."
    ),
    "desk.waits.ours.one": "La mitad de quienes les dejaron elegir tuvo a alguien en un día.",
    "desk.waits.ours-unknown": "Quienes les dejaron elegir: aún son muy pocos para decirlo.",
    "desk.list.first": "Desde el principio",
    "desk.list.next": "Página siguiente",
    "desk.people.filter": "Cuáles",
    "desk.suggest.title": "Proponer a alguien para el número {number}",
    "desk.suggest.lead": (
        "La persona ve un nombre, y que viene de ustedes. Solo ella puede preguntar, y solo "
        "ella puede dejar entrar a alguien."
    ),
    "desk.suggest.yours": (
        "A quien nombren no se le dice nada todavía. La persona puede decir que no, o elegir "
        "a otra."
    ),
    "desk.suggest.refused": (
        "Eso no se puede proponer ahora. Miren otra vez quién tiene sitio."
    ),
    "desk.suggest.who": "¿Quién podría seguir con esa persona?",
    "desk.suggest.how-long": "¿Por cuánto tiempo?",
    "desk.suggest.for-good": "Para tomar el relevo",
    "desk.suggest.weeks": "Para sustituir, {count} semanas",
    "desk.suggest.weeks.one": "Para sustituir, una semana",
    "desk.suggest.do": "Proponer",
    "desk.suggest.nobody": "Ahora nadie tiene sitio.",
    "desk.suggest.back": "Volver",
    "desk.suggest.link": "Proponer a alguien que siga, o que sustituya",
    "desk.suggest.open": (
        "Relevos: {suggested} propuestos, {asked} preguntados, {under_way} en marcha."
    ),
    "desk.people.room": "Con sitio",
    "desk.people.full": "Sin sitio",
    "desk.people.on-break": "En pausa",
    "desk.people.theirs": "Ver quién camina con {name}",
    "desk.people.nobody": "Ahora no hay nadie en esta lista.",
    "desk.file.number": "Número",
    "desk.file.standing": "En qué punto está",
    "desk.file.days": "Días desde que empezó",
    "desk.file.specialist": "Especialista",
    "desk.file.promise-waits": "Días que la promesa cambiada espera un sí",
    "desk.file.walks": "Camina con",
    "desk.file.most": "Como mucho",
    "desk.file.hellos": "Saludos que esperan",
    "desk.file.break": "En pausa",
    "desk.file.word": "¿Responden ustedes por esta persona?",
    "desk.file.days-left": "Días que quedan",
    "desk.file.yes": "sí",
    "desk.file.no": "no",
    "desk.file.word.never": "todavía no",
    "desk.file.word.revoked": "se retiró",
    "desk.file.word.ended": "terminó",
    "desk.file.word.today": "termina hoy",
    "desk.file.word.soon": "termina pronto",
    "desk.file.word.good": "sí",
    "desk.file.waited": "Días de espera",
    "desk.file.most-matters": "Lo que más importa",
    "desk.file.ticked": "Marcado",
    "desk.file.proposed": "Propuesta",
    "desk.file.reasons": "Marcado por ambos",
}
