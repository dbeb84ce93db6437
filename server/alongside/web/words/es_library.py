"""Spanish: the library of recovery stories, on the front and at the desk."""

LIBRARY = {
    "frame.stories": "Historias de recuperación",
    "library.title": "Historias de recuperación",
    "library.lead": (
        "Personas de {programme} escribieron esto sobre su propia vida. Cada una decidió "
        "compartirlo aquí. Otra persona lo leyó antes."
    ),
    "library.language": "Idioma",
    "library.about": "Sobre",
    "library.any": "Cualquiera",
    "library.hide": "Dejar algo fuera",
    "library.hide.hint": "Las historias sobre esto no salen en la lista. Esto no se guarda.",
    "library.hide.which": "Historias sobre",
    "library.hide.speaks": "Historias que hablan de",
    "library.look": "Buscar",
    "library.by": "La cuenta",
    "library.minutes": "unos {count} minutos",
    "library.minutes.one": "un minuto, más o menos",
    "library.has-notes": "Con un aviso para leer antes",
    "library.none": "No hay ninguna historia así. Prueba a buscar otra cosa.",
    "library.empty": "Aún no hay historias aquí.",
    "library.newer": "Historias más nuevas",
    "library.older": "Historias más antiguas",
    "library.heavy": "Si se hace pesado",
    "library.heavy.why": "Puedes parar cuando quieras. No le debes un final a nadie.",
    "library.all": "Todas las historias",
    "library.before": "Antes de leer",
    "library.speaks-of": "Esta historia habla de:",
    "library.read": "Leerla",
    "library.rather-not": "Mejor no",
    "library.stop": "Parar aquí",
    "library.end": "Esa fue la historia",
    "library.end.1": (
        "Tómate un momento antes de seguir. Puede que sientas mucho, o nada en absoluto."
    ),
    "library.end.2": (
        "Lo que ayudó a una persona quizá no te sirva a ti. Quédate con lo que te valga."
    ),
    "library.printed": (
        "Quien la contó puede retirarla cuando quiera. Si la imprimes, cuida el papel, por "
        "favor."
    ),
    "library.call": "Si quieres hablar con alguien ahora",
    "library.stopped": "Has parado, y está bien",
    "library.stopped.1": "Nadie sabe que leías, ni dónde paraste.",
    "library.stopped.2": (
        "Pon los dos pies en el suelo. Suelta el aire despacio. Busca a tu alrededor tres "
        "cosas azules."
    ),
    "library.stopped.home": "A la primera página",
    "library.theme.alcohol": "Alcohol",
    "library.theme.drugs": "Drogas",
    "library.theme.medicines": "Medicinas",
    "library.theme.gambling": "Juego",
    "library.theme.eating": "Comida",
    "library.theme.low-mood": "Ánimo bajo",
    "library.theme.fear": "Miedo",
    "library.theme.voices": "Oír voces",
    "library.theme.loss": "Perder a alguien",
    "library.theme.family": "Familia",
    "library.theme.children": "Tener hijos",
    "library.theme.work": "Trabajo",
    "library.theme.home": "Un lugar donde vivir",
    "library.theme.prison": "Cárcel",
    "library.theme.faith": "Fe",
    "library.theme.asking-for-help": "Pedir ayuda",
    "library.theme.setbacks": "Recaídas y tropiezos",
    "library.theme.starting-again": "Volver a empezar",
    "library.theme.finding-people": "Encontrar gente",
    "library.theme.helping-others": "Ayudar a otros",
    "library.note.suicide": "querer morir",
    "library.note.self-harm": "hacerse daño",
    "library.note.violence": "violencia",
    "library.note.sexual-violence": "violencia sexual",
    "library.note.harm-to-children": "daño a niños",
    "library.note.death": "la muerte de alguien",
    "library.note.using": "consumir drogas",
    "library.note.drinking": "beber",
    "library.note.eating": "problemas con la comida",
    "library.note.hospital": "estar ingresado a la fuerza",
    "library.note.discrimination": "recibir un trato peor",
    "library.use.1": "leída por quien haya entrado",
    "library.use.2": "leída por cualquiera en las páginas abiertas",
    "library.use.3": "impresa por el programa",
    "desk.stories": "Historias",
    "desk.story.title": "Historias para la biblioteca",
    "desk.story.lead": (
        "Cada una ha reposado un día, y quien la cuenta dijo otra vez que siga. Ahora la lee "
        "otra persona. Ves la historia, y no de quién es."
    ),
    "desk.story.days": "espera desde hace {count} días",
    "desk.story.days.one": "espera desde ayer",
    "desk.story.today": "llegó hoy",
    "desk.story.further": "Hay más esperando. Estas son las que más esperan.",
    "desk.story.none": "Ninguna historia espera lectura.",
    "desk.story.collect": "Recoge estas de donde estén, por favor",
    "desk.story.collect.why": (
        "Estas historias se podían imprimir y ya no se puede. Si imprimiste alguna, retira "
        "su papel. El número está al pie. Esta lista se olvida a los 90 días."
    ),
    "desk.story.collect.one": "Historia {number}, sin papel desde el {date}",
    "desk.story.shown": "Ahora en la biblioteca",
    "desk.story.shown.none": "Todavía no hay historias en la biblioteca.",
    "desk.story.number": "historia {number}",
    "desk.story.back": "Todas las historias",
    "desk.story.no-notes": "sin avisos",
    "desk.story.uses": "Puede ser",
    "desk.story.publish": "¿Lo has mirado?",
    "desk.story.publish.why": (
        "Léela una vez como alguien en un mal día. No cambias nada. Si algo tiene que "
        "cambiar, díselo abajo a quien la cuenta."
    ),
    "desk.story.tick.notes": "Los avisos de delante dicen de qué habla.",
    "desk.story.tick.method": (
        "No dice ninguna forma de morir, de hacerse daño ni de conseguir drogas que alguien "
        "pudiera copiar."
    ),
    "desk.story.tick.others": (
        "No se puede reconocer a nadie más: ni nombre, ni calle, ni fecha."
    ),
    "desk.story.tick.hope": "Dice algo de cómo siguió la vida.",
    "desk.story.publish.do": "Ponerla en la biblioteca",
    "desk.story.changes": "Pedir cambios a quien la cuenta",
    "desk.story.changes.said": "Qué debería cambiar, y por qué",
    "desk.story.changes.hint": (
        "Primero da las gracias. Di a qué parte te refieres. Decide quien la cuenta, y "
        "también puede retirarla."
    ),
    "desk.story.changes.do": "Devolverla con estas palabras",
    "desk.story.down": "Quitarla",
    "desk.story.down.said": "Por qué se quita",
    "desk.story.down.hint": "Lo lee quien la cuenta. Desaparece de la biblioteca al momento.",
    "desk.story.down.do": "Quitarla ahora",
    "desk.story.wrong.not-two": (
        "Dijiste que tienes un lugar en la sala, y esta historia viene de ahí. Tiene que "
        "leerla otra persona."
    ),
    "desk.story.wrong.not-agreed": (
        "Dijiste que también eres especialista. Hasta que se confirme en la sala, o lo "
        "retires, otra persona tiene que decidir sobre las historias."
    ),
    "desk.story.wrong.why": "Di por qué, por favor, con unas palabras amables.",
    "desk.story.wrong.changed": (
        "Esta historia ha cambiado desde que la abriste. Léela otra vez, por favor."
    ),
    "desk.story.wrong.ticks": "Mira las cuatro cosas, por favor, y márcalas.",
    "desk.story.print": "Historias para imprimir",
    "desk.story.print.lead": (
        "Solo historias de quienes dijeron sí a imprimir. Cada una empieza en una hoja "
        "nueva. Apunta dónde dejas el papel."
    ),
    "desk.story.print.foot": (
        "Compartida con {programme} por quien la cuenta. Historia {number}."
    ),
    "desk.story.print.none": "Ahora no se puede imprimir ninguna historia.",
    "desk.story.file.title": "Título",
    "desk.story.file.called": "La cuenta",
    "desk.story.file.language": "Idioma",
    "desk.story.file.notes": "Habla de",
    "desk.story.file.own-note": "Antes de leer",
    "desk.story.file.words": "Palabras",
    "keep.books.library": (
        "Una historia que entregas para la biblioteca, a la vista: sus palabras, el nombre "
        "que elegiste para ella, a qué dijiste sí y qué día, y de quién es. Las palabras se "
        "van al momento cuando la retiras; que hubo una se guarda 90 días. Lo que otros "
        "dicen de ella se cuenta de ocho en ocho, sin quién. Que alguien leyó una historia "
        "no se guarda."
    ),
}
