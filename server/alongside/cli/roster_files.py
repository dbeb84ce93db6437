"""The four files of the roster, as protocol/api.md writes them: read strictly, kept safe."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pse.as_json import read_revocation, revocation_json
from pse.base64url import from_text, to_text
from pse.endorsement import Endorsement
from pse.ids import HASH, ID
from pse.key_record import KeyRecord, lock_of, verify_key_records
from pse.refusal import BadRecord, Malformed, Refused
from pse.revocation import Revocation
from pse.signing import SIGNATURE
from pse.strict_json import fields_of, text_within

KEY, REQUEST, ENDORSEMENT, REVOCATION = (
    "alongside-roster-key",
    "alongside-endorsement-request",
    "alongside-endorsement",
    "alongside-revocation",
)
LARGEST = 16_384
SEED = 32
LONGEST_NAME = 40


class BadFile(Exception):
    """Not a file of the roster; says so in one sentence."""


@dataclass(frozen=True)
class RosterKey:
    """The programme's own key, and the installation it speaks for."""

    home: bytes
    seed: bytes


@dataclass(frozen=True)
class Request:
    """Someone asks the programme to stand behind a name and its keys."""

    home: bytes
    role: int
    display_name: str
    record: KeyRecord
    # Somebody the programme may know already, whose lock is another one now.
    is_renewed: bool = False


Paper = RosterKey | Request | Endorsement | Revocation


def opened(path: Path) -> Paper:
    """Read any file of the roster; BadFile for anything else."""
    try:
        return _READERS[_kind_of(path)](_content(path))
    except (Refused, KeyError, ValueError, OSError) as fault:
        raise BadFile(f"{path.name} is not a file of the roster ({fault}).") from None


def write_key(path: Path, key: RosterKey) -> None:
    """Write the key for its owner alone; never over another file."""
    content = {"home": to_text(key.home), "seed": to_text(key.seed)}
    _write(path, KEY, content, mode=0o600)


def write_endorsement(path: Path, endorsement: Endorsement) -> None:
    """Write the endorsement that is uploaded at the desk; never over another file."""
    content = {
        "account_id": to_text(endorsement.account_id),
        "kr_hash": to_text(endorsement.kr_hash),
        "role": endorsement.role,
        "display_name": endorsement.display_name,
        "from_day": endorsement.from_day,
        "to_day": endorsement.to_day,
        "serial": endorsement.serial,
        "sig": to_text(endorsement.sig),
    }
    _write(path, ENDORSEMENT, {"endorsement": content}, mode=0o644)


def write_revocation(path: Path, revocation: Revocation) -> None:
    """Write what takes a word back, to be uploaded at the desk; never over another file."""
    _write(path, REVOCATION, {"revocation": revocation_json(revocation)}, mode=0o644)


def _write(path: Path, kind: str, content: dict[str, Any], *, mode: int) -> None:
    text = json.dumps({"kind": kind, "version": 1, **content}, ensure_ascii=False, indent=1)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError:
        raise BadFile(f"{path} is there already, and is not written over.") from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text + "\n")


def _kind_of(path: Path) -> str:
    content = _content(path)
    if content.get("version") != 1:
        raise Malformed("another version")
    return str(content.get("kind"))


def _content(path: Path) -> dict[str, Any]:
    if path.stat().st_size > LARGEST:
        raise Malformed("too large")
    content = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise Malformed("not an object")
    return content


def _key(content: dict[str, Any]) -> RosterKey:
    fields = fields_of(content, {"kind": str, "version": int, "home": str, "seed": str})
    return RosterKey(from_text(fields["home"], size=ID), from_text(fields["seed"], size=SEED))


def _request(content: dict[str, Any]) -> Request:
    shape = {
        "kind": str,
        "version": int,
        "home": str,
        "role": int,
        "display_name": str,
        "key_record": dict,
    }
    before = [_record(row) for row in _records_before(content)]
    fields = fields_of({k: v for k, v in content.items() if k != "before"}, shape)
    record = _record(fields["key_record"])
    _check_begins(before, record)
    name = text_within(fields["display_name"], LONGEST_NAME, shortest=1)
    home = from_text(fields["home"], size=ID)
    return Request(home, fields["role"], name, record, is_renewed=bool(before))


def _records_before(content: dict[str, Any]) -> list[Any]:
    """All records before a lock that is not the first one; none for the first."""
    before = content.get("before", [])
    if not isinstance(before, list):
        raise Malformed("records are a list")
    return before


def _check_begins(before: list[KeyRecord], record: KeyRecord) -> None:
    """The record follows those before it, and a lock begins with it; BadRecord else."""
    chain = [*before, record]
    verify_key_records(chain)
    if lock_of(chain) != record:
        raise BadRecord("the lock began earlier")


def _record(content: dict[str, Any]) -> KeyRecord:
    texts = dict.fromkeys(("account_id", "ik", "ek", "rand", "prev", "sig", "prev_sig"), str)
    fields = fields_of(content, {**texts, "gen": int, "day": int})
    return KeyRecord(
        account_id=from_text(fields["account_id"], size=ID),
        gen=fields["gen"],
        ik=from_text(fields["ik"], size=SEED),
        ek=from_text(fields["ek"], size=SEED),
        rand=from_text(fields["rand"], size=ID),
        prev=from_text(fields["prev"], size=HASH),
        day=fields["day"],
        sig=from_text(fields["sig"], size=SIGNATURE),
        prev_sig=from_text(fields["prev_sig"]),
    )


def _endorsement(content: dict[str, Any]) -> Endorsement:
    outer = fields_of(content, {"kind": str, "version": int, "endorsement": dict})
    texts = dict.fromkeys(("account_id", "kr_hash", "display_name", "sig"), str)
    numbers = dict.fromkeys(("role", "from_day", "to_day", "serial"), int)
    fields = fields_of(outer["endorsement"], {**texts, **numbers})
    return Endorsement(
        account_id=from_text(fields["account_id"], size=ID),
        kr_hash=from_text(fields["kr_hash"], size=HASH),
        role=fields["role"],
        display_name=text_within(fields["display_name"], LONGEST_NAME, shortest=1),
        from_day=fields["from_day"],
        to_day=fields["to_day"],
        serial=fields["serial"],
        sig=from_text(fields["sig"], size=SIGNATURE),
    )


def _revocation(content: dict[str, Any]) -> Revocation:
    outer = fields_of(content, {"kind": str, "version": int, "revocation": dict})
    return read_revocation(outer["revocation"])


_READERS: dict[str, Callable[[dict[str, Any]], Paper]] = {
    KEY: _key,
    REQUEST: _request,
    ENDORSEMENT: _endorsement,
    REVOCATION: _revocation,
}
