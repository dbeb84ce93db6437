"""A new wrapping key now and then, and the day on which an old one can go (P19)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from . import as_json
from .bundle import bundle_hash_of, seal_bundle
from .holder import Person
from .key_record import KeyRecord, next_key_record
from .remembered import BundlePin
from .wrapping import wrap_key_of

RENEW_AFTER_DAYS = 90
ROUTINE_AFTER_DAYS = 80
UNTIL_THE_OWNER_LEAVES = 0
MONTH = 31
# An epoch takes lines for 31 days; a header by someone who had not heard yet may be two late.
LAST_LINE_DAYS = 31 + 2


def is_due(newest: KeyRecord, *, today: int) -> bool:
    """Whether a room that opens today makes a new wrapping key."""
    return today - newest.day >= RENEW_AFTER_DAYS


def outlived(records: Sequence[KeyRecord], *, today: int, months: Sequence[int]) -> set[int]:
    """Generations whose wrapping key no epoch can need any more.

    `months` says how long each of one's conversations is kept; 0 is until its owner leaves, and
    while there is one of those every key stays.
    """
    if UNTIL_THE_OWNER_LEAVES in months:
        return set()
    kept_days = LAST_LINE_DAYS + MONTH * max(months, default=0)
    return {
        record.gen
        for record, successor in pairwise(records)
        if successor.day + kept_days < today
    }


def renew_keys(person: Person, *, day: int, months: Sequence[int]) -> dict[str, Any]:
    """Make the next generation with the same ik: what `POST /api/key-records` takes."""
    seed, ik_seed = person.chance(32), person.ik_seed
    record = next_key_record(
        person.record,
        ik_seed=ik_seed,
        ik=person.record.ik,
        ek=wrap_key_of(seed),
        prev_ik_seed=ik_seed,
        day=max(day, person.record.day),
    )
    person.records = (*person.records, record)
    gone = outlived(person.records, today=day, months=months)
    kept = {gen: old for gen, old in person.secrets.ek.items() if gen not in gone}
    person.secrets = replace(person.secrets, ek={**kept, record.gen: seed})
    person.bundle = seal_bundle(
        person.root_key,
        person.secrets,
        home=person.home,
        account_id=person.account_id,
        g=person.g,
        ver=person.bundle.ver + 1,
        chance=person.chance,
    )
    pin = BundlePin(bundle_hash_of(person.bundle.box), person.bundle.ver)
    return {
        "key_record": as_json.key_record_json(record),
        "bundle": as_json.bundle_json(person.bundle),
        "state": person.remember(bundle=pin),
    }
