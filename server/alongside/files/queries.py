"""The only doors to files: for the members of their conversation, and nobody else."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from alongside.conversations.models import Conversation, Entry, Member, Mode
from alongside.files.models import File, Piece
from alongside.files.rules import last_day_unnamed
from alongside.ground.refusal import NotYours
from alongside.people.models import Account


def writable_of(person: Account, *, conv: bytes) -> Conversation:
    """Give a conversation this person may write in now; NotYours else."""
    mine = Member.objects.filter(account=person, may_write=True).values("conversation_id")
    open_ones = Conversation.objects.filter(pk__in=mine, ref=conv, mode=Mode.ACTIVE)
    return _one(open_ones)


def file_of(person: Account, *, conv: bytes, file_id: bytes) -> File:
    """Give a file of a conversation this person may read; NotYours else."""
    mine = Member.objects.filter(account=person).values("conversation_id")
    readable = Conversation.objects.filter(pk__in=mine, ref=conv).exclude(mode=Mode.GONE)
    found = File.objects.filter(conversation__in=readable, ref=file_id).first()
    if found is None:
        raise NotYours
    return found


def own_file_of(person: Account, *, conv: bytes, file_id: bytes) -> File | None:
    """Give a file this person has begun, in a conversation they may write in; None if none.

    NotYours if somebody else has begun one of this id.
    """
    conversation = writable_of(person, conv=conv)
    found = File.objects.filter(conversation=conversation, ref=file_id).first()
    if found is not None and found.sender_id != person.pk:
        raise NotYours
    return found


def pieces_here(file: File) -> list[int]:
    """Give which pieces of a file are here."""
    return list(Piece.objects.filter(file=file).order_by("i").values_list("i", flat=True))


def has_piece(file: File, *, i: int) -> bool:
    """Say whether this piece is here."""
    return Piece.objects.filter(file=file, i=i).exists()


def pieces_of_day(person: Account, *, today: int) -> int:
    """Give for how many pieces a person has taken room today."""
    return _room(File.objects.filter(sender=person, begun_on=today))


def pieces_in_all(person: Account) -> int:
    """Give for how many pieces a person has taken room."""
    return _room(File.objects.filter(sender=person))


def to_let_go(*, today: int) -> QuerySet[File]:
    """Give files whose line is gone, or never came within two whole days."""
    line = Entry.objects.filter(
        conversation=OuterRef("conversation"), msg_id=OuterRef("ref"), box__isnull=False
    )
    is_over = Q(begun_on__lte=last_day_unnamed(today=today)) | Q(conversation__mode=Mode.GONE)
    return File.objects.filter(is_over).exclude(Exists(line)).order_by("pk")


def _room(files: QuerySet[File]) -> int:
    return int(files.order_by().aggregate(all=Sum("pieces"))["all"] or 0)


def _one(found: QuerySet[Conversation]) -> Conversation:
    conversation = found.first()
    if conversation is None:
        raise NotYours
    return conversation
