"""Spanish: what is missing, changing a setting, and what a wrong answer is told."""

CHANGE = {
    # what is missing before the door opens
    "desk.missing.title": "Qué falta",
    "desk.missing.lead": "La puerta sigue cerrada hasta que todo esto esté.",
    "desk.missing.stays": "Todavía falta algo. La puerta sigue cerrada. Mira la lista aquí.",
    "desk.missing.open": "La puerta está abierta, pero ahora falta esto. Arréglalo pronto.",
    "desk.missing.duties-reviewed": (
        "Alguien tiene que leer lo que se debe avisar, y decir que está bien."
    ),
    "desk.missing.contact": "Di a quién puede llamar la gente cuando algo anda mal.",
    "desk.missing.independent": "Nombra a alguien que no trabaje para ustedes.",
    "desk.missing.help-lines": "Revisa al menos una línea de ayuda, y di que lo hiciste.",
    "desk.missing.specialist": "Trae a una persona de apoyo por la que respondes.",
    # changing a setting
    "desk.change.do": "Cambiar esto",
    "desk.change.of": "Cambiar esto: {what}",
    "desk.setting.name": "El nombre de ustedes",
    "desk.setting.age": "La edad mínima",
    "desk.setting.duties": "Qué se tiene que avisar",
    "desk.setting.choice": "Qué puede elegir quien saluda",
    "desk.setting.answering": "En cuánto tiempo hay respuesta",
    "desk.change.field.retention_least": "Lo menos que se puede elegir, en meses",
    "desk.change.field.retention_least.hint": "De 1 a 24.",
    "desk.change.field.retention_most": "Lo más que se puede elegir, en meses",
    "desk.change.field.retention_most.hint": "De 1 a 24.",
    "desk.change.field.retention_open_allowed": "¿Se puede elegir también sin fecha final?",
    "desk.change.field.retention_open_allowed.hint": (
        "Las palabras se guardan hasta que cierre su lugar quien saludó."
    ),
    "desk.change.field.retention_open_allowed.yes": "Sí",
    "desk.change.field.retention_open_allowed.no": "No",
    "desk.change.field.answer_within_hours": "En cuántos días hay respuesta",
    "desk.change.field.answer_within_hours.hint": (
        "Después, la mesa ve que alguien espera, y a quién. Nunca ve quién espera."
    ),
    "desk.change.days": "{count} días",
    "desk.change.days.one": "Un día",
    "desk.rules.answering": "Hay respuesta en {count} días.",
    "desk.rules.answering.one": "Hay respuesta en un día.",
    "check.limit": "Da un número de 1 a 24.",
    "check.limits-order": "Lo más no puede ser menos que lo menos.",
    "check.outside-limits": "El tiempo va de lo menos a lo más que se puede elegir.",
    "check.no-end-date": "Sin fecha final solo vale si también se puede elegir así.",
    "check.yes-or-no": "Di sí o no.",
    "check.answer-within": "Elige de 1 a 14 días enteros.",
    "desk.setting.keeping": "Cuánto tiempo se guardan las palabras",
    "desk.setting.contact": "Su contacto",
    "desk.setting.independent": "Alguien que no trabaja para ustedes",
    "desk.setting.leave": "A dónde lleva Salir de aquí",
    "desk.setting.working-days": "Días en que ustedes trabajan",
    "desk.setting.in-time": "Con cuánto tiempo se cambia una hora",
    "desk.setting.time-zone": "La zona horaria de ustedes",
    "desk.change.look": "Ver qué cambiaría",
    "desk.change.look.title": "Por favor, míralo antes de cambiarlo",
    "desk.change.now": "Como está",
    "desk.change.then": "Como estaría",
    "desk.change.goes": "Se va:",
    "desk.change.comes": "Es nuevo:",
    "desk.change.no-goes": "No se va ninguna frase.",
    "desk.change.no-comes": "No hay ninguna frase nueva.",
    "desk.change.others": "Las otras {count} frases quedan como están.",
    "desk.change.none": "No cambia ninguna frase de nuestra promesa.",
    "desk.change.who": (
        "Quien llega ahora lo ve al momento. Cuánto se guardan sus palabras lo eligió cada "
        "persona, y así queda."
    ),
    "desk.change.asks": (
        "Promete menos a quienes ya hablan. Se pregunta a las dos partes, y hasta que ambas "
        "digan que sí vale la promesa de antes."
    ),
    "desk.change.at-once": (
        "Para quienes ya hablan vale al momento. Se les dice a las dos partes qué es nuevo."
    ),
    "desk.change.sure": "Sí, cambiarlo",
    "desk.change.again": "Volver a la hoja",
    "desk.change.leave-it": "Dejarlo como está",
    "desk.change.wrong": "Por favor, mira la hoja otra vez. No cambió nada.",
    "desk.change.done": "Ya cambió.",
    "desk.change.field.name": "El nombre de su grupo",
    "desk.change.field.name.hint": "Está en cada página y en la promesa.",
    "desk.change.field.min_age": "Qué edad hay que tener, en años",
    "desk.change.field.min_age.hint": "De 10 a 99. Casi siempre son 18.",
    "desk.change.field.retention_months": "Cuántos meses se guardan las palabras",
    "desk.change.field.retention_months.hint": "De 1 a 24. Con 0 no hay fecha de fin.",
    "desk.change.field.passes_on": "Cada especialista tiene que avisar cuando:",
    "desk.change.field.passes_on.hint": "Marca lo que pide la ley en tu lugar.",
    "desk.change.field.reviewed_by": "Quién leyó esta lista y vio que está bien",
    "desk.change.field.reviewed_by.hint": "Alguien que conoce la ley de tu lugar.",
    "desk.change.field.reviewed_on": "Qué día",
    "desk.change.field.reviewed_on.hint": "El día que la leyó por última vez.",
    "desk.change.field.contact_name": "Nombre",
    "desk.change.field.contact_name.hint": "La gente llama aquí cuando algo anda mal.",
    "desk.change.field.contact_phone": "Número de teléfono",
    "desk.change.field.contact_phone.hint": "La gente lo ve tal como lo escribes.",
    "desk.change.field.independent_name": "Nombre",
    "desk.change.field.independent_name.hint": (
        "La gente llama aquí si no quiere hablar con ustedes."
    ),
    "desk.change.field.independent_phone": "Número de teléfono",
    "desk.change.field.independent_phone.hint": "La gente lo ve tal como lo escribes.",
    "desk.change.field.leave_url": "Dirección de una página cualquiera",
    "desk.change.field.leave_url.hint": (
        "Empieza con https:// y no dice nada de ustedes. Una página sobre el clima está bien."
    ),
    "desk.change.field.time_zone": "Nombre de la zona horaria",
    "desk.change.field.time_zone.hint": "Una región y una ciudad: America/New_York.",
    "desk.rules.leave": "Salir de aquí lleva a {value}.",
    "desk.change.field.working_days": "Días en que ustedes trabajan",
    "desk.change.field.working_days.hint": (
        "Cuando algo no sentó bien, hay que responder en tres de estos días. Lo que ya tiene "
        "un día lo conserva."
    ),
    "desk.change.field.in_time_hours": "Horas antes de verse",
    "desk.change.field.in_time_hours.hint": (
        "Si se cambia o se suelta con este tiempo, no se rompe ninguna promesa. Un número "
        "del 1 al 168."
    ),
    "desk.weekday.1": "lunes",
    "desk.weekday.2": "martes",
    "desk.weekday.3": "miércoles",
    "desk.weekday.4": "jueves",
    "desk.weekday.5": "viernes",
    "desk.weekday.6": "sábado",
    "desk.weekday.7": "domingo",
    "desk.rules.working-days": "Se trabaja los días: {days}.",
    "desk.rules.in-time": "Una hora se cambia a tiempo hasta {count} horas antes.",
    "desk.rules.in-time.one": "Una hora se cambia a tiempo hasta una hora antes.",
    "check.working-days": "Por favor, elige un día de la semana o más.",
    "check.in-time": "Por favor, escribe un número de horas del 1 al 168.",
    "desk.rules.time-zone": "Su zona horaria es {value}.",
    "desk.rules.reviewed": "{name} leyó esta lista el {date}.",
    "desk.rules.not-reviewed": "Nadie ha dicho todavía que esta lista está bien.",
    "desk.rules.no-sentence": "No hace ninguna frase de nuestra promesa.",
    # what a wrong answer is told, at the desk and while setting up
    "check.empty": "Por favor, escribe algo aquí.",
    "check.name-long": "Por favor, que sea una línea de 60 letras como mucho.",
    "check.phone": "Por favor, escribe un número con cifras, como 503-555-0142.",
    "check.country": "Por favor, escribe las dos letras de tu país, como US o MX.",
    "check.language": (
        "Por favor, elige un idioma que habla la casa: inglés (en) o español (es)."
    ),
    "check.time-zone": (
        "No conocemos esa zona horaria. Escribe una región y una ciudad: Europe/Madrid."
    ),
    "check.age": "Por favor, escribe un número de 10 a 99.",
    "check.months": "Por favor, escribe un número de 0 a 24.",
    "check.duties": "Esa no es una de las cosas que se pueden avisar.",
    "check.day": "Por favor, escribe el día así: 2025-06-30.",
    "check.day-to-come": "Ese día todavía no llega.",
    "check.leave": "Por favor, escribe una dirección entera que empiece con https://.",
    "check.not-apart": (
        "Es la misma persona o el mismo teléfono que su contacto. Nombra a otra persona."
    ),
}
