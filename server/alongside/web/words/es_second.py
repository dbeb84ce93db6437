"""Spanish: the second step into the desk, and a coordinator's own sign-in."""

SECOND = {
    # taking it
    "desk.second.title": "El segundo paso",
    "desk.second.lead": (
        "Tus cinco palabras están bien. Ahora muestra otra cosa que solo tienes tú."
    ),
    "desk.second.passkey": "Con tu llave de acceso",
    "desk.second.passkey.do": "Usar mi llave de acceso",
    "desk.second.elsewhere": (
        "Una llave de acceso no sirve en esta dirección. Por favor, escribe aquí un código."
    ),
    "desk.second.code": "Con un código",
    "desk.second.paper": "Con un código en papel",
    "desk.second.code.field": "Tu código",
    "desk.second.code.hint": "Seis cifras que tu app muestra ahora, o un código en papel.",
    "desk.second.paper.hint": "Uno de tus códigos en papel. Cada uno sirve una vez.",
    "desk.second.code.do": "Seguir con este código",
    "desk.second.wrong-code": (
        "Ese código no sirvió. Cada código sirve una vez. Por favor, espera el próximo."
    ),
    "desk.second.wrong-passkey": (
        "Eso no funcionó. Prueba otra vez tu llave de acceso, o escribe un código."
    ),
    "desk.second.lost": "No tengo nada de esto",
    "desk.second.lost.1": (
        "Habla con quien cuida el servidor. Ahí te pueden dar cinco palabras nuevas. Luego "
        "preparas otro segundo paso."
    ),
    # setting one up
    "desk.up.title": "Preparar un segundo paso",
    "desk.up.lead": (
        "Alguien puede ver o adivinar palabras. Por eso la mesa pide dos cosas: tus "
        "palabras, y algo que solo tienes tú."
    ),
    "desk.up.back": "Volver a tu entrada",
    "desk.up.other": "Elegir otra forma",
    "desk.up.name": "Un nombre para esto",
    "desk.up.name.hint": "Para que lo conozcas en tu lista.",
    "desk.up.many": "Ya tienes diez. Por favor, quita antes uno.",
    "desk.up.no-script": (
        "Una llave de acceso usa scripts, y aquí están apagados. Un código sirve sin ellos."
    ),
    "desk.up.stopped": "Tu navegador paró antes de terminar. Puedes probar otra vez.",
    "desk.up.known": "Esta llave de acceso ya está en tu lista. Por favor, usa otra.",
    "desk.up.cannot": "Tu navegador no puede hacer esto aquí. Por favor, usa un código.",
    "desk.up.app": "Una app con códigos",
    "desk.up.app.lead": (
        "Una app en tu teléfono muestra seis cifras. Cambian cada medio minuto."
    ),
    "desk.up.app.choose": "Usar una app",
    "desk.up.app.1": "Abre una app que muestre códigos",
    "desk.up.app.1.how": "Quizá tu teléfono ya la tiene. Sirve cualquier app de códigos.",
    "desk.up.app.2": "Deja que lea esta imagen",
    "desk.up.app.picture": "Las letras de abajo en una imagen, para la cámara de tu teléfono",
    "desk.up.app.2.typed": "O escribe estas letras en la app. No las muestres a nadie.",
    "desk.up.app.3": "Escribe el código que muestra",
    "desk.up.app.code": "Las seis cifras",
    "desk.up.app.name.none": "Mi app",
    "desk.up.app.do": "Guardar esta app",
    "desk.up.app.wrong": (
        "Ese código no sirvió. Por favor, espera el próximo. ¿Está bien la hora de tu teléfono?"
    ),
    "desk.up.passkey": "Una llave de acceso",
    "desk.up.passkey.lead": (
        "Tu teléfono, tu computadora o una llave pequeña que conectas abre la mesa. Usas tu "
        "dedo, tu cara o un PIN."
    ),
    "desk.up.passkey.choose": "Usar una llave de acceso",
    "desk.up.passkey.not-here": (
        "Una llave de acceso no sirve en esta dirección. Por favor, usa una app con códigos."
    ),
    "desk.up.passkey.how": (
        "Tu navegador te pregunta dónde guardarla. Tu dedo o tu cara no salen de tu lado. Aquí "
        "solo queda lo que comprueba la llave."
    ),
    "desk.up.passkey.name.none": "Mi llave de acceso",
    "desk.up.passkey.do": "Hacer una llave de acceso",
    "desk.up.passkey.late": "Eso no funcionó, o tardó mucho. Por favor, prueba otra vez.",
    # codes on paper
    "desk.paper.title": "Códigos en papel",
    "desk.paper.first": (
        "Tu segundo paso está listo. Con estos códigos entras si un día lo pierdes."
    ),
    "desk.paper.new": "Aquí están tus códigos nuevos. Los de antes ya no sirven.",
    "desk.paper.1": "Los ves solo esta vez. Imprime esta página o anótalos ahora.",
    "desk.paper.2": "Cada código sirve una vez, en lugar del segundo paso.",
    "desk.paper.3": "Guarda el papel en un lugar seguro, lejos de tus cinco palabras.",
    "desk.paper.go": "Ya los tengo. Ir a la mesa",
    "desk.paper.back": "Ya los tengo. Volver",
    # your sign-in
    "desk.yours": "Tu entrada",
    "desk.yours.title": "Tu entrada",
    "desk.yours.lead": "Entras con cinco palabras y un segundo paso.",
    "desk.yours.again": "Para cambiar algo aquí, muestra los dos pasos una vez más.",
    "desk.yours.again.do": "Entrar otra vez",
    "desk.yours.steps": "Tus segundos pasos",
    "desk.yours.passkey": "Una llave de acceso, agregada el {date}.",
    "desk.yours.app": "Una app con códigos, agregada el {date}.",
    "desk.yours.remove": "Quitar",
    "desk.yours.remove.of": "Quitar: {name}",
    "desk.yours.add": "Agregar otro segundo paso",
    "desk.yours.added": "Ya está en tu lista.",
    "desk.yours.removed": "Ya no está. Tus sesiones en otros lados se cerraron.",
    "desk.yours.last": "Es el único que tienes. Por favor, agrega antes otro.",
    "desk.yours.papers": "{count} de tus códigos aún sirven.",
    "desk.yours.papers.one": "Uno de tus códigos aún sirve.",
    "desk.yours.papers.none": "No tienes códigos en papel. Por favor, haz algunos.",
    "desk.yours.papers.note": "Los códigos nuevos toman el lugar de los viejos.",
    "desk.yours.papers.do": "Hacer códigos nuevos",
    # one human, two sign-ins
    "desk.also.title": "¿También eres una persona de apoyo aquí?",
    "desk.also.lead": (
        "Entonces la gente tiene que saberlo antes de saludarte. Dilo aquí, y di que sí en tu "
        "sala. Se muestra cuando las dos cosas están hechas."
    ),
    "desk.also.name": "Tu nombre inventado en la sala",
    "desk.also.hint": "Es como este: rio-nutria-4827",
    "desk.also.do": "Sí, soy yo",
    "desk.also.empty": "Por favor, escribe antes el nombre.",
    "desk.also.waits": "Dijiste que eres {name}. Se muestra cuando digas que sí en esa sala.",
    "desk.also.agreed": "También eres {name}. La gente puede verlo antes de saludarte.",
    "desk.also.take-back": "Retirar esto",
    "desk.people.also": "También lleva la mesa del equipo.",
}
