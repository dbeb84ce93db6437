"""Vectors for conversation ids, epoch headers and their wraps."""

from dataclasses import replace
from functools import cache
from typing import Any

from pse import frames
from pse.epoch import Epoch, Member, eh_hash_of, next_epoch
from pse.epoch_rules import AGE
from pse.talking import turn

from .case import Cases, answered, refused
from .change import flip, other
from .scene import DAY, Scene, asked, newcomer

FIELDS = tuple(Epoch.__dataclass_fields__)


def cases() -> Cases:
    """All of them."""
    return [
        *_ids(), *_bytes(), *_first(), *_next(), *_promised(), *_other_readers(), *_wraps(),
        *_opened(),
    ]  # fmt: skip


@cache
def scene() -> Scene:
    """Ada asked Ben."""
    return asked(chance_name="epochs")


@cache
def turned() -> frames.Header:
    """Ben's header after 30 days."""
    here = scene()
    room = here.room(here.ben).read(here.ledger)
    return turn(here.ben, room.conversation, records=here.records, day=DAY + 30)


def _ids() -> Cases:
    row = scene().begun.frame.header
    owner = row.member(row.owner_id)
    given: dict[str, Any] = {
        "kind": 1,
        "owner_id": row.owner_id,
        "owner_kr_hash": owner.kr_hash if owner else b"",
        "rand": scene().begun.rand,
    }
    return [
        answered("a conversation's id", "conv.id", **given),
        *[
            answered(f"another {name}", "conv.id", **{**given, name: other(value)})
            for name, value in given.items()
        ],
        refused("a short rand", "conv.id", **{**given, "rand": b""}),
    ]


def _changed(header: Epoch, name: str) -> Epoch:
    value = getattr(header, name)
    if name == "members":
        return replace(header, members=(replace(value[0], kr_hash=b"k" * 32), value[1]))
    return replace(header, **{name: other(value)})


def _bytes() -> Cases:
    header = scene().begun.frame.header
    every = [(f"another {name}", _changed(header, name)) for name in FIELDS]
    return [
        answered("EH", "epoch.bytes", header=header),
        answered("its hash", "epoch.hash", header=header),
        answered("the wraps' context", "epoch.context", header=header),
        answered("kc", "epoch.kc", epoch_key=b"k" * 32, conv=header.conv, epoch=0),
        *[answered(f"hash: {name}", "epoch.hash", header=row) for name, row in every],
        *[answered(f"context: {name}", "epoch.context", header=row) for name, row in every],
        refused("a short conv", "epoch.bytes", header=replace(header, conv=b"c")),
    ]


def _first() -> Cases:
    header = scene().begun.frame.header
    one, two = header.members
    ben = scene().ben.account_id
    ghost = Member(b"\xff" * 16, b"k" * 32, 2)
    bad: list[tuple[str, dict[str, Any]]] = [
        ("kind 2, a circle", {"kind": 2}),
        ("kind 3, a disclosure", {"kind": 3}),
        ("epoch 1", {"epoch": 1}),
        ("a header before", {"prev_eh_hash": b"p" * 32}),
        ("closes number 1", {"closed_n": 1}),
        ("another beginning of the chain", {"closed_h": b"h" * 32}),
        ("signed by the specialist", {"author_id": ben}),
        ("owned by the specialist", {"owner_id": ben, "author_id": ben}),
        ("owned by a stranger", {"owner_id": b"s" * 16, "author_id": b"s" * 16}),
        ("kept 25 months", {"retention": 25}),
        ("a third reader", {"members": (one, two, ghost)}),
        ("one reader", {"members": (one,)}),
        ("no reader", {"members": ()}),
        ("the same reader twice", {"members": (one, one)}),
        ("not ascending", {"members": (two, one)}),
        ("a supervisor as specialist", {"members": _roles(header, 3)}),
        ("two clients", {"members": _roles(header, 1)}),
        ("a line without a root", {"log_size": 1}),
        ("another log root", {"log_root": b"r" * 32}),
        ("reason 2", {"reason": 2}),
        ("reason 0", {"reason": 0}),
        ("reason 9", {"reason": 9}),
    ]
    return [
        answered("epoch 0", "epoch.first", header=header),
        answered("kept for good", "epoch.first", header=replace(header, retention=0)),
        answered("one that continues", "epoch.first", header=replace(header, reason=8)),
        *[refused(n, "epoch.first", header=replace(header, **change)) for n, change in bad],
    ]


def _roles(header: Epoch, role: int) -> tuple[Member, ...]:
    ben = scene().ben.account_id
    return tuple(
        replace(row, role=role) if row.account_id == ben else row for row in header.members
    )


