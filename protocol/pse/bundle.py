"""The bundle: a person's secret seeds, sealed under their root key (envelope.md, section 3)."""

from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .chance import Chance, system_chance
from .ids import ID
from .padding import pad, unpad
from .pae import h, kdf, labelled, sized
from .refusal import BadRecord
from .seal import open_sealed, seal
from .strict_json import fields_of, parse_fields, write


@dataclass(frozen=True, slots=True)
class Secrets:
    """Seeds (32 bytes): one to sign, one to receive and one vault key for each generation."""

    ik: bytes
    ek: dict[int, bytes]
    rand: bytes
    vk: dict[int, bytes]


@dataclass(frozen=True, slots=True)
class Bundle:
    """An edition of the sealed secrets."""

    g: int
    ver: int
    box: bytes


def seal_bundle(
    root_key: bytes,
    secrets: Secrets,
    *,
    home: bytes,
    account_id: bytes,
    g: int,
    ver: int,
    chance: Chance = system_chance,
) -> Bundle:
    """Seal the secrets as edition `ver` (1 at sign-up)."""
    text = pad(_write(secrets))
    aad = _aad(home, account_id, g, ver)
    return Bundle(g, ver, seal(_key(root_key), aad, text, chance=chance))


def open_bundle(root_key: bytes, bundle: Bundle, *, home: bytes, account_id: bytes) -> Secrets:
    """The secrets in a bundle; Refused for any other key, account or edition."""
    aad = _aad(home, account_id, bundle.g, bundle.ver)
    return _read(unpad(open_sealed(_key(root_key), aad, bundle.box)))


def bundle_hash_of(box: bytes) -> bytes:
    """The hash (32 bytes) by which state remembers the bundle."""
    return h("pse1/bundle-hash", box)


def _key(root_key: bytes) -> bytes:
    return kdf(root_key, 32, "pse1/bundle-key")


def _aad(home: bytes, account_id: bytes, g: int, ver: int) -> bytes:
    sized(home, ID, "home")
    return labelled("pse1/bundle", home, sized(account_id, ID, "an account id"), g, ver)


def _write(secrets: Secrets) -> bytes:
    return write(
        {
            "ek": [{"gen": g, "seed": to_text(seed)} for g, seed in sorted(secrets.ek.items())],
            "ik": to_text(secrets.ik),
            "rand": to_text(secrets.rand),
            "vk": [{"gen": g, "key": to_text(key)} for g, key in sorted(secrets.vk.items())],
        }
    )


def _read(raw: bytes) -> Secrets:
    fields = parse_fields(raw, {"ek": list, "ik": str, "rand": str, "vk": list})
    return Secrets(
        from_text(fields["ik"], size=32),
        _generations(fields["ek"], "seed"),
        from_text(fields["rand"], size=ID),
        _generations(fields["vk"], "key"),
    )


def _generations(rows: list[Any], name: str) -> dict[int, bytes]:
    read = [fields_of(row, {"gen": int, name: str}) for row in rows]
    gens = [row["gen"] for row in read]
    if not gens or gens != sorted(set(gens)):
        raise BadRecord("generations ascend, none twice")
    return {row["gen"]: from_text(row[name], size=32) for row in read}
