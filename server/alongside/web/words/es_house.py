"""Spanish: how people treat each other, at the desk."""

HOUSE = {
    "desk.house": "Cómo nos tratamos",
    "desk.house.title": "Cómo nos tratamos",
    "desk.house.lead": (
        "Palabras claras que valen para ambos lados: contacto fuera, romance, dinero. Cada "
        "persona las lee antes de su primer saludo y dice que sí."
    ),
    "desk.house.built-in": "Son las palabras que trae el programa. Hazlas tuyas.",
    "desk.house.version": "Versión {number}, escrita por {name} el {date}.",
    "desk.house.field": "Las reglas ({name})",
    "desk.house.hint": "Una regla en cada línea. Palabras cortas, como las dirías.",
    "desk.house.asks": (
        "Una versión nueva pregunta otra vez a todos. Nadie queda fuera por no haber dicho "
        "que sí todavía."
    ),
    "desk.house.keep": "Guardar como versión nueva",
    "desk.house.noted": "Guardado. Se pide a todos que lo lean.",
    "desk.house.now": "Alguien escribió esto entre tanto:",
    "check.rules-empty": "Las reglas en tu idioma están vacías. No se cambió nada.",
    "check.rules-long": "Es muy largo: como mucho 20 líneas, y 2.000 signos en total.",
    "check.rules-signs": "Hay un signo que no podemos mostrar. Escríbelo otra vez.",
    "check.rules-changed": (
        "Alguien escribió una versión nueva. Tus palabras siguen aquí: mira las dos."
    ),
}