def _next() -> Cases:
    before, header = scene().begun.frame.header, turned().header
    one, two = header.members
    keys = (replace(one, kr_hash=b"k" * 32), two)
    bad: list[tuple[str, dict[str, Any]]] = [
        ("the same epoch again", {"epoch": 0}),
        ("an epoch skipped", {"epoch": 2}),
        ("another header before", {"prev_eh_hash": flip(eh_hash_of(before), 0)}),
        ("an earlier day", {"day": DAY - 1}),
        ("closes less than the header before", {"closed_n": 0}),
        ("another conversation", {"conv": b"c" * 16}),
        ("another owner", {"owner_id": scene().ben.account_id}),
        ("a stranger as author", {"author_id": b"s" * 16}),
        ("kept longer", {"retention": 24}),
        ("kept for good", {"retention": 0}),
        ("another promise", {"agreement_hash": b"a" * 32}),
        ("other keys without that reason", {"members": keys}),
        ("a third reader", {"members": (one, two, Member(b"\xff" * 16, b"k" * 32, 2))}),
        ("another reader", {"members": (one, replace(two, account_id=b"\xff" * 16))}),
        ("another reader, said to be new keys", {"members": _else(header), "reason": 5}),
        ("a reader less", {"members": (one,)}),
        ("reason 1", {"reason": 1}),
        ("reason 4", {"reason": 4}),
        ("reason 7", {"reason": 7}),
        ("reason 8", {"reason": 8}),
        ("a circle now", {"kind": 2}),
    ]
    ada = next_epoch(
        before,
        author_id=before.owner_id,
        closed_n=header.closed_n,
        closed_h=header.closed_h,
        day=DAY,
        reason=AGE,
    )
    new_keys = replace(header, members=keys, reason=5)
    return [
        answered("by the specialist", "epoch.next", header=header, before=before),
        answered("by the owner", "epoch.next", header=ada, before=before),
        answered("other keys for that reason", "epoch.next", header=new_keys, before=before),
        *[
            refused(name, "epoch.next", header=replace(header, **change), before=before)
            for name, change in bad
        ],
    ]


def _promised() -> Cases:
    """Reason 9: another promise, and perhaps another time of keeping."""
    before, header = scene().begun.frame.header, turned().header
    changed = replace(header, reason=9, agreement_hash=b"a" * 32)
    one, two = header.members
    bad: list[tuple[str, dict[str, Any]]] = [
        ("promise: the same one", {"agreement_hash": header.agreement_hash}),
        ("promise: for another reason", {"reason": 5}),
        ("promise: other keys too", {"members": (replace(one, kr_hash=b"k" * 32), two)}),
        ("promise: a third reader too", {"members": (one, two, _LEA)}),
        ("promise: kept 25 months", {"retention": 25}),
    ]
    longer = replace(changed, retention=24)
    return [
        answered("another promise", "epoch.next", header=changed, before=before),
        answered("another promise, kept longer", "epoch.next", header=longer, before=before),
        *[
            refused(name, "epoch.next", header=replace(changed, **change), before=before)
            for name, change in bad
        ],
    ]


_LEA = Member(b"\xfe" * 16, b"l" * 32, 2)
_NOA = Member(b"\xff" * 16, b"n" * 32, 2)


