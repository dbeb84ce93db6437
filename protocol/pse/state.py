"""State: a sealed index over four sealed parts, one counter further each time (section 4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .base64url import from_text, to_text
from .chance import Chance, system_chance
from .ids import HASH, ID
from .padding import pad, unpad
from .pae import h, kdf, labelled, sized
from .refusal import Malformed, NotOpened, RolledBack
from .seal import open_sealed, seal
from .strict_json import Json, fields_of, parse, write

MARKS, TRUST, DOCUMENTS, NOTES = NAMES = (1, 2, 3, 4)
NOTHING_BEFORE = bytes(HASH)
SHORT_HASH = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One sealed part and its edition."""

    name: int
    ver: int
    box: bytes


@dataclass(frozen=True, slots=True)
class State:
    """The sealed index and its parts; `prev` is the hash of the index before."""

    g: int
    ctr: int
    prev: bytes
    box: bytes
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """`sc`: the newest state its owner had saved when writing a message."""

    ctr: int
    g: int
    hash: bytes


def seal_state(
    root_key: bytes,
    values: Mapping[int, Json],
    *,
    account_id: bytes,
    g: int,
    before: State | None = None,
    chance: Chance = system_chance,
) -> State:
    """Seal all four parts (name -> JSON); those `before` holds alike keep their edition."""
    key = _key(root_key)
    old = {} if before is None else _opened_parts(key, before, account_id)
    parts = tuple(
        old[name][1]
        if name in old and old[name][0] == write(values[name])
        else _seal_part(key, name, values[name], account_id, g, old, chance)
        for name in NAMES
    )
    ctr = 1 if before is None else before.ctr + 1
    prev = NOTHING_BEFORE if before is None else state_hash_of(before.box)
    box = seal(key, _index_aad(account_id, g, ctr, prev), pad(_index(parts)), chance=chance)
    return State(g, ctr, prev, box, parts)


def next_state(
    root_key: bytes,
    values: Mapping[int, Json],
    *,
    account_id: bytes,
    before: State,
    chance: Chance = system_chance,
) -> State:
    """Seal all four parts under the next root key: generation, counter and editions go on."""
    key, g, ctr = _key(root_key), before.g + 1, before.ctr + 1
    old = {part.name: (b"", part) for part in before.parts}
    parts = tuple(
        _seal_part(key, name, values[name], account_id, g, old, chance) for name in NAMES
    )
    prev = state_hash_of(before.box)
    box = seal(key, _index_aad(account_id, g, ctr, prev), pad(_index(parts)), chance=chance)
    return State(g, ctr, prev, box, parts)


def open_state(root_key: bytes, state: State, *, account_id: bytes) -> dict[int, Json]:
    """The four parts' JSON values; Refused if any part is not the index's."""
    key = _key(root_key)
    listed = unpad(
        open_sealed(key, _index_aad(account_id, state.g, state.ctr, state.prev), state.box)
    )
    if listed != _index(state.parts):
        raise NotOpened("the parts are not those of the index")
    return {
        name: parse(raw) for name, (raw, _) in _opened_parts(key, state, account_id).items()
    }


def state_hash_of(box: bytes) -> bytes:
    """The hash (32 bytes) of an index."""
    return h("pse1/state-hash", box)


def part_hash_of(box: bytes) -> bytes:
    """The hash (32 bytes) by which the index names a part."""
    return h("pse1/state-part-hash", box)


def saved_of(state: State) -> Saved:
    """What messages carry as `sc` once this state is saved."""
    return Saved(state.ctr, state.g, state_hash_of(state.box)[:SHORT_HASH])


def saved_json(saved: Saved) -> Json:
    """`sc` as JSON values."""
    return {"ctr": saved.ctr, "g": saved.g, "hash": to_text(saved.hash)}


def read_saved(value: object) -> Saved:
    """`sc` from JSON values; Refused for anything else."""
    fields = fields_of(value, {"ctr": int, "g": int, "hash": str})
    return Saved(fields["ctr"], fields["g"], from_text(fields["hash"], size=SHORT_HASH))


def check_not_rolled_back(state: State, own: Sequence[Saved]) -> None:
    """Return unless an own message knew a newer state, or another of the same counter."""
    here = saved_of(state)
    for saved in own:
        if (saved.g, saved.ctr) > (here.g, here.ctr):
            raise RolledBack("a message of yours knew a newer state")
        if (saved.g, saved.ctr) == (here.g, here.ctr) and saved.hash != here.hash:
            raise RolledBack("a message of yours knew another state")


def _key(root_key: bytes) -> bytes:
    return kdf(root_key, 32, "pse1/state-key")


def _index_aad(account_id: bytes, g: int, ctr: int, prev: bytes) -> bytes:
    account = sized(account_id, ID, "an account id")
    return labelled("pse1/state", account, g, ctr, sized(prev, HASH, "prev"))


def _part_aad(account_id: bytes, g: int, name: int, ver: int) -> bytes:
    return labelled("pse1/state-part", sized(account_id, ID, "an account id"), g, name, ver)


def _index(parts: Sequence[Part]) -> bytes:
    if tuple(part.name for part in parts) != NAMES:
        raise Malformed("state has four parts, ascending")
    rows = [
        {"hash": to_text(part_hash_of(part.box)), "name": part.name, "ver": part.ver}
        for part in parts
    ]
    return write({"parts": rows})


def _seal_part(
    key: bytes,
    name: int,
    value: Json,
    account_id: bytes,
    g: int,
    old: Mapping[int, tuple[bytes, Part]],
    chance: Chance,
) -> Part:
    ver = old[name][1].ver + 1 if name in old else 1
    aad = _part_aad(account_id, g, name, ver)
    return Part(name, ver, seal(key, aad, pad(write(value)), chance=chance))


def _opened_parts(key: bytes, state: State, account_id: bytes) -> dict[int, tuple[bytes, Part]]:
    return {
        part.name: (
            unpad(
                open_sealed(key, _part_aad(account_id, state.g, part.name, part.ver), part.box)
            ),
            part,
        )
        for part in state.parts
    }
