"""A pack learnt from research tables too, by those who may: our corpus and each task's table.

Such a pack answers the tasks themselves with heads of their own, and the room's labels with the
heads of the open pack, learnt from both. It stays out of the project: its licence is theirs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from listening_coach.card import write_card
from listening_coach.deep_plan import RESEARCH_PLAN, Plan
from listening_coach.exporting import write_pack
from listening_coach.gathering import Example, everyday, own
from listening_coach.judging import FILES, GROUPS, TASKS, Row, rows_of
from listening_coach.learning import learn
from listening_coach.sentences import sentences
from listening_coach.settling import is_kept_back, settle
from listening_coach.training import CHOICE, Table, own_lists, train, written_lists

TOLD = {
    "name": "research",
    "version": 1,
    "language": "en",
    "licence": "not to be passed on: learnt from corpora with terms of their own",
}
_LEVELS = {"ER": "whole_warmth", "IP": "whole_understanding", "EX": "whole_exploring"}
# Finer answers of the same tables: they help to learn and are not written.
FINER: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "annomi.csv": (
        ("reflection_subtype", ("simple", "complex")),
        ("therapist_input_subtype", ("information", "advice", "negotiation", "options")),
    ),
    "mi_gold.csv": (("label", tuple(GROUPS)),),
}
# What is known of few rows weighs more: MI gold has a third of the rows of the others.
_MUCH = {"mi_gold.csv": 2.0}
_LEVEL = ("0", "1", "2")
_TWO = ("no", "yes")
ANSWERS: Mapping[str, tuple[str, ...]] = {
    "epitome_ER": _LEVEL, "epitome_IP": _LEVEL, "epitome_EX": _LEVEL,
    "annomi_main": ("other", "question", "reflection", "therapist_input"),
    "question_exists": _TWO, "open_closed": ("closed", "open"), "reflection_exists": _TWO,
    "mi_groups": tuple(sorted(set(GROUPS.values()))), "advice_unasked": _TWO,
}  # fmt: skip
_GOLD = {
    "Open Question": {"question", "open"}, "Closed Question": {"question"},
    "Self-Disclose": {"own_story"}, "Advise without Permission": {"advising", "unasked"},
    "Direct": {"advising", "unasked"}, "Advise with Permission": {"advising"},
    "Give Information": {"information"}, "Simple Reflection": {"reflection"},
    "Complex Reflection": {"reflection"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sources:
    """What is learnt from: tables, our own corpus, MiniLM's folder; a fold may be left out."""

    tables: Path
    corpus: Path | None = None
    weights: Path | None = None
    without: str | None = None


def train_research(
    sources: Sources, out: Path, *, quick: bool = False, plan: Plan = RESEARCH_PLAN
) -> int:
    """Learn from the tables of a folder (all but one fold) and write a pack; how many heads.

    A tenth of the groups is kept back, to settle answers on it. With MiniLM's weights a second
    tier too; `quick` leaves out what sets the marks of a room. A card beside the pack says how
    right it is on the fold that was left out.
    """
    tables, without = sources.tables, sources.without
    ours = list(_ours(sources.corpus))
    examples = [*ours, *_table_examples(tables, without)]
    trained = train(examples, own_lists(), CHOICE)
    heads, matrix, tasks = list(trained.heads), list(trained.matrix), dict[str, Any]()
    for task, file in FILES.items():
        rows = list(_asked(tables / file, task, without))
        tasks[task] = _learn_task(task, rows, heads, matrix)
    full = replace(trained, heads=tuple(heads), matrix=np.array(matrix, np.float32))
    second = None
    if sources.weights is not None:
        from listening_coach.deep_research import second_of_research, whole_heads
        from listening_coach.deep_training import Deepening

        work = out.with_name(f"{out.name}-learning")
        heads_of_both = (*whole_heads(tasks), *finer_heads())
        made = Deepening(examples, sources.weights, work, plan, heads_of_both, len(ours))
        second = second_of_research(made, examples, full, tasks, quick=quick)
    write_pack(out, {**TOLD, "tasks": tasks}, written_lists(), CHOICE, full, second)
    settle(out, tables, without)
    write_card(out, tables, without, has_own=bool(ours), has_encoder=second is not None)
    return len(heads)


def _ours(corpus: Path | None) -> Iterator[Example]:
    if corpus is not None:
        yield from own(corpus / "pairs")
        yield from everyday(corpus / "everyday.txt")


