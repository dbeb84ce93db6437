"""What a change of the promise is for the two who live in it (envelope.md, section 6).

Each sentence has one place in a promise. A place that differs promises less, promises more, or
only tells: another name or number. What is not known here promises less: both are asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from .promise import Sentence, kept_months, late_days
from .refusal import BadPromise

Weight = Literal["less", "more", "news"]
Rule = Literal["care", "limit", "duty", "frame", "kept", "late"]
LESS: Final = "less"
MORE: Final = "more"
NEWS: Final = "news"
# care: something promised. limit: something that holds people back, or is out of reach. duty:
# what must be passed on. frame: the opening of the duties. kept, late: the less the better.
RULES: Mapping[str, Rule] = {
    "two-read": "care",
    "let-in": "limit",
    "device-help": "limit",
    "site-knows": "limit",
    "no-real-name": "care",
    "age": "limit",
    "pass-on": "frame",
    "pass-on-none": "frame",
    "pass-on-life": "duty",
    "pass-on-child": "duty",
    "pass-on-adult": "duty",
    "pass-on-court": "duty",
    "kept-month": "kept",
    "kept-months": "kept",
    "kept-open": "kept",
    "taken-back": "care",
    "out-of-reach": "limit",
    "stop-any-time": "care",
    "after-the-end": "care",
    "close-place": "care",
    "no-third-key": "limit",
    "changes": "care",
    "answers": "care",
    "late-day": "late",
    "late-days": "late",
    "not-for-emergencies": "limit",
    "wrong-programme": "care",
    "wrong-independent": "care",
}
_SHARED = ("frame", "kept", "late")


@dataclass(frozen=True, slots=True)
class Change:
    """One place that differs: what was said there, what is said now, and what that weighs."""

    before: Sentence | None
    after: Sentence | None
    weight: Weight


def changes_between(before: Sequence[Sentence], after: Sequence[Sentence]) -> list[Change]:
    """Give what differs: first what is gone or other, then what is new, each in its order."""
    old, new = _places(before), _places(after)
    differs = [*old, *(one for one in new if one not in old)]
    return [
        Change(old.get(place), new.get(place), _weigh(place, old.get(place), new.get(place)))
        for place in differs
        if old.get(place) != new.get(place)
    ]


def promises_less(before: Sequence[Sentence], after: Sequence[Sentence]) -> bool:
    """Say whether anything in it promises less: then it needs both."""
    return any(change.weight == LESS for change in changes_between(before, after))


def at_once(before: Sequence[Sentence], after: Sequence[Sentence]) -> list[Sentence]:
    """Give the promise that counts at once: all that promises more or tells, nothing less."""
    less = [one for one in changes_between(before, after) if one.weight == LESS]
    withheld = {_place_of(one.after) for one in less if one.after is not None}
    stays = {_place_of(one.before): one.before for one in less if one.before is not None}
    old = [(place, one) for place, one in _places(before).items()]
    made = [
        (place, stays.get(place, one))
        for place, one in _places(after).items()
        if place not in withheld or place in stays
    ]
    for at, (place, one) in enumerate(old):
        if place in stays and place not in dict(made):
            made.insert(_behind(made, [name for name, _ in old[:at]]), (place, one))
    return _framed([one for _, one in made], before, after)


def _places(sentences: Sequence[Sentence]) -> dict[str, Sentence]:
    plain: list[Sentence] = [(name, tuple(values)) for name, values in sentences]
    found = {_place_of(one): one for one in plain}
    if len(found) != len(plain):
        raise BadPromise("a promise says each thing once")
    return found


def _place_of(sentence: Sentence) -> str:
    rule = RULES.get(sentence[0])
    return rule if rule in _SHARED else f"={sentence[0]}"


def _weigh(place: str, before: Sentence | None, after: Sentence | None) -> Weight:
    if place == "frame":
        return NEWS
    if place in _SHARED:
        return _weigh_number(place, before, after)
    rule = RULES.get(place[1:])
    if rule is None:
        return LESS
    if before is not None and after is not None:
        return NEWS
    is_care = rule == "care"
    return MORE if is_care is (before is None) else LESS


def _weigh_number(place: str, before: Sentence | None, after: Sentence | None) -> Weight:
    then, now = _number(place, before), _number(place, after)
    return NEWS if then == now else MORE if now < then else LESS


def _number(place: str, sentence: Sentence | None) -> float:
    """Nothing said, and without an end, are longer than any number."""
    if sentence is None:
        return float("inf")
    if place == "late":
        return late_days([sentence]) or 0
    return kept_months([sentence]) or 1_000


def _behind(made: Sequence[tuple[str, Sentence]], earlier: Sequence[str]) -> int:
    """Where a sentence that stays belongs: behind the last of those that stood before it."""
    return max((at + 1 for at, (place, _) in enumerate(made) if place in earlier), default=0)


def _framed(
    made: list[Sentence], before: Sequence[Sentence], after: Sequence[Sentence]
) -> list[Sentence]:
    """Open the duties that are left as they have to be opened."""
    has_duty = any(RULES.get(name) == "duty" for name, _ in made)
    wanted = "pass-on" if has_duty else "pass-on-none"
    frames = [one for one in (*after, *before) if _place_of(one) == "frame"]
    if not frames:
        return made
    fitting = [(name, tuple(values)) for name, values in frames if name == wanted]
    frame = fitting[0] if fitting else ("pass-on-none", (frames[0][1][-1],))
    return [frame if _place_of(one) == "frame" else one for one in made]
