"""Vectors for the key log: leaves, roots, notes, cosignatures, and what an audit refuses."""

from base64 import b64encode
from dataclasses import replace
from functools import cache
from typing import Any

from pse.endorsement import Endorsement
from pse.epoch import Epoch, eh_hash_of
from pse.key_log import (
    KEYS,
    ROW,
    KeyLog,
    Leaf,
    endorsement_leaf,
    key_leaf,
    revocation_leaf,
    write_rows,
)
from pse.key_record import kr_hash_of
from pse.merkle import NOTHING, LogAt
from pse.note import ED25519, Witness, cosign, sign_checkpoint, write_witness
from pse.revocation import Revocation, sign_revocation
from pse.signing import verify_key_of

from .case import Cases, answered, refused
from .change import flip, other
from .epochs import scene, turned
from .scene import DAY, HOME, LOG_SEED, ROSTER_SEED, newcomer

LOG = verify_key_of(LOG_SEED)
ROSTER = verify_key_of(ROSTER_SEED)
WITNESS_SEED = bytes(range(64, 96))
WITNESS = Witness("partner.example", verify_key_of(WITNESS_SEED))
SECONDS = DAY * 86_400


def cases() -> Cases:
    """All of them."""
    return [
        *_leaves(),
        *_roots(),
        *_revocations(),
        *_notes(),
        *_witnesses(),
        *_audits(),
        *_others(),
        *_headers(),
    ]


@cache
def endorsement() -> Endorsement:
    """The programme's word for Ben."""
    return newcomer("ben").person.endorsed(
        ROSTER_SEED, display_name="Ben", from_day=DAY, serial=7
    )


@cache
def revocation() -> Revocation:
    """It is taken back."""
    ben = newcomer("ben").person.account_id
    return sign_revocation(ROSTER_SEED, HOME, Revocation(ben, 7, DAY + 3))


def keys_of(who: str) -> Leaf:
    """The line of somebody's first keys."""
    person = newcomer(who).person
    return key_leaf(person.account_id, kr_hash_of(person.record))


def revoked_leaf() -> Leaf:
    """The line of Ben's revocation."""
    return revocation_leaf(HOME, revocation())


def lines() -> list[Leaf]:
    """Ada, Ben, the word for Ben, Finn; then others, so that the tree has all its shapes."""
    known = [keys_of("ada"), keys_of("ben"), endorsement_leaf(HOME, endorsement())]
    others = [Leaf(KEYS, bytes([n]) * 31, bytes([n]) * 32) for n in range(1, 14)]
    return [*known, keys_of("finn"), *others]


def _leaves() -> Cases:
    leaf = keys_of("ada")
    given = {"type": leaf.type, "who": leaf.who, "hash": leaf.hash}
    account_id = newcomer("ada").person.account_id
    return [
        answered("Ada in the log", "log.who", account_id=account_id),
        refused("a short id", "log.who", account_id=account_id[:15]),
        answered("her line", "log.leaf", **given),
        answered("as an endorsement", "log.leaf", **{**given, "type": 2}),
        answered("as a revocation", "log.leaf", **{**given, "type": 3}),
        answered("another hash", "log.leaf", **{**given, "hash": other(leaf.hash)}),
        answered("another who", "log.leaf", **{**given, "who": other(leaf.who)}),
        *[refused(f"type {type_}", "log.leaf", **{**given, "type": type_}) for type_ in (0, 4)],
        refused("a short hash", "log.leaf", **{**given, "hash": leaf.hash[:31]}),
        refused("a long who", "log.leaf", **{**given, "who": leaf.who + b"w"}),
        answered("a word's hash", "log.endorse_hash", home=HOME, endorsement=endorsement()),
        answered(
            "with another signature",
            "log.endorse_hash",
            home=HOME,
            endorsement=replace(endorsement(), sig=flip(endorsement().sig, 0)),
        ),
    ]


def _roots() -> Cases:
    rows = write_rows(lines())
    swapped = write_rows([lines()[1], lines()[0], *lines()[2:]])
    sizes = list(range(len(lines()) + 1))
    return [
        answered("no line", "log.roots", rows=b"", sizes=[0]),
        answered("every size", "log.roots", rows=rows, sizes=sizes),
        answered("two lines swapped", "log.roots", rows=swapped, sizes=sizes),
        refused("a size beyond the end", "log.roots", rows=rows, sizes=[len(lines()) + 1]),
        refused("a row that breaks off", "log.roots", rows=rows[:-1], sizes=[0]),
        refused("a row of type 4", "log.roots", rows=b"\x04" + rows[1:], sizes=[0]),
        refused("a line twice", "log.roots", rows=rows + rows[:ROW], sizes=[0]),
    ]


