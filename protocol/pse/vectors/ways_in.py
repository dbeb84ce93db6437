"""Vectors for names, five words, the spare code, slots and the bundle."""

from dataclasses import replace

from pse.account import Slot
from pse.bundle import Bundle
from pse.padding import pad
from pse.pae import kdf, labelled
from pse.seal import seal
from pse.spare_code import write_spare

from .case import Cases, answered, refused
from .scene import HOME, NAMES, newcomer

_OTHER_HOME = bytes(16)
_NONCE = bytes(range(24))


def cases() -> Cases:
    """All of them."""
    return [*_names(), *_phrases(), *_spares(), *_locks(), *_expected(), *_slots(), *_bundles()]


def _names() -> Cases:
    bad = [
        "otter-river-042",
        "Otter-river-0042",
        "otter-0042",
        "otter river 0042",
        "ab-river-0042",
        "otter-river-0042\n",
        "otter-river-\u0660\u0660\u0660\u0660",
        "a" * 13 + "-river-0042",
    ]
    return [
        answered("a name", "username", username=NAMES["ada"]),
        *[refused(f"not a name: {name!a}", "username", username=name) for name in bad],
    ]


def _phrases() -> Cases:
    typed = [
        "acorn about above accent acrobat",
        "  Acorn ABOUT\tabove\u00a0accent  acrobat\n",
        "acorn-about\u2013above\u2014accent\u2011acrobat",
        "\u00c1corn abo\u00fbt above accent acrobat",
        "acor abou abov acce acro",
        "acorns aboutness abover accents acrobats",
        "\uff41corn about above accent acrobat",
        "abanico abarcar tibio higuera zona",
        "  Abánico ABAR tibi higu zona ",
    ]
    bad = [
        ("four words", "acorn about above accent"),
        ("six words", "acorn about above accent acrobat acorn"),
        ("no words", ""),
        ("a word not on the list", "acorn about zzzz accent acrobat"),
        ("a word of another list", "acorn about tibio accent acrobat"),
        ("an English word among Spanish ones", "tibio abanico acorn higuera zona"),
        ("three letters of a longer word", "aco about above accent acrobat"),
    ]
    return [
        answered("the list of the five words", "words.list"),
        answered("the Spanish list of the five words", "words.list", list="five.es"),
        *[answered(f"typed {text!a}", "words.phrase", typed=text) for text in typed],
        *[refused(name, "words.phrase", typed=text) for name, text in bad],
    ]


def _spares() -> Cases:
    codes = [bytes(16), b"\xff" * 16, bytes(range(16)), newcomer("ada").spare]
    card = write_spare(bytes(range(16)))
    wrong = card[:-1] + ("0" if card[-1] != "0" else "2")
    return [
        *[answered(f"write {code.hex()}", "spare.write", code=code) for code in codes],
        answered("read as written", "spare.read", typed=card),
        answered("read small and spaced", "spare.read", typed=f" {card.lower()} "),
        answered("read in one piece", "spare.read", typed=card.replace("-", "")),
        answered("O is 0, I and L are 1", "spare.read", typed=_misread(card)),
        refused("the last character", "spare.read", typed=wrong),
        refused("the first character", "spare.read", typed="1" + card[1:]),
        refused("bits above 128", "spare.read", typed="8" + card[1:]),
        refused("a character less", "spare.read", typed=card[:-1]),
        refused("a character more", "spare.read", typed=card + "0"),
        refused("a U", "spare.read", typed="U" + card[1:]),
        refused("no bytes", "spare.write", code=b""),
    ]


def _misread(card: str) -> str:
    return card.replace("0", "O").replace("1", "l")


def _locks() -> Cases:
    phrase, name, spare = newcomer("ada").words, NAMES["ada"], newcomer("ada").spare
    return [
        answered("five words", "lock.words", phrase=phrase, home=HOME, username=name),
        answered("another home", "lock.words", phrase=phrase, home=_OTHER_HOME, username=name),
        answered("another name", "lock.words", phrase=phrase, home=HOME, username=NAMES["ben"]),
        answered("a spare code", "lock.spare", code=spare, home=HOME, username=name),
        refused("a short home", "lock.words", phrase=phrase, home=b"", username=name),
        refused("a short home for it", "lock.spare", code=spare, home=b"h", username=name),
        refused("a short code", "lock.spare", code=spare[:15], home=HOME, username=name),
        refused("not a name", "lock.spare", code=spare, home=HOME, username="ada"),
    ]


