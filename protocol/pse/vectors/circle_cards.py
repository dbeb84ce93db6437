"""Vectors for what stands in a circle as more than words."""

from collections.abc import Mapping

from pse.base64url import to_text

_OF, _ADA, _BEN = b"AAECAwQFBgcICQoLDA0ODw", b"A" * 22, b"B" + b"A" * 21
_FIFTY = [b'"%c%c%sA"' % (65 + at // 26, 65 + at % 26, b"A" * 19) for at in range(51)]


def _round(order: bytes, words: bytes = b"") -> bytes:
    return b'{"of":"%s","order":[%s],"words":"%s"}' % (_OF, order, words)


def _meeting(at: bytes = b"1900000000000", step: bytes = b"1", words: bytes = b"") -> bytes:
    return b'{"at":%s,"of":"%s","step":%s,"words":"%s"}' % (at, _OF, step, words)


def _line(notes: bytes, own: bytes = b"", said: bytes = b"It was a long night.") -> bytes:
    return b'{"notes":[%s],"own":"%s","said":"%s"}' % (notes, own, said)


def _quiet(begins: bytes, ends: bytes, zone: bytes = b"Europe/Madrid") -> bytes:
    return b'{"from":%s,"till":%s,"zone":"%s"}' % (begins, ends, zone)


def _box(size: int) -> bytes:
    return b'{"box":"%s","of":"%s"}' % (to_text(b"b" * size).encode(), _OF)


#: By type: what its `card` may be, in strict JSON.
GOOD: Mapping[str, tuple[bytes, ...]] = {
    "circle-accepts": (b'{"ver":1}', b'{"ver":9999}'),
    "circle-agreement": (
        b'{"ver":1,"words":"What is said here stays here."}',
        b'{"ver":2,"words":"' + b"w" * 4_000 + b'"}',
    ),
    "circle-called": (b'{"name":"Ada"}', b'{"name":"' + b"n" * 40 + b'"}'),
    "circle-earlier": (
        b'{"of":"%s","since":1900000000000,"to":"%s"}' % (_OF, _ADA),
        b'{"of":"%s","since":0,"to":"%s"}' % (_OF, _ADA),
    ),
    "circle-earlier-words": (_box(1_209), _box(4_281), _box(16_569)),
    "circle-helper": (
        b'{"of":"%s","on":true,"to":"%s"}' % (_OF, _ADA),
        b'{"of":"%s","on":false,"to":"%s"}' % (_OF, _ADA),
    ),
    "circle-helps": (
        b'{"of":"%s","yes":true}' % _OF,
        b'{"of":"%s","yes":false}' % _OF,
    ),
    "circle-line": (_line(b"3"), _line(b"", b"a hospital"), _line(b"1,12", b"a dog")),
    "circle-meeting": (
        _meeting(),
        _meeting(step=b"2", words=b"Welcome, all."),
        _meeting(step=b"3", words=b"Thank you."),
        _meeting(at=b"0", step=b"4"),
    ),
    "circle-next": (
        b'{"of":"%s","over":false}' % _OF,
        b'{"of":"%s","over":true}' % _OF,
        b'{"of":"%s","over":false,"who":"%s"}' % (_OF, _ADA),
    ),
    "circle-pass": (b'{"of":"%s"}' % _OF,),
    "circle-quiet": (
        _quiet(b"1320", b"450"),
        _quiet(b"0", b"0", b"UTC"),
        _quiet(b"0", b"1439"),
    ),
    "circle-round": (
        _round(b'"%s","%s"' % (_BEN, _ADA), b"What helped you this week?"),
        _round(b",".join(_FIFTY[:50])),
    ),
    "circle-welcome": (b'{"to":"%s","words":"Good that you are here."}' % _ADA,),
}
#: By type: what is wrong, and the `card` it is wrong in.
BAD: Mapping[str, tuple[tuple[str, bytes], ...]] = {
    "circle-accepts": (
        ("version 0", b'{"ver":0}'),
        ("version 10000", b'{"ver":10000}'),
        ("words beside it", b'{"ver":1,"words":"yes"}'),
    ),
    "circle-agreement": (
        ("no words", b'{"ver":1,"words":""}'),
        ("words of 4001", b'{"ver":1,"words":"' + b"w" * 4_001 + b'"}'),
        ("version 0", b'{"ver":0,"words":"We listen."}'),
    ),
    "circle-called": (
        ("no name", b'{"name":""}'),
        ("a name of 41", b'{"name":"' + b"n" * 41 + b'"}'),
    ),
    "circle-earlier": (
        ("for nobody", b'{"of":"%s","since":1,"to":""}' % _OF),
        ("after the year 9999", b'{"of":"%s","since":253402300800000,"to":"%s"}' % (_OF, _ADA)),
        ("words beside it", b'{"of":"%s","since":1,"to":"%s","words":""}' % (_OF, _ADA)),
    ),
    "circle-earlier-words": (
        ("no box", b'{"box":"","of":"%s"}' % _OF),
        ("a byte short", _box(1_208)),
        ("a byte more", _box(16_570)),
        ("of nothing", _box(1_209).replace(_OF, b"")),
    ),
    "circle-helper": (
        ("nobody", b'{"of":"%s","on":true,"to":""}' % _OF),
        ("a number for on", b'{"of":"%s","on":1,"to":"%s"}' % (_OF, _ADA)),
        ("words beside it", b'{"of":"%s","on":true,"to":"%s","words":""}' % (_OF, _ADA)),
    ),
    "circle-helps": (
        ("of nothing", b'{"of":"","yes":true}'),
        ("a number for yes", b'{"of":"%s","yes":1}' % _OF),
        ("for somebody else", b'{"of":"%s","to":"%s","yes":true}' % (_OF, _ADA)),
    ),
    "circle-line": (
        ("behind nothing", _line(b"")),
        ("a thirteenth note", _line(b"13")),
        ("notes that do not ascend", _line(b"4,3")),
        ("no words", _line(b"3", said=b"")),
        ("words of 8001", _line(b"3", said=b"w" * 8_001)),
    ),
    "circle-meeting": (
        ("a fifth step", _meeting(step=b"5")),
        ("after the year 9999", _meeting(at=b"253402300800000")),
        ("words of 2001", _meeting(words=b"w" * 2_001)),
    ),
    "circle-next": (
        ("a number for over", b'{"of":"%s","over":1}' % _OF),
        ("no round", b'{"over":true}'),
        ("nobody's turn", b'{"of":"%s","over":false,"who":""}' % _OF),
        ("a number for a person", b'{"of":"%s","over":false,"who":7}' % _OF),
        ("a turn in a round that is over", b'{"of":"%s","over":true,"who":"%s"}' % (_OF, _ADA)),
    ),
    "circle-pass": (("another field", b'{"of":"%s","words":""}' % _OF),),
    "circle-quiet": (
        ("a minute after the last", _quiet(b"1440", b"450")),
        ("till a minute after the last", _quiet(b"1320", b"1440")),
        ("no zone", _quiet(b"1320", b"450", b"")),
        ("a zone of 65", _quiet(b"1320", b"450", b"z" * 65)),
        ("a text for a minute", _quiet(b'"22:00"', b"450")),
    ),
    "circle-round": (
        ("nobody", _round(b"")),
        ("somebody twice", _round(b'"%s","%s"' % (_ADA, _ADA))),
        ("fifty-one", _round(b",".join(_FIFTY))),
        ("a number for a person", _round(b"7")),
        ("words of 501", _round(b'"%s"' % _ADA, b"w" * 501)),
    ),
    "circle-welcome": (
        ("to nobody", b'{"to":"","words":"Hello."}'),
        ("without words", b'{"to":"%s","words":""}' % _ADA),
    ),
}
