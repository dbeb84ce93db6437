"""Vectors for a path, a plan for bad days, a diary, units done, and what goes into a talk."""

from .case import Cases, answered, refused
from .entries import SC

_ID, _OTHER, _CONV = b"A" * 11, b"BAAAAAAAAAA"[:10] + b"A", b"A" * 22
_ROW = b'{"b":"Walk each day","by":1,"day":20500,"done":0,"id":"' + _ID + b'","k":2}'
_HOPE = _ROW.replace(_ID, _OTHER).replace(b'"k":2', b'"k":1')
_SHOWN = b'{"asks":true,"at":5,"conv":"' + _CONV + b'","parts":[1,2]}'
_PATH = (
    b'{"no":["' + _ID + b'"],"rows":[' + _ROW + b"," + _HOPE + b'],"shown":[' + _SHOWN + b"]}"
)
_THING = b'{"b":"My sister","id":"' + _ID + b'","k":4,"n":"555 0100"}'
_PLAN = b'{"rows":[' + _THING + b"]}"
_LOOK = b'{"b":"Hard, but I went.","day":20500,"id":"' + _ID + b'","matters":8,"sure":10}'
_DIARY = b'{"rows":[' + _LOOK + b"]}"
_UNIT = b'{"day":20500,"id":"' + _ID + b'","u":3}'
_TRAINING = b'{"rows":[' + _UNIT + b"]}"
_OWN_LOOK = b'{"a":[1,2,3,0,1],"b":"Tired, and glad.","day":20500,"id":"' + _ID + b'"}'
_WELLBEING = b'{"rows":[' + _OWN_LOOK + b"]}"
_OF_DOCUMENT = {6: _PATH, 7: _PLAN, 8: _DIARY, 10: _TRAINING, 16: _WELLBEING}
_GOES = b'{"asks":false,"parts":[1,2],"rows":[' + _ROW + b"]," + SC + b',"t":"path","ts":5}'


def cases() -> Cases:
    """All of them."""
    return [*_documents(), *_bodies()]


