"""Vectors for the chain and for batch receipts of one to seven entries."""

from dataclasses import replace
from typing import Any

from pse.chain import chain_start
from pse.receipt import Receipt, closed_bytes, leaf_of, path_of, receipt_bytes, sign_batch
from pse.signing import sign, verify_key_of

from .case import Cases, answered, refused
from .change import other
from .scene import HOME, LOG_SEED

_CONV = b"c" * 16
_LOG = verify_key_of(LOG_SEED)
_HASHES = [bytes([i]) * 32 for i in range(7)]


def cases() -> Cases:
    """All of them."""
    return [*_chain(), *_trees(), *_receipts(), *_closed()]


def _chain() -> Cases:
    given: dict[str, Any] = {
        "before": chain_start(_CONV),
        "conv": _CONV,
        "n": 1,
        "kind": 1,
        "h_aad": b"a" * 32,
        "h_box": b"b" * 32,
    }
    return [
        answered("H_0", "chain.start", conv=_CONV),
        answered("H_1", "chain.next", **given),
        *[
            answered(f"another {name}", "chain.next", **{**given, name: other(value)})
            for name, value in given.items()
        ],
    ]


def _leaves(size: int) -> list[bytes]:
    return [leaf_of(_CONV, n + 1, _HASHES[n]) for n in range(size)]


def _trees() -> Cases:
    return [
        answered("a leaf", "receipt.leaf", conv=_CONV, n=1, h=_HASHES[0]),
        *[
            answered(f"{size} leaves", "receipt.tree", leaves=_leaves(size))
            for size in range(1, 8)
        ],
        refused("no leaf", "receipt.tree", leaves=[]),
    ]


def _receipt(index: int, size: int) -> Receipt:
    levels, sig = sign_batch(LOG_SEED, HOME, _leaves(size))
    return Receipt(_CONV, index + 1, _HASHES[index], index, size, path_of(levels, index), sig)


def _receipts() -> Cases:
    given: dict[str, Any] = {"home": HOME, "log_key": _LOG}
    good = [
        answered(f"{index} of {size}", "receipt.verify", receipt=_receipt(index, size), **given)
        for size in range(1, 8)
        for index in range(size)
    ]
    receipt = _receipt(4, 7)
    bad: list[tuple[str, Receipt, dict[str, Any]]] = [
        *[
            (f"another {name}", replace(receipt, **{name: other(getattr(receipt, name))}), {})
            for name in ("conv", "n", "h", "index", "sig")
        ],
        ("outside its tree", replace(_receipt(0, 1), index=1), {}),
        ("a tree of none", replace(_receipt(0, 1), size=0), {}),
        ("a tree of 9", replace(receipt, size=9), {}),
        ("a tree of 4", replace(receipt, size=4), {}),
        ("a path too short", replace(receipt, path=receipt.path[:-1]), {}),
        ("a path too long", replace(receipt, path=(*receipt.path, bytes(32))), {}),
        ("a path turned round", replace(receipt, path=receipt.path[::-1]), {}),
        ("another home", receipt, {"home": bytes(16)}),
        ("another log key", receipt, {"log_key": verify_key_of(bytes(32))}),
    ]
    return [
        answered("what is signed", "receipt.bytes", home=HOME, size=7, root=b"r" * 32),
        *good,
        *[refused(n, "receipt.verify", receipt=r, **{**given, **c}) for n, r, c in bad],
        _not_a_closing(),
    ]


def _not_a_closing() -> dict[str, Any]:
    leaf = _leaves(1)[0]
    sig = sign(LOG_SEED, closed_bytes(HOME, _CONV, 1, 2, 3))
    receipt = Receipt(_CONV, 1, _HASHES[0], 0, 1, (), sig)
    if receipt_bytes(HOME, 1, leaf) == closed_bytes(HOME, _CONV, 1, 2, 3):
        raise AssertionError("two purposes share their bytes")
    name = "the signature of a closed place"
    return refused(name, "receipt.verify", receipt=receipt, home=HOME, log_key=_LOG)


def _closed() -> Cases:
    given = {"home": HOME, "account_id": b"a" * 16, "day": 20_400, "slots": 2, "wraps": 3}
    return [answered("a closed place", "closed.bytes", **given)]
