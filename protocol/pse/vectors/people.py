"""Vectors for key records, endorsements, profiles and check words."""

from dataclasses import replace
from functools import cache
from typing import Any

from pse.endorsement import Endorsement, endorsement_bytes
from pse.key_record import KeyRecord, key_record_bytes, kr_hash_of, next_key_record
from pse.profile import Profile, profile_bytes
from pse.signing import sign, verify_key_of
from pse.strict_json import write
from pse.wrapping import wrap_key_of

from .case import Cases, answered, refused
from .change import flip, other
from .scene import DAY, HOME, LOG_SEED, ROSTER_SEED, newcomer, profile_fields
from .seals import ODD_SIGNING_POINTS, ODD_WRAPPING_POINTS

NEW_IK, NEW_EK = bytes(range(40, 72)), bytes(range(72, 104))
ROSTER = verify_key_of(ROSTER_SEED)


def cases() -> Cases:
    """All of them."""
    return [
        *_records(),
        *_odd_points(),
        *_generations(),
        *_locks(),
        *_endorsements(),
        *_endorsed_chains(),
        *_profiles(),
    ]


@cache
def second() -> KeyRecord:
    """Ben's keys of generation 1."""
    ben = newcomer("ben").person
    return next_key_record(
        ben.record,
        ik_seed=NEW_IK,
        ik=verify_key_of(NEW_IK),
        ek=wrap_key_of(NEW_EK),
        prev_ik_seed=ben.ik_seed,
        day=DAY + 3,
    )


@cache
def routine(gens: int = 2, *, days: int = 90) -> tuple[KeyRecord, ...]:
    """Ben's records when his room has renewed its wrapping key, generation after generation."""
    ben = newcomer("ben").person
    records = [ben.record]
    for gen in range(1, gens):
        records.append(_same_lock(records[-1], ek_seed=bytes([gen]) * 32, day=DAY + gen * days))
    return tuple(records)


@cache
def renewed_lock() -> tuple[KeyRecord, ...]:
    """Ben's records after two routine renewals and one new lock."""
    before = routine(3)
    return (*before, _other_lock(before[-1]))


def _same_lock(before: KeyRecord, *, ek_seed: bytes, day: int) -> KeyRecord:
    seed = newcomer("ben").person.ik_seed
    ek = wrap_key_of(ek_seed)
    return next_key_record(
        before, ik_seed=seed, ik=before.ik, ek=ek, prev_ik_seed=seed, day=day
    )


def _other_lock(before: KeyRecord) -> KeyRecord:
    return next_key_record(
        before,
        ik_seed=NEW_IK,
        ik=verify_key_of(NEW_IK),
        ek=wrap_key_of(NEW_EK),
        prev_ik_seed=newcomer("ben").person.ik_seed,
        day=before.day,
    )


def _records() -> Cases:
    ben = newcomer("ben").person
    record = ben.record
    changed = [
        (f"changed: {name}", replace(record, **{name: other(getattr(record, name))}))
        for name in ("account_id", "gen", "ik", "ek", "rand", "prev", "day", "sig", "prev_sig")
    ]
    return [
        answered("its bytes", "keyrec.bytes", record=record),
        answered("its hash", "keyrec.hash", record=record),
        answered("its id", "account.id", ik=record.ik, ek=record.ek, rand=record.rand),
        answered("generation 0", "keyrec.verify", records=[record]),
        answered(
            "its check words",
            "words.check",
            account_id=ben.account_id,
            kr_hash=kr_hash_of(record),
        ),
        refused("no record", "keyrec.verify", records=[]),
        refused("another id", "keyrec.verify", records=[_resigned(account_id=b"i" * 16)]),
        refused("a short id", "keyrec.bytes", record=replace(record, account_id=b"i" * 15)),
        *[refused(name, "keyrec.verify", records=[row]) for name, row in changed],
    ]


def _odd_points() -> Cases:
    record = newcomer("ben").person.record
    signing = [(f"signing: {n}", replace(record, ik=p)) for n, p in ODD_SIGNING_POINTS]
    wrapping = [(f"wrapping: {n}", replace(record, ek=p)) for n, p in ODD_WRAPPING_POINTS]
    return [refused(name, "keyrec.bytes", record=row) for name, row in (*signing, *wrapping)]


def _resigned(**change: Any) -> KeyRecord:
    ben = newcomer("ben").person
    draft = replace(ben.record, **change)
    return replace(draft, sig=sign(ben.ik_seed, key_record_bytes(draft)))


def _again(record: KeyRecord, **change: Any) -> KeyRecord:
    draft = replace(record, **change)
    signed = key_record_bytes(draft)
    prev_sig = sign(newcomer("ben").person.ik_seed, signed)
    return replace(draft, sig=sign(NEW_IK, signed), prev_sig=prev_sig)


