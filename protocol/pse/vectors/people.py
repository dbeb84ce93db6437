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
    return [*_records(), *_odd_points(), *_generations(), *_endorsements(), *_profiles()]


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


def endorsement(**change: Any) -> Endorsement:
    """The programme stands behind Ben, with some fields changed before signing."""
    ben = newcomer("ben").person
    made = ben.endorsed(ROSTER_SEED, display_name="Ben", from_day=DAY, serial=1)
    draft = replace(made, **change)
    return replace(draft, sig=sign(ROSTER_SEED, endorsement_bytes(HOME, draft)))


def _endorsements() -> Cases:
    record = newcomer("ben").person.record
    given: dict[str, Any] = {"home": HOME, "roster": ROSTER, "record": record}
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
        ("another person's keys", good, {"record": newcomer("finn").person.record}),
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
    made = {"endorsement": endorsement(), "home": HOME, "roster": ROSTER, "record": record}
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
