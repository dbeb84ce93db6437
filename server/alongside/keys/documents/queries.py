"""The only doors to a person's documents."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Sum
from django.db.models.functions import Length

from alongside.ground.refusal import NotYours
from alongside.keys.models import Document
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
    return [_kept(one) for one in newest.select_related("lock").order_by("doc_id")]


def versions_of(person: Account, doc_id: bytes) -> list[Version]:
    """Give every version that is kept of one document, oldest first; NotYours without any."""
    found = Document.objects.filter(account=person, doc_id=doc_id)
    versions = [_kept(one).version for one in found.select_related("lock").order_by("ver")]
    if not versions:
        raise NotYours
    return versions


def newest_of(person: Account, doc_id: bytes) -> Version | None:
    """Give the newest version of one document, if there is any."""
    found = Document.objects.filter(account=person, doc_id=doc_id).select_related("lock")
    newest = found.order_by("ver").last()
    return None if newest is None else _kept(newest).version


def bytes_kept(person: Account) -> int:
    """Give how many bytes a person's documents take."""
    sizes = Document.objects.filter(account=person).annotate(size=Length("sealed_words"))
    return int(sizes.aggregate(all=Sum("size"))["all"] or 0)


def count_of(person: Account) -> int:
    """Give how many documents a person keeps."""
    ids = Document.objects.filter(account=person).order_by().values("doc_id").distinct()
    return int(ids.count())


def _kept(one: Document) -> Kept:
    version = Version(one.ver, one.prev, one.lock.sealed_key, one.sealed_words)
    return Kept(one.doc_id, version)
