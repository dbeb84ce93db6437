"""Reads how a draft listens, by a pack; `browser/listening/engine.js` does the same.

Plain Python: whoever reads or judges with a pack needs nothing but this.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from listening_coach.features import Before, Lists, bucket, features, weighted
from listening_coach.holding import Place, beside
from listening_coach.language import is_english
from listening_coach.pack import Label, Pack
from listening_coach.sentences import sentences

_SPACES = re.compile("[ \t\r\n\u00a0]+")
Groups = Mapping[str, Sequence[str]]
Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Said:
    """How likely a label is, and whether it is there; None: not sure, so nothing is said."""

    p: float
    there: bool | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read in a draft: each sentence with where it stands, and the whole."""

    english: bool
    sentences: tuple[tuple[tuple[int, int], Mapping[str, Said]], ...]
    whole: Mapping[str, Said]


def read(pack: Pack, draft: str, before: str) -> Reading:
    """Read a draft; `before` is what the client wrote last, or empty."""
    if not is_english(draft, pack.lists, pack.other):
        return Reading(False, (), {})
    spans = sentences(draft)
    texts = [draft[begins:ends] for begins, ends in spans]
    seen = look(pack, texts, before)
    return Reading(
        True,
        tuple(
            (span, said(labels, one, place))
            for span, place, (labels, one) in zip(
                spans, places(texts, draft, pack.lists), seen.sentences, strict=True
            )
        ),
        said(*seen.whole, of_whole(draft)),
    )


@dataclass(frozen=True, slots=True)
class Sight:
    """Scores of each sentence and of the whole, each with the labels told from them."""

    sentences: tuple[tuple[Mapping[str, Label], Scores | None], ...]
    whole: tuple[Mapping[str, Label], Scores | None]


def look(pack: Pack, texts: Sequence[str], before: str) -> Sight:
    """Score the sentences of a reply, with the second tier as far as it reads."""
    shown = features_of(texts, before, pack.lists)
    scored = [scores(pack, groups, "sentence") if groups else None for groups in shown]
    whole = whole_scores(pack, shown, scored)
    first = tuple((pack.labels, one) for one in scored)
    if pack.second is None or whole is None:
        return Sight(first, (pack.whole, whole))
    deep = pack.second.encoder.read(texts, pack.second.encoder.before(before))
    if deep is None:
        return Sight(first, (pack.whole, whole))
    both = tuple(
        (pack.second.labels, {**one, **more}) if one is not None and more is not None else alone
        for alone, one, more in zip(first, scored, deep.sentences, strict=True)
    )
    return Sight(both, (pack.second.whole, {**whole, **best_of(deep.sentences), **deep.whole}))


def features_of(texts: Sequence[str], before: str, lists: Lists) -> list[dict[str, list[str]]]:
    """Give the features of each sentence of a reply, by group."""
    context = Before.of(before, lists)
    earlier: tuple[str, ...] = ()
    found = []
    for text in texts:
        groups = features(text, context, earlier, lists)
        if "k:offers" in groups.get("k", ()):
            earlier = ("x:offered",)
        found.append(groups)
    return found


def together(shown: Sequence[Groups]) -> dict[str, list[str]]:
    """Put the features of sentences together, each once."""
    found = dict[str, dict[str, None]]()
    for groups in shown:
        for group, names in groups.items():
            found.setdefault(group, {}).update(dict.fromkeys(names))
    return {group: list(names) for group, names in found.items()}


def scores(pack: Pack, groups: Groups, scope: str) -> Scores:
    """Score a sentence, or a whole reply, with each head that is made for it."""
    row = dict[int, float]()
    for name, much in weighted(groups, pack.weights).items():
        at = bucket(name, pack.buckets)
        row[at] = row.get(at, 0.0) + much
    return {
        name: head.scale * sum(head.numbers[at] * much for at, much in row.items())
        + head.constant
        for name, head in pack.heads.items()
        if head.scope == scope
    }


def whole_scores(
    pack: Pack, shown: Sequence[Groups], scored: Sequence[Scores | None]
) -> Scores | None:
    """Give the best score of each head over the sentences, and what heads of the whole say."""
    groups = together(shown)
    if not groups:
        return None
    return {**scores(pack, groups, "whole"), **best_of(scored)}


def best_of(scored: Sequence[Mapping[str, float] | None]) -> Scores:
    """Give the best score of each head over the sentences that have one."""
    found = Scores()
    for one in scored:
        for name, score in (one or {}).items():
            found[name] = max(score, found.get(name, score))
    return found


def size(text: str) -> int:
    """Count the words of a sentence: what stands between spaces."""
    return len([part for part in _SPACES.split(text) if part])


def places(texts: Sequence[str], reply: str, lists: Lists) -> list[Place]:
    """Say of each sentence of a reply where it stands."""
    words = size(reply)
    return [Place(size(text), words, beside(text, lists)) for text in texts]


def of_whole(reply: str) -> Place:
    """Say how long a reply is that is read as a whole."""
    return Place(size(reply), size(reply))


def said(labels: Mapping[str, Label], scored: Scores | None, place: Place) -> dict[str, Said]:
    """Say each label, or that one is not sure; that it is there may be held back."""
    found = {name: _said(label, scored, place) for name, label in labels.items()}
    if "open" in found and found["question"].there is not True:
        found["open"] = Said(found["open"].p, None)
    return found


def _said(label: Label, scored: Scores | None, place: Place) -> Said:
    p = likely(label.parts, scored)
    if p >= label.yes:
        return Said(p, label.hold.lets(place) or None)
    return Said(p, False if p <= label.no else None)


def likely(parts: Sequence[tuple[Mapping[str, float], float]], scored: Scores | None) -> float:
    """Multiply how likely each part is; where no word stands nothing is likely."""
    if scored is None:
        return 0.0
    p = 1.0
    for weights, constant in parts:
        score = constant + sum(a * scored[name] for name, a in weights.items())
        p *= 0.5 * (1.0 + math.tanh(0.5 * score))
    return p
