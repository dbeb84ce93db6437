"""What a specialist chose to show, signed by their own key (envelope.md, section 5)."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from .endorsement import SPECIALIST, Endorsement, is_in_force, verify_endorsement
from .ids import ID
from .key_record import KeyRecord
from .lists import FOLDER
from .pae import h, labelled, sized
from .refusal import BadRecord, Refused
from .signing import sign, verify
from .strict_json import fields_of, parse_fields, text_within

LANGS = frozenset(
    {"en", "es", "fr", "ar", "zh", "pt", "hi", "ru", "uk", "vi", "tl", "de", "pl"}
)
WITHIN_HOURS = frozenset({4, 24, 48, 72})
_DAY_MINUTES = 24 * 60
_ZONE = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
_FACTS = FOLDER / "facts.json"
_FIELDS: dict[str, type] = {
    "about": str,
    "facts": list,
    "langs": list,
    "line": str,
    "name": str,
    "reply": dict,
    "waiting": str,
}
_REPLY: dict[str, type] = {"days": list, "from": int, "to": int, "tz": str, "within": int}
_LONGEST: Mapping[str, tuple[int, int]] = {
    "about": (0, 1_200),
    "line": (0, 140),
    "name": (1, 40),
    "waiting": (0, 600),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """An edition of somebody's profile: strict JSON in `text`, signed by their ik."""

    ver: int
    day: int
    text: bytes
    sig: bytes = b""


def profile_bytes(account_id: bytes, profile: Profile) -> bytes:
    """What a person signs under their profile."""
    return labelled(
        "pse1/profile",
        sized(account_id, ID, "an account id"),
        profile.ver,
        profile.day,
        h("pse1/profile-bytes", profile.text),
    )


def sign_profile(ik_seed: bytes, account_id: bytes, draft: Profile) -> Profile:
    """Sign an edition, after the same checks that a reader makes."""
    read_profile(draft.text)
    return replace(draft, sig=sign(ik_seed, profile_bytes(account_id, draft)))


def verify_profile(profile: Profile, *, record: KeyRecord) -> dict[str, Any]:
    """Give back the fields of a profile signed by this record's ik; Refused else."""
    verify(record.ik, profile_bytes(record.account_id, profile), profile.sig)
    return read_profile(profile.text)


def verify_listed(
    profile: Profile,
    endorsement: Endorsement,
    *,
    home: bytes,
    roster: bytes,
    records: Sequence[KeyRecord],
    today: int,
) -> dict[str, Any]:
    """Give back the fields of somebody who may be shown today; Refused for anybody else."""
    verify_endorsement(endorsement, home=home, roster=roster, records=records)
    if endorsement.role != SPECIALIST or not is_in_force(endorsement, day=today):
        raise BadRecord("not endorsed as a specialist today")
    fields = verify_profile(profile, record=records[-1])
    if fields["name"] != endorsement.display_name:
        raise BadRecord("the profile names somebody else")
    return fields


def read_profile(raw: bytes) -> dict[str, Any]:
    """Give back the fields of well-made profile bytes; Refused else."""
    fields = parse_fields(raw, _FIELDS)
    for name, (shortest, longest) in _LONGEST.items():
        text_within(fields[name], longest, shortest=shortest)
    _check_ascending(fields["facts"], known_facts().__contains__, "facts")
    _check_ascending(fields["langs"], LANGS.__contains__, "langs")
    _check_reply(fields_of(fields["reply"], _REPLY))
    return fields


TOPICS = ("been-through", "life")


def known_facts() -> frozenset[str]:
    """The ids of protocol/facts.json."""
    groups: dict[str, list[str]] = json.loads(_FACTS.read_text(encoding="utf-8"))
    return frozenset(fact for facts in groups.values() for fact in facts)


def known_topics() -> frozenset[str]:
    """The ids of protocol/facts.json that a talk can be about: what was lived, and a life."""
    groups: dict[str, list[str]] = json.loads(_FACTS.read_text(encoding="utf-8"))
    return frozenset(fact for name in TOPICS for fact in groups[name])


def is_profile(raw: bytes) -> bool:
    """Whether these bytes are a well-made profile."""
    try:
        read_profile(raw)
    except Refused:
        return False
    return True


def _check_reply(reply: dict[str, Any]) -> None:
    _check_ascending(reply["days"], range(7).__contains__, "days", of=int)
    if max(reply["from"], reply["to"]) > _DAY_MINUTES:
        raise BadRecord("a minute of the day is 0 to 1440")
    if reply["within"] not in WITHIN_HOURS or not _ZONE.fullmatch(reply["tz"]):
        raise BadRecord("reply hours that the page does not name")


def _check_ascending(
    values: list[Any], is_known: Callable[[Any], bool], what: str, *, of: type = str
) -> None:
    if any(type(value) is not of or not is_known(value) for value in values):
        raise BadRecord(f"{what} that the page does not name")
    if any(left >= right for left, right in pairwise(values)):
        raise BadRecord(f"{what} ascend, none twice")
