"""Spanish: the frame of every page, welcome, how it works, help now, coming back, errors."""

FRONT = {
    # every page
    "frame.brand": "Alongside",
    "frame.home": "Alongside, a la primera página",
    "frame.skip": "Ir al texto",
    "frame.help": "Ayuda ya",
    "frame.leave": "Salir de aquí",
    "frame.leave.short": "Salir",
    "frame.threads": "Dos hilos que van lado a lado",
    "frame.more": "Más sobre este lugar",
    "frame.how": "Cómo funciona",
    "frame.keep": "Qué guardamos",
    "frame.back": "Cómo volver",
    "frame.desk": "Para el equipo",
    "frame.not-emergency": (
        "Esto no es un servicio de emergencia. Ayuda ya muestra a quién puedes llamar."
    ),
    "frame.runs": (
        "{programme} lleva este lugar. El programa se llama Alongside. Es libre y abierto."
    ),
    # welcome
    "welcome.title": "Alguien que ya pasó por ahí, a tu lado en el camino.",
    "welcome.lead": (
        "Habla con una persona de apoyo de {programme}. Sin nombre real, sin correo, sin "
        "teléfono. Aquí solo ustedes dos pueden leerlo. Hay unas pocas cosas que esa persona "
        "tiene que avisar: míralas antes de escribir."
    ),
    "welcome.find": "Encontrar con quién hablar",
    "welcome.back": "Ya estuve aquí antes",
    "welcome.stop": "Puedes parar cuando quieras, sin dar una razón.",
    "welcome.closed": "Ahora no tenemos lugar.",
    "welcome.closed.why": (
        "{programme} no recibe hoy a gente nueva, para que nadie tenga que esperar mucho. Por "
        "favor, mira otro día. Si ya tienes un lugar aquí, está abierto como siempre."
    ),
    "welcome.closed.help": (
        "No tienes que esperar a solas. Hay personas a las que puedes llamar ahora."
    ),
    "welcome.closed.see": "Ver a quién puedes llamar",
    "welcome.choose": "Tú eliges a la persona",
    "welcome.choose.why": (
        "Di lo que te importa. Lo que dices se queda en este dispositivo. Ves a unas pocas "
        "personas y por qué van contigo, y puedes cambiar de idea."
    ),
    "welcome.locked": "Nadie más lo lee",
    "welcome.locked.why": (
        "Tus mensajes se cierran con candado antes de salir de este dispositivo. Quienes "
        "llevan este sitio no reciben tus palabras."
    ),
    "welcome.limits": "Mira dónde esto tiene límites",
    "welcome.expect": "Sabes qué esperar",
    "welcome.expect.why": (
        "Cuándo suelen contestar, qué tienen que avisar, y qué puedes hacer si algo se cruza."
    ),
    "welcome.steps": "Mira cómo funciona, paso a paso",
    # how it works
    "how.title": "Cómo funciona",
    "how.lead": "Seis pasos pequeños. En cada uno puedes dar la vuelta.",
    "how.1": "Entras",
    "how.1.why": (
        "Recibes un nombre inventado y cinco palabras. Anótalas. Con ellas puedes volver."
    ),
    "how.2": "Dices lo que importa",
    "how.2.why": ("Toca lo que deseas en una persona, o sáltalo. Se queda en tu dispositivo."),
    "how.3": "Eliges y saludas",
    "how.3.why": (
        "Ves a unas pocas personas, y por qué van contigo. Lees nuestra promesa. Luego "
        "escribes tus primeras líneas a una de ellas."
    ),
    "how.4": "Te contestan",
    "how.4.why": (
        "Ves cuándo suelen contestar. Si no pueden acompañar a más gente, te lo decimos. "
        "Puedes saludar a otra persona."
    ),
    "how.5": "Hablan",
    "how.5.why": (
        "Tus palabras se cierran con candado en tu dispositivo. Se abren en el de la otra "
        "persona, y en ningún punto del camino."
    ),
    "how.6": "Paras cuando quieres",
    "how.6.why": "Cada parte puede terminar o bloquear. Nadie te preguntará por qué.",
    "how.who": "¿Qué es una persona de apoyo?",
    "how.who.1": (
        "Alguien que pasó por tiempos duros y encontró cómo seguir. Aprendió a escuchar, y "
        "{programme} responde por esa persona. También se le llama especialista de apoyo."
    ),
    "how.who.2": "No es médico ni médica. No te dice qué hacer. Camina contigo.",
    "how.shared": "En una computadora compartida",
    "how.shared.1": (
        "Nada de lo que escribes se queda en ella. Tu lugar se cierra con candado cuando paras "
        "un rato. Al entrar, eliges cuánto tiempo es."
    ),
    "how.shared.2": (
        "Salir de aquí te lleva al momento a una página cualquiera. No puede borrar la "
        "lista de páginas que guarda tu navegador. Esa lista la puedes borrar tú."
    ),
    "how.shared.3": (
        "Si alguien puede ver tu pantalla o tu teléfono, usa uno que no esté a su alcance."
    ),
    "how.cost": "¿Cuánto cuesta?",
    "how.cost.1": "Nada. No hace falta número de teléfono ni correo.",
    "how.age": "Tienes que tener {age} años o más.",
    # help now
    "help.title": "Ayuda ya",
    "help.lead": "Puedes llamar a una de estas líneas ya. Ninguna razón es muy pequeña.",
    "help.call": "Llamar al {value}",
    "help.text": "Mensaje al {value}",
    "help.chat": "Ir a {value}",
    "help.hours": "Cuándo: {hours}",
    "help.what": "Qué pasa: {what}",
    "help.checked": "Lo revisamos por última vez el {date}.",
    "help.leaves": (
        "Estas líneas son de otra gente. Una llamada puede quedar en la lista de tu teléfono."
    ),
    "help.wrong": "¿Algo anda mal en este lugar?",
    "help.wrong.programme": "Puedes llamar a {contact}, de {programme}.",
    "help.wrong.independent": (
        "También puedes llamar a {contact}. No trabaja para {programme}."
    ),
    "help.wrong.note": "No contestan de día y de noche.",
    # coming back
    "back.title": "Cómo volver",
    "back.lead": "Hacen falta tu nombre inventado y tus cinco palabras.",
    "back.open": "Abrir mi lugar",
    "back.forms": (
        "No importan las mayúsculas, los acentos ni los espacios. Bastan las cuatro primeras "
        "letras de cada palabra."
    ),
    "back.lost": "Perdí mis cinco palabras",
    "back.lost.1": (
        "Usa tu código de repuesto. Es el código largo que anotaste en una tarjeta. Abre tu "
        "lugar, y recibes cinco palabras nuevas. Las de antes ya no sirven."
    ),
    "back.none": "No tengo palabras ni código de repuesto",
    "back.none.1": (
        "Entonces nadie puede abrir ese lugar otra vez. Tampoco podemos hacerlo desde aquí. Es "
        "el precio de un candado que solo abres tú."
    ),
    "back.none.2": (
        "Puedes empezar de nuevo y saludar a la misma persona. No sabrá que eres tú hasta que "
        "se lo digas."
    ),
    "back.someone": "Otra persona sabe mis cinco palabras",
    "back.someone.1": (
        "Entra con tu código de repuesto. Recibes palabras nuevas, y todas las demás sesiones "
        "se cierran."
    ),
    # errors
    "error.404.title": "Aquí no hay nada",
    "error.404.why": "La página cambió de lugar, o hay un error en la dirección.",
    "error.403.title": "Eso no funcionó",
    "error.403.why": (
        "La página estuvo abierta mucho tiempo. Vuelve atrás, cárgala otra vez y prueba de "
        "nuevo."
    ),
    "error.500.title": "Algo se rompió de nuestro lado",
    "error.500.why": "No es culpa tuya. Por favor, prueba otra vez en unos minutos.",
    "error.home": "Ir a la primera página",
    "empty.title": "Esta casa todavía no está lista",
    "empty.why": "Quienes la llevan aún tienen que prepararla. Por favor, mira más tarde.",
}
