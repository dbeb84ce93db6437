"""Spanish: lo que lleva cada especialista, y quién les apoya."""

LOAD = {
    "desk.load": "Lo que lleva cada especialista",
    "desk.load.title": "Lo que lleva cada especialista",
    "desk.load.lead": (
        "Con cuántas personas camina cada especialista y qué pasó en las últimas {weeks} "
        "semanas con lo que dijo que haría. Nada dice aquí con quién."
    ),
    "desk.load.few": (
        "Si alguien caminó con menos de {least} personas, estas sumas no se muestran: "
        "apuntarían a una sola persona."
    ),
    "desk.load.weighed": (
        "Cada especialista puede decir que alguien ocupa medio lugar, uno o dos. Aquí está la "
        "suma, desde tres personas; con menos, cuántas son. Nunca se ve quién."
    ),
    "desk.load.filter": "Con el apoyo de",
    "desk.load.nobody": "nadie todavía",
    "desk.load.of": "{count} de {cap}",
    "desk.load.too-few": "no se muestra",
    "desk.load.support": "Quién apoya a quién",
    "desk.load.keep": "Guardar",
    "desk.load.no-supervisors": "El programa todavía no respalda a nadie para supervisar.",
    "desk.file.supported-by": "Con el apoyo de",
    "desk.file.open": "Por hacer",
    "desk.file.kept": "Cumplido",
    "desk.file.moved": "Cambiado a tiempo",
    "desk.file.broken": "No cumplido",
    "desk.file.repaired": "Reparado",
}