def _other_readers() -> Cases:
    """Reasons 7 and 10: the owner brings somebody in, and lets somebody go."""
    two, header = scene().begun.frame.header, turned().header
    owner, ben = two.owner_id, scene().ben.account_id
    hers = replace(header, author_id=owner)
    ada_row = next(row for row in two.members if row.account_id == owner)
    ben_row = next(row for row in two.members if row.account_id == ben)
    three = replace(two, members=(*two.members, _LEA))
    after = replace(hers, prev_eh_hash=eh_hash_of(three))
    new_keys = tuple(sorted((replace(ben_row, kr_hash=b"k" * 32), ada_row), key=_by_id))
    kept = two.members
    good = [
        ("a specialist added", hers, two, 7, (*kept, _LEA)),
        ("a specialist removed", after, three, 10, kept),
        ("the first specialist removed", after, three, 10, (ada_row, _LEA)),
        ("a specialist exchanged", hers, two, 10, (ada_row, _LEA)),
        ("one of two exchanged", after, three, 10, (*kept, _NOA)),
        ("two left, one came", after, three, 10, (ada_row, _NOA)),
        ("new keys with three", after, three, 5, (*new_keys, _LEA)),
    ]
    bad = [
        ("added by the specialist", header, two, 7, (*kept, _LEA)),
        ("added by the one who joins", replace(hers, author_id=_LEA.account_id), two, 7,
         (*kept, _LEA)),
        ("removed by the specialist", replace(after, author_id=ben), three, 10, kept),
        ("added as exchanged", hers, two, 10, (*kept, _LEA)),
        ("exchanged as added", hers, two, 7, (ada_row, _LEA)),
        ("removed as added", after, three, 7, kept),
        ("nobody added", hers, two, 7, kept),
        ("nobody removed", after, three, 10, (*kept, _LEA)),
        ("a fourth", after, three, 7, (*kept, _LEA, _NOA)),
        ("two added", hers, two, 7, (*kept, _LEA, _NOA)),
        ("a client added", hers, two, 7, (*kept, replace(_LEA, role=1))),
        ("a supervisor added", hers, two, 7, (*kept, replace(_LEA, role=3))),
        ("the owner removed", after, three, 10, (ben_row, _LEA)),
        ("everybody else removed", after, three, 10, (ada_row,)),
        ("added with other keys of one who stays", hers, two, 7, (*new_keys, _LEA)),
        ("another role", after, three, 10, (ada_row, replace(_LEA, role=1))),
    ]  # fmt: skip
    return [
        *[
            answered(name, "epoch.next", header=_with(of, why, who), before=then)
            for name, of, then, why, who in good
        ],
        *[
            refused(name, "epoch.next", header=_with(of, why, who), before=then)
            for name, of, then, why, who in bad
        ],
        refused("began with three", "epoch.first", header=three),
        refused(
            "added under another promise",
            "epoch.next",
            header=replace(_with(hers, 7, (*kept, _LEA)), agreement_hash=b"a" * 32),
            before=two,
        ),
    ]


def _with(header: Epoch, reason: int, members: tuple[Member, ...]) -> Epoch:
    return replace(header, reason=reason, members=tuple(sorted(members, key=_by_id)))


def _by_id(row: Member) -> bytes:
    return row.account_id


def _else(header: Epoch) -> tuple[Member, ...]:
    """The specialist's row, given to a stranger."""
    kept = [row for row in header.members if row.role == 1]
    rows = [*kept, Member(b"\xff" * 16, b"k" * 32, 2)]
    return tuple(sorted(rows, key=lambda row: row.account_id))


def _wraps() -> Cases:
    frame = scene().begun.frame
    pairs = [list(pair) for pair in sorted(frame.wraps.items())]
    given: dict[str, Any] = {"header": frame.header}
    bad = [
        ("a wrap missing", pairs[:1]),
        ("a wrap too many", [*pairs, [b"\xff" * 16, bytes(112)]]),
        ("the same wrap for both", [[pairs[0][0], pairs[0][1]], [pairs[1][0], pairs[0][1]]]),
        ("one bit of a wrap", [pairs[0], [pairs[1][0], flip(pairs[1][1], 60)]]),
        ("a short wrap", [pairs[0], [pairs[1][0], pairs[1][1][:-1]]]),
        ("for somebody else", [pairs[0], [b"\xff" * 16, pairs[1][1]]]),
    ]
    return [
        answered("wraps_hash", "epoch.wraps_hash", wraps=pairs),
        answered("the header's wraps", "epoch.wraps", wraps=pairs, **given),
        *[refused(name, "epoch.wraps", wraps=rows, **given) for name, rows in bad],
    ]


def _opened() -> Cases:
    frame, ben, ada = scene().begun.frame, scene().ben, scene().ada
    header, wrapped = frame.header, frame.wraps[ben.account_id]
    mine = header.member(ben.account_id)
    theirs = header.member(ada.account_id)
    given = {"header": header, "wrap": wrapped, "member": mine, "ek_seed": ben.secrets.ek[0]}
    bad: list[tuple[str, dict[str, Any]]] = [
        ("another reader's wrap", {"wrap": frame.wraps[ada.account_id]}),
        ("another reader's row", {"member": theirs}),
        ("another reader's seed", {"ek_seed": ada.secrets.ek[0]}),
        ("a stranger's seed", {"ek_seed": newcomer("finn").person.secrets.ek[0]}),
        ("another epoch's wrap", {"wrap": turned().wraps[ben.account_id]}),
        ("one bit", {"wrap": flip(wrapped, 50)}),
        ("no wrap", {"wrap": b""}),
        *[
            (f"another {name}", {"header": _changed(header, name)})
            for name in FIELDS
            if name != "wraps_hash"
        ],
    ]
    return [
        answered("a reader's wrap opens", "epoch.open", **given),
        *[refused(name, "epoch.open", **{**given, **change}) for name, change in bad],
    ]
