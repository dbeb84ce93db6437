"""Spanish: what the desk sees of what was told in danger."""

DANGER = {
    "desk.danger": "En peligro",
    "desk.danger.title": "Contado porque alguien estaba en peligro",
    "desk.danger.lead": (
        "Un especialista se lo contó a alguien de fuera, como persona. No ves de quién "
        "trata ni una palabra. Pregúntale. Después di aquí que una segunda persona lo sabe."
    ),
    "desk.danger.counts": (
        "Esperan a una segunda persona: {confirming}. La persona de quien trata aún no lo "
        "sabe: {looking}."
    ),
    "desk.danger.note": (
        "Alguien estaba en peligro, y una segunda persona tiene que saberlo: {count}."
    ),
    "desk.danger.one": "Nota {number}",
    "desk.danger.days": "Anotado hace {count} días.",
    "desk.danger.days.one": "Anotado ayer.",
    "desk.danger.today": "Anotado hoy.",
    "desk.danger.shown": "La persona de quien trata ya lo sabe.",
    "desk.danger.looks": (
        "Aún no es seguro decírselo. El especialista mira de nuevo en {count} días."
    ),
    "desk.danger.looks.one": (
        "Aún no es seguro decírselo. El especialista mira de nuevo mañana."
    ),
    "desk.danger.overdue": (
        "Llegó el día de mirar de nuevo. Habla con el especialista: ¿lo puede saber ya la "
        "persona?"
    ),
    "desk.danger.show": "Que la persona lo sepa ya",
    "desk.danger.show.of": "Que la persona de la nota {number} lo sepa ya",
    "desk.danger.show.hint": (
        "Ese día ya pasó. Si no puedes hablar con el especialista, puedes hacerlo tú. Hazlo "
        "solo si es seguro para la persona."
    ),
    "desk.danger.confirmed": "Una segunda persona lo sabe.",
    "desk.danger.supervisor": "Se le pidió a quien supervisa. Tú también puedes decirlo.",
    "desk.danger.confirm": "Lo sé",
    "desk.danger.confirm.of": "Sé de la nota {number}",
    "desk.danger.yours": "Lo anotaste tú como especialista. Otra persona tiene que saberlo.",
    "desk.danger.not-two": (
        "Lo anotaste tú como especialista. Otra persona tiene que decir que lo sabe."
    ),
    "desk.danger.further": "Hay más. Salen aquí cuando estas estén hechas.",
    "desk.danger.none": "Aquí no espera nada.",
    "desk.danger.reason.1": "Había una vida en peligro",
    "desk.danger.reason.2": "Un niño o una niña estaba en peligro",
    "desk.danger.reason.3": "Una persona adulta no podía cuidarse",
    "desk.danger.reason.4": "Alguien estaba muy mal o herido",
    "desk.danger.reason.5": "Un delito en nuestro local",
    "desk.danger.reason.6": "Nos lo mandó un tribunal",
    "desk.danger.told.1": "Se contó a una ambulancia o a los bomberos",
    "desk.danger.told.2": "Se contó a un médico o un hospital",
    "desk.danger.told.3": "Se contó a quien protege a la infancia",
    "desk.danger.told.4": "Se contó a quien protege a adultos",
    "desk.danger.told.5": "Se contó a la policía",
    "desk.danger.told.6": "Se contó a un tribunal",
}