def _documents() -> Cases:
    empty = {6: b'{"no":[],"rows":[],"shown":[]}'} | dict.fromkeys(
        (7, 8, 10, 16), b'{"rows":[]}'
    )
    bad = [
        ("a sixth part", 6, _PATH.replace(b'"k":2', b'"k":6')),
        ("no part", 6, _PATH.replace(b'"k":2', b'"k":0')),
        ("a third writer", 6, _PATH.replace(b'"by":1', b'"by":3')),
        ("a row of nothing", 6, _PATH.replace(b"Walk each day", b"")),
        ("a row of 201", 6, _PATH.replace(b"Walk each day", b"w" * 201)),
        ("a row twice", 6, _PATH.replace(_HOPE, _ROW)),
        ("a short id", 6, _PATH.replace(_ID, b"AAAA")),
        ("61 rows", 6, empty[6].replace(b'"rows":[]', b'"rows":[' + _many(_ROW, 61) + b"]")),
        ("parts that do not ascend", 6, _PATH.replace(b"[1,2]", b"[2,1]")),
        ("a part twice", 6, _PATH.replace(b"[1,2]", b"[2,2]")),
        ("a part in words", 6, _PATH.replace(b"[1,2]", b'["steps"]')),
        ("true as part", 6, _PATH.replace(b"[1,2]", b"[true]")),
        ("shown twice in one talk", 6, _PATH.replace(_SHOWN, _SHOWN + b"," + _SHOWN)),
        ("a number as asks", 6, _PATH.replace(b'"asks":true', b'"asks":1')),
        ("no list of what was not taken", 6, _PATH.replace(b'"no":["' + _ID + b'"],', b"")),
        ("a plan as a path", 6, _PLAN),
        ("a path as a plan", 7, _PATH),
        ("a diary as a plan", 7, _DIARY),
        ("a sixth part of a plan", 7, _PLAN.replace(b'"k":4', b'"k":6')),
        ("a thing of nothing", 7, _PLAN.replace(b"My sister", b"")),
        ("a number of 41", 7, _PLAN.replace(b"555 0100", b"5" * 41)),
        ("a thing twice", 7, _PLAN.replace(_THING, _THING + b"," + _THING)),
        ("beyond the ruler", 8, _DIARY.replace(b'"sure":10', b'"sure":11')),
        ("a look of 281", 8, _DIARY.replace(b"Hard, but I went.", b"h" * 281)),
        ("a look twice", 8, _DIARY.replace(_LOOK, _LOOK + b"," + _LOOK)),
        ("41 looks", 8, b'{"rows":[' + _many(_LOOK, 41) + b"]}"),
        ("no JSON", 8, b"diary"),
        ("unit 0", 10, _TRAINING.replace(b'"u":3', b'"u":0')),
        ("unit 100", 10, _TRAINING.replace(b'"u":3', b'"u":100')),
        ("a unit in words", 10, _TRAINING.replace(b'"u":3', b'"u":"3"')),
        ("a unit with words", 10, _TRAINING.replace(b'"u":3', b'"u":3,"w":"well"')),
        ("a unit twice", 10, _TRAINING.replace(_UNIT, _UNIT + b"," + _UNIT)),
        ("61 units", 10, b'{"rows":[' + _many(_UNIT, 61) + b"]}"),
        ("a diary as units", 10, _DIARY),
        ("four answers", 16, _WELLBEING.replace(b"[1,2,3,0,1]", b"[1,2,3,0]")),
        ("six answers", 16, _WELLBEING.replace(b"[1,2,3,0,1]", b"[1,2,3,0,1,1]")),
        ("a fourth word", 16, _WELLBEING.replace(b"[1,2,3,0,1]", b"[1,2,4,0,1]")),
        ("true as answer", 16, _WELLBEING.replace(b"[1,2,3,0,1]", b"[true,2,3,0,1]")),
        ("a sum beside the answers", 16, _WELLBEING.replace(b'"b"', b'"all":7,"b"')),
        ("281 about oneself", 16, _WELLBEING.replace(b"Tired, and glad.", b"t" * 281)),
        (
            "a look at oneself twice",
            16,
            _WELLBEING.replace(_OWN_LOOK, _OWN_LOOK + b"," + _OWN_LOOK),
        ),
        ("41 looks at oneself", 16, b'{"rows":[' + _many(_OWN_LOOK, 41) + b"]}"),
        ("a diary as looks at oneself", 16, _DIARY),
    ]
    return [
        *[
            answered(f"own: {k}", "own.read", kind=k, raw=one)
            for k, one in _OF_DOCUMENT.items()
        ],
        *[
            answered(f"own: nothing in {k}", "own.read", kind=k, raw=one)
            for k, one in empty.items()
        ],
        *[refused(f"own: {name}", "own.read", kind=kind, raw=raw) for name, kind, raw in bad],
    ]


def _bodies() -> Cases:
    none = _GOES.replace(_ROW, b"").replace(b"[1,2]", b"[]")
    good = [_GOES, none, _GOES.replace(b'"asks":false', b'"asks":true')]
    bad = [
        ("a row of a part that is not shown", 3, _GOES.replace(b"[1,2]", b"[1]")),
        ("a path where a hello belongs", 2, _GOES),
        ("a path with a field too many", 3, _GOES.replace(b'"parts"', b'"odd":1,"parts"')),
        ("a path without rows", 3, _GOES.replace(b'"rows":[' + _ROW + b"],", b"")),
        ("a path row of 201", 3, _GOES.replace(b"Walk each day", b"w" * 201)),
    ]
    return [
        *[answered(f"body {raw!r}", "body.read", raw=raw, kind=3) for raw in good],
        *[refused(name, "body.read", raw=raw, kind=kind) for name, kind, raw in bad],
    ]


def _many(row: bytes, count: int) -> bytes:
    ids = [b"%010dA" % number for number in range(count)]
    return b",".join(row.replace(_ID, one) for one in ids)
