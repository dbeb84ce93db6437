"""Spanish: how far support goes on, as the desk sees it."""

RIPPLE = {
    "desk.ripple.open": "Mira hasta dónde llega el apoyo",
    "desk.ripple.title": "Hasta dónde llega el apoyo",
    "desk.ripple.lead": (
        "Hubo apoyo aquí, y algunas personas han pasado a apoyar a otras. Esta es una imagen "
        "de eso, para su pared. Ningún punto es una persona."
    ),
    "desk.ripple.print": "Para colgarla, imprime esta página. La imagen es una hoja de A3.",
    "desk.ripple.picture": "Hasta dónde llega el apoyo en {name}",
    "desk.ripple.picture.desc": (
        "Cuatro anillos de puntos alrededor de un centro. Cada anillo está una persona más "
        "lejos de las primeras. La tabla de abajo tiene los mismos números."
    ),
    "desk.ripple.empty": (
        "Agua en calma. Aparece un punto cuando {least} personas de un mismo lugar de la tabla "
        "se han dejado contar."
    ),
    "desk.ripple.each": "Un punto son hasta {count} personas.",
    "desk.ripple.ring": "El apoyo llegó",
    "desk.ripple.ring.0": "las primeras personas",
    "desk.ripple.ring.1": "por una persona",
    "desk.ripple.ring.2": "por dos personas",
    "desk.ripple.ring.3": "por tres o más",
    "desk.ripple.role.0": "Con apoyo",
    "desk.ripple.role.1": "Dan la bienvenida",
    "desk.ripple.role.2": "Ayudan a llevar un grupo",
    "desk.ripple.role.3": "Con formación",
    "desk.ripple.role.4": "Especialistas",
    "desk.ripple.reached": "Quién llegó a qué",
    "desk.ripple.reached.how": (
        "En pasos de {least}. Cada persona se queda {years} años en los números a "
        "los que llegó una vez, también si dio un paso atrás."
    ),
    "desk.ripple.file.ring": "El apoyo llegó",
    "desk.ripple.file.what": "Qué",
    "desk.ripple.file.people": "Personas, o más",
    "desk.ripple.file.low": "Desde, de 100",
    "desk.ripple.file.about": "Cerca de, de 100",
    "desk.ripple.file.high": "Hasta, de 100",
    "desk.ripple.file.not-told": "aún no se dice",
    "desk.ripple.at-least": "{count} o más",
    "desk.ripple.share": "Lo pasaron a otras personas",
    "desk.ripple.share.told": (
        "Unas {about} de cada 100 dieron un paso por otras personas en el año después de "
        "acabar su apoyo, o aún lo tenían. Solo por azar puede estar entre {low} y {high} de "
        "cada 100."
    ),
    "desk.ripple.share.of": (
        "De {count} personas que se dejaron contar, un año después de acabar su apoyo."
    ),
    "desk.ripple.share.few": (
        "Aún no se dice. Hacen falta {fewest} personas que se dejen contar, un año después de "
        "acabar su apoyo."
    ),
    "desk.ripple.share.how": (
        "Esto no dice por qué, y no es de todas las personas. Quienes ayudan pueden ser "
        "distintos de quienes no. Si se dejan contar más a menudo, la parte del total es menor."
    ),
    "desk.ripple.brought": "Vinieron por una invitación",
    "desk.ripple.brought.told": (
        "En unos {about} de cada 100 trimestres, una invitación trajo a su primera persona. "
        "Solo por azar puede estar entre {low} y {high} de cada 100."
    ),
    "desk.ripple.brought.of": (
        "De {count} trimestres, cada uno de una persona que se deja contar."
    ),
    "desk.ripple.brought.few": (
        "Aún no se dice. Hacen falta {fewest} trimestres, cada uno de una persona que se deja "
        "contar."
    ),
    "desk.ripple.brought.how": (
        "Solo está quien llegó y dijo que se puede contar. Casi todas las personas vienen sin "
        "enlace: esto no dice cómo crecemos."
    ),
    "desk.ripple.method.batch": (
        "Solo se cuenta a quien lo dijo. Un número crece cuando hay {least} personas más, "
        "nunca por el calendario. Cada {least} se olvidan después de {years} años."
    ),
    "desk.ripple.method.range": (
        "Las respuestas de ocho personas se redondean por sorteo. El margen sabe de eso y del "
        "azar, y de nada más: no sabe quién se deja contar."
    ),
    "desk.ripple.method.who": (
        "Cada persona está una vez en cada número. Para hacer esto no guardamos ninguna lista "
        "de quién ayudó a quién."
    ),
    "desk.ripple.method.chain": (
        "Si tu especialista no dice cómo le llegó el apoyo, se cuenta a una persona de "
        "distancia. Los anillos pueden llegar más lejos de lo que se ve."
    ),
    "desk.ripple.method.brought": (
        "Una persona cuenta en cada trimestre entero hasta que una invitación suya trae a "
        "alguien, y en ninguno después. Quien lo deja o se va no está en ese trimestre, haya "
        "traído lo que haya traído. No guardamos quién vino por el enlace de quién, ni se lo "
        "decimos a nadie."
    ),
    "keep.books.ripple": (
        "Si te dejas contar por pasar el apoyo: que lo hiciste, por cuántas personas te "
        "llegó, y en qué números estás. Los pasos que pediste o diste, por trimestre. No quién "
        "dijo que sí. Puedes dar un paso atrás, y desaparece; que lo diste después de acabar "
        "tu apoyo queda hasta que pasa el año. Los enlaces que diste, siete días, sin quién "
        "vino por ellos. Si te dejas contar: que un enlace tuyo trajo a alguien, no a quién. "
        "Quien tenga estos libros puede saber muchas "
        "veces si pasaste el apoyo."
    ),
}
