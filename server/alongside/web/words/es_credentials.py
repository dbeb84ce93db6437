"""Spanish: the record of training and certificates, at the desk."""

CREDENTIALS = {
    "desk.credentials": "Formación",
    "desk.credentials.title": "Formación",
    "desk.credentials.back": "Volver a los especialistas",
    "desk.credentials.lead": (
        "Qué aprendieron tus especialistas, y hasta cuándo vale. Cada uno ve lo suyo. Las "
        "personas que acompañan no lo ven."
    ),
    "desk.credentials.ending": "Termina en 60 días o menos, o ya terminó",
    "desk.credentials.none-ending": "Nada termina pronto.",
    "desk.credentials.of": "Lo de una persona",
    "desk.credentials.show": "Ver lo suyo",
    "desk.credentials.empty": "Todavía no hay nada anotado.",
    "desk.credentials.done": "Hecho el {date}.",
    "desk.credentials.until": "Vale hasta el {date}.",
    "desk.credentials.ended": "Terminó el {date}.",
    "desk.credentials.stays": "No termina.",
    "desk.credentials.out": "Quitar",
    "desk.credentials.out.of": "Quitar: {what}",
    "desk.credentials.add": "Anotar algo",
    "desk.credentials.what": "Qué fue",
    "desk.credentials.given": "Quién lo dio (puede quedar vacío)",
    "desk.credentials.done-on": "Hecho el",
    "desk.credentials.until-on": "Vale hasta",
    "desk.credentials.until-hint": "Déjalo vacío si no termina.",
    "desk.credentials.put": "Anotar",
    "check.credentials.who": "Por favor, elige a un especialista.",
    "check.credentials.what": "Por favor, di qué fue, en 120 signos o menos.",
    "check.credentials.given": "Por favor, di quién lo dio en 120 signos o menos.",
    "check.credentials.done": "Por favor, di qué día se hizo. No puede ser un día futuro.",
    "check.credentials.until": "Por favor, da un día que venga después de hacerse, o ninguno.",
    "check.credentials.many": "Aquí caben 60 filas. Por favor, quita lo antiguo.",
}
