"""Spanish: the letters that leave the house, their pages, and notes to the desk."""

NOTICES = {
    # letters: the same words for all, {origin} and {link} are all that differs
    "mail.sender": "Aviso corto",
    "mail.note.subject": "Tienes algo nuevo",
    "mail.note": (
        "Tienes algo nuevo. Míralo cuando te venga bien:\n{origin}\n\n"
        "Para no recibir más avisos de estos:\n{link}\n"
    ),
    "mail.near.subject": "Se acerca un rato que reservaste",
    "mail.near": (
        "Se acerca un rato que reservaste. Mira cuando te venga bien:\n{origin}\n\n"
        "Para no recibir más avisos como este:\n{link}\n"
    ),
    "calendar.time": "Rato reservado",
    "mail.proof.subject": "¿Esta es tu dirección?",
    "mail.proof": (
        "Alguien dio esta dirección para recibir avisos cortos. Si fuiste tú, abre esta página "
        "y pulsa el botón. Sirve una vez y por un día:\n{link}\n\n"
        "Si no fuiste tú, no hagas nada. No llegará más correo.\n"
    ),
    "mail.trial.subject": "Esto es una prueba",
    "mail.trial": "Esto es una prueba. Si puedes leerla, el correo funciona.\n",
    # texts: no address, for a locked phone shows them; letters that fit in one text
    "text.note": "Tienes algo nuevo.",
    "text.near": "Se acerca un rato que reservaste.",
    "text.stop": "Para no recibir otro aviso, responde STOP.",
    "text.code": "Tu clave es {code}. Si no la pediste, no hagas nada.",
    "text.trial": "Esto es una prueba. Si puedes leerla, todo funciona.",
    # pages behind the links
    "notices.stop.title": "¿Parar los avisos?",
    "notices.stop.lead": "Pulsa el botón, y no llegan más avisos a esta dirección.",
    "notices.stop.do": "Parar los avisos",
    "notices.stop.done": "No más avisos",
    "notices.stop.done-lead": (
        "Está bien. Desde ahora no recibes ninguno. Puedes encenderlos otra vez cuando entres."
    ),
    "notices.confirm.title": "¿Enviar avisos cortos aquí?",
    "notices.confirm.lead": (
        "Cada aviso dice solo que hay algo nuevo. No lleva nombres ni palabras de nadie. "
        "Puedes pararlos cuando quieras."
    ),
    "notices.confirm.do": "Sí, enviarlos aquí",
    "notices.confirm.done": "Gracias",
    "notices.confirm.done-lead": "Desde ahora, los avisos cortos llegan a esta dirección.",
    "notices.spent.title": "Este enlace ya no sirve",
    "notices.spent.lead": "Ya se usó, o es muy viejo. Cuando entres, puedes pedir uno nuevo.",
    # the desk
    "desk.notices": "Avisos para ti",
    "desk.notices.title": "Avisos para ti",
    "desk.notices.lead": (
        "Recibes un correo corto cuando alguien espera mucho, o cuando pronto dejas de "
        "responder por una persona de apoyo. Dice solo que hay algo nuevo."
    ),
    "desk.notices.often": (
        "Llega un aviso, y ninguno más hasta que entres aquí otra vez o pase un día."
    ),
    "desk.notices.no-mail": (
        "Este lugar todavía no envía correo. Quien cuida la máquina puede prepararlo."
    ),
    "desk.notices.address": "¿A dónde podemos enviarte un aviso corto?",
    "desk.notices.address-hint": (
        "Lo mejor es un correo del trabajo. Déjalo vacío para no recibir avisos."
    ),
    "desk.notices.quiet": "Sin avisos a estas horas",
    "desk.notices.from": "Desde",
    "desk.notices.to": "Hasta",
    "desk.notices.zone": "Zona horaria",
    "desk.notices.zone-hint": "Empieza a escribir una ciudad grande cerca de ti.",
    "desk.notices.on": "Quiero recibir avisos",
    "desk.notices.save": "Guardar",
    "desk.notices.saved": "Guardado.",
    "desk.notices.unproven": (
        "Enviamos un enlace a {address}. Ábrelo ahí. Hasta entonces no sale ningún aviso."
    ),
    "desk.notices.proven": "Los avisos llegan a {address}.",
    "desk.notices.off": "Los avisos están apagados.",
    "desk.notices.returned": (
        "El correo a {address} nos volvió. Por favor, revisa la dirección y guárdala otra vez."
    ),
    "desk.notices.bad-address": "No podemos escribir a esa dirección. Por favor, revísala.",
    "desk.notices.bad-hours": (
        "Por favor, elige dos horas del día y una zona horaria de la lista."
    ),
    "desk.notices.slow": "Fueron muchos intentos. Espera un poco y prueba otra vez.",
    # trouble with the mail server
    "desk.mail.unreachable": (
        "Los avisos por correo no salen: el servidor de correo no contesta. Lo intentamos "
        "una y otra vez."
    ),
    "desk.mail.sign-in": (
        "Los avisos por correo no salen: el servidor de correo no aceptó nuestro nombre y "
        "clave."
    ),
    "desk.mail.sender": (
        "Los avisos por correo no salen: el servidor de correo no acepta desde dónde "
        "escribimos."
    ),
    # who waits for long
    "desk.waits.title": "Esperan una respuesta",
    "desk.waits.lead": (
        "Aquí alguien lleva {count} días o más sin respuesta. No ves quién escribió ni qué "
        "dijo."
    ),
    "desk.waits.lead.one": (
        "Aquí alguien lleva un día o más sin respuesta. No ves quién escribió ni qué dijo."
    ),
    "desk.waits.one": "Con {name}",
    "desk.waits.do": "Por favor, llama a {name} y pregunta cómo va todo.",
}