def _expected() -> Cases:
    words, spare = newcomer("ada").slots
    given = {"type": 1, "home": HOME, "username": NAMES["ada"]}
    bad = [
        ("profile 0 for words", replace(words, profile=0)),
        ("a profile nobody named", replace(words, profile=2)),
        ("another salt", replace(words, salt=newcomer("ben").slots[0].salt)),
        ("an empty salt", replace(words, salt=b"")),
        ("a short salt", replace(words, salt=words.salt[:8])),
        ("the spare code's slot", spare),
        ("a type nobody named", replace(words, type=3)),
        ("a short slot id", replace(words, slot_id=b"i" * 15)),
        ("a box too long", replace(words, box=words.box + b"\x00")),
    ]
    return [
        answered("the words' slot", "slot.expect", slot=words, **given),
        answered("the spare code's slot", "slot.expect", slot=spare, **{**given, "type": 2}),
        refused("changed home", "slot.expect", slot=words, **{**given, "home": _OTHER_HOME}),
        refused(
            "a salt for a spare code",
            "slot.expect",
            slot=replace(spare, salt=words.salt),
            **{**given, "type": 2},
        ),
        *[refused(name, "slot.expect", slot=slot, **given) for name, slot in bad],
    ]


def _slots() -> Cases:
    ada, ben = newcomer("ada"), newcomer("ben")
    slot, lock = ada.slots[0], ada.locks[0]
    given = {"kek": lock.kek, "home": HOME, "account_id": ada.person.account_id}
    bad: list[tuple[str, Slot, dict[str, object]]] = [
        ("AUTH instead of KEK", slot, {"kek": lock.auth}),
        ("the other slot's KEK", slot, {"kek": ada.locks[1].kek}),
        ("another home", slot, {"home": _OTHER_HOME}),
        ("another account", slot, {"account_id": ben.person.account_id}),
        ("another slot id", replace(slot, slot_id=bytes(16)), {}),
        ("another generation", replace(slot, g=1), {}),
        ("another type", replace(slot, type=2), {}),
        ("another profile", replace(slot, profile=0), {}),
        ("another salt", replace(slot, salt=bytes(16)), {}),
        ("another person's slot", ben.slots[0], {}),
    ]
    sealing = {"slot": replace(slot, box=b""), "root_key": ada.person.root_key, "nonce": _NONCE}
    return [
        answered("a slot opens", "slot.open", slot=slot, **given),
        answered("a slot is sealed", "slot.seal", **sealing, **given),
        answered("its hash", "slot.hash", slot=slot),
        *[refused(n, "slot.open", slot=s, **{**given, **change}) for n, s, change in bad],
    ]


def _bundles() -> Cases:
    ada, ben = newcomer("ada").person, newcomer("ben").person
    given = {"root_key": ada.root_key, "home": HOME, "account_id": ada.account_id}
    bad: list[tuple[str, Bundle, dict[str, object]]] = [
        ("another edition", replace(ada.bundle, ver=2), {}),
        ("another generation", replace(ada.bundle, g=1), {}),
        ("another root key", ada.bundle, {"root_key": ben.root_key}),
        ("another account", ada.bundle, {"account_id": ben.account_id}),
        ("another home", ada.bundle, {"home": _OTHER_HOME}),
        ("a part of state instead", replace(ada.bundle, box=ada.state.parts[0].box), {}),
    ]
    bad += [(name, _bundle_of(raw), {}) for name, raw in ODD_BUNDLES]
    return [
        answered("a bundle made by hand", "bundle.open", bundle=_bundle_of(_MADE), **given),
        answered("a bundle opens", "bundle.open", bundle=ada.bundle, **given),
        answered("its hash", "bundle.hash", box=ada.bundle.box),
        answered("hash of nothing", "bundle.hash", box=b""),
        *[refused(n, "bundle.open", bundle=b, **{**given, **change}) for n, b, change in bad],
    ]


_SEED = b'"' + b"A" * 43 + b'"'
_EK = b'[{"gen":0,"seed":' + _SEED + b"}]"
_VK = b'[{"gen":0,"key":' + _SEED + b"}]"
_REST = b',"ik":' + _SEED + b',"rand":"' + b"A" * 22 + b'","vk":'
_MADE = b'{"ek":' + _EK + _REST + _VK + b"}"
_TWICE = _EK[:-1] + b"," + _EK[1:]
_DOWN = _TWICE.replace(b'"gen":0', b'"gen":1', 1)
ODD_BUNDLES = [
    ("no seed to receive", _MADE.replace(_EK, b"[]")),
    ("no vault key", _MADE.replace(_VK, b"[]")),
    ("a generation twice", _MADE.replace(_EK, _TWICE)),
    ("generations not ascending", _MADE.replace(_EK, _DOWN)),
    ("a seed of 31 bytes", _MADE.replace(b"A" * 43, b"A" * 42, 1)),
    ("a field too many", _MADE[:-1] + b',"x":1}'),
]


def _bundle_of(raw: bytes) -> Bundle:
    ada = newcomer("ada").person
    aad = labelled("pse1/bundle", HOME, ada.account_id, 0, 1)
    key = kdf(ada.root_key, 32, "pse1/bundle-key")
    return Bundle(0, 1, seal(key, aad, pad(raw), chance=lambda size: _NONCE))
