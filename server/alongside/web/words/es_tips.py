"""Spanish: what the tab says, what others can find on a device, help without network."""

TIPS = {
    # The one place that says what a tab is called: by nothing that tells.
    "tab.desk": "Mesa",
    "tab.name": "Notas",
    "tab.start": "Inicio",
    "tab.how": "Pasos",
    "tab.keep": "Detalles",
    "tab.help": "Números",
    "tab.back": "Abrir",
    "tab.tips": "Consejos",
    # every page
    "frame.tips": "Qué se puede encontrar",
    "frame.paper": (
        "Desde aquí no se imprime nada. Otras personas podrían encontrar el papel."
    ),
    # what others can find
    "tips.title": "Qué pueden encontrar otras personas en este dispositivo",
    "tips.lead": (
        "Salir de aquí te lleva lejos al momento. Esto es lo que oculta, lo que no puede "
        "ocultar, y lo que puedes hacer."
    ),
    "tips.hides": "Qué no queda atrás",
    "tips.hides.words": "Lo que escribes y lees aquí. Este dispositivo no lo guarda.",
    "tips.hides.fields": (
        "Tu nombre y tus cinco palabras. Le decimos al navegador que no los guarde."
    ),
    "tips.hides.tab": (
        "Qué es esto. La pestaña dice Notas, y también el signo en un teléfono. En tu lugar "
        "puedes elegir otro nombre para la pestaña."
    ),
    "tips.hides.notices": "No ponemos avisos en esta pantalla.",
    "tips.hides.back": (
        "Si sales desde tu lugar, Atrás no lo muestra. Desde las otras páginas, Atrás puede "
        "mostrar la página en la que estabas."
    ),
    "tips.not": "Qué no podemos ocultar",
    "tips.not.list": "La lista de páginas",
    "tips.not.list.why": (
        "El navegador puede guardar la dirección de este sitio y los archivos que lo hacen "
        "andar. Lo que escribes no está en ellos. Usa una ventana privada, o borra la lista: "
        "mira más abajo."
    ),
    "tips.not.files": "Archivos que guardaste",
    "tips.not.files.why": "Se quedan hasta que los borres. También el papel que imprimes.",
    "tips.not.shots": "Fotos de la pantalla",
    "tips.not.shots.why": (
        "Un teléfono puede guardarlas, y puede enviarlas a un álbum que ven otras personas."
    ),
    "tips.not.account": "Una cuenta que compartes",
    "tips.not.account.why": (
        "Si otras personas comparten la cuenta de este navegador, quizá vean tu lista de "
        "páginas en su teléfono."
    ),
    "tips.not.net": "La red",
    "tips.not.net.why": (
        "Quien lleva el Wi-Fi puede ver la dirección de este sitio. No puede ver lo que "
        "escribes."
    ),
    "tips.not.spy": "Un programa que espía",
    "tips.not.spy.why": (
        "Si alguien puso uno en este dispositivo, puede ver todo lo que escribes. Usa entonces "
        "uno que no esté a su alcance. Quizá haya uno en una biblioteca o con alguien cercano."
    ),
    "tips.not.calls": "Llamadas y mensajes",
    "tips.not.calls.why": "Pueden quedar en la lista del teléfono y en la factura.",
    "tips.not.page": "La página con líneas de ayuda",
    "tips.not.page.why": (
        "Se guarda para que sirva sin red. Tras medio año sin que nadie revise sus números, "
        "solo quedan unos pocos. Salir de aquí también la quita."
    ),
    "tips.private": "Usa una ventana privada",
    "tips.private.computer": (
        "En una computadora, pulsa Ctrl, Mayús y N. En Firefox, pulsa Ctrl, Mayús y P. En una "
        "Mac, pulsa Cmd en vez de Ctrl."
    ),
    "tips.private.phone": (
        "En un teléfono, mira tus pestañas abiertas y agrega una privada. En algunos se llama "
        "secreta o de incógnito."
    ),
    "tips.private.close": "Al terminar, cierra cada pestaña privada. Entonces su lista se va.",
    "tips.private.limit": "No ayuda contra la red ni contra un programa que espía.",
    "tips.clear": "Borra la lista de páginas",
    "tips.clear.computer": "En una computadora, pulsa Ctrl y H. En una Mac, pulsa Cmd e Y.",
    "tips.clear.phone": "En un teléfono, abre el menú del navegador y toca Historial.",
    "tips.clear.some": (
        "Quita las líneas de este sitio. Deja las demás: una lista vacía puede hacer que "
        "alguien pregunte."
    ),
    "tips.close": "Ciérralo todo",
    "tips.close.1": "Pulsa Salir de aquí. En tu lugar también sirve pulsar Mayús tres veces.",
    "tips.close.2": "Cierra la pestaña.",
    "tips.close.3": "En un teléfono, saca el navegador de la lista de apps abiertas.",
    "tips.someone": "¿Alguien te vigila?",
    "tips.someone.why": "No es culpa tuya. En una línea de ayuda puedes hablar de un plan.",
    "tips.someone.see": "Ver a quién puedes llamar",
    # without network
    "offline.title": "Ahora no tienes conexión",
    "offline.lead": (
        "Las llamadas y los mensajes funcionan igual. Estas personas pueden hablar contigo."
    ),
    "offline.old": (
        "Hace demasiado tiempo que nadie revisa los números guardados en este dispositivo. "
        "Con conexión los ves al día. Mientras tanto sirven estos."
    ),
    "offline.again": "Probar otra vez",
}
