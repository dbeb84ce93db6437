"""The key log: who is who, in a list that only ever grows (envelope.md, section 13)."""

from collections.abc import Iterable
from dataclasses import dataclass

from .endorsement import Endorsement, endorsement_bytes
from .ids import HASH, ID
from .merkle import NOTHING, LogAt, Tree, leaf_hash
from .pae import h, labelled, sized
from .refusal import LogTrouble, Malformed
from .revocation import Revocation, revocation_hash_of

KEYS, ENDORSED, REVOKED = 1, 2, 3
WHO = 31
ROW = 64
# Every room reads all of it at each signing-in: what a phone can do at once.
MOST_LEAVES = 100_000


@dataclass(frozen=True, slots=True)
class Leaf:
    """One line of the log: what kind of thing, about whom, and its hash."""

    type: int
    who: bytes
    hash: bytes


def who_of(account_id: bytes) -> bytes:
    """How the log names an account: nobody can tell the id from it."""
    return h("pse1/leaf-who", sized(account_id, ID, "an account id"))[:WHO]


def key_leaf(account_id: bytes, kr_hash: bytes) -> Leaf:
    """The leaf of a key record."""
    return Leaf(KEYS, who_of(account_id), sized(kr_hash, HASH, "a key record's hash"))


def endorsement_hash_of(home: bytes, endorsement: Endorsement) -> bytes:
    """The hash (32 bytes) by which the log names an endorsement."""
    return h("pse1/endorse-hash", endorsement_bytes(home, endorsement), endorsement.sig)


def endorsement_leaf(home: bytes, endorsement: Endorsement) -> Leaf:
    """The leaf of an endorsement."""
    who = who_of(endorsement.account_id)
    return Leaf(ENDORSED, who, endorsement_hash_of(home, endorsement))


def revocation_leaf(home: bytes, revocation: Revocation) -> Leaf:
    """The leaf of a revocation."""
    who = who_of(revocation.account_id)
    return Leaf(REVOKED, who, revocation_hash_of(home, revocation))


def leaf_node(leaf: Leaf) -> bytes:
    """What stands for a leaf in the tree."""
    _check_leaf(leaf)
    return leaf_hash(labelled("pse1/leaf", leaf.type, leaf.who, leaf.hash))


def write_rows(leaves: Iterable[Leaf]) -> bytes:
    """Leaves as they travel, 64 bytes each."""
    return b"".join(bytes([_check_leaf(leaf).type]) + leaf.who + leaf.hash for leaf in leaves)


def read_rows(raw: bytes) -> list[Leaf]:
    """Leaves from bytes; Malformed where a row breaks off or is of an unknown type."""
    if len(raw) % ROW:
        raise Malformed("a row that breaks off")
    rows = (raw[at : at + ROW] for at in range(0, len(raw), ROW))
    return [_check_leaf(Leaf(row[0], row[1 : 1 + WHO], row[1 + WHO :])) for row in rows]


class KeyLog:
    """A log as far as somebody read it; no line stands in it twice."""

    def __init__(self, leaves: Iterable[Leaf] = ()) -> None:
        self.leaves: list[Leaf] = []
        self._tree = Tree()
        self._places: dict[Leaf, int] = {}
        self._about: dict[bytes, list[Leaf]] = {}
        for leaf in leaves:
            self.add(leaf)

    @property
    def size(self) -> int:
        """How many lines there are."""
        return self._tree.size

    def add(self, leaf: Leaf) -> None:
        """Read one line more."""
        if leaf in self._places or self.size >= MOST_LEAVES:
            raise LogTrouble("log-other", "a line stands twice, or there are too many")
        self.leaves.append(leaf)
        self._places[leaf] = self.size
        self._about.setdefault(leaf.who, []).append(leaf)
        self._tree.add(leaf_node(leaf))

    def at(self, size: int | None = None) -> LogAt:
        """The tree at a size; at its newest without one."""
        return self._tree.at(size)

    def path_of(self, leaf: Leaf, size: int) -> list[bytes]:
        """What proves that a line is in the tree of `size`."""
        if leaf not in self._places:
            raise Malformed("no such line")
        return self._tree.path_of(self._places[leaf], size)

    def bridge(self, first: int, second: int) -> list[bytes]:
        """What proves that the tree of `first` begins the tree of `second`."""
        return self._tree.bridge(first, second)

    def holds(self, at: LogAt) -> bool:
        """Whether this log was once exactly that tree."""
        return at.size <= self.size and self._tree.root_at(at.size) == at.root

    def keys_of(self, account_id: bytes) -> list[bytes]:
        """The hashes of an account's key records, oldest first."""
        about = self._about.get(who_of(account_id), [])
        return [leaf.hash for leaf in about if leaf.type == KEYS]

    def stands_behind(self, home: bytes, endorsement: Endorsement) -> bool:
        """Whether an endorsement is in the log and was not taken back after it."""
        leaf = endorsement_leaf(home, endorsement)
        about = self._about.get(leaf.who, [])
        if leaf not in about:
            return False
        return all(later.type != REVOKED for later in about[about.index(leaf) :])


EMPTY = KeyLog()
EMPTY_AT = NOTHING


def _check_leaf(leaf: Leaf) -> Leaf:
    if leaf.type not in (KEYS, ENDORSED, REVOKED):
        raise Malformed("a kind of line that the page does not name")
    sized(leaf.who, WHO, "who")
    sized(leaf.hash, HASH, "a hash")
    return leaf
