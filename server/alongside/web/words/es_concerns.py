"""Español: las inquietudes en el despacho y en la página sobre lo guardado."""

CONCERNS = {
    "keep.books.concern": (
        "Inquietudes: quién contó una y qué día, qué responsables de seguridad la pueden leer, "
        "cómo va y hasta qué día llega una respuesta. Lo que dice, de quién trata, las líneas "
        "que muestra y cada respuesta están bajo llave. No las podemos leer. Se va cuando la "
        "retiras, o medio año después de la respuesta. Lo que se decide sobre alguien: para "
        "quién es, qué detiene y hasta cuándo. El porqué está bajo llave. Se va medio año "
        "después de terminar."
    ),
    "desk.concerns": "Inquietudes",
    "desk.concerns.title": "Inquietudes",
    "desk.concerns.note": (
        "Van tarde {count} inquietudes o recursos. Hay personas que esperan una respuesta "
        "prometida."
    ),
    "desk.concerns.note.one": (
        "Va tarde una inquietud o un recurso. Alguien espera una respuesta prometida."
    ),
    "desk.concerns.kept": "Guardado.",
    "desk.concerns.wrong": (
        "Eso no encaja todavía. Pon un número de días de 1 a 20, y hasta cinco líneas cortas."
    ),
    "desk.concerns.lead": (
        "Alguien dice que algo está mal. Lo leen dos responsables de seguridad o más. Tú no "
        "ves quién la contó, de quién trata ni qué dice."
    ),
    "desk.concerns.waiting": "Esperan respuesta: {count}.",
    "desk.concerns.waiting.none": "Ninguna espera respuesta.",
    "desk.concerns.late": "Van tarde: {count}.",
    "desk.concerns.few": (
        "Hacen falta dos responsables de seguridad. Hasta que haya dos, aquí nadie puede "
        "contar una inquietud. La gente ve entonces las líneas que escribes abajo. Para "
        "nombrar a alguien, haz que entre con un enlace. Luego firma su archivo con «roster "
        "endorse --safety-officer»."
    ),
    "desk.concerns.many": (
        "Tienes más de ocho responsables de seguridad. Una inquietud se cierra para ocho como "
        "mucho, y lo que se decide también. Las nuevas llegan a {names} solo si se deja fuera "
        "a otra persona. Quien decide algo siempre lo lee, y siete personas más. Nadie más "
        "decide sobre ello."
    ),
    "desk.concerns.officers": "Quién responde",
    "desk.concerns.officers.hint": (
        "Marca a quien no trabaja en tu programa. Lo que trata del programa va primero a "
        "esas personas, si hay dos."
    ),
    "desk.concerns.officers.none": "Nadie todavía.",
    "desk.concerns.partner": "{name} viene de fuera",
    "desk.concerns.within": "¿En cuántos días de trabajo llega una respuesta?",
    "desk.concerns.within.hint": "De {least} a {most}. La gente lo ve antes de enviar.",
    "desk.concerns.outside": "Quién puede ayudar fuera de tu programa",
    "desk.concerns.outside.hint": (
        "Uno por línea, hasta cinco: un nombre, y un número o una página."
    ),
    "desk.concerns.keep": "Guardar esto",
    "desk.concerns.appeals": "{count} recursos en espera.",
    "desk.concerns.counts": "Contado por trimestres",
    "desk.concerns.counts.why": (
        "Aquí solo hay trimestres terminados, redondeados de cinco en cinco, y nada por "
        "debajo de ocho, para que ningún número señale a nadie."
    ),
    "desk.concerns.counts.few": "menos de ocho, o nada",
    "desk.concerns.counts.about": "unos {count}",
    "desk.concerns.counts.none": (
        "Aún no ha terminado ningún trimestre en el que se contara algo."
    ),
    "desk.concerns.counted.1": "Inquietudes contadas",
    "desk.concerns.counted.2": "Respondidas a tiempo",
    "desk.concerns.counted.3": "Respondidas tarde",
    "desk.concerns.counted.4": "Se pidió que mirara otra persona",
    "desk.concerns.counted.11": "Decidido: un aviso",
    "desk.concerns.counted.12": "Decidido: sin saludos nuevos",
    "desk.concerns.counted.13": "Decidido: sin círculos nuevos",
    "desk.concerns.counted.14": "Decidido: una pausa",
    "desk.concerns.counted.15": "Decidido: expulsión",
    "desk.concerns.counted.20": "La otra persona no estuvo de acuerdo",
    "desk.concerns.counted.31": "Mirado de nuevo: se quedó igual",
    "desk.concerns.counted.32": "Acortado",
    "desk.concerns.counted.33": "Levantado",
}