def _revocations() -> Cases:
    taken = revocation()
    given: dict[str, Any] = {"home": HOME, "roster": ROSTER}
    changes = [(name, {name: other(getattr(taken, name))}) for name in ("account_id", "serial")]
    return [
        answered("what is signed", "revoke.bytes", home=HOME, revocation=taken),
        answered("its hash", "revoke.hash", home=HOME, revocation=taken),
        answered("it holds", "revoke.verify", revocation=taken, **given),
        *[
            refused(
                f"another {name}", "revoke.verify", revocation=replace(taken, **made), **given
            )
            for name, made in [*changes, ("day", {"day": 1}), ("sig", {"sig": bytes(64)})]
        ],
        refused(
            "another home", "revoke.verify", revocation=taken, **{**given, "home": bytes(16)}
        ),
        refused("by the log key", "revoke.verify", revocation=taken, home=HOME, roster=LOG),
    ]


def _note(size: int | None = None, leaves: list[Leaf] | None = None) -> str:
    return sign_checkpoint(LOG_SEED, HOME, KeyLog(leaves or lines()).at(size))


def _notes() -> Cases:
    given: dict[str, Any] = {"home": HOME, "log_key": LOG}
    good = _note(4)
    bad = [
        ("another size", good.replace("\n4\n", "\n5\n", 1)),
        ("a size with a zero in front", good.replace("\n4\n", "\n04\n", 1)),
        ("a size with a sign", good.replace("\n4\n", "\n+4\n", 1)),
        ("a line more", good.replace("\n\n", "\nmore\n\n", 1)),
        ("no signature", good.split("\n\n")[0] + "\n"),
        ("an empty line of signatures", good.split("\n\n")[0] + "\n\n"),
        ("no last line end", good[:-1]),
        ("signed twice", good + good.split("\n\n")[1]),
        ("a hyphen for the dash", good.replace("\u2014 ", "- ")),
        ("base64 with a slip", good.replace("=\n", "\n")),
        ("a carriage return", good.replace("\n", "\r\n")),
        ("nothing", ""),
    ]
    return [
        answered("a checkpoint", "note.read", note=good, **given),
        answered("of nothing", "note.read", note=_note(0), **given),
        answered("with a witness under it", "note.read", note=_cosigned(good), **given),
        *[refused(name, "note.read", note=note, **given) for name, note in bad],
        refused("another home", "note.read", note=good, home=bytes(16), log_key=LOG),
        refused("another log key", "note.read", note=good, home=HOME, log_key=ROSTER),
    ]


def _cosigned(note: str, *, name: str = WITNESS.name, seed: bytes = WITNESS_SEED) -> str:
    return cosign(seed, name, note, seconds=SECONDS)


def _witnesses() -> Cases:
    line, good = write_witness(WITNESS), _cosigned(_note(4))
    moved = good.replace("\n4\n", "\n5\n", 1)
    return [
        answered("a witness", "note.cosigned", note=good, witness=line),
        refused("of another size", "note.cosigned", note=moved, witness=line),
        refused("nobody's", "note.cosigned", note=_note(4), witness=line),
        refused(
            "another key",
            "note.cosigned",
            note=_cosigned(_note(4), seed=LOG_SEED),
            witness=line,
        ),
        refused(
            "another name", "note.cosigned", note=_cosigned(_note(4), name="x"), witness=line
        ),
        refused("a line with a slip", "note.cosigned", note=good, witness=line[:-2] + "A="),
        refused("the log's own key", "note.cosigned", note=good, witness=_plain_key()),
        refused("no line", "note.cosigned", note=good, witness="partner.example"),
    ]


def _plain_key() -> str:
    name, key_id, _ = write_witness(WITNESS).split("+", 2)
    return f"{name}+{key_id}+{b64encode(bytes([ED25519]) + WITNESS.key).decode()}"


