"""Spanish: what we keep and what we could watch."""

KEEP = {
    "keep.title": "Qué guardamos, y qué podríamos mirar",
    "keep.lead": (
        "Esta página sale de cómo está este lugar hoy. Dice lo que es verdad ahora, también "
        "donde no es lindo de oír."
    ),
    "keep.promise": "Nuestra promesa",
    "keep.promise.why": ("La ves antes de tu primer saludo. La firman tú y la otra persona."),
    "keep.settings": "Cómo lo decidió {programme}",
    "keep.settings.months": "Las palabras se guardan {count} meses, como mucho uno más.",
    "keep.settings.months.one": "Las palabras se guardan un mes, como mucho uno más.",
    "keep.settings.open": "Las palabras se guardan hasta que cierre su lugar quien saludó.",
    "keep.settings.choice": (
        "Quien saluda puede elegir otro tiempo con su saludo: de {least} a {most} meses."
    ),
    "keep.settings.choice.open": (
        "Quien saluda puede elegir otro tiempo con su saludo: de {least} a {most} meses, o "
        "hasta que cierre su lugar."
    ),
    "keep.settings.age": "Tienes que tener {age} años o más.",
    "keep.settings.door.open": "Hoy puede entrar gente nueva.",
    "keep.settings.door.closed": "Hoy no puede entrar gente nueva.",
    "keep.settings.leave": "Salir de aquí te lleva a {place}.",
    "keep.books": "Qué hay en nuestros libros",
    "keep.books.talks": "Sobre una charla",
    "keep.books.conversation": "Que existe, de quién es y el día en que empezó.",
    "keep.books.member": "Quién es parte de ella.",
    "keep.books.head": (
        "Cuántas líneas tiene hasta ahora, y desde qué día una línea espera respuesta."
    ),
    "keep.books.place": ("Hasta dónde había leído cada parte la última vez que escribió."),
    "keep.books.epoch": "Qué día cambió su llave por última vez.",
    "keep.books.wrap": ("Su llave, con dos candados: uno para ti, uno para la otra persona."),
    "keep.books.entry": (
        "Cada línea, con candado, con su número y uno de cuatro tamaños. Sin la hora."
    ),
    "keep.books.taken-back": (
        "Qué línea se retiró, y qué día. Pasados 14 días esto se va, y también la línea."
    ),
    "keep.books.file": (
        "Fotos, notas de voz y archivos, con candado; con qué línea va cada uno, uno de "
        "cuatro tamaños, y el día. Se van cuando se va la línea."
    ),
    "keep.books.piece": "Qué partes de un archivo han llegado, para seguir tras un corte.",
    "keep.books.you": "Sobre ti",
    "keep.books.account": (
        "Tu nombre inventado y un número largo al azar. El nombre se va cuando cierras tu "
        "lugar."
    ),
    "keep.books.token": (
        "Que tienes una sesión abierta, como un código que no podemos leer. Se borra a las 12 "
        "horas."
    ),
    "keep.books.tries": (
        "Los intentos fallidos de entrar, solo cuántos. Se borran en una hora. Si dejas un "
        "número de teléfono: cuántos códigos salieron; se borra en un día."
    ),
    "keep.books.telling": (
        "Lo que se contó de ti con tu sí, con llave; por día, durante seis años. Y lo "
        "que se contó sin él, cuando alguien estaba en peligro."
    ),
    "keep.books.times": (
        "Cuándo se ven tú y la otra persona, y si se vieron. No dónde, cómo ni por qué. Se "
        "borra a las ocho semanas. De quien acompaña, las horas en que está."
    ),
    "keep.books.pledge": (
        "Lo que una de dos personas dijo que haría: para qué día y si se cumplió, no las "
        "palabras. Qué día dos personas hablaron por teléfono o se vieron, y cuánto tiempo. "
        "Se borra a los dos años. Y cuántas respuestas llegan a tiempo, por mes."
    ),
    "keep.books.block": "A quién bloqueaste.",
    "keep.books.hold": (
        "Si un juzgado nos pide guardar lo que podemos leer sobre ti: por qué y hasta cuándo, "
        "90 días como mucho. Nunca tus palabras."
    ),
    "keep.books.keys": (
        "Tus llaves, cerradas con tus cinco palabras. Nunca vemos las palabras."
    ),
    "keep.books.change": (
        "Un cambio en cómo abres tu lugar, cerrado con llave, mientras espera su día."
    ),
    "keep.books.log": (
        "Una lista que solo crece: qué llaves son de quién, por quién responde el programa, y "
        "quién mira esta lista desde fuera. Con códigos, sin nombres. Se queda cuando te vas."
    ),
    "keep.books.state": (
        "Con candado: tus borradores, tus propias notas, cuándo viniste por última vez, y lo "
        "que tu dispositivo tiene que recordar."
    ),
    "keep.books.documents": (
        "Páginas y líneas que guardas para ti, con candado, y sus versiones de antes. "
        "No podemos leerlas, ni saber si es una página o una línea."
    ),
    "keep.books.ask": (
        "A quién saludaste, qué firmaron ustedes dos, qué día, y en qué idioma lo leyó "
        "cada quien. Cuánto lugar ocupa una charla para cada especialista: solo lo ve esa "
        "persona, como uno de tres. Dos años después del final, sin palabras ya, todo eso se "
        "borra."
    ),
    "keep.books.life": (
        "Una pausa y su día, el día en que quieren terminar, y a quién le gustaría volver a "
        "encontrarse. A quién se pidió tomar el relevo o sustituir, qué día, y hasta qué día "
        "sustituye o se queda alguien."
    ),
    "keep.books.invite": (
        "Los enlaces de una persona especialista: hasta cuándo sirve cada uno, "
        "y qué saludo trajo. "
        "No sabemos qué lleva un enlace."
    ),
    "keep.books.wall": (
        "Qué pasó en torno a tu lugar, y qué día: a quién se le contó algo, quién empezó a "
        "leer, qué página nuestra mostró tus datos. Tú lo lees todo; se va cuando cierras "
        "tu lugar."
    ),
    "keep.books.profile": (
        "Lo que cada especialista quiso mostrar, a cuántas personas acompaña, cuándo está "
        "de guardia y qué formación tiene. Los temas que ahora no toma, y los días de un "
        "descanso."
    ),
    "keep.books.rules": ("Cómo nos tratamos, versión por versión, y a cuál dijiste que sí."),
    "keep.books.team": (
        "Quién puede estar en la mesa del equipo, los enlaces abiertos para especialistas, y "
        "cómo está hecho este lugar."
    ),
    "keep.books.notices": (
        "Dónde quiere avisos cortos quien los pidió (una dirección, el número de un "
        "teléfono), en qué dispositivo suyo, en qué idioma, "
        "y cuándo no. Se va cuando cierra su lugar. Y que hay un aviso por enviar: sí o no, "
        "sin hora."
    ),
    "keep.books.second": (
        "Lo que comprueba el segundo paso del equipo, y quién de la mesa también es una "
        "persona de apoyo."
    ),
    "keep.watch": "Qué no guardamos, y qué podríamos mirar",
    "keep.watch.lead": (
        "Un servidor malo podría mirar más de lo que anota. Por eso van aquí las dos cosas."
    ),
    "keep.watch.no": "No guardamos:",
    "keep.watch.could": "Podríamos mirar:",
    "keep.watch.none": "Nada.",
    "keep.watch.words": (
        "Tus palabras, nombres en un saludo, deseos que no diste, borradores y tus notas"
    ),
    "keep.watch.words.no": "No podemos. Están con candado en tu dispositivo.",
    "keep.watch.when": "Cuándo se envió o se leyó una línea",
    "keep.watch.when.no": "Solo guardamos el orden y, por 14 días, lo que se retiró.",
    "keep.watch.when.could": (
        "Cuándo llega cada línea, y hasta dónde habías leído en ese momento."
    ),
    "keep.watch.who": "Quién habla con quién",
    "keep.watch.who.no": "Esto sí lo guardamos: quién es parte de qué charla.",
    "keep.watch.who.could": "Lo mismo.",
    "keep.watch.length": "Qué tan larga es una línea",
    "keep.watch.length.no": "Guardamos uno de cuatro tamaños.",
    "keep.watch.length.could": "Cuánto tarda en llegar. No te vemos escribir.",
    "keep.watch.file": "Que una línea lleva una foto, una nota de voz o un archivo",
    "keep.watch.file.no": "Guardamos que lleva algo, no de qué clase, y uno de cuatro tamaños.",
    "keep.watch.file.could": "Cuándo se envía, y cuándo se abre.",
    "keep.watch.where": "Dónde estás",
    "keep.watch.where.no": "No anotamos tu dirección de red.",
    "keep.watch.where.could": (
        "La dirección de red desde la que vienes. Puede mostrar tu ciudad."
    ),
    "keep.watch.looked": "A quién miraste antes de saludar",
    "keep.watch.looked.no": ("No lo vemos. Tu dispositivo recibe la lista entera de una vez."),
    "keep.watch.looked.could": "Que recibiste la lista, pero no a quién miraste.",
    "keep.limits": "Dónde esto tiene límites",
    "keep.limits.1": (
        "La persona con la que hablas lee tus palabras. Puede recordarlas, y puede tomar una "
        "foto de la pantalla."
    ),
    "keep.limits.2": (
        "El candado mismo viene de este sitio cada vez que lo abres. Si alguien tomara el "
        "sitio, podría enviarte un candado malo. Los planos del candado son abiertos, así que "
        "la gente puede revisarlos."
    ),
    "keep.limits.3": (
        "La primera vez que entras, tu dispositivo le cree a este sitio quién es quién. Desde "
        "ahí lo recuerda, y te avisa si cambia."
    ),
    "keep.limits.4": (
        "Si alguien vigila tu dispositivo, no podemos evitarlo. Usa uno que nadie vigile."
    ),
    "keep.limits.5": "Quien tenga tu nombre y tus cinco palabras puede abrir tu lugar.",
}
