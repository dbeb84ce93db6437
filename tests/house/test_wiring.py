"""Whatever a room announces is heard, and the wall misses nothing it has words for."""

import importlib
import inspect
from pathlib import Path

import pytest

from alongside.conversations.announcements import HelloGone
from alongside.ground.announce import listeners_of
from alongside.relationships import announcements as relationships

SERVER = Path(__file__).resolve().parents[2] / "server" / "alongside"


def modules(pattern):
    """Every module of the house that a pattern finds."""
    for path in sorted(SERVER.glob(pattern)):
        parts = path.relative_to(SERVER.parent).with_suffix("").parts
        yield importlib.import_module(".".join(parts))


def own(module, kind):
    """What a module makes itself, of one kind."""
    return {
        thing
        for _, thing in inspect.getmembers(module, kind)
        if thing.__module__ == module.__name__
    }


def waits_for_one(function):
    """Say whether the wall hears an announcement with this."""
    return list(inspect.signature(function).parameters) == ["made"]


EVERY = sorted(
    {kind for module in modules("*/announcements.py") for kind in own(module, inspect.isclass)},
    key=lambda kind: kind.__name__,
)
HEARERS = {
    function
    for module in modules("wall/actions/*.py")
    for function in own(module, inspect.isfunction)
    if not function.__name__.startswith("_") and waits_for_one(function)
}
# Whether a hello had come is known one floor up, where the same end is announced once more;
# a first signature changes nothing yet, and the second is told; until which day somebody means
# to stay changes nothing about who reads, and what does is told when it happens; so is the
# pause that a planned break brings.
TOLD_LATER = {
    relationships.AskLeft,
    relationships.BreakPlanned,
    relationships.PromiseSigned,
    relationships.StayNamed,
}
BETWEEN_TWO = own(relationships, inspect.isclass) - TOLD_LATER | {HelloGone}


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_whatever_is_announced_is_heard(kind):
    assert listeners_of(kind)


@pytest.mark.parametrize(
    "kind",
    sorted(BETWEEN_TWO, key=lambda kind: kind.__name__),
    ids=lambda kind: kind.__name__,
)
def test_what_happens_between_two_people_stands_on_the_wall_once(kind):
    assert len(HEARERS & set(listeners_of(kind))) == 1


def test_the_wall_waits_for_nothing_that_nobody_announces():
    heard = {listener for kind in EVERY for listener in listeners_of(kind)}

    assert len(HEARERS) > 9
    assert {hearer.__name__ for hearer in HEARERS - heard} == set()
