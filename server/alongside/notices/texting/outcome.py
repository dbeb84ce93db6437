"""What may become of a text."""

from enum import Enum


class Outcome(Enum):
    """The three answers a provider may give."""

    TAKEN = "taken"
    # This number gets none: nobody is there, or whoever is there said STOP.
    REFUSED = "refused"
    # The provider does not answer, has too much to do, or does not take ours now.
    LATER = "later"
