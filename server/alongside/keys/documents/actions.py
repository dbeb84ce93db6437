"""Keeping and deleting documents: compare and set, so that two devices never overwrite."""

from django.db import transaction

from alongside.ground.refusal import Refused
from alongside.keys.documents.queries import bytes_kept, count_of, last_day_of, newest_of
from alongside.keys.documents.rules import (
    MOST,
    MOST_BYTES,
    check_last_day,
    check_version,
    follows,
    oldest_kept,
)
from alongside.keys.models import Document, DocumentLock
from alongside.people.models import Account
from pse.document import Version

AT_ONCE = 200


class DocumentMoved(Refused):
    """Another device wrote first, or what should come before is not here."""

    code = "document-moved"
    words = "Another of your windows wrote this page first."
    status = 409


class DocumentsFull(Refused):
    """There is no room for more."""

    code = "documents-full"
    words = "There is no room for more pages. Please delete some first."


@transaction.atomic
def keep_document(
    person: Account, doc_id: bytes, version: Version, *, today: int, last: int | None = None
) -> None:
    """Keep the next version of a document; the same one again changes nothing."""
    check_version(version)
    Account.objects.select_for_update().get(pk=person.pk)
    newest = newest_of(person, doc_id)
    if newest == version:
        return
    if not follows(version, newest):
        raise DocumentMoved
    before = last_day_of(person, doc_id)
    check_last_day(last, before, is_new=newest is None, today=today)
    _check_room(person, version, is_new=newest is None)
    document = Document.objects.create(
        account=person,
        doc_id=doc_id,
        ver=version.ver,
        prev=version.prev,
        sealed_words=version.box,
        last_on=last,
    )
    DocumentLock.objects.create(document=document, sealed_key=version.lock)
    _let_go(person, doc_id, before=oldest_kept(version.ver))


@transaction.atomic
def delete_document(person: Account, doc_id: bytes) -> None:
    """Delete every version of a document and its keys; one that is not there is deleted too."""
    DocumentLock.objects.filter(document__account=person, document__doc_id=doc_id).delete()
    Document.objects.filter(account=person, doc_id=doc_id).delete()


def destroy_documents(person: Account) -> None:
    """Delete everything a person kept, keys first."""
    DocumentLock.objects.filter(document__account=person).delete()
    Document.objects.filter(account=person).delete()


def let_go_of_documents(*, today: int) -> int:
    """Delete kept notes whose last day is over, keys first; gives how many versions went."""
    over = Document.objects.filter(last_on__lt=today).order_by("pk")[:AT_ONCE]
    with transaction.atomic():
        ids = list(over.values_list("pk", flat=True))
        DocumentLock.objects.filter(document__in=ids).delete()
        Document.objects.filter(pk__in=ids).delete()
    return len(ids)


def _check_room(person: Account, version: Version, *, is_new: bool) -> None:
    is_one_too_many = is_new and count_of(person) >= MOST
    if is_one_too_many or bytes_kept(person) + len(version.box) > MOST_BYTES:
        raise DocumentsFull


def _let_go(person: Account, doc_id: bytes, *, before: int) -> None:
    Document.objects.filter(account=person, doc_id=doc_id, ver__lt=before).delete()