def _asked(file: Path, task: str, without: str | None) -> Iterator[tuple[Row, str]]:
    for row in rows_of(file, TASKS[task]):
        truth = TASKS[task].truth(row)
        if truth is not None and _may_learn(row, without):
            yield row, truth


def _may_learn(row: Row, without: str | None) -> bool:
    is_left_out = without is not None and row.get("fold") == without
    return not is_left_out and not is_kept_back(row["group"])


def _example(
    row: Row,
    task: str,
    known: Mapping[str, bool],
    whole: Mapping[str, bool],
    importance: float = 1.0,
) -> Example:
    text = row[TASKS[task].text]
    cut = tuple(text[begins:ends] for begins, ends in sentences(text))
    before = row.get(TASKS[task].before) or ""
    return Example(row["group"], before, cut, (known,) * len(cut), whole, importance)


def answer_head(task: str, answer: str) -> str:
    """Name the head of an answer to a task."""
    return f"{task}/{answer}"


def finer_heads() -> list[str]:
    """Name the heads of finer answers, those of one question side by side."""
    return [
        answer_head(column, one)
        for columns in FINER.values()
        for column, answers in columns
        for one in answers
    ]


def _learn_task(
    task: str, rows: Sequence[tuple[Row, str]], heads: list[dict[str, Any]], matrix: list[Any]
) -> dict[str, Any]:
    """One head for each answer against all others; of two answers the second needs none."""
    table = Table([_example(row, task, {}, {}) for row, _ in rows], own_lists(), CHOICE)
    answers = sorted({truth for _, truth in rows})
    found = dict[str, Any]()
    for answer in answers:
        name = answer_head(task, answer)
        if len(answers) == 2 and found:
            found[answer] = {"head": name, "a": 0.0, "b": 0.0}
            continue
        truth = np.array([one == answer for _, one in rows], np.float64)
        weights, constant = learn(table.rows("whole", None), truth, strength=CHOICE.strength)
        heads.append({"id": name, "scope": "whole", "constant": constant})
        matrix.append(weights)
        found[answer] = {"head": name, "a": 1.0, "b": 0.0}
    return found


def _table_examples(tables: Path, without: str | None) -> Iterator[Example]:
    """Give each row of each table once: what is known for a room, and each task's answer."""
    for file in dict.fromkeys(FILES.values()):
        tasks = [task for task, one in FILES.items() if one == file]
        for row in rows_of(tables / file, TASKS[tasks[0]]):
            if not _may_learn(row, without):
                continue
            known, whole = _for_a_room(row, tasks[0])
            answers = {task: TASKS[task].truth(row) for task in tasks}
            if known or any(answers.values()):
                whole |= _answered(answers) | _finer(file, row)
                yield _example(row, tasks[0], known, whole, _MUCH.get(file, 1.0))


def _answered(answers: Mapping[str, str | None]) -> dict[str, bool]:
    """Say of each answer of a task whether it is the true one, where the task is asked."""
    return {
        answer_head(task, one): one == truth
        for task, truth in answers.items()
        if truth is not None
        for one in ANSWERS[task]
    }


def _finer(file: str, row: Row) -> dict[str, bool]:
    return {
        answer_head(column, one): one == row[column]
        for column, answers in FINER.get(file, ())
        if row.get(column) in answers
        for one in answers
    }


def _for_a_room(row: Row, task: str) -> tuple[dict[str, bool], dict[str, bool]]:
    if task.startswith("epitome"):
        return {}, {_LEVELS[name]: row[name] != "0" for name in _LEVELS if row.get(name)}
    if "label" in row:
        is_named = GROUPS.get(row["label"], "other") != "other"
        return (_gold(row["label"]) if is_named else {}), {}
    one_sentence = len(sentences(row["utterance_text"])) == 1
    return (_spoken(row) if one_sentence and row.get("question_exists") else {}), {}


def _gold(label: str) -> dict[str, bool]:
    there = _GOLD.get(label, set())
    names = ("question", "own_story", "advising", "information", "reflection")
    found = {name: name in there for name in names}
    if "question" in there:
        found["open"] = "open" in there
    if "advising" in there:
        found["unasked"] = "unasked" in there
    return found


def _spoken(row: Row) -> dict[str, bool]:
    found = {
        "question": row["question_exists"] == "True",
        "reflection": row["reflection_exists"] == "True",
    }
    if row.get("question_subtype") in ("open", "closed"):
        found["open"] = row["question_subtype"] == "open"
    return found
