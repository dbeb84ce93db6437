"""Vectors for documents, their list in state, and lines kept as proof."""

from dataclasses import replace
from typing import Any

from pse.document import (
    BROUGHT_LINE,
    KEPT_LINE,
    NOTEBOOK,
    UNSAID,
    Version,
    Whose,
    document_hash_of,
    seal_version,
)
from pse.document_list import DocumentList, DocumentPin, documents_json
from pse.entry import open_entry
from pse.kept_line import write_kept
from pse.unsaid import Unsaid, write_unsaid

from . import checks
from .case import Case, Cases, answered, refused
from .change import flip
from .entries import EPOCH_KEY, sealed
from .scene import newcomer

VAULT_KEY, DOC_KEY = bytes(range(96, 128)), bytes(range(128, 160))
DOC_ID = b"d" * 16
FIRST, SECOND = b'{"b":"one"}', b'{"b":"two"}'


def cases() -> Cases:
    """All of them."""
    return [
        *_sealed(),
        *_opened(),
        *_chains(),
        *_lists(),
        *_kept(),
        *checks.sheets(),
        *_unsaid(),
    ]


def _whose(**change: Any) -> Whose:
    given = {"account_id": newcomer("ada").person.account_id, "doc_id": DOC_ID}
    return Whose(**{**given, "kind": NOTEBOOK, **change})


def version(
    content: bytes, before: Version | None = None, whose: Whose | None = None
) -> Version:
    """The next version of Ada's notebook page, always the same bytes."""
    nonces = iter((b"\x01" * 24, b"\x02" * 24))
    return seal_version(
        VAULT_KEY,
        whose or _whose(),
        content,
        doc_key=DOC_KEY,
        before=before,
        chance=lambda size: next(nonces),
    )


def chain(count: int) -> list[Version]:
    """So many versions, each following the one before."""
    made = [version(FIRST)]
    while len(made) < count:
        made.append(version(b'{"b":"%d"}' % len(made), made[-1]))
    return made


def _sealed() -> Cases:
    given: dict[str, Any] = {"vault_key": VAULT_KEY, "whose": _whose(), "doc_key": DOC_KEY}
    nonces = {"nonces": [b"\x01" * 24, b"\x02" * 24]}
    first = version(FIRST)
    return [
        answered("a first version", "doc.seal", content=FIRST, before=None, **given, **nonces),
        answered("the next", "doc.seal", content=SECOND, before=first, **given, **nonces),
        refused(
            "a kind nobody named",
            "doc.seal",
            content=FIRST,
            before=None,
            **{**given, "whose": replace(_whose(), kind=99)},
            **nonces,
        ),
        refused(
            "a short key",
            "doc.seal",
            content=FIRST,
            before=None,
            **{**given, "doc_key": b"k" * 31},
            **nonces,
        ),
        answered("its hash", "doc.hash", version=first),
        answered(
            "a line brought from elsewhere",
            "doc.seal",
            content=SECOND,
            before=None,
            **{**given, "whose": _whose(kind=BROUGHT_LINE)},
            **nonces,
        ),
    ]


def _opened() -> Cases:
    first = version(FIRST)
    second = version(SECOND, first)
    ben = newcomer("ben").person.account_id
    given: dict[str, Any] = {"vault_key": VAULT_KEY, "whose": _whose()}
    bad: list[tuple[str, Version, dict[str, Any]]] = [
        ("as somebody else's", first, {"whose": _whose(account_id=ben)}),
        ("as another document", first, {"whose": _whose(doc_id=b"e" * 16)}),
        ("as another kind", first, {"whose": _whose(kind=KEPT_LINE)}),
        ("with another vault key", first, {"vault_key": bytes(32)}),
        ("as another version", replace(first, ver=2), {}),
        ("after another", replace(second, prev=bytes(32)), {}),
        ("with the lock of the next", replace(first, lock=second.lock), {}),
        ("with the words of the next", replace(first, box=second.box), {}),
        ("one bit of the lock", replace(first, lock=flip(first.lock, -1)), {}),
        ("one bit of the words", replace(first, box=flip(first.box, -1)), {}),
        ("lock and words exchanged", replace(first, lock=first.box, box=first.lock), {}),
    ]
    return [
        answered("the first version", "doc.open", version=first, **given),
        answered("the second", "doc.open", version=second, **given),
        *[
            refused(f"opened {name}", "doc.open", version=one, **{**given, **change})
            for name, one, change in bad
        ],
    ]


def _chains() -> Cases:
    many = chain(22)
    kept, newest = many[2:], many[-1]
    other = version(b'{"b":"other"}', many[20])
    given: dict[str, Any] = {"vault_key": VAULT_KEY, "whose": _whose()}
    known = [newest.ver, document_hash_of(newest)]
    older = [many[19].ver, document_hash_of(many[19])]

    def lied(name: str, versions: list[Version], known: Any = known) -> Case:
        return refused(name, "doc.chain", versions=versions, known=known, **given)

    return [
        answered("the versions kept", "doc.chain", versions=kept, known=known, **given),
        answered("newer than known", "doc.chain", versions=kept, known=older, **given),
        answered("not known yet", "doc.chain", versions=many[:3], known=None, **given),
        lied("none at all", []),
        lied("the newest held back", kept[:-1]),
        lied("the first of them held back", kept[1:]),
        lied("one in between held back", [*kept[:5], *kept[6:]]),
        lied("two exchanged", [*kept[:5], kept[6], kept[5], *kept[7:]]),
        lied("one twice", [*kept[:5], kept[4], *kept[5:]]),
        lied("more than are kept", many),
        lied("another newest", [*kept[:-1], other]),
        lied("an older one for the newest", [*kept[:-1], replace(kept[-2], ver=22)]),
        lied("one of another document in between", [*kept[:5], _foreign(many), *kept[6:]]),
    ]


