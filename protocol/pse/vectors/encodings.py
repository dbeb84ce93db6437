"""Vectors for integers, PAE, hashes, base64url, strict JSON and padding."""

from .case import Cases, answered, refused

KEY = bytes(range(32))


def cases() -> Cases:
    """All of them."""
    return [*_integers(), *_pae(), *_hashes(), *_base64url(), *_json(), *_padding()]


def _integers() -> Cases:
    good = [answered(f"le64 of {n}", "le64", number=n) for n in (0, 1, 255, 65_536, 2**53 - 1)]
    bad = [-1, 2**53, 2**64, 0.5, True, "1"]
    return good + [refused(f"le64 of {n!r}", "le64", number=n) for n in bad]


def _pae() -> Cases:
    good: list[tuple[str, list[object]]] = [
        ("no piece", []),
        ("one empty piece", [b""]),
        ("two empty pieces", [b"", b""]),
        ("a then bc", ["a", "bc"]),
        ("ab then c", ["ab", "c"]),
        ("abc alone", ["abc"]),
        ("a number is its LE64", [1]),
        ("the same eight bytes", [b"\x01" + bytes(7)]),
        ("text is UTF-8", ["pse1/\u00e9\U0001f642"]),
        ("a PAE as a piece", [bytes(8), "x", 7]),
    ]
    bad: list[tuple[str, list[object]]] = [
        ("a lone surrogate", ["\ud800"]),
        ("a lone low surrogate in text", ["a\udc00b"]),
        ("a negative number", [-1]),
        ("a fraction", [1.5]),
        ("a number beyond 2^53-1", [2**53]),
        ("a truth value", [True]),
        ("nothing", [None]),
    ]
    return [answered(name, "pae", pieces=pieces) for name, pieces in good] + [
        refused(name, "pae", pieces=pieces) for name, pieces in bad
    ]


def _hashes() -> Cases:
    pieces = [b"\x00\x01", "text", 5]
    return [
        answered("H", "h", label="pse1/aad", pieces=pieces),
        answered("H of nothing more", "h", label="pse1/box", pieces=[]),
        answered("H16", "h16", label="pse1/salt", pieces=pieces),
        answered("KDF of 32 bytes", "kdf", key=KEY, size=32, label="pse1/mk", pieces=pieces),
        answered("KDF of 64 bytes", "kdf", key=KEY, size=64, label="pse1/aead", pieces=pieces),
        refused("a label nobody named", "h", label="pse1/other", pieces=[]),
        refused("a label that is reserved", "h", label="pse1/roster", pieces=[]),
        refused("a label without its suite", "h", label="aad", pieces=[]),
        *[
            refused(f"as key: {name}", "kdf", key=key, size=32, label="pse1/mk", pieces=[])
            for name, key in ODD_KEYS
        ],
    ]


ODD_KEYS: list[tuple[str, object]] = [
    ("no bytes", b""),
    ("31 bytes", bytes(31)),
    ("33 bytes", bytes(33)),
    ("64 bytes", bytes(64)),
    ("null", None),
    ("text of 32 characters", "k" * 32),
    ("an array of 32 numbers", [0] * 32),
    ("a number", 32),
    ("false", False),
]


def _base64url() -> Cases:
    raws = [b"", b"\x00", b"\xff\xfe", b"abc", bytes(range(16)), b"\xfb\xef\xbe"]
    bad = [
        ("padding", "AA=="),
        ("the other alphabet", "+/AA"),
        ("loose bits in the last of two", "AB"),
        ("loose bits in the last of three", "AAB"),
        ("one character alone", "A"),
        ("a space", "AA A"),
        ("a line end", "AAAA\n"),
        ("an accent", "\u00e9AAA"),
    ]
    return [
        *[answered(f"write <{raw.hex()}>", "base64url.write", raw=raw) for raw in raws],
        answered("read 16 bytes", "base64url.read", text="AAECAwQFBgcICQoLDA0ODw", size=16),
        answered("read nothing", "base64url.read", text=""),
        refused("another size", "base64url.read", text="AAECAw", size=16),
        refused("a number", "base64url.read", text=5),
        *[refused(name, "base64url.read", text=text) for name, text in bad],
    ]


def _json() -> Cases:
    good = [
        b"{}",
        b"[]",
        b"true",
        b"0",
        b"9007199254740991",
        b'""',
        b'{"a":1,"b":[false,true],"c":{"d":"e"}}',
        '{"z":"\u00e9\U0001f642\u2028\x7f"}'.encode(),
        b'"\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f"',
        b"[[[[1]]]]",
        '{"B":1,"a":2,"\u00e9":3}'.encode(),
    ]
    return [
        *[answered(f"taken: {raw.decode()!a}", "json", raw=raw) for raw in good],
        *[refused(name, "json", raw=raw) for name, raw in BAD_JSON],
    ]


BAD_JSON: list[tuple[str, bytes]] = [
    ("no bytes", b""),
    ("white space inside", b'{"a": 1}'),
    ("white space behind", b"{}\n"),
    ("a name twice", b'{"a":1,"a":1}'),
    ("names not ascending", b'{"b":1,"a":1}'),
    ("null", b'{"a":null}'),
    ("a negative number", b"-1"),
    ("minus zero", b"-0"),
    ("a fraction", b"1.0"),
    ("an exponent", b"1e3"),
    ("a number beyond 2^53-1", b"9007199254740992"),
    ("a leading zero", b"01"),
    ("not a number", b"NaN"),
    ("five deep", b"[[[[[1]]]]]"),
    ("five deep and empty", b"[[[[[]]]]]"),
    ("an escape that is not needed", b'"\\u0041"'),
    ("a solidus escaped", b'"\\/"'),
    ("an escape in upper case", b'"\\u001F"'),
    ("a long escape where a short one is", b'"\\u000a"'),
    ("a lone surrogate as an escape", b'"\\ud800"'),
    ("a pair of surrogates as escapes", b'"\\ud83d\\ude42"'),
    ("a lone surrogate as bytes", b'"\xed\xa0\x80"'),
    ("not UTF-8", b'"\xff"'),
    ("a byte order mark", b"\xef\xbb\xbf{}"),
    ("something behind", b"{}{}"),
    ("a comma too many", b"[1,]"),
    ("a bare control character", b'"\x01"'),
    ("single quotes", b"{'a':1}"),
    ("a very deep array", b"[" * 5_000 + b"]" * 5_000),
]


def _padding() -> Cases:
    sizes = [0, 1, 1_023, 1_024, 4_095, 4_096, 16_383]
    whole = b"a" + b"\x80" + bytes(1_022)
    return [
        *[answered(f"{size} bytes", "unpad", padded=_padded(size)) for size in sizes],
        answered("a text that ends like padding", "pad", text=b"a\x80\x00"),
        answered("an empty text", "pad", text=b""),
        refused("no bytes", "unpad", padded=b""),
        refused("only zeros", "unpad", padded=bytes(1_024)),
        refused("no mark", "unpad", padded=b"a" * 1_024),
        refused("another size", "unpad", padded=whole + b"\x00"),
        refused("a size too large", "unpad", padded=whole.ljust(4_096, b"\x00")),
        refused("something behind the mark", "unpad", padded=whole[:-1] + b"\x01"),
    ]


def _padded(size: int) -> bytes:
    room = next(room for room in (1_024, 4_096, 16_384, 65_536) if size < room)
    return (b"p" * size + b"\x80").ljust(room, b"\x00")
