"""Español: lo que la página sobre lo guardado dice de dos que piensan juntos."""

SUPERVISION = {
    "keep.books.thinking": (
        "Pensar juntos: qué especialista y qué supervisor, y en qué día. De qué, cuánto tiempo "
        "y cada palabra están bajo llave. No las podemos leer. Se va un año después de ese "
        "día, o cuando los dos lo quitan."
    ),
}
