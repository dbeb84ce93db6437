"""Ops over history grants."""

from collections.abc import Mapping
from typing import Any

from pse import grant, key_record

from .values import epoch_of

In = Mapping[str, Any]


def _grant(given: In) -> grant.Grant:
    fields = given["grant"]
    epochs = tuple((epoch, eh) for epoch, eh in fields["epochs"])
    return grant.Grant(**{**fields, "epochs": epochs})


def _verify(given: In) -> bool:
    headers = [epoch_of(header) for header in given["headers"]]
    owner = key_record.KeyRecord(**given["owner"])
    grant.verify_grant(_grant(given), headers=headers, owner=owner)
    return True


def _open(given: In) -> bytes:
    header = epoch_of(given["header"])
    return grant.open_granted(_grant(given), header, given["wrap"], ek_seed=given["ek_seed"])


OPS = {
    "grant.bytes": lambda given: grant.grant_bytes(_grant(given)),
    "grant.verify": _verify,
    "grant.open": _open,
}
