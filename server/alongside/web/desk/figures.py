"""The numbers of "How we are doing", put together once for the page and for the file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from alongside.appointments import desk as appointments
from alongside.counts import queries as counts
from alongside.counts import rules
from alongside.ground import clock
from alongside.promises import yearly as promises
from alongside.promises.continuity import Overall
from alongside.promises.models import Side
from alongside.promises.rules import month_of
from alongside.relationships import yearly

WAITED = (0, 2, 6)


@dataclass(frozen=True)
class Cell:
    """One number; None where it is too small to be told. `of`: out of how many people."""

    number: int | None
    of: int | None = None
    quarter: int | None = None
    # Everybody in it is the number.
    is_all: bool = False

    @property
    def share(self) -> int:
        """How far a bar goes, in hundredths: never beyond its end."""
        return min(100, round(100 * (self.number or 0) / self.of)) if self.of else 0


@dataclass(frozen=True)
class Row:
    """One line of a table: the sentence that names it, and its numbers."""

    key: str
    cells: Sequence[Cell]
    given: Mapping[str, object] = field(default_factory=dict)

    @property
    def cell(self) -> Cell:
        """The only number, or the one of the whole year."""
        return self.cells[0]


@dataclass(frozen=True)
class Part:
    """One table of the page; its name is in its sentences."""

    name: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Figures:
    """All of the page."""

    parts: Sequence[Part]
    quarters: Sequence[int]
    is_small: bool

    def __getitem__(self, name: str) -> Part:
        """Give one table by its name, for the page."""
        return {part.name: part for part in self.parts}[name]


def figures(*, today: int) -> Figures:
    """Put all numbers together."""
    quarters = rules.quarters_of_year(today)
    first = today - yearly.DAYS + 1
    year = yearly.year(today=today)
    words = promises.words(since=first, today=today)
    outside = promises.outside(since=first, until=today)
    told = counts.told(today=today)
    parts = [
        Part("year", [*_plain("year", _year(year, outside))]),
        Part("meetings", [*_plain("meetings", _meetings())]),
        Part("kept", [*_plain("kept", vars(words[Side.SPECIALIST]))]),
        Part("theirs", [*_rounded("kept", vars(words[Side.CLIENT]))]),
        Part("replies", [*_plain("replies", _replies(first))]),
        Part("same", [*_same(outside.same)]),
        Part("standing", [*_rounded("standing", year.standing)]),
        Part("waited", [*_waited(today)]),
        Part("said", [*_batches(rules.STATEMENTS, told, quarters)]),
        Part("mended", [*_batches(rules.MENDING, told, quarters)]),
    ]
    return Figures(parts, quarters, rules.is_small(year.supported))


def _meetings() -> dict[str, int]:
    found = appointments.meetings()
    hours = round(found.minutes / 60)
    return {"met": found.met, "hours": hours, "missed": found.missed, "away": found.moved_away}


def _year(year: yearly.Year, outside: promises.Outside) -> dict[str, int]:
    hours = round(outside.minutes / 60)
    people = {"supported": year.supported, "begun": year.begun, "ended": year.ended}
    return {**people, "contacts": outside.contacts, "contact_hours": hours}


def _replies(first: int) -> dict[str, int]:
    day = clock.date_of(first)
    return vars(promises.replies(since_month=month_of(day.year, day.month)))


def _same(found: Overall) -> Iterator[Row]:
    """How much people met the same person again: in tenths, and of eight people at least."""
    is_told = found.people >= rules.LEAST
    yield Row("desk.doing.same.people", [Cell(rules.shown(found.people))])
    for name in ("coc", "upc", "secon"):
        mean = getattr(found, name)
        tenths = round(10 * mean) if is_told and mean is not None else None
        yield Row(f"desk.doing.same.{name}", [Cell(tenths, of=10)])


def _plain(part: str, numbers: Mapping[str, int]) -> Iterator[Row]:
    """Numbers about work, as they are."""
    for name, number in numbers.items():
        yield Row(f"desk.doing.{part}.{name}", [Cell(number)])


def _rounded(part: str, numbers: Mapping[str, int]) -> Iterator[Row]:
    """Numbers about people, rounded; bars are as long as what is told."""
    told = {name: rules.shown(number) for name, number in numbers.items()}
    most = max((number or 0 for number in told.values()), default=0)
    for name, number in told.items():
        yield Row(f"desk.doing.{part}.{name}", [Cell(number, of=most or None)])


def _waited(today: int) -> Iterator[Row]:
    spans = yearly.waited(today=today, ends=WAITED)
    firsts = (0, *(end + 1 for end in WAITED))
    return _rounded(
        "waited", {str(first): many for first, many in zip(firsts, spans, strict=True)}
    )


def _batches(
    topics: Sequence[int],
    told: Mapping[tuple[int, int], counts.Told],
    quarters: Sequence[int],
) -> Iterator[Row]:
    """What closed batches tell of each topic, of the year first, then by quarter."""
    for topic in topics:
        found = [told.get((topic, quarter)) for quarter in quarters]
        here = [one for one in found if one is not None]
        cells = [
            _cell(topic, [] if one is None else [one], quarter)
            for one, quarter in zip(found, quarters, strict=True)
        ]
        yield Row(f"desk.doing.topic.{topic}", [_cell(topic, here, None), *cells])


def _cell(topic: int, told: Sequence[counts.Told], quarter: int | None) -> Cell:
    if not told:
        return Cell(None, quarter=quarter)
    people = sum(one.people for one in told)
    is_all = topic in rules.WITHOUT_A_NO
    # Rounded up, ten of eight may be told: they were eight.
    about = people if is_all else min(people, sum(one.about for one in told))
    return Cell(about, of=people, quarter=quarter, is_all=is_all)
