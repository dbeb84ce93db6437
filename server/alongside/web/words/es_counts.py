"""Español: dejarse contar, y lo que el programa ve de muchas personas a la vez."""

COUNTS = {
    "keep.books.counts": (
        "Si te dejas contar: una cuenta sellada, y un código que dice que alguien está en "
        "ella. El código no guarda lo que dijiste. Cuando hay ocho personas, se destruyen "
        "las dos cosas. Queda un número redondeado, cinco años. Las cuentas abiertas no "
        "están en ninguna copia."
    ),
    "keep.watch.counted": "Lo que dijiste al dejarte contar",
    "keep.watch.counted.no": (
        "No guardamos ninguna fila con tu respuesta. Por eso tampoco podemos sacarla."
    ),
    "keep.watch.counted.could": ("Un sí o un no cuando llega: si dijiste «del todo», o no."),
}
