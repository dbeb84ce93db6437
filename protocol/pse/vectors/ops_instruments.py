"""Ops over instrument packs."""

from collections.abc import Mapping
from typing import Any

from pse.instrument import change_of, pack_hash, read_pack, total_of

In = Mapping[str, Any]


def _read(given: In) -> dict[str, Any]:
    pack = read_pack(given["raw"])
    shown = {
        lang: [one.title, one.ask, list(one.items), list(one.words)]
        for lang, one in pack.langs.items()
    }
    return {
        "id": pack.id,
        "ver": pack.ver,
        "langs": shown,
        "by": pack.attested_by,
        "hash": pack_hash(given["raw"]),
    }


def _total(given: In) -> list[int]:
    total = total_of(read_pack(given["raw"]), given["answers"])
    return [] if total is None else [total]


OPS = {
    "pack.read": _read,
    "pack.total": _total,
    "pack.change": lambda given: change_of(
        read_pack(given["raw"]), given["before"], given["after"]
    ),
}
