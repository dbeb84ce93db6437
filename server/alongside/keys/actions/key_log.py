"""The key log grows by one line for each key record, endorsement and revocation."""

from django.db import transaction

from alongside.ground.refusal import Refused
from alongside.keys.key_log import NoSuchTree, note_at, witnesses
from alongside.keys.models import Cosignature, LogEdge, LogLine
from pse.key_log import Leaf, leaf_node
from pse.merkle import NODE, edge_after, root_of_edge
from pse.note import Note, Witness, read_note, verify_cosigned, write_note
from pse.refusal import Refused as DoesNotHold

ONLY = 1


class NotAWitness(Refused):
    """Only those the programme named look on; and only at what it really signed."""

    code = "not-a-witness"
    words = "This is not our list, or it was not signed by one of our witnesses."


@transaction.atomic
def log_of(leaf: Leaf, *, today: int) -> LogLine:
    """Write one line at the end, in the same transaction as what it speaks of.

    The edge is held until that transaction ends: lines stand without a gap, in one order.
    """
    edge = _held_edge()
    nodes = [edge.nodes[at : at + NODE] for at in range(0, len(edge.nodes), NODE)]
    grown = edge_after(nodes, edge.size, leaf_node(leaf))
    line = LogLine.objects.create(
        place=edge.size,
        type=leaf.type,
        who=leaf.who,
        hash=leaf.hash,
        root=root_of_edge(grown),
        day=max(today, _newest_day(edge.size)),
    )
    edge.size, edge.nodes = edge.size + 1, b"".join(grown)
    edge.save(update_fields=["size", "nodes"])
    return line


@transaction.atomic
def keep_cosignature(note: str) -> None:
    """Keep what a witness signed, if it is our own list; NotAWitness else."""
    read = _read(note)
    witness = _witness_of(note)
    size = _size_of(read)
    line = next(line for line in read.lines if line.name == witness.name)
    kept = write_note(Note("", (line,))).strip()
    before = Cosignature.objects.select_for_update().filter(witness=witness.name).first()
    if before is not None and before.size > size:
        return
    Cosignature.objects.update_or_create(
        witness=witness.name, defaults={"size": size, "line": kept}
    )


def _held_edge() -> LogEdge:
    edges = LogEdge.objects.select_for_update()
    return edges.get_or_create(pk=ONLY, defaults={"size": 0, "nodes": b""})[0]


def _newest_day(size: int) -> int:
    newest = LogLine.objects.filter(place=size - 1).values_list("day", flat=True).first()
    return newest or 0


def _read(note: str) -> Note:
    try:
        return read_note(note)
    except DoesNotHold:
        raise NotAWitness from None


def _witness_of(note: str) -> Witness:
    for witness in witnesses():
        try:
            verify_cosigned(note, witness)
        except DoesNotHold:
            continue
        return witness
    raise NotAWitness


def _size_of(note: Note) -> int:
    """Give the size this note speaks of, if it is word for word what we sign at that size."""
    size = note.text.split("\n")[1]
    try:
        ours = note_at(int(size))
    except (ValueError, NoSuchTree):
        raise NotAWitness from None
    if read_note(ours).text != note.text:
        raise NotAWitness
    return int(size)