def _foreign(many: list[Version]) -> Version:
    return version(FIRST, many[6], _whose(doc_id=b"e" * 16))


def _lists() -> Cases:
    one, two, three = (letter * 16 for letter in (b"a", b"b", b"c"))
    here = DocumentList({one: _pin(1), two: _pin(4)}, frozenset({three}))
    there = DocumentList({one: _pin(2), three: _pin(1)}, frozenset())
    gone = DocumentList({}, frozenset({one}))
    fork = DocumentList({one: replace(_pin(1), hash=b"o" * 32)}, frozenset())
    other_kind = DocumentList({one: replace(_pin(1), kind=2)}, frozenset())
    known: Any = documents_json(here)

    def merged(name: str, other: DocumentList) -> Case:
        given = {"here": known, "there": documents_json(other)}
        return answered(name, "docs.merge", **given)

    odd = [
        ("not ascending", {**known, "docs": known["docs"][::-1]}),
        ("one twice", {**known, "docs": known["docs"][:1] * 2}),
        ("gone twice", {**known, "gone": known["gone"] * 2}),
        ("there and gone", {**known, "gone": [known["docs"][0]["doc_id"]]}),
        ("a field too many", {**known, "more": 1}),
        ("a field too few", {"docs": []}),
        ("version 0", {**known, "docs": [{**known["docs"][0], "ver": 0}]}),
        ("kind 0", {**known, "docs": [{**known["docs"][0], "kind": 0}]}),
        ("kind 256", {**known, "docs": [{**known["docs"][0], "kind": 256}]}),
        ("a short hash", {**known, "docs": [{**known["docs"][0], "hash": "AAAA"}]}),
        ("too many", {"docs": _rows(301), "gone": []}),
        ("two contents of one version", documents_json(fork)),
        ("two kinds of one version", documents_json(other_kind)),
    ]
    return [
        merged("the higher version, and nothing comes back", there),
        merged("what was deleted elsewhere is gone", gone),
        merged("nothing there", DocumentList()),
        merged("one of a newer room", DocumentList({b"d" * 16: replace(_pin(1), kind=99)})),
        *[refused(f"documents: {n}", "docs.merge", here=known, there=o) for n, o in odd],
    ]


def _pin(ver: int) -> DocumentPin:
    return DocumentPin(bytes([ver]) * 32, NOTEBOOK, ver)


def _rows(count: int) -> list[Any]:
    docs = {number.to_bytes(16, "big"): _pin(1) for number in range(count)}
    listed: Any = documents_json(DocumentList(docs))
    return list(listed["docs"])


def _kept() -> Cases:
    ada = newcomer("ada").person
    entry = sealed()
    opened = open_entry(entry, epoch_key=EPOCH_KEY, ik=ada.record.ik)
    raw = write_kept(10, "Ada", entry, opened, ik=ada.record.ik)
    other = newcomer("ben").person.record.ik
    bad = [
        ("another word", raw.replace(b"I am here", b"I am gone")),
        ("another number of the writer's", raw.replace(b'"sseq":2', b'"sseq":3')),
        ("another epoch", raw.replace(b'"epoch":2', b'"epoch":3')),
        ("a hello of it", raw.replace(b'"kind":3', b'"kind":2')),
        ("a leave of it", raw.replace(b'"kind":3', b'"kind":4')),
        ("signed by another", write_kept(10, "Ada", entry, opened, ik=other)),
        ("a name of 41", write_kept(10, "A" * 41, entry, opened, ik=ada.record.ik)),
        ("a field too many", raw.replace(b'"n":10', b'"m":1,"n":10')),
        ("no JSON", b"kept"),
    ]
    return [
        answered("a line kept as proof", "kept.read", raw=raw),
        *[refused(f"kept: {name}", "kept.read", raw=one) for name, one in bad],
    ]


def _unsaid() -> Cases:
    """What somebody keeps for themselves: sealed as its own kind, and read strictly."""
    raw = write_unsaid(Unsaid(1, "Ben", "See you at 5.", "I waited for an hour.", 20_400))
    given: dict[str, Any] = {"vault_key": VAULT_KEY, "whose": _whose(kind=UNSAID)}
    bad = [
        ("about nothing", raw.replace(b'"about":1', b'"about":0')),
        ("about a fifth thing", raw.replace(b'"about":1', b'"about":5')),
        ("without words", raw.replace(b"I waited for an hour.", b"")),
        ("with too many words", raw.replace(b"I waited for an hour.", b"w" * 8_001)),
        ("with a long line", raw.replace(b"See you at 5.", b"s" * 281)),
        ("with a long name", raw.replace(b"Ben", b"B" * 81)),
        ("with a field too many", raw.replace(b'"b"', b'"at":1,"b"')),
        ("with a field missing", raw.replace(b',"name":"Ben"', b"")),
        ("with a day in words", raw.replace(b"20400", b'"20400"')),
    ]
    one = version(raw, whose=_whose(kind=UNSAID))
    return [
        answered("kept for oneself", "unsaid.read", raw=raw),
        answered("kept for oneself, opened", "doc.open", version=one, **given),
        refused("a page as kept for oneself", "doc.open", version=version(FIRST), **given),
        *[refused(f"kept for oneself {what}", "unsaid.read", raw=other) for what, other in bad],
    ]
