"""Vectors for instrument packs: made-up questions about a little sea, scored like real ones."""

from typing import Any

from .case import Cases, answered, refused

ITEMS = b",".join(b'"The sea was calm on day %d."' % day for day in range(1, 11))
WORDS = b'"never","seldom","at times","often","mostly","always"'
LICENSE = b'"license":{"name":"Our own","text":"Made up for tests; anybody may use it."}'
PACK = (
    b'{"attest":{"by":"Dora","day":20400,"words":"We made it ourselves."},'
    b'"change":{"reliability":900,"sd":9000},"id":"little-sea-10",'
    b'"langs":{"en":{"ask":"This week:",'
    b'"items":['
    + ITEMS
    + b'],"title":"A little sea","words":['
    + WORDS
    + b"]}},"
    + LICENSE
    + b","
    b'"score":{"first":1,"missing":2,"reverse":[2,9]},"source":"nowhere","ver":1}'
)


def cases() -> Cases:
    """All of them."""
    return [*_read(), *_totals(), *_changes()]


def _read() -> Cases:
    spanish = (
        b'"es":{"ask":"","items":[' + ITEMS + b'],"title":"Un mar","words":[' + WORDS + b"]}"
    )
    good = [
        PACK,
        PACK.replace(b'"change":{"reliability":900,"sd":9000}', b'"change":{}'),
        PACK.replace(b'"score":{"first":1,"missing":2,"reverse":[2,9]}', b'"score":{}'),
        PACK.replace(b']}},"license"', b"]}," + spanish + b'},"license"'),
        PACK.replace(b'"by":"Dora"', b'"by":""'),
        PACK.replace(b"little-sea-10", b"doors-and-floors"),
    ]
    bad = [
        ("without a licence", PACK.replace(LICENSE + b",", b"")),
        (
            "with a licence of no words",
            PACK.replace(b"Made up for tests; anybody may use it.", b"free"),
        ),
        ("without saying who attests", PACK.replace(b'"by":"Dora",', b"")),
        ("named SRS", PACK.replace(b"little-sea-10", b"srs-3")),
        ("named ORS", PACK.replace(b"A little sea", b"The ORS, for two")),
        ("named in full", PACK.replace(b"A little sea", b"Session Rating  Scale")),
        ("with letters in its id", PACK.replace(b"little-sea-10", b"Little Sea")),
        ("of no version", PACK.replace(b'"ver":1', b'"ver":0')),
        ("of no language", PACK[: PACK.index(b'{"en"')] + b"{}," + PACK[PACK.index(LICENSE) :]),
        ("of a language of three letters", PACK.replace(b'{"en"', b'{"eng"')),
        ("with one word to answer", PACK.replace(WORDS, b'"always"')),
        ("with an empty item", PACK.replace(b"The sea was calm on day 3.", b"")),
        (
            "with fewer items in Spanish",
            PACK.replace(
                b']}},"license"',
                b']},"es":{"ask":"","items":["x"],"title":"y","words":['
                + WORDS
                + b']}},"license"',
            ),
        ),
        ("where everything may be missing", PACK.replace(b'"missing":2', b'"missing":10')),
        ("that turns an eleventh item", PACK.replace(b"[2,9]", b"[2,11]")),
        ("that turns one twice", PACK.replace(b"[2,9]", b"[2,2]")),
        ("more reliable than can be", PACK.replace(b":900,", b":1001,")),
        ("in which nobody differs", PACK.replace(b'"sd":9000', b'"sd":0')),
        ("with a field too many", PACK.replace(b'"ver":1', b'"norms":[],"ver":1')),
        ("that is no JSON", b"pack"),
    ]
    return [
        *[answered(f"a pack of {len(raw)} bytes", "pack.read", raw=raw) for raw in good],
        *[refused(f"a pack {name}", "pack.read", raw=raw) for name, raw in bad],
    ]


def _totals() -> Cases:
    rows: list[tuple[str, list[int]]] = [
        ("the lowest word throughout", [0] * 10),
        ("the highest word throughout", [5] * 10),
        ("all as good as can be", [5, 0, 5, 5, 5, 5, 5, 5, 0, 5]),
        ("one skipped: the mean of the rest", [4, 1, 3, 21, 5, 2, 4, 3, 2, 4]),
        ("two missing", [4, 1, 20, 21, 5, 2, 4, 3, 2, 4]),
        ("three missing: no total", [21, 20, 21, 3, 3, 3, 3, 3, 3, 3]),
        ("all skipped", [21] * 10),
        ("another number of answers", [3] * 9),
    ]
    unscored = PACK.replace(b'"score":{"first":1,"missing":2,"reverse":[2,9]}', b'"score":{}')
    return [
        *[answered(f"total: {n}", "pack.total", raw=PACK, answers=a) for n, a in rows],
        answered("total: of what has none", "pack.total", raw=unscored, answers=[3] * 10),
    ]


def _changes() -> Cases:
    unknown = PACK.replace(b'"change":{"reliability":900,"sd":9000}', b'"change":{}')
    perfect = PACK.replace(b'"reliability":900', b'"reliability":1000')
    pairs: list[tuple[bytes, int, int]] = [
        (PACK, 40, 47),
        (PACK, 40, 48),
        (PACK, 40, 32),
        (PACK, 40, 33),
        (perfect, 40, 41),
        (unknown, 10, 60),
    ]
    given: list[dict[str, Any]] = [{"raw": r, "before": b, "after": a} for r, b, a in pairs]
    return [
        answered(f"change: {at}", "pack.change", **one) for at, one in enumerate(given, start=1)
    ]
