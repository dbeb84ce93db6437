"""Spanish: circles at the desk, and what the page about keeping says of them."""

CIRCLES = {
    "keep.books.circles": (
        "Círculos: el nombre y la línea de cada uno, quién espera para entrar, a quién se "
        "dejó entrar, que alguien fue apartado, y lo que el equipo pensó antes. Lo que se "
        "dice allí, lo que se escribió al pedir entrar y por qué alguien fue apartado está "
        "cerrado con llave. No podemos leerlo."
    ),
    "desk.circles": "Círculos",
    "desk.circles.title": "Círculos",
    "desk.circles.who": (
        "Un círculo es un grupo pequeño, con dos anfitriones o más. No ves quién está en "
        "él, ni lo que se dice."
    ),
    "desk.circles.state.not-yet": (
        "Aún no puede empezar ningún círculo. Antes, piensa seis cosas con tu equipo y "
        "escribe lo que harán."
    ),
    "desk.circles.state.on": (
        "Aquí puede haber círculos. Los empiezan dos especialistas que los llevan juntos."
    ),
    "desk.circles.state.none": (
        "No tienen círculos. Nadie puede empezar uno, pedir entrar ni llevar uno más."
    ),
    "desk.circles.going": "Ahora siguen {count} círculos.",
    "desk.circles.going.one": "Ahora sigue un círculo.",
    "desk.circles.going.none": "Ahora no sigue ningún círculo.",
    "desk.circles.going.on": (
        "Siguen hasta que los cierren quienes los llevan. Habla con ellos, por favor."
    ),
    "desk.circles.version": "Lo que pensamos: versión {number}",
    "desk.circles.filled": "La escribió {name} el {date}.",
    "desk.circles.held.no": "Esta versión dice que no tienen círculos.",
    "desk.circles.old": "Ahora cuenta una versión más nueva.",
    "desk.circles.left": "Sin respuesta.",
    "desk.circles.older": "La versión de antes",
    "desk.circles.newer": "La versión de después",
    "desk.circles.first": "Pensarlo ahora",
    "desk.circles.next": "Escribir otra versión",
    "desk.circles.kept": "Está guardada. Desde ahora cuenta la versión más nueva.",
    "desk.circles.back": "Círculos",
    "desk.circles.write": "Antes de tener círculos",
    "desk.circles.write.lead": (
        "Hazlo con tu equipo, y con gente que ha estado en un grupo. Cada versión se guarda "
        "con su día y tu nombre. No nombres aquí a ningún cliente, por favor."
    ),
    "desk.circles.ask.who": "¿Para quién son los círculos, y para quién no?",
    "desk.circles.hint.who": (
        "Piensa en quien está en peligro ahora, y en quienes podrían hacerse daño."
    ),
    "desk.circles.ask.hosts": "¿Cómo eligen a los anfitriones, y quién está para ellos?",
    "desk.circles.hint.hosts": (
        "Qué aprenden antes. Con quién hablan tras una tarde dura. Qué hacen si uno enferma."
    ),
    "desk.circles.ask.harm": "¿Qué hacen si alguien hace daño a otro, o está en peligro?",
    "desk.circles.hint.harm": (
        "A quién se avisa, con qué prisa, y qué hacen los anfitriones en ese momento."
    ),
    "desk.circles.ask.privacy": (
        "¿Cómo sabe la gente que ningún grupo en línea puede prometer privacidad?"
    ),
    "desk.circles.hint.privacy": (
        "Todos en un círculo pueden contar lo que leen. Di quién lo explica, y cuándo."
    ),
    "desk.circles.ask.removal": "¿Quién mira una queja de quien fue apartado, y cuándo?",
    "desk.circles.hint.removal": (
        "Quien es apartado puede pedir que lo mire otra persona, que no lo hizo."
    ),
    "desk.circles.ask.stopping": "¿Quién puede parar un círculo, y cuándo?",
    "desk.circles.hint.stopping": (
        "Piensa en un círculo que hace daño, y en anfitriones que no pueden seguir."
    ),
    "desk.circles.theirs": "Otra persona ha escrito aquí:",
    "desk.circles.open": "Responde a esto antes de tener círculos, por favor.",
    "desk.circles.long": "Es demasiado largo. Puede tener hasta {most} letras.",
    "desk.circles.holds": "¿Tienen círculos?",
    "desk.circles.holds.yes": "Sí, dos especialistas pueden empezar uno.",
    "desk.circles.holds.no": "No, no tenemos. Los que siguen los cierran quienes los llevan.",
    "desk.circles.keep": "Guardar esta versión",
    "desk.circles.leave-it": "Dejarlo como está",
    "desk.circles.wrong.look": (
        "Aún no está guardada. Mira lo que está marcado abajo. Tus palabras siguen aquí."
    ),
    "desk.circles.wrong.choose": (
        "Aún no está guardada. Di al final si tienen círculos, por favor."
    ),
    "desk.circles.wrong.meanwhile": (
        "Aún no está guardada. Otra persona escribió una versión mientras escribías. Tus "
        "palabras están aquí, y las suyas abajo, donde son distintas. Si guardas las tuyas, "
        "cuentan las tuyas."
    ),
}
