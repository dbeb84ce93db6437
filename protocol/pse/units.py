"""Minutes of a meeting as units of a quarter of an hour, by the rule a payer asks for.

Two rules are in use. By the first, which Medicare sets out for codes that are counted by time
(Medicare Claims Processing Manual, chapter 5, section 20.2), a unit begins to count with its
eighth minute: 8 to 22 minutes are one, 23 to 37 two, 38 to 52 three. By the second, which some
state programmes ask for, only a whole quarter of an hour counts.
"""

from .refusal import Unknown

EIGHT_MINUTES, WHOLE_UNITS = RULES = (1, 2)
UNIT = 15
BEGINS_TO_COUNT = 8


def units_of(minutes: int, rule: int) -> int:
    """How many units these minutes are; Unknown for any other rule."""
    if rule not in RULES:
        raise Unknown("a rule of counting that the page does not name")
    owed = UNIT - BEGINS_TO_COUNT if rule == EIGHT_MINUTES else 0
    return (minutes + owed) // UNIT