def _generations() -> Cases:
    first, later = newcomer("ben").person.record, second()
    signed = key_record_bytes(later)
    bad = [
        ("no continuity", replace(later, prev_sig=b"")),
        ("continuity by the new key", replace(later, prev_sig=sign(NEW_IK, signed))),
        ("continuity by a stranger", replace(later, prev_sig=sign(LOG_SEED, signed))),
        ("a generation skipped", _again(later, gen=2)),
        ("another previous record", _again(later, prev=b"p" * 32)),
        ("a rand", _again(later, rand=b"r" * 16)),
        ("another account", _again(later, account_id=b"i" * 16)),
        ("an earlier day", _again(later, day=DAY - 1)),
    ]
    return [
        answered("generation 1", "keyrec.verify", records=[first, later]),
        refused("generation 1 alone", "keyrec.verify", records=[later]),
        refused("generation 0 twice", "keyrec.verify", records=[first, first]),
        *[refused(name, "keyrec.verify", records=[first, row]) for name, row in bad],
    ]


def _locks() -> Cases:
    renewed = renewed_lock()
    old = routine(4)
    days = [DAY + 90, DAY + 180, DAY + 270]
    kept = [([], 33), ([12], 33 + 31 * 12), ([1, 24, 12], 33 + 31 * 24)]
    return [
        answered("a lock of one record", "keyrec.lock", records=list(renewed[:1])),
        answered("a lock of three records", "keyrec.lock", records=list(renewed[:3])),
        answered("another lock", "keyrec.lock", records=list(renewed)),
        *[
            answered(
                f"outlived, kept {months}, day {at} and {late}",
                "keyrec.outlived",
                records=list(old),
                today=at + lasts + late,
                months=months,
            )
            for months, lasts in kept
            for at in days
            for late in (0, 1)
        ],
        answered(
            "outlived never while one is kept until its owner leaves",
            "keyrec.outlived",
            records=list(old),
            today=DAY + 9_000,
            months=[12, 0],
        ),
    ]


def endorsement(**change: Any) -> Endorsement:
    """The programme stands behind Ben, with some fields changed before signing."""
    ben = newcomer("ben").person
    made = ben.endorsed(ROSTER_SEED, display_name="Ben", from_day=DAY, serial=1)
    draft = replace(made, **change)
    return replace(draft, sig=sign(ROSTER_SEED, endorsement_bytes(HOME, draft)))


def _endorsements() -> Cases:
    record = newcomer("ben").person.record
    given: dict[str, Any] = {"home": HOME, "roster": ROSTER, "records": [record]}
    good = endorsement()
    names = ("account_id", "kr_hash", "display_name", "from_day", "to_day", "serial", "sig")
    bad: list[tuple[str, Endorsement, dict[str, Any]]] = [
        *[
            (f"another {name}", replace(good, **{name: other(getattr(good, name))}), {})
            for name in names
        ],
        ("another role", replace(good, role=3), {}),
        ("another home", good, {"home": bytes(16)}),
        ("another roster key", good, {"roster": verify_key_of(LOG_SEED)}),
        ("another person's keys", good, {"records": [newcomer("finn").person.record]}),
        ("for another account, signed", endorsement(account_id=b"i" * 16), {}),
        ("for other keys, signed", endorsement(kr_hash=b"k" * 32), {}),
        ("91 days, signed", endorsement(to_day=DAY + 91), {}),
        ("ends before it begins, signed", endorsement(to_day=DAY - 1), {}),
        ("role 0, signed", endorsement(role=0), {}),
        ("role 6, signed", endorsement(role=6), {}),
        ("no name, signed", endorsement(display_name=""), {}),
        ("a name of 41, signed", endorsement(display_name="B" * 41), {}),
    ]
    days = (DAY - 1, DAY, DAY + 90, DAY + 91)
    return [
        answered("its bytes", "endorse.bytes", home=HOME, endorsement=good),
        answered("it holds", "endorse.verify", endorsement=good, **given),
        *[answered(f"on day {d}", "endorse.counts", endorsement=good, day=d) for d in days],
        *[refused(n, "endorse.verify", endorsement=e, **{**given, **c}) for n, e, c in bad],
    ]