def _audits() -> Cases:
    every, ada = lines(), newcomer("ada").person
    seen = KeyLog(every).at(5)
    given: dict[str, Any] = {
        "known": b"",
        "rows": write_rows(every),
        "note": _note(),
        "home": HOME,
        "log_key": LOG,
        "before": [],
        "account_id": ada.account_id,
        "records": list(ada.records),
    }

    def told(leaves: list[Leaf], **more: Any) -> dict[str, Any]:
        return {**given, "rows": write_rows(leaves), "note": _note(leaves=leaves), **more}

    extra = key_leaf(ada.account_id, b"x" * 32)
    swapped = [every[1], every[0], *every[2:]]
    forged = [replace(every[0], hash=b"f" * 32), *every[1:]]
    on = {"known": write_rows(every[:6]), "rows": write_rows(every[6:])}
    bad: list[tuple[str, dict[str, Any]]] = [
        ("a line less than was signed", {**given, "rows": write_rows(every[:-1])}),
        ("a line more than was signed", {**given, "rows": write_rows([*every, extra])}),
        ("swapped, not signed", {**given, "rows": write_rows(swapped)}),
        ("swapped and signed", told(swapped, before=[seen])),
        ("shrunk and signed", told(every[:3], before=[seen])),
        ("an old line changed", told([*every[:3], *forged[:1], *every[4:]], before=[seen])),
        ("another line for Ada", told([*every, extra])),
        ("another line instead of Ada's", told(forged)),
        ("Ada's line is missing", told(every[1:])),
        ("another home", {**given, "home": bytes(16)}),
        ("another log key", {**given, "log_key": ROSTER}),
        ("another beginning than was read", {**given, **on, "known": write_rows(swapped[:6])}),
    ]
    return [
        answered("Ada reads all of it", "log.audit", **given),
        answered("and again", "log.audit", **{**given, "before": [seen, NOTHING]}),
        answered("and reads on", "log.audit", **{**given, **on, "before": [seen]}),
        *[refused(name, "log.audit", **asked) for name, asked in bad],
    ]


def _others() -> Cases:
    ben, every = newcomer("ben").person, lines()
    rows, records = write_rows(every), list(ben.records)
    more = write_rows([*every, key_leaf(ben.account_id, b"n" * 32)])
    gone, word = write_rows([*every, revoked_leaf()]), endorsement()
    again = ben.endorsed(ROSTER_SEED, display_name="Ben", from_day=DAY + 4, serial=8)
    back = write_rows([*every, revoked_leaf(), endorsement_leaf(HOME, again)])
    given: dict[str, Any] = {"home": HOME, "endorsement": word}
    return [
        answered("Ben's keys", "log.other", rows=rows, records=records),
        refused("keys that are not logged", "log.other", rows=rows[:ROW], records=records),
        refused("older keys than the log's", "log.other", rows=more, records=records),
        refused("no keys", "log.other", rows=rows, records=[]),
        answered("the word for Ben", "log.endorsed", rows=rows, **given),
        refused("a word that is not logged", "log.endorsed", rows=rows[: 2 * ROW], **given),
        refused("taken back", "log.endorsed", rows=gone, **given),
        refused("the old word, later", "log.endorsed", rows=back, **given),
        answered("a new word", "log.endorsed", rows=back, home=HOME, endorsement=again),
        refused(
            "the word for another home",
            "log.endorsed",
            rows=rows,
            **{**given, "home": b"h" * 16},
        ),
    ]


def _headers() -> Cases:
    rows, first, later = write_rows(lines()), scene().begun.frame.header, turned().header

    def seen(header: Epoch, at: LogAt) -> Epoch:
        return replace(header, log_size=at.size, log_root=at.root)

    def follows(before: LogAt, at: LogAt) -> dict[str, Epoch]:
        start = seen(first, before)
        return {
            "header": replace(seen(later, at), prev_eh_hash=eh_hash_of(start)),
            "before": start,
        }

    log = KeyLog(lines())
    five, six = log.at(5), log.at(6)
    return [
        answered("before there was a log", "log.header", rows=rows, header=first),
        answered("an earlier log", "log.header", rows=rows, header=seen(first, five)),
        refused(
            "another log", "log.header", rows=rows, header=seen(first, replace(five, size=6))
        ),
        refused("more than was read", "log.header", rows=rows[:ROW], header=seen(first, five)),
        answered("it begins so", "epoch.first", header=seen(first, five)),
        answered("it grew", "epoch.next", **follows(five, six)),
        answered("as it was", "epoch.next", **follows(five, five)),
        refused("it shrank", "epoch.next", **follows(six, five)),
        refused(
            "another one of that size",
            "epoch.next",
            **follows(five, replace(six, size=5)),
        ),
        refused("a root without a line", "epoch.first", header=seen(first, LogAt(six.root, 0))),
    ]
