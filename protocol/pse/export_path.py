"""A path, a plan, a diary, units and looks at oneself in words, as taken along (section 11)."""

from collections.abc import Callable, Iterator

from .bad_day_plan import PlanRow
from .diary import Look
from .export_documents import Documents
from .path import Row
from .wellbeing import Look as OwnLook

_PATH = {1: "Hopes", 2: "Steps", 3: "Milestones", 4: "Strengths", 5: "What helps"}
_ASKED = ("sleep", "joy", "putting talks down", "somebody to talk to", "own recovery")
_WORDS = ("", "yes", "partly", "no")
_PLAN = {1: "Signs", 2: "People", 3: "Places", 4: "Numbers", 5: "What helps"}


def path_words(documents: Documents, day_words: Callable[[int], str]) -> Iterator[str]:
    """Each part that holds something, under its heading."""
    for part, heading in _PATH.items():
        rows = [row for row in documents.path if row.k == part]
        if rows:
            yield _part(f"My path: {heading}", [_row(row, day_words) for row in rows])
    for part, heading in _PLAN.items():
        things = [row for row in documents.plan if row.k == part]
        if things:
            yield _part(f"For bad days: {heading}", [_thing(row) for row in things])
    if documents.diary:
        looks = sorted(documents.diary, key=lambda look: look.day)
        yield _part("How it went", [_look(look, day_words) for look in looks])
    if documents.training:
        units = sorted(documents.training, key=lambda unit: unit.day)
        done = [f"Unit {unit.u} (done {day_words(unit.day)})" for unit in units]
        yield _part("Units of the practice room", done)
    if documents.wellbeing:
        own = sorted(documents.wellbeing, key=lambda look: look.day)
        yield _part("How I am", [_own_look(look, day_words) for look in own])


def _part(heading: str, lines: list[str]) -> str:
    return "\n".join([f"{heading}\n", *lines, ""])


def _row(row: Row, day_words: Callable[[int], str]) -> str:
    done = f" (done {day_words(row.done)})" if row.done else ""
    return f"{row.b}{done}"


def _thing(row: PlanRow) -> str:
    return f"{row.b}: {row.n}" if row.n else row.b


def _own_look(look: OwnLook, day_words: Callable[[int], str]) -> str:
    said = [
        f"{name}: {_WORDS[answer]}"
        for name, answer in zip(_ASKED, look.a, strict=True)
        if answer
    ]
    return f"{day_words(look.day)}: {', '.join(said)}. {look.b}".rstrip()


def _look(look: Look, day_words: Callable[[int], str]) -> str:
    words = f" {look.b}" if look.b else ""
    return (
        f"{day_words(look.day)}: matters {look.matters} of 10, sure {look.sure} of 10.{words}"
    )
