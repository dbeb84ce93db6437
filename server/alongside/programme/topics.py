"""What a specialist does not take now: topics of the list that people tick from."""

from collections.abc import Collection, Sequence

from alongside.ground.refusal import Refused
from pse.profile import known_topics


class NotATopic(Refused):
    """Something that the list of topics does not name, or names twice."""

    code = "not-a-topic"
    words = "Please choose from the list."


def topics_said(topics: Sequence[str]) -> list[str]:
    """Give them in their order; NotATopic."""
    said = sorted(set(topics))
    if len(said) != len(topics) or not set(said) <= known_topics():
        raise NotATopic
    return said


def fits_now(not_now: Collection[str], wished: Collection[str]) -> bool:
    """Say whether somebody takes all that was wished for."""
    return not set(not_now) & set(wished)
