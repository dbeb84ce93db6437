"""An account's ways in: five words or a spare code open a slot, the slot opens the root key."""

import re
from dataclasses import dataclass, replace

from nacl.bindings import crypto_pwhash_alg, crypto_pwhash_ALG_ARGON2ID13

from .chance import Chance, draw_below, system_chance
from .ids import ID
from .pae import h, h16, kdf, key_of, labelled, sized
from .refusal import Malformed, NotOpened, Unknown
from .seal import OVERHEAD, open_sealed, seal
from .spare_code import CODE

WORDS, SPARE, DEVICE, PASSKEY = 1, 2, 3, 4
NO_PROFILE, A2ID_32_6 = 0, 1
PROFILES_OF = {
    WORDS: (A2ID_32_6,),
    SPARE: (NO_PROFILE,),
    DEVICE: (NO_PROFILE, A2ID_32_6),
    PASSKEY: (NO_PROFILE,),
}
NO_SALT = bytes(ID)
SLOT_BOX = OVERHEAD + 32
MEMORY = 33_554_432
PASSES = 6
_USERNAME = re.compile(r"[a-z]{3,12}-[a-z]{3,12}-[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: the account's root key of generation g, sealed under one key."""

    slot_id: bytes
    type: int
    g: int
    profile: int
    salt: bytes
    box: bytes = b""


@dataclass(frozen=True, slots=True)
class Lock:
    """What a way in derives: AUTH opens the door at the server, KEK the slot. Never swapped.

    A device's and a passkey's lock are bound to their slot's id; the others' slots draw one.
    """

    type: int
    auth: bytes
    kek: bytes
    salt: bytes
    slot_id: bytes = b""

    @property
    def profile(self) -> int:
        """Whether something was stretched: what is stretched has a salt."""
        return NO_PROFILE if self.salt == NO_SALT else A2ID_32_6


def checked_username(username: str) -> str:
    """Give back `stem-stem-dddd`; Malformed for any other name."""
    if type(username) is not str or not _USERNAME.fullmatch(username):
        raise Malformed("a name is two words and four digits")
    return username


def draw_username(stems: list[str], *, chance: Chance = system_chance) -> str:
    """Suggest a name from two stems and four digits."""
    first, second = (stems[draw_below(len(stems), chance)] for _ in range(2))
    return checked_username(f"{first}-{second}-{draw_below(10_000, chance):04d}")


def salt_of(home: bytes, username: str) -> bytes:
    """The salt (16 bytes) that a room derives for itself."""
    return h16("pse1/salt", sized(home, ID, "home"), checked_username(username))


def words_lock(phrase: str, *, home: bytes, username: str) -> Lock:
    """Derive from five list words (already normalised)."""
    salt = salt_of(home, username)
    master = stretch(phrase, salt)
    return Lock(
        WORDS,
        kdf(master, 32, "pse1/auth", home, username),
        kdf(master, 32, "pse1/kek", home, username),
        salt,
    )


def stretch(text: str, salt: bytes) -> bytes:
    """Argon2id: 32 MiB, 6 passes, 32 bytes out."""
    return stretch_raw(text.encode(), salt)


def stretch_raw(raw: bytes, salt: bytes) -> bytes:
    """The same, over bytes."""
    made: bytes = crypto_pwhash_alg(32, raw, salt, PASSES, MEMORY, crypto_pwhash_ALG_ARGON2ID13)
    return made


def spare_lock(code: bytes, *, home: bytes, username: str) -> Lock:
    """Derive from a spare code's 16 bytes."""
    key = h("pse1/spare", sized(code, CODE, "a spare code"))
    sized(home, ID, "home")
    return Lock(
        SPARE,
        kdf(key, 32, "pse1/spare-auth", home, checked_username(username)),
        kdf(key, 32, "pse1/spare-kek", home, username),
        NO_SALT,
    )


def expect_slot(slot: Slot, *, type: int, home: bytes, username: str) -> None:
    """Refuse a slot before anything is derived: another type, profile or salt than ours."""
    if slot.type != type or type not in (WORDS, SPARE):
        raise Unknown("another way in than the one used")
    if (slot.profile,) != PROFILES_OF[type]:
        raise Unknown("another key profile than the one compiled in")
    if slot.salt != (salt_of(home, username) if type == WORDS else NO_SALT):
        raise Malformed("another salt than the one derived here")
    sized(slot.slot_id, ID, "a slot id")
    sized(slot.box, SLOT_BOX, "a slot's box")


def seal_slot(
    lock: Lock,
    root_key: bytes,
    *,
    home: bytes,
    account_id: bytes,
    g: int,
    chance: Chance = system_chance,
) -> Slot:
    """Make a way in to a root key."""
    slot_id = lock.slot_id or chance(ID)
    draft = Slot(slot_id, lock.type, g, lock.profile, lock.salt)
    aad = _slot_aad(draft, home, account_id)
    return replace(draft, box=seal(lock.kek, aad, key_of(root_key), chance=chance))


def open_slot(slot: Slot, lock: Lock, *, home: bytes, account_id: bytes, g: int) -> bytes:
    """The root key (32 bytes) of generation g; NotOpened for any other lock or context."""
    if (slot.type, slot.salt, slot.g) != (lock.type, lock.salt, g):
        raise NotOpened("this slot is another way in")
    return key_of(open_sealed(lock.kek, _slot_aad(slot, home, account_id), slot.box))


def slot_hash_of(slot: Slot) -> bytes:
    """The hash (32 bytes) by which state remembers a way in."""
    return h("pse1/slot-hash", slot.slot_id, slot.type, slot.g, slot.box)


def _slot_aad(slot: Slot, home: bytes, account_id: bytes) -> bytes:
    return labelled(
        "pse1/slot",
        sized(home, ID, "home"),
        sized(account_id, ID, "an account id"),
        sized(slot.slot_id, ID, "a slot id"),
        slot.type,
        slot.g,
        slot.profile,
        sized(slot.salt, ID, "a salt"),
    )
