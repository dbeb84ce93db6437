"""Vectors for messages and leaves."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from pse.entry import Entry, Target, frank, message_key, seal_entry, sign_erase, sign_leave
from pse.entry import aad_of as aad
from pse.padding import pad
from pse.pae import labelled
from pse.seal import seal
from pse.signing import sign

from .case import Cases, answered, refused
from .change import flip, other
from .scene import DAY, NOON, newcomer

EPOCH_KEY = bytes(range(64, 96))
CONTEXT = (
    "kind",
    "conv",
    "epoch",
    "eh_hash",
    "sender",
    "msg_id",
    "sseq",
    "seen_n",
    "seen_h",
    "fc",
)
_NONCE, _FK = bytes(range(24)), b"f" * 32
SC = b'"sc":{"ctr":1,"g":0,"hash":"AAAAAAAAAAA"}'
BODY = b'{"b":"I am here.",' + SC + b',"t":"text","ts":%d}' % NOON


def cases() -> Cases:
    """All of them."""
    return [*_contexts(), *_sealed(), *_opened(), *_crafted(), *_leaves(), *_erases()]


def draft(**change: Any) -> Entry:
    """The context of Ada's second entry."""
    ada = newcomer("ada").person
    return Entry(
        **{
            "kind": 3,
            "conv": b"c" * 16,
            "epoch": 2,
            "eh_hash": b"e" * 32,
            "sender": ada.account_id,
            "msg_id": b"m" * 16,
            "sseq": 2,
            "seen_n": 9,
            "seen_h": b"s" * 32,
            "fc": b"",
            "box": b"",
            **change,
        }
    )


def _draws() -> Callable[[int], bytes]:
    left = iter((_FK, _NONCE))
    return lambda size: next(left)


@cache
def sealed() -> Entry:
    """That entry, sealed."""
    ik_seed = newcomer("ada").person.ik_seed
    return seal_entry(draft(), BODY, epoch_key=EPOCH_KEY, ik_seed=ik_seed, chance=_draws())


def _changed(entry: Entry, name: str) -> Entry:
    if name == "kind":
        return replace(entry, kind=2)
    return replace(entry, **{name: other(getattr(entry, name))})


def _contexts() -> Cases:
    entry = sealed()
    return [
        answered("its aad", "entry.aad", entry=entry),
        answered("its hashes", "entry.hashes", entry=entry),
        *[answered(f"aad: {n}", "entry.aad", entry=_changed(entry, n)) for n in CONTEXT],
        refused("no fc", "entry.aad", entry=replace(entry, fc=b"")),
        refused("a short sender", "entry.aad", entry=replace(entry, sender=b"s")),
        answered("a shape that is taken", "entry.shape", entry=entry),
        refused("a header as entry", "entry.shape", entry=replace(entry, kind=1)),
        refused("kind 6", "entry.shape", entry=replace(entry, kind=6)),
        refused("a box as an erase", "entry.shape", entry=replace(entry, kind=5)),
        refused(
            "a byte too long", "entry.shape", entry=replace(entry, box=entry.box + b"\x00")
        ),
        refused("no box", "entry.shape", entry=replace(entry, box=b"")),
    ]


def _flipped(entry: Entry, at: int) -> Entry:
    return replace(entry, box=flip(entry.box, at))


def _sealed() -> Cases:
    ada = newcomer("ada").person
    given: dict[str, Any] = {
        "entry": draft(),
        "epoch_key": EPOCH_KEY,
        "ik_seed": ada.ik_seed,
        "fk": _FK,
        "nonce": _NONCE,
    }
    return [
        answered("a message", "entry.seal", body=BODY, **given),
        answered("an empty body", "entry.seal", body=b"", **given),
        refused("a body of 65,001 bytes", "entry.seal", body=bytes(65_001), **given),
    ]


def _opened() -> Cases:
    ada, ben, entry = newcomer("ada").person, newcomer("ben").person, sealed()
    given: dict[str, Any] = {"epoch_key": EPOCH_KEY, "ik": ada.record.ik}
    box = entry.box
    places = (0, 1, 25, 57, 57 + 32, 57 + 96, -17, -1)
    return [
        answered("it opens", "entry.open", entry=entry, **given),
        *[
            refused(f"another {name}", "entry.open", entry=_changed(entry, name), **given)
            for name in CONTEXT
        ],
        *[
            refused(f"byte {at}", "entry.open", entry=_flipped(entry, at), **given)
            for at in places
        ],
        refused("another key", "entry.open", entry=entry, **{**given, "epoch_key": bytes(32)}),
        refused("by another", "entry.open", entry=entry, **{**given, "ik": ben.record.ik}),
        refused("cut", "entry.open", entry=replace(entry, box=box[:-1]), **given),
    ]


def crafted(
    *,
    body: bytes = BODY,
    fk: bytes = _FK,
    fc: bytes | None = None,
    ik_seed: bytes | None = None,
    signed: bytes | None = None,
    padded: bytes | None = None,
) -> Entry:
    """Ada's entry made wrongly on purpose: what an author could do, but nobody may show."""
    seed = ik_seed or newcomer("ada").person.ik_seed
    framed = replace(draft(), fc=fc or frank(fk, draft(), body))
    context = aad(framed)
    sig = sign(seed, signed or labelled("pse1/sig", context, body))
    text = pad(fk + sig + body) if padded is None else padded
    key = message_key(EPOCH_KEY, framed.msg_id)
    return replace(framed, box=seal(key, context, text, chance=lambda size: _NONCE))