def _endorsed_chains() -> Cases:
    """An endorsement goes on with the identity key, and never beyond it (decision 0039)."""
    renewed = renewed_lock()
    old = renewed[:3]
    finn = newcomer("finn").person.record
    given: dict[str, Any] = {"home": HOME, "roster": ROSTER}
    first, second_, other_ = (
        endorsement(kr_hash=kr_hash_of(renewed[at]), serial=at + 1) for at in (0, 1, 3)
    )
    back = (*renewed, _back(renewed[-1]))
    again = replace(renewed[-1], prev_sig=sign(NEW_IK, key_record_bytes(renewed[-1])))
    good = [
        ("after two routine renewals", first, old),
        ("of the second record, after one more", second_, old),
        ("of the new lock", other_, renewed),
    ]
    bad: list[tuple[str, Endorsement, tuple[KeyRecord, ...]]] = [
        ("of the lock before", first, renewed),
        ("of a later record than there is", second_, old[:1]),
        ("of the new lock, for the old one", other_, old),
        ("of a lock left and taken again", first, back),
        ("with a generation skipped", first, (old[0], old[2])),
        ("without the first record", second_, old[1:]),
        ("with another's record behind it", first, (old[0], finn)),
        ("with a new lock that the old one did not sign", first, (*old, again)),
        ("of no records", first, ()),
    ]
    return [
        *[
            answered(
                f"endorsed: {n}", "endorse.verify", endorsement=e, records=list(r), **given
            )
            for n, e, r in good
        ],
        *[
            refused(f"endorsed: {n}", "endorse.verify", endorsement=e, records=list(r), **given)
            for n, e, r in bad
        ],
    ]


def _back(before: KeyRecord) -> KeyRecord:
    ben = newcomer("ben").person
    return next_key_record(
        before,
        ik_seed=ben.ik_seed,
        ik=ben.record.ik,
        ek=ben.record.ek,
        prev_ik_seed=NEW_IK,
        day=before.day,
    )


def _profiles() -> Cases:
    ben = newcomer("ben").person
    good = ben.profiled(profile_fields(), ver=1, day=DAY)
    bad: list[tuple[str, Profile]] = [
        ("another version", replace(good, ver=2)),
        ("another day", replace(good, day=DAY + 1)),
        ("one byte of its text", replace(good, text=flip(good.text, 12))),
        ("another signature", replace(good, sig=flip(good.sig, 0))),
        *[(name, _signed_profile(change)) for name, change in ODD_PROFILES],
    ]
    return [
        answered("its bytes", "profile.bytes", account_id=ben.account_id, profile=good),
        answered("its fields", "profile.read", text=good.text),
        answered("signed by its owner", "profile.verify", profile=good, record=ben.record),
        answered("shown today", "profile.listed", profile=good, **_listing()),
        refused(
            "signed by another",
            "profile.verify",
            profile=good,
            record=newcomer("finn").person.record,
        ),
        *_unlisted(good),
        *[refused(n, "profile.verify", profile=p, record=ben.record) for n, p in bad],
    ]


def _listing(**change: Any) -> dict[str, Any]:
    record = newcomer("ben").person.record
    made = {"endorsement": endorsement(), "home": HOME, "roster": ROSTER, "records": [record]}
    return {**made, "today": DAY + 1, **change}


def _unlisted(good: Profile) -> Cases:
    lapsed, not_yet = _listing(today=DAY + 91), _listing(today=DAY - 1)
    supervisor = _listing(endorsement=endorsement(role=3))
    named = _listing(endorsement=endorsement(display_name="Benno"))
    return [
        refused("an endorsement that lapsed", "profile.listed", profile=good, **lapsed),
        refused("an endorsement of tomorrow", "profile.listed", profile=good, **not_yet),
        refused("not a specialist", "profile.listed", profile=good, **supervisor),
        refused("another name than endorsed", "profile.listed", profile=good, **named),
    ]


def _reply(**change: Any) -> dict[str, Any]:
    return {"reply": {**profile_fields()["reply"], **change}}


ODD_PROFILES: list[tuple[str, dict[str, Any]]] = [
    ("a field too many", {"photo": "x"}),
    ("no name", {"name": ""}),
    ("a name of 41", {"name": "B" * 41}),
    ("a line of 141", {"line": "x" * 141}),
    ("about of 1201", {"about": "x" * 1_201}),
    ("waiting of 601", {"waiting": "x" * 601}),
    ("a fact nobody listed", {"facts": ["telepathy"]}),
    ("a fact twice", {"facts": ["alcohol", "alcohol"]}),
    ("facts not ascending", {"facts": ["humour", "alcohol"]}),
    ("a language nobody listed", {"langs": ["xx"]}),
    ("a number as fact", {"facts": [1]}),
    ("day 7", _reply(days=[7])),
    ("days not ascending", _reply(days=[1, 0])),
    ("true as a day", _reply(days=[True])),
    ("within 5 hours", _reply(within=5)),
    ("minute 1441", _reply(to=1_441)),
    ("a zone with a space", _reply(tz="Europe/New York")),
    ("no zone", _reply(tz="")),
]


def _signed_profile(change: dict[str, Any]) -> Profile:
    ben = newcomer("ben").person
    draft = Profile(1, DAY, write({**profile_fields(), **change}))
    return replace(draft, sig=sign(ben.ik_seed, profile_bytes(ben.account_id, draft)))
