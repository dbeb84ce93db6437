"""The line that a payer sees of a meeting, and nothing else (section 17).

It is what is told under a consent that stands alone: whoever is told finds these fields, and no
word of the note they come from.
"""

from typing import Any

from .card_meet import LAST_START, LONGEST_ZONE
from .card_note import LONGEST_GOAL, MINUTES
from .refusal import BadConsent, Malformed
from .strict_json import fields_of, parse, text_within
from .units import RULES, units_of

LONGEST_NAME = 80
LONGEST_NUMBER = 40
LONGEST_CODE = 40
FIELDS = {
    "code": str,
    "goal": str,
    "mins": int,
    "name": str,
    "number": str,
    "start": int,
    "units": int,
    "zone": str,
}


def read_bill(raw: bytes) -> dict[str, Any]:
    """The line out of its strict JSON; refused unless every field is there and they agree."""
    bill = fields_of(parse(raw), FIELDS)
    for name, longest in (("name", LONGEST_NAME), ("number", LONGEST_NUMBER)):
        if not text_within(bill[name], longest).strip():
            raise BadConsent("a payer needs a name and a number")
    text_within(bill["code"], LONGEST_CODE)
    text_within(bill["goal"], LONGEST_GOAL)
    text_within(bill["zone"], LONGEST_ZONE, shortest=1)
    is_a_moment = bill["start"] <= LAST_START and bill["start"] % 60 == 0
    if bill["mins"] not in MINUTES or not is_a_moment:
        raise Malformed("a time that nobody can have met at")
    counted = {units_of(bill["mins"], rule) for rule in RULES} - {0}
    if bill["units"] not in counted:
        raise BadConsent("other units than its minutes make")
    return bill
