"""Spanish: notes of meetings, at the desk."""

DOCUMENTING = {
    "desk.notes": "Notas de encuentros",
    "desk.notes.title": "Notas de encuentros",
    "desk.notes.lead": (
        "Si hay que dejar por escrito que hubo un encuentro, la nota se escribe entre dos. Va "
        "sellada: aquí nadie puede leerla. Lo que ve quien paga sale solo con un sí de quien "
        "recibe apoyo."
    ),
    "desk.notes.on": "Aquí se escriben notas de encuentros entre dos",
    "desk.notes.rule": "Cómo se cuentan los minutos",
    "desk.notes.rule-1": "Regla de 8 minutos: un cuarto de hora cuenta desde el minuto ocho",
    "desk.notes.rule-2": "Unidades enteras: solo cuenta el cuarto de hora completo",
    "desk.notes.rule-1-short": "Regla de 8 minutos",
    "desk.notes.rule-2-short": "Unidades enteras",
    "desk.notes.examples": "Qué resulta con cada regla",
    "desk.notes.minutes": "Minutos",
    "desk.notes.work": "Cómo llama a este trabajo quien paga",
    "desk.notes.work.hint": "Tu propio código o palabras, como en tu contrato.",
    "desk.notes.goals": "Metas para elegir",
    "desk.notes.goals.hint": (
        "Una en cada línea, o ninguna. Nunca el nombre de alguien ni de un mal: lo puede ver "
        "quien paga."
    ),
    "desk.notes.years": "¿Cuánto tiempo hay que guardar una nota?",
    "desk.notes.years.hint": (
        "Una charla se olvida pasado el tiempo que las dos personas acordaron. Una nota se "
        "puede guardar más: cada una guarda su copia. Lo leen antes de decir sí a una nota."
    ),
    "desk.notes.years-0": "Lo mismo que su charla",
    "desk.notes.years-1": "Hasta el final del año siguiente",
    "desk.notes.years-many": "Hasta el final del año, {count} años después",
    "desk.notes.never": (
        "No se ve quién escribió una nota ni cuántas hay. Pregunta a quien paga qué regla vale."
    ),
    "desk.notes.keep": "Guardar",
    "desk.notes.noted": "Guardado.",
    "check.notes-rule": "Elige cómo se cuentan los minutos. No se cambió nada.",
    "check.notes-long": (
        "Es demasiado largo: como mucho 20 metas de 200 signos, y 40 signos para el trabajo."
    ),
    "check.notes-signs": "Hay un signo que no podemos mostrar. Escríbelo otra vez.",
}
