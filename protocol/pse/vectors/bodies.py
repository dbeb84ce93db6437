"""Vectors for what is inside a seal."""

from .case import Cases, answered, refused
from .entries import BODY, SC


def cases() -> Cases:
    """All of them."""
    hash32, conv = b"A" * 43, b"A" * 22
    hello = b'{"b":"Hi","name":"Ada",' + SC + b',"t":"hello","ts":5}'
    on = b'{"conv":"' + conv + b'","h":"' + hash32 + b'","n":7,' + SC
    continues = on + b',"t":"continues","ts":5}'
    text = b'{"b":"",' + SC + b',"t":"text","ts":0}'
    answer = b'{"b":"Yes.","re":"' + conv + b'",' + SC + b',"t":"text","ts":5}'
    edit = b'{"b":"Yes!",' + SC + b',"t":"edit","to":"' + conv + b'","ts":5}'
    react = b'{"r":5,' + SC + b',"t":"react","to":"' + conv + b'","ts":5}'
    long_name = hello.replace(b"Ada", b"A" * 41)
    good = [
        (2, hello),
        (3, text),
        (3, BODY),
        (3, continues),
        (3, answer),
        (3, edit),
        (3, react),
    ]
    good.append((3, react.replace(b'"r":5', b'"r":0')))
    newer = [
        b'{"t":"att"}',
        b'{"t":"verify","x":[1]}',
        b'{"n":3,"t":"ack"}',
        b'{"t":"grant"}',
    ]
    bad: list[tuple[str, int, bytes]] = [
        ("a text where a hello belongs", 2, text),
        ("a hello where a message belongs", 3, hello),
        ("something reserved as hello", 2, newer[0]),
        ("a body in a header", 1, text),
        ("a body in a leave", 4, text),
        ("a type nobody named", 3, b'{"t":"poke"}'),
        ("no type", 3, b'{"b":"x"}'),
        ("a number as type", 3, b'{"t":1}'),
        ("a list as type", 3, b'{"t":[]}'),
        ("a list", 3, b"[]"),
        ("no JSON", 3, b"hello"),
        ("no bytes", 3, b""),
        ("a field too many", 3, text.replace(b'"b":""', b'"b":"","c":1')),
        ("a field missing", 3, text.replace(b'"b":"",', b"")),
        ("a number as text", 3, text.replace(b'"b":""', b'"b":1')),
        ("text as time", 3, text.replace(b'"ts":0', b'"ts":"0"')),
        ("true as time", 3, text.replace(b'"ts":0', b'"ts":true')),
        ("another order", 3, b'{"t":"text","b":"",' + SC + b',"ts":0}'),
        ("a short state hash", 3, text.replace(b"AAAAAAAAAAA", b"AAAA")),
        ("a name of 41", 2, long_name),
        ("a short conv", 3, continues.replace(conv, b"AAAA")),
        ("an answer to a short id", 3, answer.replace(conv, b"AAAA")),
        ("a hello that answers", 2, hello.replace(b'"sc"', b'"re":"' + conv + b'","sc"')),
        ("an edit of nothing", 3, edit.replace(b'"to":"' + conv + b'",', b"")),
        ("an edit of a short id", 3, edit.replace(conv, b"AAAA")),
        ("an edit where a hello belongs", 2, edit),
        ("a sixth reaction", 3, react.replace(b'"r":5', b'"r":6')),
        ("a word as reaction", 3, react.replace(b'"r":5', b'"r":"5"')),
        ("a reaction with words", 3, react.replace(b'"r":5', b'"b":"x","r":5')),
        ("taking back as a body", 3, b'{"t":"erase"}'),
        ("a name twice", 3, b'{"t":"text","t":"text"}'),
    ]
    return [
        *[answered(f"body {raw!r}", "body.read", raw=raw, kind=kind) for kind, raw in good],
        *[answered(f"needs newer: {raw!r}", "body.read", raw=raw, kind=3) for raw in newer],
        *[refused(name, "body.read", raw=raw, kind=kind) for name, kind, raw in bad],
    ]
