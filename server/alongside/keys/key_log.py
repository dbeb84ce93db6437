"""The only door to the key log: its lines, and what is signed and witnessed of it."""

from dataclasses import dataclass

from django.conf import settings

from alongside.ground.refusal import Refused
from alongside.ground.secrets import log_seed
from alongside.keys.models import Cosignature, LogEdge, LogLine
from alongside.programme.queries import programme
from pse.key_log import Leaf, leaf_node, write_rows
from pse.merkle import NOTHING, LogAt, edge_after, root_of_edge
from pse.note import Witness, read_witness, sign_checkpoint

AT_ONCE = 4_096


class NoSuchTree(Refused):
    """The log never had this size."""

    code = "no-such-tree"
    words = "This list never had so many lines."


class BrokenLog(Refused):
    """The list of who is who is not what was written into it."""

    code = "broken-log"
    words = "The list of who is who is not whole: a line was changed or is missing."


@dataclass(frozen=True)
class Page:
    """Some lines, and the signed note of the tree that they lead to."""

    size: int
    rows: bytes
    note: str


def size_today() -> int:
    """Give how many lines there are: for those who are signed in."""
    return LogLine.objects.count()


def size_yesterday(*, today: int) -> int:
    """Give how many lines there were when the day began: for everyone else."""
    return LogLine.objects.filter(day__lt=today).count()


def page_from(start: int, *, size: int) -> Page:
    """Give lines from one on, and what is signed of the tree of `size`."""
    found = LogLine.objects.filter(place__gte=start, place__lt=size).order_by("place")
    rows = write_rows(_leaf(line) for line in found[:AT_ONCE])
    return Page(size, rows, note_at(size))


def tree_at(size: int) -> LogAt:
    """Give the tree of one size; NoSuchTree beyond the end."""
    if size == 0:
        return NOTHING
    line = LogLine.objects.filter(place=size - 1).first()
    if line is None:
        raise NoSuchTree
    return LogAt(line.root, size)


def note_at(size: int) -> str:
    """Give what the log key signs of the tree of one size."""
    return sign_checkpoint(log_seed(), programme().home, tree_at(size))


def witnesses() -> list[Witness]:
    """Give whom the programme asked to look on."""
    return [read_witness(line) for line in settings.WITNESSES]


def cosigned(*, size: int) -> list[str]:
    """Give each witness's newest note, within the tree of `size`."""
    named = [witness.name for witness in witnesses()]
    kept = Cosignature.objects.filter(witness__in=named, size__lte=size).order_by("witness")
    return [f"{note_at(one.size)}{one.line}\n" for one in kept]


def check_log() -> int:
    """Compute every root anew and give the number of lines; BrokenLog where one differs."""
    edge: list[bytes] = []
    size = 0
    for line in LogLine.objects.order_by("place").iterator(chunk_size=AT_ONCE):
        edge = edge_after(edge, size, leaf_node(_leaf(line)))
        if (line.place, line.root) != (size, root_of_edge(edge)):
            raise BrokenLog
        size += 1
    kept = LogEdge.objects.first()
    if (size, b"".join(edge)) != ((kept.size, kept.nodes) if kept else (0, b"")):
        raise BrokenLog
    return size


def _leaf(line: LogLine) -> Leaf:
    return Leaf(line.type, line.who, line.hash)
