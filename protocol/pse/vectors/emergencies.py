"""Vectors for telling somebody outside without consent (section 17)."""

from dataclasses import replace
from typing import Any

from pse.chance import repeatable_chance
from pse.emergency import Emergency, Words, emergency_bytes, seal_emergency
from pse.package import DISCLOSER, SUBJECT
from pse.signing import sign

from .case import Cases, answered, refused
from .change import flip, other
from .packages import CONV, ID, record_of
from .scene import DAY, HOME, newcomer


def cases() -> Cases:
    """All of them."""
    return _emergencies()


def emergency(**change: Any) -> tuple[Emergency, bytes, dict[bytes, bytes]]:
    """Ben told an ambulance; the words are for Ada and himself."""
    draft = Emergency(ID, CONV, 1, 1, DAY, DAY + 7, (), bytes(32))
    words = Words("The ambulance", "Where she was.", "I feared for her life.", b"w" * 16)
    ben = newcomer("ben").person
    return seal_emergency(
        ben.ik_seed,
        replace(draft, **change),
        words,
        home=HOME,
        records={SUBJECT: record_of("ada"), DISCLOSER: ben.record},
        chance=repeatable_chance("emergency"),
    )


def _emergencies() -> Cases:
    entry, box, wraps = emergency()
    ada, ben = newcomer("ada").person, newcomer("ben").person
    given: dict[str, Any] = {"home": HOME, "specialist": ben.record}
    opening: dict[str, Any] = {
        "entry": entry,
        "box": box,
        "wrap": wraps[ada.account_id],
        "home": HOME,
        "record": ada.record,
        "ek_seed": ada.secrets.ek[0],
    }

    def resigned(**change: Any) -> Emergency:
        draft = replace(entry, **change)
        return replace(draft, sig=sign(ben.ik_seed, emergency_bytes(HOME, draft)))

    bad = [
        *[
            (f"another {name}", replace(entry, **{name: other(getattr(entry, name))}))
            for name in ("id", "conv", "reason", "told", "look_on", "words_hash", "sig")
        ],
        ("a reason nobody named, signed", resigned(reason=7)),
        ("somebody nobody named, signed", resigned(told=0)),
        ("looked at again after thirty days, signed", resigned(look_on=DAY + 31)),
        ("looked at before, signed", resigned(look_on=DAY - 1)),
        ("without the client, signed", resigned(readers=entry.readers[:1])),
    ]
    return [
        answered("an entry's bytes", "emergency.bytes", home=HOME, entry=entry),
        answered("Ben's entry", "emergency.verify", entry=entry, **given),
        *[refused(name, "emergency.verify", entry=one, **given) for name, one in bad],
        refused("as Ada's", "emergency.verify", entry=entry, home=HOME, specialist=ada.record),
        answered("Ada reads it", "emergency.open", **opening),
        refused("one bit", "emergency.open", **{**opening, "box": flip(box, 99)}),
        refused("Ben's wrap", "emergency.open", **{**opening, "wrap": wraps[ben.account_id]}),
        refused("another entry", "emergency.open", **{**opening, "entry": resigned(reason=2)}),
    ]
