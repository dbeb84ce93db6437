"""Ops over the key log, its checkpoints and its witnesses."""

from collections.abc import Mapping
from typing import Any

from pse import audit, key_log, note, revocation
from pse.endorsement import Endorsement
from pse.key_record import KeyRecord
from pse.merkle import LogAt

from .values import epoch_of

In = Mapping[str, Any]


def _log(given: In) -> key_log.KeyLog:
    return key_log.KeyLog(key_log.read_rows(given["rows"]))


def _roots(given: In) -> list[bytes]:
    log = _log(given)
    return [log.at(size).root for size in given["sizes"]]


def _revocation(given: In) -> revocation.Revocation:
    return revocation.Revocation(**given["revocation"])


def _verify_revocation(given: In) -> bool:
    revocation.verify_revocation(_revocation(given), home=given["home"], roster=given["roster"])
    return True


def _read_note(given: In) -> LogAt:
    return note.read_checkpoint(given["note"], home=given["home"], log_key=given["log_key"])


def _cosigned(given: In) -> int:
    return note.verify_cosigned(given["note"], note.read_witness(given["witness"]))


def _audit(given: In) -> LogAt:
    known = key_log.KeyLog(key_log.read_rows(given["known"]))
    log = audit.read_on(
        known,
        key_log.read_rows(given["rows"]),
        given["note"],
        home=given["home"],
        log_key=given["log_key"],
    )
    audit.check_grown(log, [LogAt(**seen) for seen in given["before"]])
    records = [KeyRecord(**record) for record in given["records"]]
    audit.check_own(log, given["account_id"], records)
    return log.at()


def _other(given: In) -> bool:
    audit.check_other(_log(given), [KeyRecord(**record) for record in given["records"]])
    return True


def _endorsed(given: In) -> bool:
    audit.check_endorsed(_log(given), given["home"], Endorsement(**given["endorsement"]))
    return True


def _header(given: In) -> bool:
    audit.check_header(_log(given), epoch_of(given["header"]))
    return True


OPS = {
    "log.who": lambda given: key_log.who_of(given["account_id"]),
    "log.leaf": lambda given: key_log.leaf_node(key_log.Leaf(**given)),
    "log.endorse_hash": lambda given: key_log.endorsement_hash_of(
        given["home"], Endorsement(**given["endorsement"])
    ),
    "log.roots": _roots,
    "log.audit": _audit,
    "log.other": _other,
    "log.endorsed": _endorsed,
    "log.header": _header,
    "revoke.bytes": lambda given: revocation.revocation_bytes(
        given["home"], _revocation(given)
    ),
    "revoke.hash": lambda given: revocation.revocation_hash_of(
        given["home"], _revocation(given)
    ),
    "revoke.verify": _verify_revocation,
    "note.read": _read_note,
    "note.cosigned": _cosigned,
}
