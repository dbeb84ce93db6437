"""Spanish: the desk, where coordinators work."""

DESK = {
    "desk.nav": "En la mesa del equipo",
    "desk.nav.people": "Personas",
    "desk.nav.safe": "Seguridad",
    "desk.nav.shared": "Compartir",
    "desk.nav.programme": "Programa",
    "desk.nav.you": "Tú",
    "desk.home": "Esperan",
    "desk.specialists": "Especialistas",
    "desk.links": "Especialistas nuevos",
    "desk.settings": "Nuestra promesa",
    "desk.sign-out": "Cerrar sesión",
    # sign in
    "desk.idle.title": "Se cerró tu sesión",
    "desk.idle.lead": "Pasó una hora sin que hicieras nada aquí, y la mesa se cerró.",
    "desk.idle.late": "Lo último que enviaste no se hizo.",
    "desk.idle.typed": "Lo que habías escrito",
    "desk.idle.typed.why": "No se guarda en ningún lugar. Cópialo antes de seguir.",
    "desk.idle.box": "Cuadro {number}",
    "desk.in.title": "Entrar a la mesa del equipo",
    "desk.in.lead": (
        "Esta puerta es para el equipo. Para hablar con alguien, ve a la primera página."
    ),
    "desk.in.name": "Tu nombre",
    "desk.in.words": "Tus cinco palabras",
    "desk.in.do": "Entrar",
    "desk.in.wrong": (
        "Ese nombre y esas palabras no abrieron la mesa. Por favor, revisa las dos cosas."
    ),
    "desk.in.slow": "Fueron muchos intentos. Espera {count} minutos y prueba otra vez.",
    "desk.in.slow.one": "Fueron muchos intentos. Espera un minuto y prueba otra vez.",
    # waiting
    "desk.waiting.title": "Quién espera",
    "desk.waiting.lead": (
        "Ves cuánto ha esperado cada saludo. No ves quién escribió ni qué dijo."
    ),
    "desk.waiting.none": (
        "Nadie espera. Los saludos nuevos estarán aquí, primero el más viejo."
    ),
    "desk.waiting.one": "Saludo número {number} para {name}",
    "desk.waiting.today": "llegó hoy",
    "desk.waiting.days": "espera desde hace {count} días",
    "desk.waiting.days.one": "espera desde hace un día",
    "desk.waiting.long": "Después de dos días, pregunta a {name} cómo va todo.",
    "desk.door.title": "La puerta para gente nueva",
    "desk.door.open": "Está abierta. La gente nueva puede encontrar con quién hablar.",
    "desk.door.closed": (
        "Está cerrada. La primera página lo dice con cariño y muestra líneas de ayuda."
    ),
    "desk.door.do-close": "Cerrar la puerta",
    "desk.door.do-open": "Abrir la puerta",
    "desk.door.note": "Quienes ya tienen un lugar aquí pueden entrar igual.",
    "desk.crisis.stale": "{count} líneas de ayuda esperan que las mires otra vez.",
    "desk.crisis.stale.one": "Una línea de ayuda espera que la mires otra vez.",
    # specialists
    "desk.people.title": "Especialistas",
    "desk.people.lead": (
        "A cuánta gente acompaña cada quien, y hasta cuándo respondes por esa persona."
    ),
    "desk.people.none": (
        "Todavía no hay especialistas. Haz un enlace en Especialistas nuevos."
    ),
    "desk.people.walks": "Acompaña a {count} de {cap} personas como máximo.",
    "desk.people.waits": "{count} saludos esperan respuesta.",
    "desk.people.waits.one": "Un saludo espera respuesta.",
    "desk.people.paused": "Está en pausa para gente nueva.",
    "desk.people.until": "{programme} responde por {name} hasta el {date}.",
    "desk.people.soon": "Eso termina en {count} días. Por favor, renuévalo.",
    "desk.people.soon.one": "Eso termina en un día. Por favor, renuévalo.",
    "desk.people.today": "Eso termina hoy. Por favor, renuévalo.",
    "desk.people.ended": (
        "Terminó el {date}. Nadie puede saludar a {name} hasta que lo renueves."
    ),
    "desk.people.revoked": "Retiraste tu palabra por {name}. Nadie puede saludarle.",
    "desk.people.unnamed": "Alguien que vino por un enlace",
    "desk.people.never": "Todavía no respondes por esta persona. Sigue leyendo en:",
    # new specialists
    "desk.links.title": "Especialistas nuevos",
    "desk.links.lead": "Con tres pasos entra cada especialista.",
    "desk.links.1": "Haz un enlace y dáselo en persona o por teléfono. Sirve una vez.",
    "desk.links.2": (
        "Con él hace su lugar, escribe sobre sí y te da un archivo para que respondas por su "
        "nombre."
    ),
    "desk.links.3": (
        "Firmas ese archivo en la máquina que nunca está en línea. Luego traes la respuesta "
        "aquí."
    ),
    "desk.links.make": "Hacer un enlace",
    "desk.links.note": "Una nota para ti, para que sepas de quién es el enlace",
    "desk.links.note.hint": "Sin nombres completos. Se va con el enlace.",
    "desk.links.do": "Hacer un enlace",
    "desk.links.made": "Aquí está el enlace. Se muestra solo esta vez.",
    "desk.links.made.why": "Cópialo ahora. Sirve una vez y durante 7 días.",
    "desk.links.open": "Enlaces abiertos",
    "desk.links.none": "Ahora no hay ningún enlace abierto.",
    "desk.links.row": "{note}, hasta el {date}",
    "desk.links.no-note": "Sin nota",
    "desk.links.revoke": "Retirar",
    "desk.links.revoke.of": "Retirar el enlace: {note}",
    # answers
    "desk.answer.title": "Traer una respuesta",
    "desk.answer.lead": "Elige el archivo firmado. Su nombre termina en .json.",
    "desk.answer.file": "El archivo firmado",
    "desk.answer.do": "Traerlo",
    "desk.answer.taken": "Ahora respondes por {name}, hasta el {date}.",
    "desk.answer.back": "Ya no respondes por {name}. Nadie puede saludarle más.",
    "desk.answer.empty": "Por favor, elige primero un archivo.",
    "desk.answer.large": "Ese archivo es muy grande para ser una respuesta. Elige otro.",
    "desk.answer.bad": (
        "Ese archivo no es una respuesta de la máquina que firma. Por favor, elige otro."
    ),
    "desk.answer.signature": (
        "Ese archivo se firmó con otra llave, o cambió después. No lo tomamos. Por favor, "
        "firma otra vez el pedido."
    ),
    "desk.answer.unknown": (
        "No conocemos un lugar que vaya con este archivo. ¿Ya hizo la persona el suyo aquí? Si "
        "tiene llaves nuevas, tiene que darte un archivo nuevo."
    ),
    "desk.answer.lapsed": "Los días de este archivo ya pasaron. Firma otra vez el pedido.",
    # settings
    "desk.rules.title": "De qué sale nuestra promesa",
    "desk.rules.lead": (
        "Cada ajuste hace una frase que firman dos personas. Antes de cambiar uno, ves qué le "
        "hace a nuestra promesa."
    ),
    "desk.rules.makes": "Dice:",
    "desk.rules.fixed": "Siempre es parte de la promesa",
    "desk.rules.name": "Su nombre es {value}.",
    "desk.rules.retention": "Las palabras se guardan {count} meses.",
    "desk.rules.retention.one": "Las palabras se guardan un mes.",
    "desk.rules.retention.open": (
        "Las palabras se guardan hasta que cierre su lugar quien saludó."
    ),
    "desk.rules.choice": "Quien saluda puede elegir otro tiempo: de {least} a {most} meses.",
    "desk.rules.choice.open": (
        "Quien saluda puede elegir otro tiempo: de {least} a {most} meses, o hasta que "
        "cierre su lugar."
    ),
    "desk.rules.passes-on": "{count} cosas se tienen que avisar.",
    "desk.rules.passes-on.one": "Una cosa se tiene que avisar.",
    "desk.rules.passes-on.none": "No hay que avisar nada.",
    "desk.rules.min-age": "La gente tiene que tener al menos {value} años.",
    "desk.rules.contact": "Su contacto es {name}, {phone}.",
    "desk.rules.independent": "Quien no trabaja para ustedes es {name}, {phone}.",
    # languages
    "desk.languages": "Idiomas",
    "desk.languages.title": "Idiomas",
    "desk.languages.lead": (
        "La gente puede leer este lugar en los idiomas encendidos. Alguien de confianza "
        "tiene que leerlo todo antes."
    ),
    "desk.languages.main": "El idioma de ustedes es {name}. Siempre está encendido.",
    "desk.languages.on": "Encendido desde el {date}. Lo leyó y aprobó: {reviewer}.",
    "desk.languages.off": "Todavía no está encendido.",
    "desk.languages.reviewer": "¿Quién lo leyó todo?",
    "desk.languages.do-on": "Encender",
    "desk.languages.do-off": "Apagar",
    "desk.languages.reviewer-missing": "Por favor, escribe quién lo leyó todo.",
    "desk.languages.not-a-language": "Todavía no hablamos ese idioma.",
}
