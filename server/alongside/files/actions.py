"""Taking files in piece by piece, and letting them go with the line they belong to."""

from django.db import transaction

from alongside.files.models import File, Piece
from alongside.files.queries import (
    file_of,
    has_piece,
    own_file_of,
    pieces_here,
    pieces_in_all,
    pieces_of_day,
    to_let_go,
    writable_of,
)
from alongside.files.rules import check_piece, check_size, is_too_much, is_too_much_today
from alongside.files.storage import storage
from alongside.ground.refusal import NotYours, Refused
from alongside.people.models import Account

AT_ONCE = 20


class FilesToday(Refused):
    """As much as one person may send in a day."""

    code = "files-today"
    words = "That is all that fits in one day. You can send more tomorrow."


class FilesFull(Refused):
    """As much as one person may have here."""

    code = "files-full"
    words = "There is no room for more. Please take some of your files back first."


class FileMoved(Refused):
    """It was begun with another size."""

    code = "file-moved"
    words = "This file was begun in another way. Please choose it again."
    status = 409


@transaction.atomic
def begin_file(
    person: Account, *, conv: bytes, file_id: bytes, pieces: int, today: int
) -> list[int]:
    """Take room for a file, or go on with one; gives which pieces are here already."""
    check_size(pieces)
    Account.objects.select_for_update().get(pk=person.pk)
    found = own_file_of(person, conv=conv, file_id=file_id)
    if found is None:
        _check_room(person, pieces, today=today)
        found = File.objects.create(
            conversation=writable_of(person, conv=conv),
            ref=file_id,
            sender=person,
            pieces=pieces,
            begun_on=today,
        )
    if found.pieces != pieces:
        raise FileMoved
    return pieces_here(found)


def keep_piece(person: Account, *, conv: bytes, file_id: bytes, i: int, raw: bytes) -> None:
    """Keep one piece; the first one that came stays."""
    file = own_file_of(person, conv=conv, file_id=file_id)
    if file is None:
        raise NotYours
    check_piece(raw, i=i, pieces=file.pieces)
    if has_piece(file, i=i):
        return
    storage().put(shelf_name(file, i), raw)
    Piece.objects.get_or_create(file=file, i=i)


def read_piece(person: Account, *, conv: bytes, file_id: bytes, i: int) -> bytes:
    """Give one sealed piece to a member of the conversation; NotYours else."""
    file = file_of(person, conv=conv, file_id=file_id)
    raw = storage().get(shelf_name(file, i)) if has_piece(file, i=i) else None
    if raw is None:
        raise NotYours
    return raw


def let_go_of_files(*, today: int) -> int:
    """Delete files whose line is gone, and those no line ever named; gives how many."""
    gone = 0
    while some := list(to_let_go(today=today)[:AT_ONCE]):
        gone += _let_go(some)
    return gone


def let_go_of_every_file() -> None:
    """Delete every piece of every file: the programme has ended."""
    while some := list(File.objects.order_by("pk")[:AT_ONCE]):
        _let_go(some)


def shelf_name(file: File, i: int) -> str:
    """Give the name under which a piece lies in the storage."""
    return f"{file.shelf}-{i}"


def _let_go(files: list[File]) -> int:
    """Pieces first: if this is cut off, the row still says what is left to do."""
    for file in files:
        storage().delete([shelf_name(file, i) for i in range(file.pieces)])
    with transaction.atomic():
        File.objects.filter(pk__in=[file.pk for file in files]).delete()
    return len(files)


def _check_room(person: Account, pieces: int, *, today: int) -> None:
    if is_too_much(pieces, before=pieces_in_all(person)):
        raise FilesFull
    if is_too_much_today(pieces, before=pieces_of_day(person, today=today)):
        raise FilesToday
