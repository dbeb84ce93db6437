"""Part 3 of state: which documents there are, and which are gone (section 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .base64url import from_text, to_text
from .ids import HASH, ID
from .refusal import BadRecord, RolledBack, Unknown
from .strict_json import Json, fields_of

MOST_DOCUMENTS = 300
MOST_GONE = 1_000
# A newer room may know kinds up to here.
LAST_KIND = 255


@dataclass(frozen=True, slots=True)
class DocumentPin:
    """The newest version known of one document."""

    hash: bytes
    kind: int
    ver: int


@dataclass(frozen=True, slots=True)
class DocumentList:
    """Documents by id, and the ids of those that were deleted: they never come back."""

    docs: Mapping[bytes, DocumentPin] = field(default_factory=dict)
    gone: frozenset[bytes] = frozenset()


def documents_json(documents: DocumentList) -> Json:
    """Part 3 as JSON values, ascending by id."""
    return {
        "docs": [
            {
                "doc_id": to_text(doc_id),
                "hash": to_text(pin.hash),
                "kind": pin.kind,
                "ver": pin.ver,
            }
            for doc_id, pin in sorted(documents.docs.items())
        ],
        "gone": [to_text(doc_id) for doc_id in sorted(documents.gone)],
    }


def read_documents(value: object) -> DocumentList:
    """Part 3 from JSON values; Refused for anything else."""
    fields = fields_of(value, {"docs": list, "gone": list})
    docs = [_pin(row) for row in fields["docs"]]
    gone = [from_text(doc_id, size=ID) for doc_id in fields["gone"]]
    for ids, most in (([doc_id for doc_id, _ in docs], MOST_DOCUMENTS), (gone, MOST_GONE)):
        if ids != sorted(set(ids)) or len(ids) > most:
            raise BadRecord("ids ascend, none twice, and not too many")
    if frozenset(gone) & dict(docs).keys():
        raise BadRecord("a document that is both there and gone")
    return DocumentList(dict(docs), frozenset(gone))


def merge_documents(here: DocumentList, there: DocumentList) -> DocumentList:
    """The higher version of each; what either deleted is gone.

    RolledBack if one version has two contents: two devices were shown two stories.
    """
    gone = here.gone | there.gone
    docs = dict(here.docs)
    for doc_id, pin in there.docs.items():
        other = docs.get(doc_id, pin)
        if other.ver == pin.ver and other != pin:
            raise RolledBack("two devices saw two different documents")
        docs[doc_id] = max(other, pin, key=lambda one: one.ver)
    return DocumentList({i: pin for i, pin in docs.items() if i not in gone}, gone)


def _pin(row: Any) -> tuple[bytes, DocumentPin]:
    fields = fields_of(row, {"doc_id": str, "hash": str, "kind": int, "ver": int})
    if not 1 <= fields["kind"] <= LAST_KIND or fields["ver"] < 1:
        raise Unknown("a kind or version of document that there cannot be")
    pin = DocumentPin(from_text(fields["hash"], size=HASH), fields["kind"], fields["ver"])
    return from_text(fields["doc_id"], size=ID), pin
