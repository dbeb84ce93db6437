"""Rounds for the tests: small ones of every kind, and whether a plan keeps its promises."""

from hypothesis import strategies as st

from alongside.matching.rules.sides import Match, Place, Waiting
from pse.matching import Shown, Wishes, may_meet

FACTS = ("alcohol", "evenings", "grief", "parent")
LANGS = ("en", "es", "fr")


def _some(of: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(of))


@st.composite
def wishes(draw: st.DrawFn) -> Wishes:
    langs, minor = draw(_some(LANGS)), draw(st.booleans())
    if draw(st.integers(0, 4)) == 0:
        return Wishes(langs=langs, anyone=True, minor=minor)
    facts = draw(_some(FACTS))
    matters = draw(st.sampled_from([None, *sorted(facts | langs)]))
    return Wishes(facts, langs, matters, minor=minor)


shown = st.builds(Shown, facts=_some(FACTS), langs=_some(LANGS), cleared=st.booleans())


@st.composite
def rounds(draw: st.DrawFn) -> tuple[list[Waiting], list[Place]]:
    places = [
        Place(100 + at, draw(shown), draw(st.integers(0, 3)), draw(st.integers(0, 3)))
        for at in range(draw(st.integers(0, 6)))
    ]
    ids = [place.id for place in places] or [0]
    waiting = [
        Waiting(
            at,
            draw(wishes()),
            draw(st.integers(0, 40)),
            draw(st.frozensets(st.sampled_from(ids), max_size=2)),
        )
        for at in range(draw(st.integers(0, 10)))
    ]
    return waiting, places


def keeps_its_promises(found: list[Match]) -> None:
    """Nobody twice, nobody beyond their room, nobody whom a hard rule keeps apart."""
    assert len({match.waiting.id for match in found}) == len(found)
    for match in found:
        assert sum(other.place.id == match.place.id for other in found) <= match.place.room
        apart = match.place.id in match.waiting.apart
        assert may_meet(match.waiting.wishes, match.place.shown, apart=apart)


def pairs(found: list[Match]) -> set[tuple[int, int]]:
    return {(match.waiting.id, match.place.id) for match in found}
