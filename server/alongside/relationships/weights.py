"""How heavy a specialist feels it is to walk with somebody, in half places. No Django here."""

LIGHT, ORDINARY, HEAVY = 1, 2, 4
WEIGHTS = (LIGHT, ORDINARY, HEAVY)
# With fewer people a sum would tell how heavy one of them is.
LEAST_TOLD = 3


def places(halves: int) -> int:
    """Give the places that so many half places take: a begun one is taken."""
    return (halves + 1) // 2


def told(people: int, halves: int) -> int:
    """Give what others than the specialist see: the sum, or the people where that tells one."""
    return people if people < LEAST_TOLD else places(halves)
