"""The tree of RFC 6962 over SHA-256: its root at every size, both proofs (section 13)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from .refusal import Malformed

NODE = 32


@dataclass(frozen=True, slots=True)
class LogAt:
    """The tree at one size."""

    root: bytes
    size: int


NOTHING = LogAt(sha256(b"").digest(), 0)


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one leaf."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees."""
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """Leaves that only ever grow. Whole subtrees are kept, so that every root is near."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self._levels: list[list[bytes]] = [[]]
        for leaf in leaves:
            self.add(leaf)

    @property
    def size(self) -> int:
        """How many leaves there are."""
        return len(self._levels[0])

    def add(self, leaf: bytes) -> None:
        """Put one leaf, already hashed, at the end."""
        node, level = leaf, 0
        self._levels[0].append(node)
        while len(self._levels[level]) % 2 == 0:
            node = node_hash(*self._levels[level][-2:])
            level += 1
            if level == len(self._levels):
                self._levels.append([])
            self._levels[level].append(node)

    def root_at(self, size: int) -> bytes:
        """The root over the first `size` leaves; Malformed beyond the end."""
        if not 0 <= size <= self.size:
            raise Malformed("a tree larger than the leaves there are")
        return self._range(0, size) if size else NOTHING.root

    def at(self, size: int | None = None) -> LogAt:
        """The tree at a size; at its newest without one."""
        counted = self.size if size is None else size
        return LogAt(self.root_at(counted), counted)

    def path_of(self, index: int, size: int) -> list[bytes]:
        """What proves that leaf `index` is in the tree of `size` (RFC 6962, 2.1.1)."""
        if not 0 <= index < size <= self.size:
            raise Malformed("a leaf outside its tree")
        return self._path(index, 0, size)

    def bridge(self, first: int, second: int) -> list[bytes]:
        """What proves that the tree of `first` begins the tree of `second` (2.1.2)."""
        if not 0 < first <= second <= self.size:
            raise Malformed("no tree that begins another")
        return self._bridge(first, 0, second, is_whole=True)

    def _range(self, begin: int, end: int) -> bytes:
        count = end - begin
        level = count.bit_length() - 1
        if count == 1 << level and begin % count == 0:
            return self._levels[level][begin >> level]
        middle = begin + _split(count)
        return node_hash(self._range(begin, middle), self._range(middle, end))

    def _path(self, index: int, begin: int, end: int) -> list[bytes]:
        if end - begin == 1:
            return []
        middle = begin + _split(end - begin)
        if index < middle:
            return [*self._path(index, begin, middle), self._range(middle, end)]
        return [*self._path(index, middle, end), self._range(begin, middle)]

    def _bridge(self, first: int, begin: int, end: int, *, is_whole: bool) -> list[bytes]:
        if first == end:
            return [] if is_whole else [self._range(begin, end)]
        middle = begin + _split(end - begin)
        if first <= middle:
            left = self._bridge(first, begin, middle, is_whole=is_whole)
            return [*left, self._range(middle, end)]
        right = self._bridge(first, middle, end, is_whole=False)
        return [*right, self._range(begin, middle)]


def edge_after(edge: Sequence[bytes], size: int, leaf: bytes) -> list[bytes]:
    """The whole subtrees of a tree, largest first, after one leaf more."""
    grown, node = list(edge), leaf
    while size & 1:
        node, size = node_hash(grown.pop(), node), size >> 1
    return [*grown, node]


def root_of_edge(edge: Sequence[bytes]) -> bytes:
    """The root over whole subtrees, largest first."""
    if not edge:
        return NOTHING.root
    node = edge[-1]
    for left in reversed(edge[:-1]):
        node = node_hash(left, node)
    return node


def verify_path(leaf: bytes, path: Sequence[bytes], *, index: int, at: LogAt) -> None:
    """Return if this leaf is number `index` of the tree; Malformed else (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < at.size:
        raise Malformed("a leaf outside its tree")
    node, place, last = leaf, index, at.size - 1
    for sibling in path:
        if last == 0:
            raise Malformed("a path longer than its tree")
        if place & 1 or place == last:
            node = node_hash(sibling, node)
            place, last = _up_from_right(place, last)
        else:
            node = node_hash(node, sibling)
        place, last = place >> 1, last >> 1
    if last != 0 or node != at.root:
        raise Malformed("a leaf that is not in this tree")


def verify_bridge(first: LogAt, second: LogAt, bridge: Sequence[bytes]) -> None:
    """Return if `first` begins `second`; Malformed else (RFC 9162, 2.1.4.2)."""
    if not 0 < first.size <= second.size:
        raise Malformed("a tree that shrank")
    nodes = list(bridge)
    if first.size == second.size:
        if nodes or first.root != second.root:
            raise Malformed("another tree of the same size")
        return
    if first.size & (first.size - 1) == 0:
        nodes.insert(0, first.root)
    if not nodes or _walked(nodes, first.size - 1, second.size - 1) != (
        first.root,
        second.root,
    ):
        raise Malformed("a tree that does not begin the other")


def _walked(nodes: list[bytes], place: int, last: int) -> tuple[bytes, bytes] | None:
    while place & 1:
        place, last = place >> 1, last >> 1
    one = other = nodes[0]
    for node in nodes[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            one, other = node_hash(node, one), node_hash(node, other)
            place, last = _up_from_right(place, last)
        else:
            other = node_hash(other, node)
        place, last = place >> 1, last >> 1
    return (one, other) if last == 0 else None


def _up_from_right(place: int, last: int) -> tuple[int, int]:
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _split(count: int) -> int:
    """The largest power of two below `count`."""
    return 1 << ((count - 1).bit_length() - 1)
