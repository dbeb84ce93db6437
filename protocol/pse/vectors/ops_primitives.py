"""Ops over bytes, keys, seals, words and what server and relay say among themselves."""

from collections.abc import Mapping
from typing import Any

from pse import base64url, padding, pae, seal, signing, spare_code, strict_json, ticket, words
from pse import wrapping as wraps
from pse.account import (
    Lock,
    Slot,
    checked_username,
    expect_slot,
    open_slot,
    seal_slot,
    slot_hash_of,
    spare_lock,
    words_lock,
)
from pse.chance import Chance

In = Mapping[str, Any]


def given_chance(*draws: bytes) -> Chance:
    """Give these draws, in this order."""
    left = iter(draws)
    return lambda size: pae.sized(next(left), size, "a draw")


def _json(given: In) -> bool:
    strict_json.parse(given["raw"])
    return True


def _sign(given: In) -> dict[str, bytes]:
    return {
        "public": signing.verify_key_of(given["seed"]),
        "sig": signing.sign(given["seed"], given["message"]),
    }


def _verify(given: In) -> bool:
    signing.verify(given["public"], given["message"], given["sig"])
    return True


def _seal(given: In) -> bytes:
    chance = given_chance(given["nonce"])
    return seal.seal(given["key"], given["aad"], given["text"], chance=chance)


def _lock(lock: Lock) -> dict[str, bytes]:
    return {"auth": lock.auth, "kek": lock.kek, "salt": lock.salt}


def _listed(name: str) -> dict[str, object]:
    return {"count": len(words.word_list(name)), "sha256": words.list_hash(name)}


def _words_lock(given: In) -> dict[str, bytes]:
    return _lock(words_lock(given["phrase"], home=given["home"], username=given["username"]))


def _spare_lock(given: In) -> dict[str, bytes]:
    return _lock(spare_lock(given["code"], home=given["home"], username=given["username"]))


def _expect_slot(given: In) -> bool:
    slot = Slot(**given["slot"])
    expect_slot(slot, type=given["type"], home=given["home"], username=given["username"])
    return True


def _slot_lock(given: In) -> Lock:
    slot = given["slot"]
    return Lock(slot["type"], bytes(32), given["kek"], slot["salt"])


def _seal_slot(given: In) -> bytes:
    return seal_slot(
        _slot_lock(given),
        given["root_key"],
        home=given["home"],
        account_id=given["account_id"],
        g=given["slot"]["g"],
        chance=given_chance(given["slot"]["slot_id"], given["nonce"]),
    ).box


def _open_slot(given: In) -> bytes:
    slot = Slot(**given["slot"])
    home, account_id = given["home"], given["account_id"]
    return open_slot(
        slot, _slot_lock(given), home=home, account_id=account_id, g=given["slot"]["g"]
    )


def _read_ticket(given: In) -> ticket.Ticket:
    return ticket.read_ticket(given["key"], given["home"], given["raw"], now=given["now"])


def _verifier(given: In) -> bytes:
    return ticket.verifier_of(
        given["key"], given["account_id"], given["slot_type"], given["auth"]
    )


OPS = {
    "le64": lambda given: pae.le64(given["number"]),
    "pae": lambda given: pae.pae(*given["pieces"]),
    "h": lambda given: pae.h(given["label"], *given["pieces"]),
    "h16": lambda given: pae.h16(given["label"], *given["pieces"]),
    "kdf": lambda given: pae.kdf(given["key"], given["size"], given["label"], *given["pieces"]),
    "base64url.write": lambda given: base64url.to_text(given["raw"]),
    "base64url.read": lambda given: base64url.from_text(given["text"], size=given.get("size")),
    "json": _json,
    "pad": lambda given: padding.pad(given["text"]),
    "unpad": lambda given: padding.unpad(given["padded"]),
    "sign.point": lambda given: signing.signing_point(given["public"]),
    "wrap.point": lambda given: wraps.wrapping_point(given["public"]),
    "sign": _sign,
    "verify": _verify,
    "wrap.public": lambda given: wraps.wrap_key_of(given["seed"]),
    "wrap.open": lambda given: wraps.unwrap(given["seed"], given["wrapped"]),
    "seal": _seal,
    "open": lambda given: seal.open_sealed(given["key"], given["aad"], given["box"]),
    "words.phrase": lambda given: words.phrase_of(given["typed"]),
    "words.list": lambda given: _listed(given.get("list", "five.en")),
    "words.check": lambda given: list(words.check_words(given["account_id"], given["kr_hash"])),
    "spare.write": lambda given: spare_code.write_spare(given["code"]),
    "spare.read": lambda given: spare_code.read_spare(given["typed"]),
    "username": lambda given: checked_username(given["username"]),
    "lock.words": _words_lock,
    "lock.spare": _spare_lock,
    "slot.expect": _expect_slot,
    "slot.seal": _seal_slot,
    "slot.open": _open_slot,
    "slot.hash": lambda given: slot_hash_of(Slot(**given["slot"])),
    "ticket.write": lambda given: ticket.write_ticket(
        given["key"], given["home"], ticket.Ticket(**given["ticket"])
    ),
    "ticket.read": _read_ticket,
    "token.hash": lambda given: ticket.token_hash_of(given["token"]),
    "verifier": _verifier,
}
