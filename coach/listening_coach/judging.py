"""Judges a pack on a table of labelled replies: which rows, what is true, what the pack says.

A task keeps the words of its corpus. Where a corpus draws a line elsewhere than our guide, the
answer is made of the labels that come nearest, the same for every pack; each is written here.
"""

import csv
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from listening_coach.measures import Answer, area, area_by_words, by_mark, figures, recall_at
from listening_coach.pack import Pack
from listening_coach.reading import Scores, likely, of_whole, places, said, size
from listening_coach.reading import look as read_parts
from listening_coach.sentences import sentences

YES, NO = "yes", "no"
PRECISE, ENOUGH = 0.8, 20
# Of what our guide calls understanding, EPITOME's coders call this much so, where no story of
# one's own stands beside it: 240 of 633 replies of its development part, .36 to .40 where any
# of the five folds is left out.
AGREED = 0.4
GROUPS = {
    "Open Question": "open question", "Closed Question": "closed question",
    "Self-Disclose": "own story", "Advise without Permission": "advice", "Direct": "advice",
    "Give Information": "information", "Affirm": "support", "Support": "support",
    "Emphasize Autonomy": "support", "Simple Reflection": "reflection",
    "Complex Reflection": "reflection", "Advise with Permission": "advice asked for",
    "Confront": "confronting", "Warn": "confronting", "Other": "other",
}  # fmt: skip


class NoSuchTable(ValueError):
    """What is wrong with a table or a task, in a sentence."""


@dataclass(frozen=True, slots=True)
class Sight:
    """How likely each label is in a reply: of its likeliest sentence, and of the whole.

    `there` is what a room says of it: there in a sentence, in none, or not sure (None).
    """

    labels: Mapping[str, float]
    whole: Mapping[str, float]
    open: float
    scored: Scores
    there: Mapping[str, bool | None]


Row = Mapping[str, str]
Seen = dict[tuple[str, str], Sight]


@dataclass(frozen=True, slots=True)
class Task:
    """Where a row's words stand, what is true (None: the row is not asked), what is said.

    `labels`: a room says yes where one is there, no where none is; empty: it says nothing.
    """

    text: str
    before: str
    truth: Callable[[Row], str | None]
    said: Callable[[Sight], dict[str, float]]
    labels: tuple[str, ...]


def look(pack: Pack, text: str, before: str) -> Sight:
    """Read a reply as a table holds it, whatever its language."""
    parts = [text[begins:ends] for begins, ends in sentences(text)]
    seen = read_parts(pack, parts, before)
    each = [
        {name: likely(label.parts, one) for name, label in labels.items()}
        for labels, one in seen.sentences
    ]
    best = {name: max((one[name] for one in each), default=0.0) for name in pack.labels}
    asked = max(range(len(each)), key=lambda at: each[at]["question"], default=None)
    told = [
        said(labels, one, place)
        for (labels, one), place in zip(
            seen.sentences, places(parts, text, pack.lists), strict=True
        )
    ]
    whole_labels, whole = seen.whole
    there = {name: any_of(one[name].there for one in told) for name in pack.labels}
    there |= {
        f"whole_{name}": one.there
        for name, one in said(whole_labels, whole, of_whole(text)).items()
    }
    there["open"] = None if asked is None else told[asked]["open"].there
    return Sight(
        best,
        {name: likely(label.parts, whole) for name, label in whole_labels.items()},
        0.0 if asked is None else each[asked]["open"],
        whole or {},
        there,
    )


def any_of(each: Iterable[bool | None]) -> bool | None:
    """One that is there is enough; one that is not sure keeps all from being surely away."""
    found = set(each)
    return True if True in found else None if None in found else False