def _crafted() -> Cases:
    ada = newcomer("ada").person
    given: dict[str, Any] = {"epoch_key": EPOCH_KEY, "ik": ada.record.ik}
    leave = sign_leave(draft(), ik_seed=ada.ik_seed, day=DAY)
    bad = [
        ("a body of 65,001 bytes", crafted(body=bytes(65_001))),
        ("an fc of nothing", crafted(fc=bytes(32))),
        ("an fc over another body", crafted(fc=frank(_FK, draft(), b"other"))),
        ("an fc with another fk", crafted(fc=frank(b"g" * 32, draft(), BODY))),
        ("signed by another", crafted(ik_seed=newcomer("ben").person.ik_seed)),
        ("signed without its label", crafted(signed=BODY)),
        ("a leave's signature", crafted(signed=aad(leave))),
        ("too short for a message", crafted(padded=pad(b"x" * 95))),
        ("padded to a size too large", crafted(padded=_padded_to(4_096))),
        ("not padded", crafted(padded=b"x" * 1_024)),
    ]
    return [
        answered("the same way, done right", "entry.open", entry=crafted(), **given),
        *[refused(name, "entry.open", entry=entry, **given) for name, entry in bad],
    ]


def _padded_to(size: int) -> bytes:
    framed = replace(draft(), fc=frank(_FK, draft(), BODY))
    ik_seed = newcomer("ada").person.ik_seed
    sig = sign(ik_seed, labelled("pse1/sig", aad(framed), BODY))
    return (_FK + sig + BODY + b"\x80").ljust(size, b"\x00")


def _leaves() -> Cases:
    ada, ben = newcomer("ada").person, newcomer("ben").person
    entry = sign_leave(draft(), ik_seed=ada.ik_seed, day=DAY)
    ik = ada.record.ik
    names = [name for name in CONTEXT if name not in ("kind", "fc")]
    return [
        answered("a leave", "leave.verify", entry=entry, ik=ik),
        answered("its hashes", "entry.hashes", entry=entry),
        answered("what it signs", "entry.aad", entry=entry),
        *[
            refused(f"another {name}", "leave.verify", entry=_changed(entry, name), ik=ik)
            for name in names
        ],
        refused("by another", "leave.verify", entry=entry, ik=ben.record.ik),
        refused(
            "another day", "leave.verify", entry=replace(entry, box=flip(entry.box, 0)), ik=ik
        ),
        refused(
            "its signature",
            "leave.verify",
            entry=replace(entry, box=flip(entry.box, -1)),
            ik=ik,
        ),
        refused("an fc", "leave.verify", entry=replace(entry, fc=bytes(32)), ik=ik),
        refused("a message's signature", "leave.verify", entry=_as_leave(), ik=ik),
    ]


def _as_leave() -> Entry:
    ik_seed = newcomer("ada").person.ik_seed
    sig = sign(ik_seed, labelled("pse1/sig", aad(sealed()), BODY))
    return replace(draft(), kind=4, box=DAY.to_bytes(8, "little") + sig)


TARGETS = (Target(4, b"t" * 16, b"x" * 32), Target(7, b"u" * 16, b"y" * 32))


def _erases() -> Cases:
    ada, ben = newcomer("ada").person, newcomer("ben").person
    entry = sign_erase(draft(), ik_seed=ada.ik_seed, targets=TARGETS)
    ik = ada.record.ik
    names = [name for name in CONTEXT if name not in ("kind", "fc")]
    rows = entry.box[:-64]
    bad: list[tuple[str, Entry]] = [
        *[(f"another {name}", _changed(entry, name)) for name in names],
        ("its number", replace(entry, box=flip(entry.box, 0))),
        ("its id", replace(entry, box=flip(entry.box, 8))),
        ("its hash", replace(entry, box=flip(entry.box, 24))),
        ("its signature", replace(entry, box=flip(entry.box, -1))),
        ("one target less", replace(entry, box=entry.box[56:])),
        ("one twice", replace(entry, box=rows[:56] * 2 + entry.box[-64:])),
        ("in another order", replace(entry, box=rows[56:] + rows[:56] + entry.box[-64:])),
        ("no target", replace(entry, box=entry.box[-64:])),
        ("a byte too long", replace(entry, box=b"\x00" + entry.box)),
        ("an fc", replace(entry, fc=bytes(32))),
        ("a leave", replace(entry, kind=4)),
    ]
    signed: dict[str, Any] = {"entry": draft(), "ik_seed": ada.ik_seed}
    later = [Target(10, b"t" * 16, b"x" * 32)]
    many = [Target(number, b"t" * 16, b"x" * 32) for number in range(1, 34)]
    return [
        answered("taking back", "erase.sign", targets=list(TARGETS), **signed),
        refused("nothing", "erase.sign", targets=[], **signed),
        refused("what was not seen", "erase.sign", targets=later, **signed),
        refused("not ascending", "erase.sign", targets=list(TARGETS[::-1]), **signed),
        refused(
            "thirty-three at once",
            "erase.sign",
            targets=many,
            **{**signed, "entry": draft(seen_n=40)},
        ),
        answered("what it takes back", "erase.verify", entry=entry, ik=ik),
        answered("its hashes", "entry.hashes", entry=entry),
        answered("what it signs", "entry.aad", entry=entry),
        answered("its shape", "entry.shape", entry=entry),
        *[refused(f"erase: {name}", "erase.verify", entry=one, ik=ik) for name, one in bad],
        refused("erase: by another", "erase.verify", entry=entry, ik=ben.record.ik),
    ]
