"""Vectors for stories: the document of one, and the cards by which it comes into a talk."""

from .case import Cases, answered, refused

_ID, _CONV, _OTHER = b"A" * 11, b"A" * 22, b"B" + b"A" * 21
_OF, _OF2 = b"AAECAwQFBgcICQoLDA0ODw", b"C" + b"A" * 21
_LINE = (
    b'{"b":"I hid it for years.","days":0,"k":1,"notes":[1,8],"own":"","who":2,'
    b'"why":"Ada asked if it ends.","with":["' + _CONV + b'"]}'
)
_WHOLE = (
    b'{"b":"It began with a letter.\\nThen I rang my sister.","days":90,"k":3,"notes":[],'
    b'"own":"a dog that dies","who":3,"why":"","with":[]}'
)
_TOLD = (
    b'{"asked":20500,"conv":"' + _CONV + b'","k":1,"of":"' + _OF + b'","opened":20501,'
    b'"over":0,"told":20501}'
)


def _story(layers: bytes, told: bytes = b"") -> bytes:
    return (
        b'{"day":20500,"id":"' + _ID + b'","layers":[' + layers + b'],"title":"The letter",'
        b'"told":[' + told + b"]}"
    )


_STORY = _story(_LINE + b"," + _WHOLE, _TOLD)


def cases() -> Cases:
    """All of them: documents of kind 11."""
    good = [
        ("a line and the whole, told once", _STORY),
        ("no layer yet", _story(b"")),
        ("a line of 280", _story(_LINE.replace(b"I hid it for years.", b"i" * 280))),
        ("twelve notes", _story(_LINE.replace(b"[1,8]", b"[1,2,3,4,5,6,7,8,9,10,11,12]"))),
        ("one telling in two layers", _story(_LINE, _TOLD + b"," + _layer_two(_TOLD))),
    ]
    bad = [
        ("a fourth layer", _STORY.replace(b'"k":3', b'"k":4')),
        ("layers that do not ascend", _story(_WHOLE + b"," + _LINE)),
        ("a layer twice", _story(_LINE + b"," + _LINE)),
        ("a layer of nothing", _STORY.replace(b"I hid it for years.", b"")),
        ("a line of 281", _STORY.replace(b"I hid it for years.", b"i" * 281)),
        ("a thirteenth note", _STORY.replace(b"[1,8]", b"[1,13]")),
        ("a note twice", _STORY.replace(b"[1,8]", b"[8,8]")),
        ("notes that do not ascend", _STORY.replace(b"[1,8]", b"[8,1]")),
        ("true as a note", _STORY.replace(b"[1,8]", b"[true]")),
        ("an own note of 81", _STORY.replace(b"a dog that dies", b"d" * 81)),
        ("a fourth audience", _STORY.replace(b'"who":3', b'"who":4')),
        ("nobody named", _STORY.replace(b'["' + _CONV + b'"]', b"[]")),
        ("somebody named beside everybody", _STORY.replace(b'"who":2', b'"who":3')),
        (
            "people that do not ascend",
            _STORY.replace(b'["' + _CONV, b'["' + _OTHER + b'","' + _CONV),
        ),
        ("a reason of 301", _STORY.replace(b"Ada asked if it ends.", b"a" * 301)),
        ("longer than a year", _STORY.replace(b'"days":90', b'"days":366')),
        ("no title", _STORY.replace(b"The letter", b"")),
        ("a title of 81", _STORY.replace(b"The letter", b"t" * 81)),
        ("a telling twice", _story(_LINE, _TOLD + b"," + _TOLD)),
        ("a telling of no layer", _STORY.replace(b'"k":1,"of"', b'"k":0,"of"')),
        ("a short telling", _STORY.replace(_OF, b"AAAA")),
        ("121 tellings", _story(_LINE, _many(121))),
        ("a field too many", _STORY.replace(b'"title"', b'"tilt":1,"title"')),
        ("a path as a story", b'{"no":[],"rows":[],"shown":[]}'),
    ]
    return [
        *[answered(f"story: {name}", "own.read", kind=11, raw=raw) for name, raw in good],
        *[refused(f"story: {name}", "own.read", kind=11, raw=raw) for name, raw in bad],
    ]


def _layer_two(told: bytes) -> bytes:
    return told.replace(b'"k":1', b'"k":2')


def _many(count: int) -> bytes:
    ids = [b"%021dA" % number for number in range(count)]
    return b",".join(_TOLD.replace(_OF, one) for one in ids)


_OFFER = b'{"k":2,"notes":[3],"of":"' + _OF + b'","own":"a hospital","re":"","size":140}'
_SHARED = (
    b'{"k":1,"notes":[],"of":"' + _OF + b'","own":"","said":"I hid it for years.","until":0}'
)
_OPENED = b'{"k":1,"of":"' + _OF + b'"}'
_WITHDRAWN = b'{"of":"' + _OF + b'"}'
#: By type: what its `card` may be, in strict JSON.
GOOD: dict[str, tuple[bytes, ...]] = {
    "story-offer": (
        _OFFER,
        _OFFER.replace(b'"re":""', b'"re":"' + _OF2 + b'"'),
        _OFFER.replace(b"140", b"1500"),
    ),
    "story-answer": tuple(
        b'{"of":"' + _OF + b'","says":' + says + b"}" for says in (b"1", b"2", b"3")
    ),
    "story-shared": (
        _SHARED,
        _SHARED.replace(b'"until":0', b'"until":20600'),
        _SHARED.replace(b'"k":1', b'"k":3').replace(b"I hid it for years.", b"i" * 12_000),
    ),
    "story-opened": (_OPENED,),
    "story-withdrawn": (_WITHDRAWN,),
}
#: By type: what is wrong, and the `card` it is wrong in.
BAD: dict[str, tuple[tuple[str, bytes], ...]] = {
    "story-offer": (
        ("a layer nobody knows", _OFFER.replace(b'"k":2', b'"k":4')),
        ("the story itself", _OFFER.replace(b'"size"', b'"said":"I hid it.","size"')),
        ("no words at all", _OFFER.replace(b"140", b"0")),
        ("more words than fit", _OFFER.replace(b"140", b"1501")),
        ("a short answer", _OFFER.replace(b'"re":""', b'"re":"AAAA"')),
        ("a note nobody knows", _OFFER.replace(b"[3]", b"[13]")),
        ("a note of 81", _OFFER.replace(b"a hospital", b"h" * 81)),
    ),
    "story-answer": (
        ("a fourth answer", b'{"of":"' + _OF + b'","says":4}'),
        ("a reason", b'{"of":"' + _OF + b'","says":2,"why":"No."}'),
        ("no telling", b'{"of":"","says":1}'),
    ),
    "story-shared": (
        ("a line of 281", _SHARED.replace(b"I hid it for years.", b"i" * 281)),
        ("nothing", _SHARED.replace(b"I hid it for years.", b"")),
        ("after the year 9999", _SHARED.replace(b'"until":0', b'"until":2932897')),
        ("no such layer", _SHARED.replace(b'"k":1', b'"k":0')),
        ("a note twice", _SHARED.replace(b"[]", b"[2,2]")),
    ),
    "story-opened": (
        ("when it was", _OPENED.replace(b"}", b',"ts":5}')),
        ("no such layer", _OPENED.replace(b'"k":1', b'"k":4')),
    ),
    "story-withdrawn": (("why", _WITHDRAWN.replace(b"}", b',"why":"No."}')),),
}
