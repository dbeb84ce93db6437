"""Vectors for history grants: who may grant, to whom, and which epochs."""

from dataclasses import replace
from functools import cache
from typing import Any

from pse.epoch import Epoch, eh_hash_of
from pse.grant import Grant, grant_bytes, sign_grant, wrap_granted
from pse.key_record import kr_hash_of
from pse.signing import sign
from pse.talking import turn

from .case import Cases, answered, refused
from .change import flip, other
from .scene import DAY, Scene, asked, newcomer


def cases() -> Cases:
    """All of them."""
    return [*_signed(), *_opened()]


@cache
def scene() -> tuple[Scene, tuple[Epoch, ...], tuple[bytes, ...]]:
    """Three epochs of Ada's talk with Ben, and their keys."""
    here = asked(chance_name="grants")
    ada = here.room(here.ada).read(here.ledger)
    for days in (30, 60):
        here.ledger.store(
            turn(here.ada, ada.conversation, records=here.records, day=DAY + days)
        )
        ada.take(here.ledger)
    known = [ada.conversation.headers.numbered(epoch) for epoch in range(3)]
    headers = tuple(one.header for one in known if one is not None)
    keys = tuple(one.epoch_key for one in known if one is not None and one.epoch_key)
    return here, headers, keys


def grant(**change: Any) -> Grant:
    """Ada lets Ben read epochs 0 and 1, with some fields changed before she signs."""
    here, headers, _ = scene()
    draft = Grant(
        conv=here.begun.conv,
        at_eh_hash=eh_hash_of(headers[2]),
        to_id=here.ben.account_id,
        to_kr_hash=kr_hash_of(here.ben.record),
        epochs=tuple((header.epoch, eh_hash_of(header)) for header in headers[:2]),
    )
    return sign_grant(here.ada.ik_seed, replace(draft, **change))


def _signed() -> Cases:
    here, headers, _ = scene()
    good = grant()
    given: dict[str, Any] = {"headers": list(headers), "owner": here.ada.record}
    zero, one, two = ((header.epoch, eh_hash_of(header)) for header in headers)
    bens = replace(good, sig=sign(here.ben.ik_seed, grant_bytes(good)))
    bad: list[tuple[str, Grant, dict[str, Any]]] = [
        *[
            (f"another {name}", replace(good, **{name: other(getattr(good, name))}), {})
            for name in ("conv", "at_eh_hash", "to_id", "to_kr_hash", "sig")
        ],
        ("signed by Ben", bens, {}),
        ("Ben as the owner", bens, {"owner": here.ben.record}),
        ("as of an older header", grant(at_eh_hash=one[1]), {}),
        ("judged at an older header", good, {"headers": list(headers[:2])}),
        ("to Finn, signed", grant(to_id=newcomer("finn").person.account_id), {}),
        ("to Ada herself, signed", grant(to_id=here.ada.account_id), {}),
        ("to other keys, signed", grant(to_kr_hash=b"k" * 32), {}),
        ("of another conversation, signed", grant(conv=b"c" * 16), {}),
        ("of no epoch, signed", grant(epochs=()), {}),
        ("of the epoch in force, signed", grant(epochs=(two,)), {}),
        ("of an epoch to come, signed", grant(epochs=((3, two[1]),)), {}),
        ("not ascending, signed", grant(epochs=(one, zero)), {}),
        ("one twice, signed", grant(epochs=(zero, zero)), {}),
        ("under another header's hash, signed", grant(epochs=((0, one[1]),)), {}),
    ]
    return [
        answered("its bytes", "grant.bytes", grant=good),
        answered("two epochs for Ben", "grant.verify", grant=good, **given),
        answered("one epoch for Ben", "grant.verify", grant=grant(epochs=(one,)), **given),
        *[refused(n, "grant.verify", grant=g, **{**given, **c}) for n, g, c in bad],
    ]


def _opened() -> Cases:
    here, headers, keys = scene()
    good, seed = grant(), here.ben.secrets.ek[0]
    wraps = [
        wrap_granted(good, header, key, record=here.ben.record, chance=here.ada.chance)
        for header, key in zip(headers[:2], keys[:2], strict=True)
    ]
    swapped = wrap_granted(
        good, headers[0], keys[1], record=here.ben.record, chance=here.ada.chance
    )
    given: dict[str, Any] = {
        "grant": good,
        "header": headers[0],
        "wrap": wraps[0],
        "ek_seed": seed,
    }
    bad: list[tuple[str, dict[str, Any]]] = [
        ("the wrap of another epoch", {"wrap": wraps[1]}),
        ("the header of another epoch", {"header": headers[1]}),
        ("an epoch that is not granted", {"header": headers[2]}),
        ("another grant", {"grant": grant(epochs=good.epochs[:1])}),
        ("another epoch's key inside", {"wrap": swapped}),
        ("Ada's seed", {"ek_seed": here.ada.secrets.ek[0]}),
        ("an ordinary wrap", {"wrap": here.begun.frame.wraps[here.ben.account_id]}),
        ("one bit", {"wrap": flip(wraps[0], 60)}),
        ("no wrap", {"wrap": b""}),
    ]
    return [
        answered("Ben opens epoch 0", "grant.open", **given),
        answered(
            "Ben opens epoch 1",
            "grant.open",
            **{**given, "header": headers[1], "wrap": wraps[1]},
        ),
        *[refused(name, "grant.open", **{**given, **change}) for name, change in bad],
    ]