def judge(
    pack: Pack, file: Path, task: str, fold: str | None = None, seen: Seen | None = None
) -> dict[str, Any]:
    """Give the figures of a pack on a table, or on one fold; `seen` keeps looks for later."""
    answers = list(answers_of(pack, file, task, fold, seen))
    if not answers:
        raise NoSuchTable(f"{file} has no row that {task} asks.")
    found: dict[str, Any] = {"task": task, "pack": pack.row["name"], **figures(answers)}
    if task.startswith("epitome"):
        answers = [_two_ways(answer) for answer in answers]
        found["present_or_not"] = figures(answers)
    there = "open" if task == "open_closed" else YES
    if there in answers[0].likely:
        found["area"] = area(answers, there)
        found["area_by_words"] = area_by_words(answers, there)
    if task == "advice_unasked":
        found["recall_at_precision_80"] = recall_at(answers, YES, PRECISE)
        found["by_mark"] = by_mark(answers, YES)
    return found


def answers_of(
    pack: Pack, file: Path, task: str, fold: str | None = None, seen: Seen | None = None
) -> Iterator[Answer]:
    """Answer a task for every row of a table that it asks."""
    if task not in TASKS:
        raise NoSuchTable(f"No such task: {task}. There are: {', '.join(TASKS)}.")
    one = TASKS[task]
    seen = {} if seen is None else seen
    for row in rows_of(file, one):
        truth = one.truth(row)
        if truth is not None and fold in (None, row.get("fold")):
            sight = looked(pack, row[one.text], row.get(one.before) or "", seen)
            learnt = _own_heads(pack, task, sight)
            likely, leans = learnt or (one.said(sight), {})
            sure = None if learnt or not one.labels else _is_sure(one, sight)
            yield Answer(row["group"], truth, likely, sure, size(row[one.text]), leans)


def looked(pack: Pack, text: str, before: str, seen: Seen) -> Sight:
    """Look at a reply, or remember what was seen of it."""
    if (text, before) not in seen:
        seen[text, before] = look(pack, text, before)
    return seen[text, before]


def rows_of(file: Path, task: Task) -> Iterator[Row]:
    """Read a table; NoSuchTable where it has not the columns a task asks for."""
    csv.field_size_limit(2**24)
    try:
        with file.open(encoding="utf-8", newline="") as opened:
            table = csv.DictReader(opened)
            if not {"group", task.text} <= set(table.fieldnames or ()):
                raise NoSuchTable(f"{file} has no columns “group” and “{task.text}”.")
            yield from table
    except OSError as error:
        raise NoSuchTable(f"{file} cannot be read: {error}") from error


def _own_heads(
    pack: Pack, task: str, sight: Sight
) -> tuple[dict[str, float], dict[str, float]] | None:
    """Let a pack that learnt a task answer it itself, with both tiers where both read.

    Gives how likely each answer is, and how much is leant towards it.
    """
    of_both = pack.row.get("encoder", {}).get("tasks", {}).get(task, {})
    heads = pack.row.get("tasks", {}).get(task)
    if not heads:
        return None
    if all(head in sight.scored for parts in of_both.values() for head in parts["a"]):
        heads = of_both or heads
    sums = {name: _sum(part, sight.scored) for name, part in heads.items()}
    raised = {name: math.exp(min(50.0, one)) for name, one in sums.items()}
    total = sum(raised.values())
    leans = {name: float(part.get("lean", 0.0)) for name, part in heads.items()}
    return {name: much / total for name, much in raised.items()}, leans


def _sum(part: Mapping[str, Any], scored: Scores) -> float:
    weights = {part["head"]: part["a"]} if "head" in part else part["a"]
    return float(part["b"] + sum(a * scored.get(head, 0.0) for head, a in weights.items()))


def _is_sure(task: Task, sight: Sight) -> bool:
    return any_of(sight.there.get(name) for name in task.labels) is not None


def _two_ways(answer: Answer) -> Answer:
    there = sum(p for name, p in answer.likely.items() if name != "0")
    total = there + answer.likely["0"]
    said = _yes(there / total if total else 0.0)
    return Answer(
        answer.group, NO if answer.truth == "0" else YES, said, answer.sure, answer.words
    )


