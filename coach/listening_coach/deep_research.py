"""The second tier of a research pack: the same engine, with heads for each task's answers."""

from collections.abc import Mapping, Sequence
from typing import Any

from listening_coach.deep_labels import labels_of_both, second_tier
from listening_coach.deep_training import Deepening
from listening_coach.exporting import Second
from listening_coach.gathering import Example
from listening_coach.training import (
    CHOICE,
    DEEP,
    WHOLE_HEADS,
    Labels,
    Table,
    Trained,
    own_lists,
)

Tasks = Mapping[str, Mapping[str, Any]]
# Chosen before anything was judged: what a head of each tier weighs in an answer.
FIRST, SECOND = 0.4, 0.7


def whole_heads(tasks: Tasks) -> tuple[str, ...]:
    """Name the heads of whole replies: a room's, and one for each answer that has its own."""
    own = [row["head"] for answers in tasks.values() for row in answers.values() if row["a"]]
    return (*WHOLE_HEADS, *own)


def second_of_research(
    made: Deepening, examples: Sequence[Example], trained: Trained, tasks: Tasks, *, quick: bool
) -> Second:
    """Learn it from examples that know each task's answers.

    Where it is quick, a room's labels lean on the first tier alone.
    """
    for part in ("start", "all") if quick else made.plan.parts:
        made.make(part)
    labels = Labels(trained.labels, trained.whole, {}, {})
    if not quick:
        table = Table(examples, own_lists(), CHOICE)
        labels = labels_of_both(table, trained.unseen, made.unseen(), CHOICE)
    whole = whole_heads(tasks)
    params = made.params()
    params["whole"] = tuple(of[: len(whole)] for of in params["whole"])
    second = second_tier(params, made.shape, made.lines, whole, labels)
    of_both = {
        task: {answer: _of_both(row) for answer, row in answers.items()}
        for task, answers in tasks.items()
    }
    return Second(second.files, {**second.row, "tasks": of_both})


def _of_both(row: Mapping[str, Any]) -> dict[str, Any]:
    if not row["a"]:
        return {"a": {}, "b": row["b"]}
    return {"a": {row["head"]: FIRST, DEEP + row["head"]: SECOND}, "b": row["b"]}
