"""Spanish: late replies to what did not sit right, as the desk may know of them."""

REPAIRS = {
    "desk.replies.title": "Una respuesta se retrasa",
    "desk.replies.lead": (
        "Alguien le dijo a su especialista que algo no le sentó bien, y quiso que lo "
        "supieras si la respuesta tardaba. De qué se trata solo lo leen ellos dos."
    ),
    "desk.replies.one": "De {name}",
    "desk.replies.late": "La respuesta lleva {count} días de retraso.",
    "desk.replies.late.one": "La respuesta lleva un día de retraso.",
    "desk.replies.do": "Por favor, llama a {name} y pregunta si necesita ayuda con esto.",
    "desk.replies.further": "Hay más respuestas con retraso. Estas son las que más.",
    "keep.books.repair": (
        "Que algo no sentó bien entre tú y alguien, quién lo dijo, hasta qué día se espera "
        "respuesta y si llegó. No lo que fue. Se borra cuando se "
        "cierra. Si lo dijo quien recibe apoyo, se cuenta con lo de otras personas, de ocho en "
        "ocho y sin nombre; si lo dijo un especialista, no se cuenta en ningún sitio."
    ),
}
