"""Spanish: when a programme ends, before that day and after it."""

ENDING = {
    "ending.title": "{programme} termina el {date}.",
    "ending.until": (
        "Hasta ese día tu lugar está abierto como siempre. Copia o anota lo que quieras "
        "guardar. Ya no puede entrar gente nueva."
    ),
    "ending.after": "Después de ese día nadie puede abrir lo que hay aquí. No vuelve.",
    "desk.door.ending": (
        "El programa termina el {date}, por eso la puerta sigue cerrada. Quien tiene la "
        "máquina puede parar ese final hasta ese día."
    ),
    "ended.title": "Este programa terminó",
    "ended.lead": "{programme} ya no lleva este lugar.",
    "ended.gone": (
        "Lo que se escribió aquí ya no está. Las llaves se destruyeron: nadie puede abrirlo, y "
        "nadie puede traerlo de vuelta."
    ),
    "ended.help": "No tienes que pasar por esto a solas. Hay personas a las que puedes llamar.",
}
