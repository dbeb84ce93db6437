"""Kept notes of meetings in words, as taken along (section 11)."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from .note_kept import CLIENT, SPECIALIST, Beside, KeptNote, KeptNotes

_SIDES = {CLIENT: "the client", SPECIALIST: "the specialist"}


def notes_words(kept: tuple[KeptNotes, ...], day_words: Callable[[int], str]) -> Iterator[str]:
    """Each note, on which day both said yes to it, and what was put beside it."""
    for one in kept:
        for row in sorted(one.rows, key=lambda each: int(each.note["start"])):
            mine = [each for each in one.beside if each.ref == row.note["ref"]]
            yield _note(row, mine, day_words)


def _note(row: KeptNote, beside: list[Beside], day_words: Callable[[int], str]) -> str:
    said = row.note
    when = datetime.fromtimestamp(said["start"], UTC).strftime("%Y-%m-%d %H:%M")
    head = (
        f"The note of a meeting with {row.name}, kept by {_SIDES[row.side]}\n"
        f"{when} UTC, {said['mins']} minutes ({said['zone']})\n"
    )
    goal = [f"For the goal: {said['goal']}"] if said["goal"] else []
    more = [
        f"(added by {_SIDES[each.by]}, {day_words(each.day)}) {each.words}" for each in beside
    ]
    agreed = f"(both said yes, {day_words(row.day)})"
    return "\n".join([head, *goal, str(said["words"]), agreed, *more, ""])
