"""Ops over invites."""

from collections.abc import Mapping
from typing import Any

from pse import invite, key_record, safety

In = Mapping[str, Any]


def _who(given: In) -> bytes:
    records = [key_record.KeyRecord(**record) for record in given["records"]]
    key_record.verify_key_records(records)
    return invite.who_of(given["home"], key_record.lock_of(records))


def _check(given: In) -> bool:
    read = invite.read_invite(given["text"])
    invite.check_invite(read, house=given["house"], who=given["who"])
    return True


def _context(given: In) -> tuple[invite.Invite, invite.Newcomer]:
    return invite.Invite(**given["invite"]), invite.Newcomer(**given["newcomer"])


OPS = {
    "words.safety": lambda given: list(safety.safety_words(given["account_id"], given["ik"])),
    "safety.of": lambda given: safety.safety_of(given["account_id"], given["ik"]),
    "safety.picture": lambda given: safety.safety_picture(**given),
    "safety.seen": lambda given: safety.picture_seen(**given),
    "invite.who": _who,
    "invite.house": lambda given: invite.house_of(**given),
    "invite.write": lambda given: invite.write_invite(invite.Invite(**given)),
    "invite.read": lambda given: invite.read_invite(given["text"]),
    "invite.check": _check,
    "invite.bind": lambda given: invite.bind_of(*_context(given), home=given["home"]),
    "invite.yes": lambda given: invite.yes_of(*_context(given), home=given["home"]),
}
