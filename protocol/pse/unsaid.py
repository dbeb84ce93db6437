"""What did not sit right, kept for oneself: what a document of kind 5 holds (section 12)."""

from dataclasses import dataclass

from .mend import ABOUT, LONGEST_MEND
from .refusal import Malformed, Unknown
from .strict_json import fields_of, parse, text_within, write

LONGEST_NAME = 80
LONGEST_BEGINNING = 280


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What it is about (a line by how it begins), with whom, in own words, on which day."""

    about: int
    name: str
    line: str
    text: str
    day: int


def write_unsaid(kept: Unsaid) -> bytes:
    """It, in its strict JSON."""
    about = {"about": kept.about, "line": kept.line, "name": kept.name}
    return write({**about, "b": kept.text, "day": kept.day})


def read_unsaid(raw: bytes) -> Unsaid:
    """It again; Refused for anything but its strict JSON."""
    about: dict[str, type] = {"about": int, "line": str, "name": str}
    fields = fields_of(parse(raw), {**about, "b": str, "day": int})
    if fields["about"] not in ABOUT:
        raise Unknown("something that the page does not name")
    if not fields["b"]:
        raise Malformed("what is kept has words")
    return Unsaid(
        fields["about"],
        text_within(fields["name"], LONGEST_NAME),
        text_within(fields["line"], LONGEST_BEGINNING),
        text_within(fields["b"], LONGEST_MEND),
        fields["day"],
    )
