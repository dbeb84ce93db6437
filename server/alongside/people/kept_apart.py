"""Who is never shown to whom: a block of either, or a name that somebody gave as not for them.

Names are given where wishes are, in a room above; wiring.py says who answers for them. Nobody
is told which of the two it was, or that it was anything.
"""

from collections.abc import Callable, Collection

from alongside.people.models import Account
from alongside.people.queries import is_blocked

Ask = Callable[[Account], Collection[int]]
_answerers: list[Ask] = []


def named_in(ask: Ask) -> None:
    """Let a room above say whom somebody named as not for them."""
    _answerers[:] = [ask]


def named_by(person: Account) -> set[int]:
    """Give the numbers of whom somebody named as not for them."""
    return {each for ask in _answerers for each in ask(person)}


def is_kept_from(client: Account, other: Account) -> bool:
    """Say whether somebody is never shown to a client."""
    return is_blocked(client, other) or other.pk in named_by(client)
