"""What a person keeps for themselves: sealed documents, version by version."""

from django.http import HttpRequest
from ninja import Path, Router, Status

from alongside.api.auth import full, person_of
from alongside.api.shapes import Bytes, Hash, Id, Int, Shape, SlotBox
from alongside.ground import clock
from alongside.keys.documents import actions, queries
from pse.document import Version

router = Router(tags=["documents"])
DocId = Path[Id]


class DocumentVersionShape(Shape):
    """One sealed version and its sealed key."""

    ver: Int
    prev: Hash
    lock: SlotBox
    box: Bytes

    def read(self) -> Version:
        """Read it."""
        return Version(self.ver, self.prev, self.lock, self.box)

    @classmethod
    def of(cls, kept: Version) -> "DocumentVersionShape":
        """Write a stored one."""
        return cls(ver=kept.ver, prev=kept.prev, lock=kept.lock, box=kept.box)


class KeepShape(DocumentVersionShape):
    """One to be kept; a kept note of a meeting says after which day it goes."""

    last: Int | None = None


class DocumentShape(DocumentVersionShape):
    """The newest version of one document."""

    doc_id: Id


class DocumentsShape(Shape):
    """The newest version of each document."""

    documents: list[DocumentShape]


class VersionsShape(Shape):
    """Every version kept of one document, oldest first."""

    versions: list[DocumentVersionShape]


@router.get("/documents", auth=full, response=DocumentsShape)
def documents(request: HttpRequest) -> DocumentsShape:
    """Give the newest version of each of one's documents."""
    found = queries.documents_of(person_of(request))
    rows = [
        DocumentShape(doc_id=one.doc_id, **DocumentVersionShape.of(one.version).__dict__)
        for one in found
    ]
    return DocumentsShape(documents=rows)


@router.get("/documents/{doc_id}", auth=full, response=VersionsShape)
def versions(request: HttpRequest, doc_id: DocId) -> VersionsShape:
    """Give every version kept of one document."""
    found = queries.versions_of(person_of(request), doc_id)
    return VersionsShape(versions=[DocumentVersionShape.of(version) for version in found])


@router.put("/documents/{doc_id}", auth=full, response={204: None})
def keep(request: HttpRequest, doc_id: DocId, papers: KeepShape) -> Status[None]:
    """Keep the next version of a document."""
    today = clock.today()
    actions.keep_document(
        person_of(request), doc_id, papers.read(), today=today, last=papers.last
    )
    return Status(204, None)


@router.delete("/documents/{doc_id}", auth=full, response={204: None})
def delete(request: HttpRequest, doc_id: DocId) -> Status[None]:
    """Delete a document with all its versions."""
    actions.delete_document(person_of(request), doc_id)
    return Status(204, None)