def _yes(p: float) -> dict[str, float]:
    return {YES: p, NO: 1 - p}


def _either(one: float, other: float) -> float:
    return 1 - (1 - one) * (1 - other)


def _flag(column: str) -> Callable[[Row], str | None]:
    said = {"True": YES, "False": NO}
    return lambda row: said.get(row.get(column, ""))


def _level(name: str, clear: str, p: Callable[[Sight], float], labels: tuple[str, ...]) -> Task:
    """A pack says there or not; there counts as the level that is commoner in this corpus."""
    return Task(
        "response_post", "seeker_post", lambda row: row.get(name) or None,
        lambda sight: {"0": 1 - p(sight), clear: p(sight)}, labels,
    )  # fmt: skip


def _main(sight: Sight) -> dict[str, float]:
    found = {
        "question": sight.labels["question"],
        "reflection": _either(sight.labels["reflection"], sight.labels["understanding"]),
        "therapist_input": max(sight.labels["advice"], sight.labels["information"]),
    }
    return {**found, "other": 1 - max(found.values())}


def _groups(sight: Sight) -> dict[str, float]:
    labels = sight.labels
    found = {
        "open question": labels["question"] * sight.open,
        "closed question": labels["question"] * (1 - sight.open),
        "own story": labels["own_story"],
        "advice": labels["advice"],
        "information": labels["information"],
        "support": labels["warmth"],
        "reflection": max(labels["reflection"], labels["understanding"]),
    }
    return {**found, "other": 1 - max(found.values())}


def _asked(row: Row) -> str | None:
    kind = row.get("question_subtype")
    return kind if kind in ("open", "closed") else None


def _understood(sight: Sight) -> float:
    return _either(AGREED * sight.whole["understanding"], sight.labels["own_story"])


def _group(row: Row) -> str | None:
    return GROUPS.get(row.get("label", ""))


def _advice(row: Row) -> str | None:
    return YES if row.get("label") in ("Advise without Permission", "Direct") else NO


def _main_behaviour(row: Row) -> str | None:
    kind = row.get("main_therapist_behaviour")
    return kind if kind not in (None, "", "n/a") else None


TASKS = {
    "epitome_ER": _level("ER", "1", lambda sight: sight.whole["warmth"], ("whole_warmth",)),
    # EPITOME counts a like experience of one's own as understanding, our guide as own story;
    # much of what our guide counts it does not.
    "epitome_IP": _level("IP", "2", _understood, ("whole_understanding", "own_story")),
    # EPITOME counts nearly every question as exploring, our guide those for feeling.
    "epitome_EX": _level(
        "EX", "2", lambda sight: max(sight.whole["exploring"], sight.labels["question"]),
        ("whole_exploring", "question"),
    ),
    "annomi_main": Task("utterance_text", "context", _main_behaviour, _main, ()),
    "question_exists": Task(
        "utterance_text", "context", _flag("question_exists"),
        lambda sight: _yes(sight.labels["question"]), ("question",),
    ),
    "open_closed": Task(
        "utterance_text", "context", _asked,
        lambda sight: {"open": sight.open, "closed": 1 - sight.open}, ("open",),
    ),
    # What names a feeling is a reflection in MI; our guide may call it understanding alone.
    "reflection_exists": Task(
        "utterance_text", "context", _flag("reflection_exists"),
        lambda sight: _yes(_either(sight.labels["reflection"], sight.labels["understanding"])),
        ("reflection", "understanding"),
    ),
    "mi_groups": Task("text", "context", _group, _groups, ()),
    "advice_unasked": Task(
        "text", "context", _advice, lambda sight: _yes(sight.labels["advice"]), ("advice",)
    ),
}  # fmt: skip
FILES = {
    task: {"ep": "epitome.csv", "mi": "mi_gold.csv", "ad": "mi_gold.csv"}.get(
        task[:2], "annomi.csv"
    )
    for task in TASKS
}
