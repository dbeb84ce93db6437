"""Check-ins in a readable copy: the statements and answers in words."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from .check_in import CLIENT, NOT_SURE, CheckIn, Sheet, word_of

_FIRST_DAY = date(1970, 1, 1)
_CHOICES = ("", " (shown)", " (counted)", " (shown, counted)")
OF_CLIENT = (
    "I felt heard.",
    "They were real with me.",
    "I know who can see what I share, and I am OK with that.",
    "They understood what this is like for me.",
    "They did what they said they would do.",
    "I felt safe to be myself.",
)
OF_SPECIALIST = (
    "I heard them.",
    "I was real with them.",
    "They know who can see what they share.",
    "I understood what this is like for them.",
    "I did what I said I would do.",
    "I made room for them to be themselves.",
)
UNVALIDATED = (
    "Our six statements have not been validated (version 1): read each answer by itself; "
    "they have no total and no norms."
)


def sheets_text(sheets: Sequence[Sheet]) -> str:
    """Every sheet, oldest time first."""
    if not sheets:
        return ""
    pieces = ["Check-ins", UNVALIDATED, ""]
    for sheet in sheets:
        pieces += [f"{_title(sheet)}\n", *(f"{text}\n" for text in _times(sheet))]
    return "\n".join(pieces)


def _times(sheet: Sheet) -> Iterator[str]:
    statements = OF_CLIENT if sheet.side == CLIENT else OF_SPECIALIST
    for row in sheet.rows:
        said = "\n".join(
            f"{_statement(sheet, at, statements)} {_answer(sheet, row, at)}"
            for at in range(len(row.a))
        )
        yield "\n".join([_day(row.day), said, *_own(row.b)])


def _title(sheet: Sheet) -> str:
    return f"Pack {sheet.pack}, version {sheet.ver}" if sheet.pack else "Our six statements"


def _statement(sheet: Sheet, at: int, statements: tuple[str, ...]) -> str:
    return f"{at + 1}." if sheet.pack else statements[at]


def _answer(sheet: Sheet, row: CheckIn, at: int) -> str:
    value = row.a[at]
    word = f"word {value + 1}" if sheet.pack and value < NOT_SURE else word_of(value)
    return f"{word}{_CHOICES[row.c[at]]}"


def _own(words: str) -> list[str]:
    return [words] if words else []


def _day(day: int) -> str:
    try:
        return (_FIRST_DAY + timedelta(days=day)).isoformat()
    except OverflowError:
        return f"day {day}"
