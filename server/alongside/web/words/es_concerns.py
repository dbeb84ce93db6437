"""Español: las inquietudes en el despacho y en la página sobre lo guardado."""

CONCERNS = {
    "keep.books.concern": (
        "Inquietudes: quién contó una y qué día, qué responsables de seguridad la pueden leer, "
        "cómo va y hasta qué día llega una respuesta. Lo que dice, de quién trata, las líneas "
        "que muestra y cada respuesta están bajo llave. No las podemos leer. Se va cuando la "
        "retiras, o medio año después de la respuesta."
    ),
}
