"""Vectors for keys, signatures, wraps and the one seal."""

from pse.chance import repeatable_chance
from pse.seal import seal
from pse.signing import sign, verify_key_of
from pse.wrapping import wrap, wrap_key_of

from .case import Cases, answered, refused
from .change import flip
from .encodings import KEY, ODD_KEYS

_PRIME = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_SEED = bytes(range(100, 132))
_PUBLIC = verify_key_of(_SEED)
_MESSAGE = b"I am here."
_EIGHT = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"
_OTHER_EIGHT = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
_X_EIGHT = "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"
_X_OTHER_EIGHT = "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"


def cases() -> Cases:
    """All of them."""
    return [*_points(), *_signatures(), *_wraps(), *_seals()]


def _le(number: int) -> bytes:
    return number.to_bytes(32, "little")


def _signed(raw: bytes) -> bytes:
    return raw[:31] + bytes([raw[31] | 128])


ODD_SIGNING_POINTS = [
    ("order 4", _le(0)),
    ("order 4, other sign", _signed(_le(0))),
    ("order 1", _le(1)),
    ("order 1, other sign", _signed(_le(1))),
    ("order 2", _le(_PRIME - 1)),
    ("order 8", bytes.fromhex(_EIGHT)),
    ("order 8, other sign", _signed(bytes.fromhex(_EIGHT))),
    ("the other order 8", bytes.fromhex(_OTHER_EIGHT)),
    ("the other order 8, other sign", _signed(bytes.fromhex(_OTHER_EIGHT))),
    ("non-canonical 0", _le(_PRIME)),
    ("non-canonical 1", _le(_PRIME + 1)),
    ("non-canonical 18", _le(_PRIME + 18)),
    ("non-canonical, other sign", _signed(_le(_PRIME + 3))),
]
ODD_WRAPPING_POINTS = [
    ("zero", _le(0)),
    ("one", _le(1)),
    ("p - 1", _le(_PRIME - 1)),
    ("order 8", bytes.fromhex(_X_EIGHT)),
    ("the other order 8", bytes.fromhex(_X_OTHER_EIGHT)),
    ("p", _le(_PRIME)),
    ("p + 1", _le(_PRIME + 1)),
    ("the highest bit", _signed(wrap_key_of(_SEED))),
]


def _points() -> Cases:
    return [
        answered("a signing key", "sign.point", public=_PUBLIC),
        answered("a wrapping key", "wrap.public", seed=_SEED),
        answered("a wrapping key is taken", "wrap.point", public=wrap_key_of(_SEED)),
        *[refused(f"signing: {n}", "sign.point", public=p) for n, p in ODD_SIGNING_POINTS],
        *[refused(f"wrapping: {n}", "wrap.point", public=p) for n, p in ODD_WRAPPING_POINTS],
        *[refused(f"signing: {n}", "sign.point", public=p) for n, p in ODD_KEYS],
        *[refused(f"wrapping: {n}", "wrap.point", public=p) for n, p in ODD_KEYS],
    ]


def _signatures() -> Cases:
    sig = sign(_SEED, _MESSAGE)
    s = int.from_bytes(sig[32:], "little")
    bad = [
        ("another message", _PUBLIC, b"I am there.", sig),
        ("another key", verify_key_of(KEY), _MESSAGE, sig),
        ("zeros", _PUBLIC, _MESSAGE, bytes(64)),
        ("no signature", _PUBLIC, _MESSAGE, b""),
        ("63 bytes", _PUBLIC, _MESSAGE, sig[:-1]),
        ("65 bytes", _PUBLIC, _MESSAGE, sig + b"\x00"),
        ("the seam a byte earlier", _PUBLIC, sig[63:] + _MESSAGE, sig[:63]),
        ("the seam a byte later", _PUBLIC, _MESSAGE[1:], sig + _MESSAGE[:1]),
        ("S + L", _PUBLIC, _MESSAGE, sig[:32] + _le(s + _ORDER)),
        ("the first byte of R", _PUBLIC, _MESSAGE, bytes([sig[0] ^ 1]) + sig[1:]),
        ("a small-order R and S zero", _PUBLIC, _MESSAGE, _le(1) + bytes(32)),
        ("a small-order key that signs all", _le(1), _MESSAGE, _le(1) + bytes(32)),
    ]
    return [
        answered("sign", "sign", seed=_SEED, message=_MESSAGE),
        answered("sign nothing", "sign", seed=_SEED, message=b""),
        answered("verify", "verify", public=_PUBLIC, message=_MESSAGE, sig=sig),
        *[refused(n, "verify", public=p, message=m, sig=g) for n, p, m, g in bad],
        *[refused(f"seed: {n}", "sign", seed=k, message=b"") for n, k in ODD_KEYS],
    ]


def _wraps() -> Cases:
    wrapped = wrap(wrap_key_of(_SEED), b"w" * 64, chance=repeatable_chance("wrap"))
    return [
        answered("a wrap opens", "wrap.open", seed=_SEED, wrapped=wrapped),
        refused("another seed", "wrap.open", seed=KEY, wrapped=wrapped),
        refused("the last byte", "wrap.open", seed=_SEED, wrapped=flip(wrapped, -1)),
        refused("the sender's byte", "wrap.open", seed=_SEED, wrapped=flip(wrapped, 0)),
        refused("cut", "wrap.open", seed=_SEED, wrapped=wrapped[:-1]),
        refused("too short", "wrap.open", seed=_SEED, wrapped=wrapped[:47]),
        *[refused(f"seed: {n}", "wrap.open", seed=k, wrapped=wrapped) for n, k in ODD_KEYS],
    ]


def _seals() -> Cases:
    nonce, aad, text = bytes(range(24)), b"context", b"the text"
    box = seal(KEY, aad, text, chance=lambda size: nonce)
    given = {"key": KEY, "aad": aad, "box": box}
    bad = [
        ("another key", {"key": bytes(32)}),
        ("another context", {"aad": b"contexT"}),
        ("no context", {"aad": b""}),
        ("suite 0", {"box": b"\x00" + box[1:]}),
        ("suite 2", {"box": b"\x02" + box[1:]}),
        ("the nonce", {"box": flip(box, 1)}),
        ("the commitment", {"box": flip(box, 25)}),
        ("the text", {"box": flip(box, 57)}),
        ("the tag", {"box": flip(box, -1)}),
        ("a byte less", {"box": box[:-1]}),
        ("a byte more", {"box": box + b"\x00"}),
        ("72 bytes", {"box": box[:72]}),
        ("no bytes", {"box": b""}),
    ]
    return [
        answered("seal", "seal", key=KEY, aad=aad, text=text, nonce=nonce),
        answered("seal nothing", "seal", key=KEY, aad=b"", text=b"", nonce=nonce),
        answered("open", "open", **given),
        *[refused(name, "open", **{**given, **change}) for name, change in bad],
        *[refused(f"key: {n}", "open", **{**given, "key": k}) for n, k in ODD_KEYS],
    ]
