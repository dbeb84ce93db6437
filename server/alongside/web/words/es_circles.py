"""Spanish: what the page about keeping says of circles."""

CIRCLES = {
    "keep.books.circles": (
        "Círculos: el nombre y la línea de cada uno, quién espera para entrar, a quién se "
        "dejó entrar, que alguien fue apartado, y lo que el equipo pensó antes. Lo que se "
        "dice allí, lo que se escribió al pedir entrar y por qué alguien fue apartado está "
        "cerrado con llave. No podemos leerlo."
    ),
}
