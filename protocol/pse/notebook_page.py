"""A page of a notebook: what a document of kind 1 holds (section 12)."""

from dataclasses import dataclass

from .strict_json import fields_of, parse, text_within, write

LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `day` is when it was last changed, in days since 1970."""

    title: str
    text: str
    day: int


def write_page(page: Page) -> bytes:
    """A page in its strict JSON."""
    return write({"b": page.text, "day": page.day, "title": page.title})


def read_page(raw: bytes) -> Page:
    """The page; Refused for anything but its strict JSON."""
    fields = fields_of(parse(raw), {"b": str, "day": int, "title": str})
    return Page(text_within(fields["title"], LONGEST_TITLE), fields["b"], fields["day"])
