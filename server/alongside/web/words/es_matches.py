"""Spanish: the desk's page of proposed matches."""

MATCHES = {
    "desk.matches": "Parejas",
    "desk.matches.title": "Personas que les dejan elegir",
    "desk.matches.lead": (
        "Te dieron lo que marcaron, sin su nombre. Primero dices sí tú. Luego dice sí o no "
        "el especialista, y luego la persona. Pueden leer que miraste."
    ),
    "desk.matches.none": "No hay nadie en esta lista ahora.",
    "desk.matches.counts": (
        "{wishes} en total: {waits} sin nada aún, {drafted} para que las mires, "
        "{offered} con el especialista, {shown} con la persona."
    ),
    "desk.matches.look": "Buscar parejas",
    "desk.matches.look.lead": (
        "Esto propone una pareja a cada persona que no tiene. Nadie la ve antes de tu sí. "
        "A quien ya camina con alguien no se le cambia nunca."
    ),
    "desk.matches.way": "Cómo elegir",
    "desk.matches.way.stable": "Lo que mejor encaja: no hay dos que se prefieran entre sí",
    "desk.matches.way.balanced": "Carga igual: más gente tiene a alguien, y se reparte",
    "desk.matches.do-look": "Buscar ahora",
    "desk.matches.filter": "Ver solo",
    "desk.matches.filter.step": "En qué punto están",
    "desk.matches.filter.lang": "Idioma",
    "desk.matches.filter.do": "Ver",
    "desk.matches.all": "Todo",
    "desk.matches.step.waits": "Sin nada aún",
    "desk.matches.step.drafted": "Para que las mires",
    "desk.matches.step.offered": "Con el especialista",
    "desk.matches.step.shown": "Con la persona",
    "desk.matches.person": "Persona {number}",
    "desk.matches.days": "espera desde hace {count} días",
    "desk.matches.days.one": "espera desde hace un día",
    "desk.matches.today": "llegó hoy",
    "desk.matches.ticked": "Marcó: {ticks}",
    "desk.matches.most": "Lo que más importa: {what}",
    "desk.matches.anyone": "Le va bien quien esté libre.",
    "desk.matches.proposed": "Propuesta: {name}",
    "desk.matches.reasons": "Los dos marcaron: {reasons}",
    "desk.matches.no-reasons": "No marcaron nada igual. Aun así pueden hablar bien.",
    "desk.matches.approve": "Decir sí",
    "desk.matches.approve.of": "Decir sí a {name} para la persona {number}",
    "desk.matches.drop": "Otra persona",
    "desk.matches.drop.of": "Otra persona en vez de {name} para la persona {number}",
    "desk.matches.not-free": "Ese especialista no tiene sitio ahora. Busca parejas otra vez.",
    "desk.matches.needs-extra": (
        "Para esto hace falta una parte más del programa. Quien lleva la máquina puede ponerla."
    ),
    "desk.matches.csv": "Esta lista en un archivo",
    "desk.matches.fairness": "¿Es justo?",
    "desk.fair.title": "¿Es justo?",
    "desk.fair.lead": (
        "Cuántas personas de cada grupo tienen pareja ahora, y cuánto esperó como mucho la "
        "mitad. Los grupos con poca gente no se ven, para que no se reconozca a nadie."
    ),
    "desk.fair.language": "Por idioma",
    "desk.fair.gender": "Por a quién desean: mujer, hombre o no binario",
    "desk.fair.age": "Por la edad que desean",
    "desk.fair.group": "Grupo",
    "desk.fair.met": "Con pareja",
    "desk.fair.waits": "Esperan",
    "desk.fair.share": "Parte con pareja",
    "desk.fair.days": "La mitad esperó como mucho",
    "desk.fair.other": "Varias cosas, o ninguna",
    "desk.fair.few": "Grupos con poca gente",
    "desk.fair.all": "Todas las personas",
    "desk.fair.hidden": "No se ve: es poca gente",
    "desk.fair.share-is": "{count} de 100",
    "desk.fair.days-are": "{count} días",
    "desk.fair.days-are.one": "un día",
    "desk.fair.back": "Volver a las parejas",
    "keep.books.wish": (
        "Si dejas que elija el programa: lo que marcaste, a quién prefieres no conocer, el día "
        "y a quién se propuso. Se borra cuando hablas con alguien, lo retiras o cierras tu "
        "lugar. A quién prefieres no conocer se guarda hasta que lo quites, lo retires todo o "
        "cierres tu lugar. Luego solo queda la cuenta de cuántos días tardó, durante un año."
    ),
}
