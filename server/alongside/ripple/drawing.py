"""The picture for a programme's wall: rings of dots, from whole batches alone.

No dot is a person, and none has a place of its own: they are spread evenly over their ring, in
an order that is drawn from one fixed number. Values in, value out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from random import Random

from alongside.counts.rules import LEAST
from alongside.ripple.rules import GENERATIONS, Cell, Role

SIZE = 1_200
MIDDLE = SIZE / 2
# From where to where each ring goes, the first ones in the middle.
RINGS = ((0, 92), (144, 272), (322, 410), (460, 518))
# Rings of still water between and around them, from the middle out.
WAVES = (112, 126, 293, 305, 432, 443, 540)
# So much of the ground one dot needs.
GROUND = 640.0
# One dot stands for so many people: the fewest with which every ring has room.
EACH = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
_TURN = pi * (3 - sqrt(5))


@dataclass(frozen=True)
class Drawing:
    """Everything of the picture but its words: a path of dots for each role."""

    dots: Mapping[Role, str]
    # One dot stands for so many people.
    each: int

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to draw yet."""
        return not any(self.dots.values())


def draw(cells: Sequence[Cell], *, seed: int) -> Drawing:
    """Draw the picture; the same numbers and the same seed give the same one."""
    eights = {(cell.generation, cell.role): (cell.people or 0) // LEAST for cell in cells}
    each = next(
        (
            step
            for step in EACH
            if all(_has_room(eights, at, step) for at in range(GENERATIONS))
        ),
        EACH[-1],
    )
    dots: dict[Role, list[str]] = {role: [] for role in Role}
    for generation in range(GENERATIONS):
        chance = Random(f"{seed}-{generation}")  # noqa: S311  # where dots lie is no secret
        for role, x, y in _ring(_roles(eights, generation, each), generation, chance):
            dots[role].append(f"M{x:.1f} {y:.1f}h0")
    return Drawing({role: "".join(some) for role, some in dots.items()}, each * LEAST)


def _has_room(eights: Mapping[tuple[int, Role], int], generation: int, each: int) -> bool:
    inner, outer = RINGS[generation]
    ground = pi * (outer * outer - inner * inner)
    return len(_roles(eights, generation, each)) * GROUND <= ground


def _roles(eights: Mapping[tuple[int, Role], int], generation: int, each: int) -> list[Role]:
    """Give the role of each dot of a ring; where there is anybody, there is a dot."""
    return [role for role in Role for _ in range(-(-eights.get((generation, role), 0) // each))]


def _ring(
    roles: list[Role], generation: int, chance: Random
) -> Iterator[tuple[Role, float, float]]:
    """Spread dots as seeds lie in a flower, mixed, each a little off its place."""
    chance.shuffle(roles)
    inner, outer = RINGS[generation]
    begin, many = chance.random() * 2 * pi, len(roles)
    for at, role in enumerate(roles):
        part = (at + 0.5) / many
        off = sqrt(inner * inner + part * (outer * outer - inner * inner))
        off += (chance.random() - 0.5) * 7
        turn = begin + at * _TURN
        yield role, MIDDLE + off * cos(turn), MIDDLE + off * sin(turn)
