"""Two readers, one server that tells each what it likes: every history it can make them take.

An abstract log: a hash is the history that it is over. What a reader checks is section 9 of
protocol/envelope.md. All stories of up to three lines and two visits are walked, not a sample;
of four lines in the third tier.
"""

from dataclasses import dataclass, replace

import pytest

from tests.model.explore import NotHeld, explore

LONGEST = 5


@dataclass(frozen=True)
class Line:
    """What a writer binds: who, their how-many-th line, and the history they saw."""

    author: str
    sseq: int
    seen: tuple["Line", ...]


@dataclass(frozen=True)
class Reader:
    """A history, and the number below which this visit has not looked; None once stopped."""

    history: tuple[Line, ...] | None = ()
    base: int = 0
    visits: int = 0


@dataclass(frozen=True)
class World:
    """Both readers, and every line ever signed."""

    ada: Reader
    ben: Reader
    signed: frozenset[Line]


def moves_where(*, marks_count: bool, lines: int = 3):
    """All that people and the server can do; `marks_count`: a visit remembers the counters."""

    def moves(world):
        for who in ("ada", "ben"):
            reader = getattr(world, who)
            if reader.history is None:
                continue
            if len(world.signed) < lines:
                line = Line(who, count_of(reader.history, who) + 1, reader.history)
                yield f"{who} writes", replace(world, signed=world.signed | {line})
            if len(reader.history) < LONGEST:
                for line in world.signed:
                    after = told(reader, line, marks_count=marks_count)
                    yield (
                        f"{who} is told {line.author} {line.sseq}",
                        replace(world, **{who: after}),
                    )
            if reader.visits < 2 and reader.history:
                later = replace(reader, base=len(reader.history), visits=reader.visits + 1)
                yield f"{who} comes back", replace(world, **{who: later})

    return moves


def told(reader, line, *, marks_count):
    history = reader.history
    looked_at = history if marks_count else history[reader.base :]
    known = any(other.author == line.author for other in looked_at)
    counts_here = marks_count or known or reader.base == 0
    fits = not counts_here or line.sseq == count_of(history, line.author) + 1
    sees = line.seen == history[: len(line.seen)]
    before = [len(other.seen) for other in looked_at if other.author == line.author]
    grows = len(line.seen) >= max(before, default=0)
    if fits and sees and grows:
        return replace(reader, history=(*history, line))
    return replace(reader, history=None)


def count_of(history, author):
    return sum(line.author == author for line in history)


def is_true(world):
    """Every line stands once, in its writer's order, in the talk that its writer saw."""
    return all(_is_true(reader.history) for reader in (world.ada, world.ben))


def _is_true(history):
    if history is None:
        return True
    for at, line in enumerate(history):
        if line.seen != history[: len(line.seen)] or line in history[:at]:
            return False
        if line.sseq != count_of(history[:at], line.author) + 1:
            return False
    return True


START = World(Reader(), Reader(), frozenset())


def test_no_server_makes_a_reader_take_another_history_than_its_writers_saw():
    assert explore(START, moves_where(marks_count=True), is_true).states > 10_000


@pytest.mark.proof
def test_nor_with_one_line_more():
    explore(START, moves_where(marks_count=True, lines=4), is_true)


def test_without_counters_in_the_marks_an_old_line_would_come_again():
    """The model has teeth: this is the hole of decision 0049."""
    with pytest.raises(NotHeld, match="comes back"):
        explore(START, moves_where(marks_count=False), is_true)
