"""Español: los certificados, en la mesa y donde cualquiera puede comprobar uno."""

CERTIFICATES = {
    "keep.books.certificates": (
        "Los certificados que pediste: por qué, qué dijo tu programa, y cuántos archivos "
        "hiciste. No los archivos, ni el nombre que llevan. Se van cuando los retiras, y con "
        "tu lugar. Una lista de bits dice qué archivos se retiraron, sin el nombre de nadie."
    ),
    "desk.papers": "Certificados",
    "desk.papers.title": "Certificados",
    "desk.papers.back": "Volver al registro de formación",
    "desk.papers.lead": (
        "Cada persona los pide por sí misma. Tú dices qué respalda el programa. Ella elige qué "
        "pone, y a quién lo enseña."
    ),
    "desk.papers.no-library": (
        "Quien lleva este servidor tiene que añadir antes una parte: certificates. La página "
        "sobre el servidor propio dice cómo."
    ),
    "desk.papers.begin": "Empezar con los certificados",
    "desk.papers.begin.is": (
        "Se hace una clave del programa. Firma aquello a lo que dices que sí. Se queda "
        "en el servidor, y está en la parte de la copia que guarda las claves."
    ),
    "desk.papers.begin.do": "Hacer la clave y empezar",
    "desk.papers.asked": "Quién lo pide",
    "desk.papers.asked.is": (
        "Di que sí solo a lo que sabes que es verdad. Lo que escribes aquí puede salir de esta "
        "casa con la persona."
    ),
    "desk.papers.none-asked": "Ahora nadie pide uno.",
    "desk.papers.more-asked": "Hay más. Salen aquí cuando respondas a estos.",
    "desk.papers.somebody": "Alguien",
    "desk.papers.took": "un paso que dio aquí",
    "desk.papers.known-as": "La conoces como: {name}",
    "desk.papers.step.1": "Dar la bienvenida a quien llega",
    "desk.papers.step.2": "Ayudar a llevar un grupo",
    "desk.papers.step.3": "Formación en apoyo entre iguales",
    "desk.papers.what": "Qué fue",
    "desk.papers.what.hint": (
        "Como lo puede leer cualquiera. No nombres una enfermedad ni la recuperación, ni qué "
        "era esa persona aquí."
    ),
    "desk.papers.hours": "Horas (puedes dejarlo vacío)",
    "desk.papers.yes": "Sí, lo respaldamos",
    "desk.papers.not-now": "Ahora no",
    "desk.papers.stands": "Lo que respalda el programa",
    "desk.papers.stands.is": (
        "Si retiras uno, cada archivo lo dice al comprobarlo. Su titular lo ve."
    ),
    "desk.papers.none-stands": "Aún no hay ninguno.",
    "desk.papers.files": "Archivos hechos: {count}.",
    "desk.papers.take-back": "Retirar",
    "desk.papers.take-back.of": "Retirar: {what}",
    "desk.papers.before": "Los de antes",
    "desk.papers.after": "Los siguientes",
    "desk.papers.key": "La clave",
    "desk.papers.key.since": "Firma desde el {date}.",
    "desk.papers.key.got-out": (
        "Puede que la clave vieja se haya escapado. Lo que firmó ya no vale, y hay que hacer "
        "los archivos otra vez."
    ),
    "desk.papers.key.do": "Hacer una clave nueva",
    "desk.papers.check": "Quien tenga uno puede comprobarlo aquí:",
    "check.papers.title": "Di qué fue, con 120 signos o menos.",
    "check.papers.telling": (
        "Una palabra dice demasiado de alguien. No nombres una enfermedad ni la recuperación, "
        "ni qué era aquí."
    ),
    "check.papers.hours": "Pon horas enteras de 1 a 2000, o ninguna.",
    "check.papers.done": "Pon el día en que se hizo. No puede ser un día que aún no llega.",
    "check.papers.gone": "Esto ya no se pide, o ya tiene respuesta.",
    "check.papers.no-library": "La parte de los certificados aún no está en este servidor.",
    "check.papers.no-key": "La clave no está en este servidor. Haz una nueva.",
    "check.paper.title": "Comprobar un certificado",
    "check.paper.lead": "¿Te han enseñado un certificado de este programa? Mira si vale.",
    "check.paper.file": "El archivo que te dieron",
    "check.paper.text": "O su texto",
    "check.paper.do": "Comprobarlo",
    "check.paper.forgotten": (
        "Lo miramos y lo olvidamos. Aquí no hay una lista de personas, ni nada que buscar."
    ),
    "check.paper.not-ours": (
        "Esto no es un certificado de este programa, o alguien lo ha cambiado."
    ),
    "check.paper.holds": "Vale",
    "check.paper.holds.is": "Este programa lo firmó, y hoy lo respalda.",
    "check.paper.over": "Ha caducado",
    "check.paper.over.is": "Este programa lo firmó, pero ya no vale.",
    "check.paper.back": "Se ha retirado",
    "check.paper.back.is": "Este programa lo firmó, pero ya no lo respalda.",
    "check.paper.what": "Qué",
    "check.paper.name": "Nombre",
    "check.paper.no-name": "Ninguno. Su titular lo dejó fuera.",
    "check.paper.programme": "Programa",
    "check.paper.hours": "Horas",
    "check.paper.day": "Cuándo",
    "check.paper.until": "Vale hasta",
    "check.paper.whose": (
        "El nombre es el que eligió su titular. Si la persona que tienes delante es esa, lo "
        "tienes que ver tú."
    ),
}
