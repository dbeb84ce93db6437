"""Vectors for check-ins: what is shown in a talk, and the sheets one keeps."""

from .case import Cases, answered, refused
from .entries import SC

_SHOWN = b'{"a":[{"q":1,"v":4},{"q":5,"v":0},{"q":6,"v":20}],"b":"More calls.","gap":1,"k":1,'
CARD = _SHOWN + b'"ver":1}'
HELP = b'{"a":[],"b":"","gap":0,"k":2,"ver":1}'
CONV, HASH = b"C" * 21 + b"A", b"A" * 43
ROW = b'{"a":[4,3,20,21,0,1],"b":"Slower.","c":[0,1,2,3,0,0],"day":20400}'
SHEET = b'{"conv":"%s","hash":"","pack":"","rows":[%s],"side":1,"ver":1}' % (CONV, ROW)
SKIPPED = b'{"a":[21,21,21,21,21,21],"b":"","c":[0,0,0,0,0,0],"day":20410}'
OF_PACK = SHEET.replace(b'"hash":""', b'"hash":"%s"' % HASH).replace(
    b'"pack":""', b'"pack":"little-sea-10"'
)


def of_check() -> tuple[bytes, ...]:
    """What a card may hold that shows a check-in."""
    return (
        CARD,
        HELP,
        CARD.replace(b'"b":"More calls."', b'"b":""'),
        CARD.replace(b'{"q":1,"v":4},{"q":5,"v":0},{"q":6,"v":20}', b""),
        CARD.replace(b'"gap":1', b'"gap":0'),
    )


def wrong_in_check() -> tuple[tuple[str, bytes], ...]:
    """What it may not."""
    return (
        ("a seventh statement", CARD.replace(b'"q":6', b'"q":7')),
        ("no statement", CARD.replace(b'"q":1', b'"q":0')),
        ("a sixth word", CARD.replace(b'"v":4', b'"v":5')),
        ("what was skipped", CARD.replace(b'"v":20', b'"v":21')),
        ("another order", CARD.replace(b'"q":6', b'"q":2')),
        ("one statement twice", CARD.replace(b'"q":6', b'"q":5')),
        ("a number as answer", CARD.replace(b'{"q":1,"v":4}', b"4")),
        ("an answer with more in it", CARD.replace(b'"q":1', b'"n":1,"q":1')),
        ("nothing at all", HELP.replace(b'"k":2', b'"k":1')),
        ("a wish for help with words", HELP.replace(b'"b":""', b'"b":"x"')),
        ("a wish for help with answers", CARD.replace(b'"k":1', b'"k":2')),
        ("a wish for help side by side", HELP.replace(b'"gap":0', b'"gap":1')),
        ("a third sort", CARD.replace(b'"k":1', b'"k":3')),
        ("no sort", CARD.replace(b'"k":1', b'"k":0')),
        ("half side by side", CARD.replace(b'"gap":1', b'"gap":2')),
        ("statements of no version", CARD.replace(b'"ver":1', b'"ver":0')),
        ("true as version", CARD.replace(b'"ver":1', b'"ver":true')),
        ("501 letters", CARD.replace(b"More calls.", b"m" * 501)),
        ("a total", CARD.replace(b'"ver"', b'"total":9,"ver"')),
        ("no answers", CARD[:1] + CARD[CARD.index(b'"b"') :]),
    )


def newer() -> Cases:
    """Statements of a later version."""
    later = [CARD.replace(b'"ver":1', b'"ver":2'), b'{"new":[],"ver":7}']
    bodies = [b'{"card":' + card + b"," + SC + b',"t":"check","ts":5}' for card in later]
    return [answered(f"needs newer: {raw!r}", "body.read", raw=raw, kind=3) for raw in bodies]


def sheets() -> Cases:
    """What one keeps for oneself."""
    two = SHEET.replace(ROW, ROW + b"," + SKIPPED)
    long = OF_PACK.replace(b"[4,3,20,21,0,1]", b"[%s]" % b",".join([b"10"] * 60))
    long = long.replace(b"[0,1,2,3,0,0]", b"[%s]" % b",".join([b"0"] * 60))
    good = [
        ("of our six", SHEET),
        ("all skipped", two),
        ("of a specialist", SHEET.replace(b'"side":1', b'"side":2')),
        ("of a pack", OF_PACK),
        ("of a pack, about no talk", OF_PACK.replace(CONV, b"")),
        ("of sixty", long),
        ("twenty times", SHEET.replace(ROW, b",".join([ROW] * 20))),
    ]
    bad = [
        ("of no time", SHEET.replace(ROW, b"")),
        ("twenty-one times", SHEET.replace(ROW, b",".join([ROW] * 21))),
        ("newest first", SHEET.replace(ROW, SKIPPED + b"," + ROW)),
        ("of our six about no talk", SHEET.replace(CONV, b"")),
        ("of our six with a hash", SHEET.replace(b'"hash":""', b'"hash":"%s"' % HASH)),
        ("of a pack without its hash", OF_PACK.replace(HASH, b"")),
        ("of a pack with letters", OF_PACK.replace(b"little-sea", b"Little Sea")),
        ("of a pack with a long name", OF_PACK.replace(b"little-sea-10", b"s" * 41)),
        ("five of our six", SHEET.replace(b"[4,3,", b"[4,").replace(b"[0,1,2,", b"[0,2,")),
        ("a choice too few", SHEET.replace(b"[0,1,2,", b"[0,2,")),
        ("a sixth word of ours", SHEET.replace(b"[4,3,", b"[5,3,")),
        ("a twelfth word", OF_PACK.replace(b"[4,3,", b"[11,3,")),
        ("a fourth choice", SHEET.replace(b"[0,1,2,3,", b"[0,1,2,4,")),
        ("true as answer", SHEET.replace(b"[4,3,", b"[true,3,")),
        ("a word as answer", SHEET.replace(b"[4,3,", b'["4",3,')),
        ("501 letters", SHEET.replace(b"Slower.", b"s" * 501)),
        ("of no side", SHEET.replace(b'"side":1', b'"side":0')),
        ("of a third side", SHEET.replace(b'"side":1', b'"side":3')),
        ("of no version", SHEET.replace(b'"ver":1', b'"ver":0')),
        ("a short id", SHEET.replace(CONV, b"AAAA")),
        ("with a total", SHEET.replace(b'"ver":1', b'"total":9,"ver":1')),
        ("a time with a total", SHEET.replace(b'"day"', b'"d":1,"day"')),
        ("sixty-one", long.replace(b"[10,", b"[10,10,").replace(b"[0,", b"[0,0,")),
        ("no JSON", b"sheet"),
    ]
    return [
        *[answered(f"a sheet {name}", "sheet.read", raw=raw) for name, raw in good],
        *[refused(f"a sheet: {name}", "sheet.read", raw=raw) for name, raw in bad],
    ]
