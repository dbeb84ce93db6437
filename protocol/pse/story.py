"""A story from one's own life, in up to three layers (sections 8 and 12)."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .base64url import from_text, to_text
from .ids import ID
from .path import ROW_ID
from .refusal import BadRecord, Malformed, Unknown
from .strict_json import Json, fields_of, parse, text_within, write

# Layers: 1 a line, 2 a paragraph, 3 the whole; and how many characters each may have.
LONGEST = {1: 280, 2: 1_500, 3: 12_000}
# Whom a layer may be offered to: 1 nobody, 2 the people named, 3 everybody one supports.
NOBODY, NAMED, SUPPORTED = AUDIENCES = (1, 2, 3)
# What it touches on, from a closed list; screens have the words.
NOTES = range(1, 13)
LONGEST_OWN_NOTE = 80
LONGEST_WHY = 300
LONGEST_TITLE = 80
MOST_NAMED = 20
MOST_TOLD = 120
MOST_DAYS = 365
_STORY: dict[str, type] = {"day": int, "id": str, "layers": list, "title": str, "told": list}
_LAYER: dict[str, type] = {
    "b": str,
    "days": int,
    "k": int,
    "notes": list,
    "own": str,
    "who": int,
    "why": str,
    "with": list,
}
_TOLD: dict[str, type] = {
    "asked": int,
    "conv": str,
    "k": int,
    "of": str,
    "opened": int,
    "over": int,
    "told": int,
}


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: its words, what it touches on, who may be offered it, and what for."""

    b: str
    days: int
    k: int
    notes: tuple[int, ...]
    own: str
    who: int
    why: str
    people: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What one person was asked about or told; days, and 0 for what has not happened."""

    asked: int
    conv: bytes
    k: int
    of: bytes
    opened: int
    over: int
    told: int


@dataclass(frozen=True, slots=True)
class Story:
    """What a document of kind 11 holds."""

    day: int
    id: bytes
    layers: tuple[Layer, ...]
    title: str
    told: tuple[Told, ...] = ()


def write_story(story: Story) -> bytes:
    """A story in its strict JSON."""
    layers: list[Json] = [_layer_json(layer) for layer in story.layers]
    told: list[Json] = [_told_json(one) for one in story.told]
    about: dict[str, Json] = {"day": story.day, "id": to_text(story.id), "title": story.title}
    return write({**about, "layers": layers, "told": told})


def read_story(raw: bytes) -> Story:
    """The story; Refused for anything but its strict JSON."""
    fields = fields_of(parse(raw), _STORY)
    layers = tuple(_layer(one) for one in fields["layers"])
    if any(one.k >= after.k for one, after in pairwise(layers)):
        raise BadRecord("layers ascend, none twice")
    told = tuple(_told(one) for one in fields["told"])
    if len(told) > MOST_TOLD or len({(one.of, one.k) for one in told}) != len(told):
        raise BadRecord("each telling once, and not too many")
    title = text_within(fields["title"], LONGEST_TITLE, shortest=1)
    return Story(fields["day"], from_text(fields["id"], size=ROW_ID), layers, title, told)


def read_notes(notes: list[Any], own: object) -> tuple[int, ...]:
    """Content notes, ascending, none twice; words of one's own beside them."""
    if any(type(one) is not int or one not in NOTES for one in notes):
        raise Unknown("a note that the page does not name")
    if notes != sorted(set(notes)):
        raise BadRecord("notes ascend, none twice")
    text_within(own, LONGEST_OWN_NOTE)
    return tuple(notes)


def layer_number(k: Any) -> int:
    """1, 2 or 3; Unknown for any other."""
    if type(k) is not int or k not in LONGEST:
        raise Unknown("a layer that the page does not name")
    return k


def _layer(value: Any) -> Layer:
    fields = fields_of(value, _LAYER)
    k = layer_number(fields["k"])
    if fields["days"] > MOST_DAYS:
        raise Malformed("longer than a year")
    notes = read_notes(fields["notes"], fields["own"])
    why = text_within(fields["why"], LONGEST_WHY)
    words = text_within(fields["b"], LONGEST[k], shortest=1)
    people = _people(fields["who"], fields["with"])
    return Layer(words, fields["days"], k, notes, fields["own"], fields["who"], why, people)


def _people(who: int, named: list[Any]) -> tuple[bytes, ...]:
    """Talks, ascending, none twice; somebody exactly where people are named."""
    if who not in AUDIENCES:
        raise Unknown("an audience that the page does not name")
    people = tuple(from_text(one, size=ID) for one in named)
    if (who == NAMED) != bool(people) or len(people) > MOST_NAMED:
        raise Malformed("people are named exactly where it is for them")
    if named != sorted(set(named)):
        raise BadRecord("people ascend, none twice")
    return people


def _told(value: Any) -> Told:
    fields = fields_of(value, _TOLD)
    layer_number(fields["k"])
    ids = {name: from_text(fields[name], size=ID) for name in ("conv", "of")}
    return Told(**{**fields, **ids})


def _layer_json(layer: Layer) -> dict[str, Json]:
    notes: list[Json] = list(layer.notes)
    people: list[Json] = [to_text(one) for one in layer.people]
    return {
        "b": layer.b,
        "days": layer.days,
        "k": layer.k,
        "notes": notes,
        "own": layer.own,
        "who": layer.who,
        "why": layer.why,
        "with": people,
    }


def _told_json(one: Told) -> dict[str, Json]:
    return {
        "asked": one.asked,
        "conv": to_text(one.conv),
        "k": one.k,
        "of": to_text(one.of),
        "opened": one.opened,
        "over": one.over,
        "told": one.told,
    }
