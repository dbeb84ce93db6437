"""Made-up people to practise with: read, and held to `coach/practice/format.md`."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from listening_coach.corpus import NotTheForm, alike

MOODS = ("hope", "ordinary", "hard", "night")
DEEDS = ("listened", "questioned", "advised", "shared", "passed")
NEEDED = DEEDS[:3]
# Where a story says nothing of its own about these, they go on as the other.
OTHERWISE = {"shared": "questioned", "passed": "advised"}
ENDS = ("opened", "stayed", "closed")
MAY_DO = frozenset({"QO", "QC", "R", "ER", "IP", "EX", "AA", "IN", "SD", "AF"})
SHORTEST_WAY, LONGEST_WAY = 5, 8
LONGEST_LINE, LONGEST_ABOUT, LONGEST_REPLY = 400, 300, 300
OPENS_BY = 1.5
_NAME = re.compile(r"[a-z]+(-[a-z0-9]+)*")
_NOT_LIVING = re.compile(
    r"(want|wish|meant) to (live|be here|wake up|be alive|die)|want to go on living"
    r"|better off without me|not be here|not wake up|end it all|suicid|kill myself",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b\d+\s?(mg|ml|g|grams?|pills?|tablets?|units?|pints?|bags?)\b|\bcommit(ted)? suicide"
    r"|\b(overdos\w*|noose|razor|bleach|dealer's (name|number))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Example:
    """A reply by somebody experienced, and the codes of what it does."""

    reply: str
    does: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beat:
    """What the person says, and what follows by what the reply did; or how it ends."""

    says: tuple[str, ...]
    next: dict[str, str]
    examples: tuple[Example, ...]
    ends: str | None
    after: str
    help: bool

    @property
    def words(self) -> int:
        """Count the words of all lines."""
        return sum(len(line.split()) for line in self.says)

    def after_a_reply_that(self, deed: str) -> str:
        """Name the next beat."""
        return self.next.get(deed) or self.next[OTHERWISE[deed]]


@dataclass(frozen=True, slots=True)
class Person:
    """One made-up person with their story."""

    id: str
    name: str
    mood: str
    topics: tuple[str, ...]
    about: str
    begins: str
    beats: dict[str, Beat]


def read(folder: Path) -> list[Person]:
    """Every person of a folder, in order of name; NotTheForm says who is not as described."""
    people = [_read(file) for file in sorted(folder.glob("*.json"))]
    _nothing_twice(people)
    return people


def _read(file: Path) -> Person:
    try:
        person = _person(json.loads(file.read_text(encoding="utf-8")))
        _form(person, file.stem)
        for name, beat in person.beats.items():
            _beat_form(name, beat)
        _story(person)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotTheForm(f"{file.name}: {error}") from error
    return person


def _person(row: dict[str, Any]) -> Person:
    beats = {name: _beat(beat) for name, beat in row["beats"].items()}
    known = {"id", "name", "mood", "topics", "about", "begins", "beats"}
    _sure(set(row) == known, f"these fields and no others: {', '.join(sorted(known))}")
    about, topics = row["about"], tuple(row["topics"])
    return Person(row["id"], row["name"], row["mood"], topics, about, row["begins"], beats)


def _beat(row: dict[str, Any]) -> Beat:
    odd = set(row) - {"says", "next", "examples", "ends", "after", "help"}
    _sure(not odd, f"a beat has no {', '.join(sorted(odd))}")
    _sure(row.get("help", True) is True, "help is true, or is left out")
    examples = tuple(
        Example(one["reply"], tuple(one["does"])) for one in row.get("examples", [])
    )
    return Beat(
        says=tuple(row["says"]),
        next=dict(row.get("next", {})),
        examples=examples,
        ends=row.get("ends"),
        after=row.get("after", ""),
        help="help" in row,
    )


def _form(person: Person, stem: str) -> None:
    _sure(person.id == stem and bool(_NAME.fullmatch(stem)), "the id is the name of the file")
    _sure(person.mood in MOODS, f"a mood is one of {', '.join(MOODS)}")
    _sure(1 <= len(person.topics) <= 3, "one to three topics")
    _text(person.about, LONGEST_ABOUT)
    _text(person.name, 30)
    _sure(person.begins in person.beats, "it begins with a beat there is")


def _beat_form(name: str, beat: Beat) -> None:
    _sure(bool(_NAME.fullmatch(name)), f"{name} is no name of a beat")
    _sure(1 <= len(beat.says) <= 3, f"{name}: one to three lines")
    for line in beat.says:
        _text(line, LONGEST_LINE)
    _sure(
        beat.help or not _NOT_LIVING.search(" ".join(beat.says)), f"{name}: help stands by it"
    )
    if beat.ends is not None:
        _sure(beat.ends in ENDS, f"{name}: an end is one of {', '.join(ENDS)}")
        _sure(not beat.next and not beat.examples, f"{name}: nothing follows an end")
        _text(beat.after, LONGEST_LINE)
        return
    _sure(set(NEEDED) <= set(beat.next) <= set(DEEDS), f"{name}: what follows each reply")
    _sure(not beat.after, f"{name}: only an end says what happened")
    _sure(2 <= len(beat.examples) <= 3, f"{name}: two or three examples")
    for example in beat.examples:
        _text(example.reply, LONGEST_REPLY)
        codes = set(example.does)
        _sure(bool(codes) and codes <= MAY_DO, f"{name}: an example does {example.does}")
    if beat.help:
        asks = any({"QO", "QC"} & set(example.does) for example in beat.examples)
        stays = any({"R", "IP", "ER"} & set(example.does) for example in beat.examples)
        _sure(asks and stays, f"{name}: one example asks, and one stays")


def _text(text: str, longest: int) -> None:
    _sure(
        text == " ".join(text.split()) and 0 < len(text) <= longest, f"too long or odd: {text}"
    )
    _sure(not _NEVER.search(text), f"no method, amount or source: {text}")


def _story(person: Person) -> None:
    beats = person.beats
    for name, beat in beats.items():
        for target in beat.next.values():
            _sure(target in beats, f"{name}: there is no {target}")
    ways = list(_ways(person, (person.begins,)))
    for way in ways:
        fits = SHORTEST_WAY <= len(way) <= LONGEST_WAY
        _sure(fits, f"{len(way)} beats on a way: {', '.join(way)}")
    met = {name for way in ways for name in way}
    _sure(met == set(beats), f"nobody comes to {', '.join(sorted(set(beats) - met))}")
    kinds = {beats[way[-1]].ends for way in ways}
    _sure(len(kinds) >= 2, "two or three kinds of ending")
    _sure(_always(person, "listened").ends == "opened", "who always listens ends opened")
    _sure(_always(person, "advised").ends == "closed", "who always advises ends closed")
    for name, beat in beats.items():
        if beat.next:
            _opens(person, name, ways)
    if person.mood == "night":
        _sure(any(beat.help for beat in beats.values()), "a night has a beat with help")


def _opens(person: Person, name: str, ways: list[tuple[str, ...]]) -> None:
    beat = person.beats[name]
    heard, told = (person.beats[beat.next[deed]] for deed in ("listened", "advised"))
    if beat.help and heard is told:
        return  # Where somebody is in danger, naming whom to ring is no advice too soon.
    _sure(heard is not told, f"{name}: listening and advice lead to the same beat")
    opens = heard.words >= OPENS_BY * told.words
    _sure(opens, f"{name}: {heard.words} words after listening, {told.words} after advice")
    ends = {person.beats[way[-1]].ends for way in ways if name in way}
    _sure(ends != {"closed"}, f"{name}: no way back from here")


def _ways(person: Person, way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    beat = person.beats[way[-1]]
    if not beat.next:
        yield way
    for target in sorted(set(beat.next.values())):
        _sure(target not in way, f"it goes round in a circle at {target}")
        yield from _ways(person, (*way, target))


def _always(person: Person, deed: str) -> Beat:
    beat = person.beats[person.begins]
    while beat.next:
        beat = person.beats[beat.after_a_reply_that(deed)]
    return beat


def _nothing_twice(people: list[Person]) -> None:
    texts = [
        text
        for person in people
        for beat in person.beats.values()
        for text in (*beat.says, *(example.reply for example in beat.examples))
    ]
    for one, other, _ in alike(texts, from_share=0.5):
        raise NotTheForm(f"said twice: {texts[one]} / {texts[other]}")
    seen: set[str] = set()
    for text in texts:
        _sure(text.casefold() not in seen, f"said twice: {text}")
        seen.add(text.casefold())


def _sure(holds: bool, says: str) -> None:
    if not holds:
        raise NotTheForm(says)
