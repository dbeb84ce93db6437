"""The only doors to a person's documents."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Sum
from django.db.models.functions import Length

from alongside.ground.refusal import NotYours
from alongside.keys.models import Document, DocumentLock
from alongside.people.models import Account
from pse.document import Version


@dataclass(frozen=True)
class Kept:
    """One version of one document, as it was handed in."""

    doc_id: bytes
    version: Version


def documents_of(person: Account) -> list[Kept]:
    """Give the newest version of each of a person's documents."""
    newer = Document.objects.filter(
        account=person, doc_id=OuterRef("doc_id"), ver__gt=OuterRef("ver")
    )
    newest = Document.objects.filter(~Exists(newer), account=person)
    return _kept(newest.order_by("doc_id"))


def versions_of(person: Account, doc_id: bytes) -> list[Version]:
    """Give every version that is kept of one document, oldest first; NotYours without any."""
    found = Document.objects.filter(account=person, doc_id=doc_id)
    versions = [one.version for one in _kept(found.order_by("ver"))]
    if not versions:
        raise NotYours
    return versions


def newest_of(person: Account, doc_id: bytes) -> Version | None:
    """Give the newest version of one document, if there is any."""
    found = Document.objects.filter(account=person, doc_id=doc_id)
    newest = _kept(found.order_by("-ver")[:1])
    return newest[0].version if newest else None


def last_day_of(person: Account, doc_id: bytes) -> int | None:
    """Give the day after which a document goes; None for one that stays, or is not there."""
    found = Document.objects.filter(account=person, doc_id=doc_id).order_by("-ver")
    return found.values_list("last_on", flat=True).first()


def bytes_kept(person: Account) -> int:
    """Give how many bytes a person's documents take."""
    sizes = Document.objects.filter(account=person).annotate(size=Length("sealed_words"))
    return int(sizes.aggregate(all=Sum("size"))["all"] or 0)


def count_of(person: Account) -> int:
    """Give how many documents a person keeps."""
    ids = Document.objects.filter(account=person).order_by().values("doc_id").distinct()
    return int(ids.count())


def _kept(found: QuerySet[Document]) -> list[Kept]:
    """Give versions with their keys; one whose key is gone is gone."""
    rows = list(found)
    held = DocumentLock.objects.filter(document__in=[one.pk for one in rows])
    locks = dict(held.values_list("document_id", "sealed_key"))
    return [
        Kept(one.doc_id, Version(one.ver, one.prev, locks[one.pk], one.sealed_words))
        for one in rows
        if one.pk in locks
    ]
